import { Alert, Anchor, Badge, Grid, Group, SimpleGrid, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useGold } from '@/api/useGold';
import { LinesPanel } from '@/lists/LinesPanel';
import { AlertBadge, ClassBadge } from '@/ui/badges';
import { EmptyState } from '@/ui/EmptyState';
import { FailureState } from '@/ui/FailureState';
import { KpiSkeleton } from '@/ui/Kpi';
import { Page } from '@/ui/Page';
import { DemandPanel } from './DemandPanel';
import { PartDaysPanel } from './PartDaysPanel';
import { PartKpis } from './PartKpis';
import { PartSuppliersPanel, SoleSourceWarning } from './PartSuppliersPanel';
import { PartDetailDocument, type PartDetailQuery } from './parts.generated';
import { PolicyPanel } from './PolicyPanel';

export type Part = NonNullable<PartDetailQuery['part']>;

/** One part: its policy, its demand, who supplies it and every line of it. */
export default function PartPage() {
  const { t } = useTranslation();
  const { partCode = '' } = useParams();
  const result = useGold(PartDetailDocument, { partCode });
  const part = result.data?.part;

  return (
    <Page
      title={part?.name ?? (result.isLoading ? t('state.loading') : t('parts.title'))}
      subtitle={part && <Subtitle part={part} />}
      actions={
        <Anchor component={Link} to="/parts" size="sm">
          <Group gap={4}>
            <IconArrowLeft size={16} aria-hidden />
            {t('parts.back')}
          </Group>
        </Anchor>
      }
    >
      {part ? (
        <PartContent part={part} />
      ) : result.error ? (
        <FailureState error={result.error} resetErrorBoundary={result.retry} />
      ) : result.isLoading ? (
        <PartSkeleton />
      ) : (
        <EmptyState>{t('parts.notFound', { code: partCode })}</EmptyState>
      )}
    </Page>
  );
}

function PartContent({ part }: { readonly part: Part }) {
  const { t } = useTranslation();
  return (
    <>
      <SoleSourceWarning partCode={part.partCode} />
      {part.hasMixedUnits && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {t('parts.mixedUnits')}
        </Alert>
      )}
      <PartKpis part={part} />
      <PolicyPanel part={part} />
      <Grid>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <DemandPanel part={part} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <PartDaysPanel partCode={part.partCode} />
        </Grid.Col>
      </Grid>
      <PartSuppliersPanel partCode={part.partCode} />
      <LinesPanel where={{ partCode: { eq: part.partCode } }} without="part" />
    </>
  );
}

function Subtitle({ part }: { readonly part: Part }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" mt={4}>
      {t('parts.subtitleOne', { code: part.partCode, family: part.familyName, unit: part.unit })}
      {part.isService && <Badge variant="default">{t('parts.service')}</Badge>}
      {part.policy && (
        <>
          <ClassBadge abc={part.policy.abcClass} xyz={part.policy.xyzClass} />
          <Badge variant="default">{t(`labels.pattern.${part.policy.pattern}`)}</Badge>
          <Badge variant="light" color={part.policy.confidence === 'LOW' ? 'orange' : 'teal'}>
            {t(`labels.confidence.${part.policy.confidence}`)}
          </Badge>
        </>
      )}
      {part.inventory?.alertLevel && <AlertBadge level={part.inventory.alertLevel} />}
    </Group>
  );
}

function PartSkeleton() {
  return (
    <>
      <SimpleGrid cols={{ base: 2, md: 3, xl: 6 }} aria-busy>
        {[1, 2, 3, 4, 5, 6].map((card) => (
          <KpiSkeleton key={card} />
        ))}
      </SimpleGrid>
      <Skeleton height={380} radius="md" />
    </>
  );
}

import { Alert, Anchor, Badge, Group, SimpleGrid } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { text } from '@/address/readers';
import { useAddress } from '@/address/useAddress';
import { useGold } from '@/api/useGold';
import { LinesPanel } from '@/lists/LinesPanel';
import { TrustBadge } from '@/ui/badges';
import { EmptyState } from '@/ui/EmptyState';
import { FailureState } from '@/ui/FailureState';
import { KpiSkeleton } from '@/ui/Kpi';
import { useShownName } from '@/ui/Name';
import { Page } from '@/ui/Page';
import { BasisSwitch } from './BasisSwitch';
import { FamiliesPanel } from './FamiliesPanel';
import { basisReader, linesOfSite } from './filters';
import { MonthsPanel } from './MonthsPanel';
import { SiteKpis } from './SiteKpis';
import { SiteDetailDocument, type SiteDetailQuery } from './sites.generated';

export type Site = NonNullable<SiteDetailQuery['site']>;

const readers = { basis: basisReader, after: text };

/** One site: what it received, as delivered and realigned. */
export default function SitePage() {
  const { t } = useTranslation();
  const shownName = useShownName();
  const { siteCode = '' } = useParams();
  const [address, setAddress] = useAddress(readers);
  const basis = address.basis ?? 'AS_DELIVERED';
  const result = useGold(SiteDetailDocument, { siteCode });
  const site = result.data?.site;

  return (
    <Page
      title={site ? shownName(site.name) : result.isLoading ? t('state.loading') : t('sites.title')}
      subtitle={site && <Subtitle site={site} />}
      actions={
        <Group align="flex-end">
          <BasisSwitch
            basis={basis}
            onChange={(chosen) => {
              setAddress({ basis: chosen, after: undefined });
            }}
          />
          <Anchor component={Link} to="/sites" size="sm">
            <Group gap={4}>
              <IconArrowLeft size={16} aria-hidden />
              {t('sites.back')}
            </Group>
          </Anchor>
        </Group>
      }
    >
      {site ? (
        <>
          {site.trust === 'LOW_TRUST' && (
            <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />} title={t('labels.trust.LOW_TRUST')}>
              {t('sites.LOW_TRUST_TEXT')}
            </Alert>
          )}
          <SiteKpis site={site} basis={basis} />
          <SimpleGrid cols={{ base: 1, lg: 2 }}>
            <MonthsPanel siteCode={siteCode} />
            <FamiliesPanel where={linesOfSite(siteCode, basis)} />
          </SimpleGrid>
          <LinesPanel key={basis} where={linesOfSite(siteCode, basis)} without="site" />
        </>
      ) : result.error ? (
        <FailureState error={result.error} resetErrorBoundary={result.retry} />
      ) : result.isLoading ? (
        <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} aria-busy>
          {[1, 2, 3, 4, 5].map((card) => (
            <KpiSkeleton key={card} />
          ))}
        </SimpleGrid>
      ) : (
        <EmptyState>{t('sites.notFound')}</EmptyState>
      )}
    </Page>
  );
}

function Subtitle({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" mt={4}>
      {t(`labels.siteKind.${site.kind}`)}
      {site.state && ` · ${site.state}`}
      <TrustBadge trust={site.trust} />
      <Badge variant="default" tt="none">
        {site.isInRegistry ? t('sites.registryId', { id: site.registryId }) : t('sites.registryNone')}
      </Badge>
    </Group>
  );
}

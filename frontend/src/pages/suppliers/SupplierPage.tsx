import { Anchor, Badge, Button, Group, SimpleGrid } from '@mantine/core';
import { IconArrowLeft, IconArrowsLeftRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useGold } from '@/api/useGold';
import { LinesPanel } from '@/lists/LinesPanel';
import { EmptyState } from '@/ui/EmptyState';
import { FailureState } from '@/ui/FailureState';
import { KpiSkeleton } from '@/ui/Kpi';
import { useShownName } from '@/ui/Name';
import { Page } from '@/ui/Page';
import { DistributionPanel } from './DistributionPanel';
import { MonthsPanel } from './MonthsPanel';
import { SupplierKpis } from './SupplierKpis';
import { SupplierPartsPanel } from './SupplierPartsPanel';
import { SupplierDetailDocument, type SupplierDetailQuery } from './suppliers.generated';

export type Supplier = NonNullable<SupplierDetailQuery['supplier']>;

/** One supplier: how it performs, what it supplies and every line of it. */
export default function SupplierPage() {
  const { t } = useTranslation();
  const shownName = useShownName();
  const { supplierKey = '' } = useParams();
  const result = useGold(SupplierDetailDocument, { supplierKey });
  const supplier = result.data?.supplier;

  return (
    <Page
      title={supplier ? shownName(supplier.displayName) : result.isLoading ? t('state.loading') : t('suppliers.title')}
      subtitle={
        supplier && (
          <Group gap="xs" mt={4}>
            <Badge variant="default" tt="none">
              {t(`labels.supplierKind.${supplier.kind}`)}
            </Badge>
            {t('suppliers.spellings', { count: supplier.spellings })}
          </Group>
        )
      }
      actions={
        <>
          <Button
            component={Link}
            to={`/suppliers?a=${encodeURIComponent(supplierKey)}`}
            variant="default"
            size="xs"
            leftSection={<IconArrowsLeftRight size={14} aria-hidden />}
          >
            {t('suppliers.compare')}
          </Button>
          <Anchor component={Link} to="/suppliers" size="sm">
            <Group gap={4}>
              <IconArrowLeft size={16} aria-hidden />
              {t('suppliers.back')}
            </Group>
          </Anchor>
        </>
      }
    >
      {supplier ? (
        <>
          <SupplierKpis supplier={supplier} />
          <SimpleGrid cols={{ base: 1, lg: 2 }}>
            <DistributionPanel title={t('parts.days')} description={t('suppliers.distributionOne')} supplierKey={supplierKey} />
            <MonthsPanel supplierKey={supplierKey} />
          </SimpleGrid>
          <SupplierPartsPanel supplierKey={supplierKey} />
          <LinesPanel where={{ supplierKey: { eq: supplierKey } }} without="supplier" />
        </>
      ) : result.error ? (
        <FailureState error={result.error} resetErrorBoundary={result.retry} />
      ) : result.isLoading ? (
        <SimpleGrid cols={{ base: 2, md: 3, xl: 6 }} aria-busy>
          {[1, 2, 3, 4, 5, 6].map((card) => (
            <KpiSkeleton key={card} />
          ))}
        </SimpleGrid>
      ) : (
        <EmptyState>{t('suppliers.notFound')}</EmptyState>
      )}
    </Page>
  );
}

import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/useFormat';
import { Kpi } from '@/ui/Kpi';
import type { Supplier } from './SupplierPage';

/** How a supplier performs, at a glance. */
export function SupplierKpis({ supplier }: { readonly supplier: Supplier }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { performance, soleSource } = supplier;
  const days = performance?.cycleMedian == null ? {} : { unit: t('units.days') };
  const why = performance?.cycleMedian == null ? t('suppliers.noCycle') : undefined;

  return (
    <SimpleGrid cols={{ base: 2, md: 3, xl: 6 }}>
      <Kpi
        label={t('suppliers.lines')}
        value={format.number(performance?.lines)}
        foot={performance && t('suppliers.linesFoot', { share: format.percent(performance.share) })}
      />
      <Kpi
        label={t('suppliers.parts')}
        value={format.number(performance?.parts)}
        foot={t('suppliers.partsFoot', { number: format.number(soleSource.count) })}
      />
      <Kpi
        label={t('overview.cycle')}
        value={format.number(performance?.cycleMedian, 1)}
        {...days}
        foot={
          why ??
          t('suppliers.medianFoot', { mean: format.number(performance?.cycleMean, 1), number: format.number(performance?.cycleCount) })
        }
      />
      <Kpi
        label={t('overview.p90')}
        value={format.number(performance?.cycleP90, 1)}
        {...days}
        foot={why ?? t('suppliers.p90Foot', { days: format.number(performance?.cycleP90, 1) })}
      />
      <Kpi label={t('suppliers.within7')} value={format.percent(performance?.shareWithin7Days)} foot={why ?? t('suppliers.within7Hint')} />
      <Kpi
        label={t('suppliers.retroactive')}
        value={format.percent(performance?.retroactiveShare)}
        foot={
          <>
            <div>{t('suppliers.retroFoot')}</div>
            <div>{t('suppliers.lastFoot', { date: format.date(performance?.lastOrderedOn) })}</div>
          </>
        }
      />
    </SimpleGrid>
  );
}

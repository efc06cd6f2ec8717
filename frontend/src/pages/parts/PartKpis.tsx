import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/useFormat';
import { Kpi } from '@/ui/Kpi';
import type { Part } from './PartPage';

/** The figures of a part at a glance; one that does not exist says why. */
export function PartKpis({ part }: { readonly part: Part }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { policy, inventory, purchaseLinesAggregate: lines } = part;
  const why = policy ? policy.reason && t(`labels.reason.${policy.reason}`) : t('parts.noPolicy');
  const whyNoStock = inventory ? inventory.reason && t(`labels.reason.${inventory.reason}`) : t('parts.noPolicy');

  return (
    <SimpleGrid cols={{ base: 2, md: 3, xl: 6 }}>
      <Kpi
        label={t('parts.totalLines')}
        value={format.number(lines.count)}
        foot={t('parts.totalLinesFoot', { first: format.date(part.firstRequestedOn), last: format.date(part.lastRequestedOn) })}
      />
      <Kpi
        label={t('parts.dailyMean')}
        value={format.quantity(policy?.dailyMean)}
        foot={
          policy
            ? t('parts.dailyFoot', { unit: policy.unit, from: format.date(policy.windowStart), to: format.date(policy.windowEnd) })
            : t('parts.noPolicy')
        }
      />
      <Kpi
        label={t('parts.cycle')}
        value={format.number(policy?.cycleMean, 1)}
        {...(policy?.cycleMean != null && { unit: t('units.days') })}
        foot={
          policy?.cycleMean == null
            ? why
            : t('parts.cycleFoot', {
                count: policy.cycleCount,
                median: format.number(lines.requestToOrderDays.median, 1),
                p90: format.number(lines.requestToOrderDays.p90, 1),
              })
        }
      />
      <Kpi
        label={t('parts.safetyStock')}
        value={format.quantity(policy?.safetyStock)}
        foot={policy?.safetyStock == null ? why : `${policy.unit}; ${t('parts.safetyFoot', { z: format.number(policy.serviceLevelZ, 3) })}`}
      />
      <Kpi
        label={t('parts.reorderPoint')}
        value={format.quantity(policy?.reorderPoint)}
        foot={policy?.reorderPoint == null ? why : t('parts.reorderFoot', { unit: policy.unit })}
      />
      <Kpi label={t('parts.stock')} value={format.quantity(inventory?.onHand)} foot={stockFoot() ?? whyNoStock} />
    </SimpleGrid>
  );

  function stockFoot(): ReactNode {
    if (inventory?.onHand == null) {
      return undefined;
    }
    return (
      <>
        {t('parts.stockFoot', { date: format.date(inventory.countedOn), days: format.number(inventory.coverageDays, 1) })}
        {inventory.stockoutProbability !== null && (
          <div>{t('parts.stockProbability', { risk: format.percent(inventory.stockoutProbability) })}</div>
        )}
      </>
    );
  }
}

import { SimpleGrid, Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import { EmptyState } from '@/ui/EmptyState';
import { FailureState } from '@/ui/FailureState';
import { Kpi, KpiSkeleton } from '@/ui/Kpi';
import { OverviewTrendDocument } from './overview.generated';

const COLUMNS = { base: 1, xs: 2, sm: 3, lg: 5 };

/** The newest month of the stable window, each figure with its trend over the window. */
export function HeadlineKpis() {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(OverviewTrendDocument, {});

  if (result.error && !result.data) {
    return <FailureState error={result.error} resetErrorBoundary={result.retry} />;
  }
  if (!result.data) {
    return (
      <div aria-busy>
        <SimpleGrid cols={COLUMNS}>
          {[1, 2, 3, 4, 5].map((card) => (
            <KpiSkeleton key={card} hasTrend />
          ))}
        </SimpleGrid>
        <Skeleton height={19} width="70%" mt="xs" />
      </div>
    );
  }

  const months = result.data.operationsMonthlyAggregate?.nodes ?? [];
  const newest = months.at(-1);
  if (!newest) {
    return <EmptyState>{t('state.noData')}</EmptyState>;
  }
  const month = format.month(newest.key.monthMonth);
  const share = newest.retroactiveShare.previousPeriod.change;

  return (
    <div>
      <SimpleGrid cols={COLUMNS}>
        <Kpi
          label={t('overview.lines')}
          value={format.number(newest.lines.sum)}
          change={changed(
            newest.lines.previousPeriod.changePct,
            (change) => t('overview.against', { change: `${format.change(change)}%` }),
            0,
          )}
          trend={months.map((it) => it.lines.sum)}
          foot={t('overview.linesFoot', { month, requests: format.number(newest.requests.sum) })}
        />
        <Kpi
          label={t('overview.cycle')}
          value={format.number(newest.cycleMedian.avg, 1)}
          unit={t('units.days')}
          change={changed(
            newest.cycleMedian.previousPeriod.change,
            (change) => t('overview.daysChange', { change: format.change(change), count: Math.abs(change) }),
            -1,
          )}
          trend={months.map((it) => it.cycleMedian.avg)}
          foot={t('overview.cycleFoot', { month, count: newest.cycleCount.sum ?? 0 })}
        />
        <Kpi
          label={t('overview.p90')}
          value={format.number(newest.cycleP90.avg, 1)}
          unit={t('units.days')}
          change={changed(
            newest.cycleP90.previousPeriod.change,
            (change) => t('overview.daysChange', { change: format.change(change), count: Math.abs(change) }),
            -1,
          )}
          trend={months.map((it) => it.cycleP90.avg)}
          foot={t('overview.p90Foot', { month, value: format.number(newest.cycleP90.avg, 1) })}
        />
        <Kpi
          label={t('overview.retroactive')}
          value={format.percent(newest.retroactiveShare.avg)}
          change={changed(share, (change) => t('overview.points', { change: format.change(change * 100) }), -1)}
          trend={months.map((it) => it.retroactiveShare.avg)}
          foot={t('overview.retroactiveFoot', { month, count: newest.retroactiveLines.sum ?? 0, lines: newest.lines.sum ?? 0 })}
        />
        <Kpi
          label={t('overview.parts')}
          value={format.number(newest.parts.sum)}
          change={changed(
            newest.parts.previousPeriod.changePct,
            (change) => t('overview.against', { change: `${format.change(change)}%` }),
            0,
          )}
          trend={months.map((it) => it.parts.sum)}
          foot={t('overview.partsFoot', { month, suppliers: format.number(newest.suppliers.sum), sites: format.number(newest.sites.sum) })}
        />
      </SimpleGrid>
      <Text size="xs" c="var(--nc-quiet)" mt="xs">
        {t('stable.window', { from: format.month(months[0]?.key.monthMonth), to: month })}. {t('stable.hint')}
      </Text>
    </div>
  );
}

/** A change in words; welcome when it goes the wished way (1 up, -1 down, 0 neither). */
function changed(change: number | null, words: (change: number) => string, wished: -1 | 0 | 1) {
  if (change === null) {
    return undefined;
  }
  const direction = Math.sign(change) * wished;
  return { text: words(change), tone: direction > 0 ? 'good' : direction < 0 ? 'bad' : 'neutral' } as const;
}

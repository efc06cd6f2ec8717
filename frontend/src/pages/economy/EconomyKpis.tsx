import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import { FailureState } from '@/ui/FailureState';
import { Kpi, KpiSkeleton } from '@/ui/Kpi';
import { NewestEconomyDocument } from './economy.generated';

const COLUMNS = { base: 1, xs: 2, sm: 3, lg: 5 };

/** The newest value of each series and its day. */
export function EconomyKpis() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, retry } = useGold(NewestEconomyDocument, {});

  if (!data) {
    return error ? (
      <FailureState error={error} resetErrorBoundary={retry} />
    ) : (
      <SimpleGrid cols={COLUMNS} aria-busy>
        {[1, 2, 3, 4, 5].map((card) => (
          <KpiSkeleton key={card} />
        ))}
      </SimpleGrid>
    );
  }
  const usd = data.usd?.nodes?.[0];
  const eur = data.eur?.nodes?.[0];
  const selic = data.interestRateDaily?.nodes?.[0];
  const ipca = data.ipca?.nodes?.[0];
  const unemployment = data.unemployment?.nodes?.[0];
  const of = (day: string | undefined): string => (day === undefined ? t('economy.notDelivered') : format.date(day));
  const dayChange = (change: number | null | undefined) =>
    change === null || change === undefined
      ? undefined
      : ({ text: t('economy.dayChange', { change: format.change(change * 100, 2) }), tone: 'neutral' } as const);

  return (
    <SimpleGrid cols={COLUMNS}>
      <Kpi
        label={t('economy.usd')}
        value={format.number(usd?.sell, 4)}
        unit={t('economy.brl')}
        change={dayChange(usd?.change)}
        foot={of(usd?.date)}
      />
      <Kpi
        label={t('economy.eur')}
        value={format.number(eur?.sell, 4)}
        unit={t('economy.brl')}
        change={dayChange(eur?.change)}
        foot={of(eur?.date)}
      />
      <Kpi label={t('economy.selic')} value={format.number(selic?.rate, 2)} unit={t('economy.perYear')} foot={of(selic?.date)} />
      <Kpi
        label={t('economy.ipca')}
        value={format.number(ipca?.twelveMonthAccumulated, 2)}
        unit="%"
        foot={
          ipca ? t('economy.ipcaFoot', { month: format.month(ipca.month), value: format.number(ipca.value, 2) }) : t('economy.notDelivered')
        }
      />
      <Kpi
        label={t('economy.unemployment')}
        value={format.number(unemployment?.value, 1)}
        unit="%"
        foot={unemployment ? t('economy.quarterTo', { month: format.month(unemployment.month) }) : t('economy.notDelivered')}
      />
    </SimpleGrid>
  );
}

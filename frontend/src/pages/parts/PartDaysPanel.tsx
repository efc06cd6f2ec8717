import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import type { DayCount } from '@/charts/days';
import { DaysHistogram } from '@/charts/DaysHistogram';
import { useFormat } from '@/i18n/useFormat';
import { dayColumns } from '@/lists/dayColumns';
import { Panel } from '@/ui/Panel';
import { PartDaysDocument, type PartDaysQuery } from './parts.generated';

/** How long the orders of a part took. */
export function PartDaysPanel({ partCode }: { readonly partCode: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(PartDaysDocument, { partCode });
  return (
    <Panel
      title={t('parts.days')}
      description={t('parts.daysText')}
      result={result}
      canShowRows
      isList
      empty={(data) => counts(data).length === 0 && t('parts.daysEmpty')}
      table={(data) => ({ name: `cycle-days-${partCode}`, columns: dayColumns(t, format), rows: counts(data) })}
    >
      {(data) => <Histogram data={data} />}
    </Panel>
  );
}

function Histogram({ data }: { readonly data: PartDaysQuery }) {
  const { t } = useTranslation();
  const known = useMemo(() => counts(data), [data]);
  return <DaysHistogram label={t('parts.days')} counts={known} />;
}

function counts({ purchaseLinesAggregate }: PartDaysQuery): readonly DayCount[] {
  return (purchaseLinesAggregate?.nodes ?? []).map(({ key, count }) => ({ days: key.requestToOrderDays ?? 0, count }));
}

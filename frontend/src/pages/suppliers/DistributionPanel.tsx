import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import type { DayCount } from '@/charts/days';
import { DaysHistogram } from '@/charts/DaysHistogram';
import { useFormat } from '@/i18n/useFormat';
import { dayColumns } from '@/lists/dayColumns';
import { Panel } from '@/ui/Panel';
import { SupplierDaysDocument, type SupplierDaysQuery } from './suppliers.generated';

interface DistributionPanelProps {
  readonly title: string;
  readonly description: string;
  /** One supplier only. */
  readonly supplierKey?: string;
}

/** How many lines took how many days from request to order. */
export function DistributionPanel({ title, description, supplierKey }: DistributionPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(SupplierDaysDocument, {
    where: { requestToOrderDays: { neq: null }, ...(supplierKey !== undefined && { supplierKey: { eq: supplierKey } }) },
  });
  return (
    <Panel
      title={title}
      description={description}
      result={result}
      height={240}
      canShowRows
      isList
      empty={(data) => counts(data).length === 0 && t('suppliers.noCycle')}
      table={(data) => ({ name: 'cycle-days', columns: dayColumns(t, format), rows: counts(data) })}
    >
      {(data) => <Histogram title={title} data={data} />}
    </Panel>
  );
}

function Histogram({ title, data }: { readonly title: string; readonly data: SupplierDaysQuery }) {
  const known = useMemo(() => counts(data), [data]);
  return <DaysHistogram label={title} counts={known} height={240} />;
}

function counts({ purchaseLinesAggregate }: SupplierDaysQuery): readonly DayCount[] {
  return (purchaseLinesAggregate?.nodes ?? []).map(({ key, count }) => ({ days: key.requestToOrderDays ?? 0, count }));
}

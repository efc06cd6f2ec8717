import type { TFunction } from 'i18next';
import type { DayCount } from '@/charts/days';
import type { Format } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';

/** A distribution of days as rows. */
export function dayColumns(t: TFunction, format: Format): readonly Column<DayCount>[] {
  return [
    { key: 'days', header: t('lines.days'), value: (it) => it.days, cell: (it) => format.number(it.days), align: 'right' },
    { key: 'count', header: t('suppliers.lines'), value: (it) => it.count, cell: (it) => format.number(it.count), align: 'right' },
  ];
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/useFormat';
import { supplierPath } from '@/lists/paths';
import type { Column } from '@/ui/columns';
import { Name, useShownName } from '@/ui/Name';
import { RowLink } from '@/ui/RowLink';
import classes from '@/ui/DataTable.module.css';
import { ShareBar } from '@/ui/ShareBar';
import type { SupplierListQuery } from './suppliers.generated';

type Supplier = NonNullable<NonNullable<SupplierListQuery['suppliers']>['nodes']>[number];

/** Columns of the list of suppliers, with a box to compare two. */
export function useSupplierColumns(compared: readonly string[], onCompare: (supplierKey: string) => void): readonly Column<Supplier>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const shownName = useShownName();
  const figures = useMemo(() => {
    const count = (key: 'lines' | 'parts' | 'cycleCount', header: string, width: number): Column<Supplier> => ({
      key,
      header,
      value: (it) => it.performance?.[key],
      cell: (it) => format.number(it.performance?.[key]),
      sort: `performance.${key}`,
      align: 'right',
      width,
    });
    const days = (key: 'cycleMedian' | 'cycleP90', header: string): Column<Supplier> => ({
      key,
      header,
      value: (it) => it.performance?.[key],
      cell: (it) => format.number(it.performance?.[key], 1),
      sort: `performance.${key}`,
      align: 'right',
      width: key === 'cycleP90' ? 74 : 94,
    });
    const share = (key: 'shareWithin7Days' | 'retroactiveShare', header: string, width: number): Column<Supplier> => ({
      key,
      header,
      value: (it) => it.performance?.[key],
      cell: (it) => format.percent(it.performance?.[key]),
      sort: `performance.${key}`,
      align: 'right',
      width,
    });

    return [
      {
        key: 'name',
        header: t('suppliers.name'),
        value: (it: Supplier) => it.displayName,
        cell: (it) => (
          <RowLink to={supplierPath(it.supplierKey)} isOfRow>
            <Name>{it.displayName}</Name>
          </RowLink>
        ),
        sort: 'displayName',
        width: 160,
        grow: true,
      },
      count('lines', t('suppliers.lines'), 82),
      {
        key: 'share',
        header: t('suppliers.share'),
        value: (it) => it.performance?.share,
        cell: (it) => (it.performance ? <ShareBar share={it.performance.share} /> : format.percent(null)),
        sort: 'performance.share',
        align: 'right',
        width: 124,
      },
      { ...count('parts', t('suppliers.parts'), 74), isOptional: true },
      days('cycleMedian', t('suppliers.median')),
      days('cycleP90', t('suppliers.p90')),
      count('cycleCount', t('suppliers.cycleCount'), 92),
      { ...share('shareWithin7Days', t('suppliers.within7'), 88), description: t('suppliers.within7Hint') },
      share('retroactiveShare', t('suppliers.retroactive'), 116),
      {
        key: 'last',
        header: t('suppliers.lastOrdered'),
        value: (it) => it.performance?.lastOrderedOn,
        cell: (it) => format.date(it.performance?.lastOrderedOn),
        sort: 'performance.lastOrderedOn',
        align: 'right',
        width: 104,
      },
      {
        key: 'kind',
        header: t('suppliers.kind'),
        value: (it) => t(`labels.supplierKind.${it.kind}`),
        width: 100,
        isOptional: true,
      },
    ] satisfies Column<Supplier>[];
  }, [t, format]);

  const [name, ...rest] = figures;
  const box: Column<Supplier> = {
    key: 'compare',
    header: t('suppliers.compare'),
    value: (it) => compared.includes(it.supplierKey),
    cell: (it) => (
      <input
        type="checkbox"
        tabIndex={-1}
        className={classes.box}
        aria-label={t('suppliers.compareOne', { name: shownName(it.displayName) })}
        checked={compared.includes(it.supplierKey)}
        onChange={() => {
          onCompare(it.supplierKey);
        }}
      />
    ),
    align: 'center',
    width: 86,
  };
  return name ? [name, box, ...rest] : rest;
}

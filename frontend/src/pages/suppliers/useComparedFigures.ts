import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { useShownName } from '@/ui/Name';
import type { Compared } from './ComparisonPanel';

type Performance = NonNullable<Compared['performance']>;

interface Figure {
  readonly name: string;
  readonly read: (performance: Performance) => number | string | null;
  readonly write: (performance: Performance) => string;
}

interface Figures {
  readonly columns: readonly Column<Figure>[];
  readonly rows: readonly Figure[];
}

/** The figures of suppliers as rows, one column for each supplier. */
export function useComparedFigures(): (suppliers: readonly Compared[]) => Figures {
  const { t } = useTranslation();
  const format = useFormat();
  const shownName = useShownName();
  const rows: readonly Figure[] = [
    { name: t('suppliers.lines'), read: (it) => it.lines, write: (it) => format.number(it.lines) },
    { name: t('suppliers.share'), read: (it) => it.share, write: (it) => format.percent(it.share) },
    { name: t('suppliers.parts'), read: (it) => it.parts, write: (it) => format.number(it.parts) },
    { name: t('suppliers.cycleCount'), read: (it) => it.cycleCount, write: (it) => format.number(it.cycleCount) },
    {
      name: `${t('suppliers.median')} (${t('units.days')})`,
      read: (it) => it.cycleMedian,
      write: (it) => format.number(it.cycleMedian, 1),
    },
    { name: `${t('suppliers.p90')} (${t('units.days')})`, read: (it) => it.cycleP90, write: (it) => format.number(it.cycleP90, 1) },
    { name: t('suppliers.within7'), read: (it) => it.shareWithin7Days, write: (it) => format.percent(it.shareWithin7Days) },
    { name: t('suppliers.retroactive'), read: (it) => it.retroactiveShare, write: (it) => format.percent(it.retroactiveShare) },
    { name: t('suppliers.lastOrdered'), read: (it) => it.lastOrderedOn, write: (it) => format.date(it.lastOrderedOn) },
  ];
  return (suppliers) => ({
    rows,
    columns: [
      { key: 'figure', header: t('suppliers.figure'), value: (it) => it.name, width: 140 },
      ...suppliers.map(({ supplierKey, displayName, performance }): Column<Figure> => ({
        key: supplierKey,
        header: shownName(displayName),
        value: (it) => performance && it.read(performance),
        cell: (it) => (performance ? it.write(performance) : format.number(null)),
        align: 'right',
      })),
    ],
  });
}

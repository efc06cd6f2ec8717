import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { ShareBar } from '@/ui/ShareBar';

/** What is told of a supplier of a part, and of a part of a supplier. */
interface Supply {
  readonly share: number;
  readonly cycleMean: number | null;
  readonly lastRequestedOn: string;
}

/** The columns that say how a supplier supplies a part. */
export function useSupplyColumns(): readonly Column<Supply>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'share', header: t('parts.share'), value: (it) => it.share, cell: (it) => <ShareBar share={it.share} />, align: 'right' },
    {
      key: 'cycle',
      header: t('parts.meanCycle'),
      value: (it) => it.cycleMean,
      cell: (it) => format.number(it.cycleMean, 1),
      align: 'right',
    },
    {
      key: 'last',
      header: t('parts.lastRequest'),
      value: (it) => it.lastRequestedOn,
      cell: (it) => format.date(it.lastRequestedOn),
      align: 'right',
    },
  ];
}

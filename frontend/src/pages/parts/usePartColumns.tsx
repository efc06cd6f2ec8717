import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { partPath } from '@/lists/paths';
import { useFormat } from '@/i18n/useFormat';
import { AlertBadge, ClassBadge } from '@/ui/badges';
import type { Column } from '@/ui/columns';
import { Missing } from '@/ui/Missing';
import { Name } from '@/ui/Name';
import { RowLink } from '@/ui/RowLink';
import type { PartListQuery } from './parts.generated';

export type PartRow = NonNullable<NonNullable<PartListQuery['parts']>['nodes']>[number];

/** Columns of the list of parts. A figure that does not exist gives the reason. */
export function usePartColumns(): readonly Column<PartRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const policyFigure = (key: 'safetyStock' | 'reorderPoint', header: string): Column<PartRow> => ({
      key,
      header,
      value: (it) => it.policy?.[key],
      cell: (it) => figure(it.policy?.[key], it.policy?.reason, format.quantity),
      sort: `policy.${key}`,
      align: 'right',
      width: 106,
    });
    const stockFigure = (key: 'onHand' | 'coverageDays' | 'suggestedQuantity', header: string): Column<PartRow> => ({
      key,
      header,
      value: (it) => it.inventory?.[key],
      cell: (it) => figure(it.inventory?.[key], it.inventory?.reason ?? it.policy?.reason, format.quantity),
      sort: `inventory.${key}`,
      align: 'right',
      width: key === 'onHand' ? 80 : 106,
    });

    return [
      {
        key: 'name',
        header: t('parts.name'),
        value: (it) => it.name,
        cell: (it) => (
          <RowLink to={partPath(it.partCode)} isOfRow>
            <Name>{it.name}</Name>
          </RowLink>
        ),
        sort: 'name',
        width: 180,
        grow: true,
      },
      { key: 'code', header: t('parts.code'), value: (it) => it.partCode, sort: 'partCode', width: 78 },
      {
        key: 'class',
        header: t('parts.classes'),
        value: (it) => (it.policy ? `${it.policy.abcClass}${it.policy.xyzClass}` : null),
        cell: (it) => (it.policy ? <ClassBadge abc={it.policy.abcClass} xyz={it.policy.xyzClass} /> : <Missing reason={null} />),
        width: 76,
      },
      {
        key: 'alert',
        header: t('parts.alert'),
        value: (it) => it.inventory?.alertLevel,
        cell: (it) =>
          it.inventory?.alertLevel ? <AlertBadge level={it.inventory.alertLevel} /> : <Missing reason={it.inventory?.reason} />,
        width: 108,
      },
      {
        key: 'lines',
        header: t('parts.lines'),
        description: t('parts.linesHint'),
        value: (it) => it.policy?.lines,
        cell: (it) => format.number(it.policy?.lines),
        sort: 'policy.lines',
        align: 'right',
        width: 82,
      },
      {
        key: 'dailyMean',
        header: t('parts.dailyMean'),
        description: t('parts.dailyMeanHint'),
        value: (it) => it.policy?.dailyMean,
        cell: (it) => format.quantity(it.policy?.dailyMean),
        sort: 'policy.dailyMean',
        align: 'right',
        width: 96,
      },
      policyFigure('safetyStock', t('parts.safetyStock')),
      policyFigure('reorderPoint', t('parts.reorderPoint')),
      stockFigure('onHand', t('parts.onHand')),
      stockFigure('coverageDays', t('parts.coverage')),
      { ...stockFigure('suggestedQuantity', t('parts.suggested')), isOptional: true },
      {
        key: 'family',
        header: t('parts.family'),
        value: (it) => it.familyName,
        cell: (it) => <Name>{it.familyName}</Name>,
        sort: 'familyName',
        width: 190,
        isOptional: true,
      },
      {
        key: 'pattern',
        header: t('parts.pattern'),
        value: (it) => it.policy && t(`labels.pattern.${it.policy.pattern}`),
        width: 140,
        isOptional: true,
      },
      { key: 'unit', header: t('parts.unit'), value: (it) => it.unit, width: 80, isOptional: true },
      {
        key: 'lastRequest',
        header: t('parts.lastRequest'),
        value: (it) => it.lastRequestedOn,
        cell: (it) => format.date(it.lastRequestedOn),
        sort: 'lastRequestedOn',
        align: 'right',
        width: 112,
        isOptional: true,
      },
    ];
  }, [t, format]);
}

function figure(value: number | null | undefined, reason: Parameters<typeof Missing>[0]['reason'], write: (value: number) => string) {
  return value === null || value === undefined ? <Missing reason={reason} /> : write(value);
}

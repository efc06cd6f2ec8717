import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PurchaseLineFilterInput } from '@/api/schema.generated';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Name } from '@/ui/Name';
import { Panel } from '@/ui/Panel';
import { SimpleTable } from '@/ui/SimpleTable';
import { SiteFamiliesDocument, type SiteFamiliesQuery } from './sites.generated';

type Family = NonNullable<NonNullable<SiteFamiliesQuery['purchaseLinesAggregate']>['nodes']>[number];

/** What a site receives, by family. */
export function FamiliesPanel({ where }: { readonly where: PurchaseLineFilterInput }) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(SiteFamiliesDocument, { where });
  const columns: readonly Column<Family>[] = [
    {
      key: 'family',
      header: t('sites.family'),
      value: (it) => it.key.familyName,
      cell: (it) => (
        <Anchor component={Link} to={`/parts?family=${encodeURIComponent(it.key.familyName ?? '')}`} size="sm">
          <Name>{it.key.familyName ?? ''}</Name>
        </Anchor>
      ),
    },
    { key: 'lines', header: t('sites.lines'), value: (it) => it.count, cell: (it) => format.number(it.count), align: 'right' },
  ];

  return (
    <Panel
      title={t('sites.families')}
      description={t('sites.familiesText')}
      result={result}
      height={300}
      isList
      empty={(data) => !data.purchaseLinesAggregate?.nodes?.length && t('sites.NO_PURCHASES_TEXT')}
      table={(data) => ({ name: 'families', columns, rows: data.purchaseLinesAggregate?.nodes ?? [] })}
    >
      {(data) => (
        <SimpleTable
          label={t('sites.families')}
          columns={columns}
          rows={data.purchaseLinesAggregate?.nodes ?? []}
          rowKey={(it) => it.key.familyName ?? ''}
          maxHeight={300}
        />
      )}
    </Panel>
  );
}

import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useGold } from '@/api/useGold';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from '@/ui/columns';
import { Panel } from '@/ui/Panel';
import { useClassText } from '@/ui/useClassText';
import { abcClasses, matrixWhere, xyzClasses, type PartFilters } from './filters';
import { PartMatrixDocument, type PartMatrixQuery } from './parts.generated';
import classes from './Matrix.module.css';

type Cell = NonNullable<NonNullable<PartMatrixQuery['partPoliciesAggregate']>['nodes']>[number];

interface MatrixPanelProps {
  readonly filters: PartFilters;
  readonly onFilter: (changes: Pick<PartFilters, 'abc' | 'xyz'>) => void;
}

/** Parts by importance and steadiness; a cell filters the list to its parts, and once more to all. */
export function MatrixPanel({ filters, onFilter }: MatrixPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = useGold(PartMatrixDocument, { where: matrixWhere(filters) });
  const columns: readonly Column<Cell>[] = [
    { key: 'abc', header: t('parts.abcAxis'), value: (it) => it.key.abcClass },
    { key: 'xyz', header: t('parts.xyzAxis'), value: (it) => it.key.xyzClass },
    { key: 'count', header: t('parts.matrixCount'), value: (it) => it.count, cell: (it) => format.number(it.count), align: 'right' },
    {
      key: 'lines',
      header: t('parts.matrixLines'),
      value: (it) => it.lines.sum,
      cell: (it) => format.number(it.lines.sum),
      align: 'right',
    },
  ];

  return (
    <Panel
      title={t('parts.matrix')}
      description={t('parts.matrixText')}
      result={result}
      height={226}
      canShowRows
      isList
      empty={(data) => !data.partPoliciesAggregate?.nodes?.length && t('state.noRows')}
      table={(data) => ({ name: 'abc-xyz', columns, rows: data.partPoliciesAggregate?.nodes ?? [] })}
    >
      {(data) => <Matrix cells={data.partPoliciesAggregate?.nodes ?? []} filters={filters} onFilter={onFilter} />}
    </Panel>
  );
}

function Matrix({ cells, filters, onFilter }: MatrixPanelProps & { readonly cells: readonly Cell[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const classText = useClassText();
  const most = Math.max(1, ...cells.map((it) => it.count));

  return (
    <div className={classes.matrix} role="group" aria-label={t('parts.matrix')}>
      <div />
      {xyzClasses.map((xyz) => (
        <div key={xyz} className={classes.head}>
          {t(`labels.xyz.${xyz}`)}
        </div>
      ))}
      {abcClasses.map((abc) => (
        <Fragment key={abc}>
          <div className={classes.side}>{classText(abc)}</div>
          {xyzClasses.map((xyz) => {
            const cell = cells.find((it) => it.key.abcClass === abc && it.key.xyzClass === xyz);
            const isChosen = filters.abc === abc && filters.xyz === xyz;
            const [count, lines] = [format.number(cell?.count ?? 0), format.number(cell?.lines.sum ?? 0)];
            return (
              <UnstyledButton
                key={xyz}
                className={classes.cell ?? ''}
                style={{ '--weight': `${Math.round(((cell?.count ?? 0) / most) * 55)}%` }}
                disabled={!cell}
                aria-pressed={isChosen}
                onClick={() => {
                  onFilter(isChosen ? { abc: undefined, xyz: undefined } : { abc, xyz });
                }}
              >
                <VisuallyHidden>{t('parts.matrixCell', { abc, xyz, count, lines })}</VisuallyHidden>
                <span className={classes.name} aria-hidden>{`${abc}${xyz}`}</span>
                <span className={classes.count} aria-hidden>
                  {count}
                </span>
                <span className={classes.lines} aria-hidden>{`${lines} ${t('units.lines')}`}</span>
              </UnstyledButton>
            );
          })}
        </Fragment>
      ))}
    </div>
  );
}

import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '@/address/order';
import type { Column } from './columns';
import classes from './DataTable.module.css';

interface HeaderCellProps {
  readonly column: Pick<Column<never>, 'header' | 'sort' | 'align' | 'description'> | undefined;
  readonly order: Order | undefined;
  readonly onOrder: ((order: Order) => void) | undefined;
}

/** The head of a column; pressing it orders by the column, pressing it again turns the order round. */
export const HeaderCell = memo(function HeaderCell({ column, order, onOrder }: HeaderCellProps) {
  const { t } = useTranslation();
  const { header, sort: path, align = 'left', description } = column ?? {};
  const sorted = path !== undefined && order?.path === path ? (order.descending ? 'descending' : 'ascending') : undefined;

  if (path === undefined || !onOrder) {
    return (
      <div role="columnheader" className={classes.headCell} data-align={align} title={description}>
        {header}
      </div>
    );
  }
  return (
    <div role="columnheader" className={classes.headCell} data-align={align} aria-sort={sorted ?? 'none'}>
      <UnstyledButton
        className={classes.sort ?? ''}
        title={description}
        aria-label={t('table.sortBy', { column: header ?? '' })}
        onClick={() => {
          // Numbers are mostly looked at from the largest on, names from A on.
          onOrder({ path, descending: sorted ? sorted === 'ascending' : align === 'right' });
        }}
      >
        <span className={classes.sortText}>{header}</span>
        {sorted === 'ascending' && <IconArrowUp size={14} aria-hidden />}
        {sorted === 'descending' && <IconArrowDown size={14} aria-hidden />}
      </UnstyledButton>
    </div>
  );
});

import { FlexRender, type Row as Model } from '@tanstack/react-table';
import { memo } from 'react';
import type { Column } from './columns';
import type { features } from './tableFeatures';
import classes from './DataTable.module.css';

interface DataRowProps<Row extends object> {
  readonly model: Model<typeof features, Row>;
  readonly columns: ReadonlyMap<string, Column<Row>>;
  readonly visibility: Readonly<Record<string, boolean>>;
  readonly index: number;
  readonly start: number;
  readonly isTabStop: boolean;
  readonly isSelected: boolean | undefined;
  readonly isLink: boolean;
}

function DrawnRow<Row extends object>({ model, columns, index, start, isTabStop, isSelected, isLink }: DataRowProps<Row>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      data-link={isLink || undefined}
      className={classes.row}
      style={{ transform: `translateY(${start}px)` }}
      tabIndex={isTabStop ? 0 : -1}
    >
      {model.getVisibleCells().map((cell) => (
        <div key={cell.id} role="gridcell" className={classes.cell} data-align={columns.get(cell.column.id)?.align}>
          <FlexRender cell={cell} />
        </div>
      ))}
    </div>
  );
}

/** One row. The table makes new models with every step of a scroll; what a row shows only depends on what follows. */
export const DataRow = memo(
  DrawnRow,
  (before, after) =>
    before.model.original === after.model.original &&
    before.columns === after.columns &&
    before.visibility === after.visibility &&
    before.index === after.index &&
    before.start === after.start &&
    before.isTabStop === after.isTabStop &&
    before.isSelected === after.isSelected &&
    before.isLink === after.isLink,
) as typeof DrawnRow;

import { Loader, VisuallyHidden } from '@mantine/core';
import { useTable, type ColumnDef } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Order } from '@/address/order';
import type { CsvValue } from '@/api/csv';
import type { Column } from './columns';
import { DataRow } from './DataRow';
import { HeaderCell } from './HeaderCell';
import { features } from './tableFeatures';
import { useKeptFocus } from './useKeptFocus';
import { usePrinting } from './usePrinting';
import classes from './DataTable.module.css';

const ROW_HEIGHT = 40;
const DEFAULT_WIDTH = 120;
/** So many rows are left when the next page is asked for. */
const LOAD_AHEAD = 60;
/** As many as a reader may want on paper; whoever wants more takes the file. */
const PRINTED_ROWS = 500;

interface DataTableProps<Row extends object> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** How many rows the whole list has, when it is known. */
  readonly total?: number | undefined;
  readonly hidden?: ReadonlySet<string>;
  readonly order?: Order;
  readonly onOrder?: (order: Order) => void;
  readonly hasMore?: boolean;
  readonly isLoadingMore?: boolean;
  readonly onMore?: () => void;
  /** The page that a row leads to. */
  readonly linkTo?: (row: Row) => string;
  readonly isSelected?: (row: Row) => boolean;
  /** Chooses a row or lets it go: the space bar. */
  readonly onSelect?: (row: Row) => void;
  /** Told when another row has become the first one on the screen. */
  readonly onTop?: (index: number) => void;
  /** When it changes the list is another one and begins at its first row. */
  readonly resetKey?: string;
  readonly maxHeight?: number | string;
}

/**
 * A table of any length: only the rows on the screen are drawn, and more are asked for before the last one is reached.
 * One row at a time can be tabbed to; the arrows lead to the others and Enter opens one.
 */
export function DataTable<Row extends object>({
  label,
  columns,
  rows,
  rowKey,
  total,
  hidden,
  order,
  onOrder,
  hasMore = false,
  isLoadingMore = false,
  onMore,
  linkTo,
  isSelected,
  onSelect,
  onTop,
  resetKey,
  maxHeight = 'max(320px, calc(100dvh - 330px))',
}: DataTableProps<Row>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const viewport = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const isPrinting = usePrinting();

  // The virtualizer hands out functions that change without telling; this component is the only one that reads them.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : rowKey(row);
    },
  });
  const items = isPrinting
    ? rows.slice(0, PRINTED_ROWS).map((_, index) => ({ index, start: index * ROW_HEIGHT }))
    : virtualizer.getVirtualItems();
  const top = items[0]?.index ?? 0;
  const bottom = items.at(-1)?.index ?? 0;

  const definitions = useMemo(() => columns.map(definition), [columns]);
  const byKey = useMemo(() => new Map(columns.map((column) => [column.key, column])), [columns]);
  // The service filters and orders, so the table only has to know the rows that are drawn.
  const data = useMemo(() => rows.slice(top, bottom + 1), [rows, top, bottom]);
  const columnVisibility = useMemo(() => Object.fromEntries([...(hidden ?? [])].map((key) => [key, false])), [hidden]);
  const table = useTable({ features, columns: definitions, data, state: { columnVisibility } });
  const drawn = table.getRowModel().rows;
  const shown = columns.filter((column) => !hidden?.has(column.key));

  const more = useEffectEvent(() => {
    onMore?.();
  });
  useEffect(() => {
    if (hasMore && !isLoadingMore && rows.length > 0 && bottom >= rows.length - LOAD_AHEAD) {
      more();
    }
  }, [hasMore, isLoadingMore, rows.length, bottom]);

  const firstOnScreen = Math.floor((virtualizer.scrollOffset ?? 0) / ROW_HEIGHT);
  const tellTop = useEffectEvent((index: number) => {
    onTop?.(index);
  });
  useEffect(() => {
    tellTop(firstOnScreen);
  }, [firstOnScreen]);

  const begin = useEffectEvent(() => {
    setActive(0);
    virtualizer.scrollToOffset(0);
  });
  useEffect(() => {
    begin();
  }, [resetKey]);

  const rowAt = (index: number): HTMLElement | null | undefined => viewport.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
  const kept = useKeptFocus(rows, {
    isInside: () => viewport.current?.contains(document.activeElement) === true,
    onMoved: () => {
      setActive(indexOf(document.activeElement) ?? active);
    },
    onGone: () => {
      (rowAt(Math.min(active, rows.length - 1)) ?? viewport.current)?.focus({ preventScroll: true });
    },
  });
  const focus = (index: number): void => {
    const wanted = Math.max(0, Math.min(rows.length - 1, index));
    setActive(wanted);
    virtualizer.scrollToIndex(wanted);
    // At once when it is drawn, so that no key of a fast hand is lost; else when it has been.
    const take = (): boolean => {
      const row = rowAt(wanted);
      row?.focus({ preventScroll: true });
      return row != null;
    };
    if (!take()) {
      requestAnimationFrame(take);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const index = indexOf(event.target);
    if (index === undefined) {
      return;
    }
    const page = Math.max(1, Math.floor((viewport.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: rows.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      focus(target);
    } else if (event.key === 'Enter' && !isControl(event.target)) {
      open(index);
    } else if (event.key === ' ' && onSelect && !isControl(event.target) && rows[index] !== undefined) {
      event.preventDefault();
      onSelect(rows[index]);
    }
  };
  const open = (index: number | undefined): void => {
    const row = index === undefined ? undefined : rows[index];
    if (linkTo && row !== undefined) {
      void navigate(linkTo(row));
    }
  };

  const tabStop = active >= top && active <= bottom ? active : firstOnScreen;
  const style = {
    '--columns': isPrinting ? paperTemplate(shown) : gridTemplate(shown),
    '--width': isPrinting ? '0' : `calc(${shown.map(leastWidth).join(' + ')})`,
    maxHeight: isPrinting ? 'none' : maxHeight,
  } as CSSProperties;

  return (
    <div
      ref={viewport}
      role="grid"
      aria-label={label}
      aria-rowcount={(total ?? rows.length) + 1}
      aria-colcount={shown.length}
      className={classes.viewport}
      style={style}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        kept.onFocus(event);
        setActive(indexOf(event.target) ?? active);
      }}
      onBlur={kept.onBlur}
      onClick={(event) => {
        if (!isControl(event.target) && window.getSelection()?.isCollapsed !== false) {
          open(indexOf(event.target));
        }
      }}
      data-table
    >
      <div role="rowgroup" className={classes.head}>
        {table.getHeaderGroups().map((group) => (
          <div key={group.id} role="row" aria-rowindex={1} className={classes.row}>
            {group.headers.map(({ id }) => (
              <HeaderCell key={id} column={byKey.get(id)} order={order} onOrder={onOrder} />
            ))}
          </div>
        ))}
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: isPrinting ? 'auto' : virtualizer.getTotalSize() }}>
        {items.map((item, place) => {
          const row = rows[item.index];
          const model = drawn[place];
          if (row === undefined || model === undefined) {
            return null;
          }
          return (
            <DataRow
              key={rowKey(row)}
              model={model}
              columns={byKey}
              visibility={columnVisibility}
              index={item.index}
              start={item.start}
              isTabStop={item.index === tabStop}
              isSelected={isSelected?.(row)}
              isLink={linkTo !== undefined}
            />
          );
        })}
      </div>
      {isLoadingMore && (
        <div className={classes.more}>
          <Loader size="xs" aria-hidden />
          <VisuallyHidden role="status">{t('table.loadingMore')}</VisuallyHidden>
        </div>
      )}
    </div>
  );
}

function definition<Row extends object>({ key, header, value, cell }: Column<Row>): ColumnDef<typeof features, Row> {
  return {
    id: key,
    accessorFn: value,
    header,
    cell: ({ row }) => (cell ? cell(row.original) : plain(value(row.original))),
  };
}

function plain(value: CsvValue): string {
  return value === null || value === undefined || value === '' ? '–' : String(value);
}

type Sized = Pick<Column<never>, 'width' | 'grow'>;

function gridTemplate(columns: readonly Sized[]): string {
  return columns.map(({ width = DEFAULT_WIDTH, grow }) => `minmax(${leastWidth({ width })}, ${grow ? '3fr' : '1fr'})`).join(' ');
}

/** Paper can't be moved sideways, so the columns share its width. */
function paperTemplate(columns: readonly Sized[]): string {
  return columns.map(({ width = DEFAULT_WIDTH }) => `minmax(0, ${width}fr)`).join(' ');
}

/** On a phone no column takes more than its part of the screen. */
function leastWidth({ width = DEFAULT_WIDTH }: Pick<Sized, 'width'>): string {
  return `min(${width}px, 42vw)`;
}

/** The row that something belongs to. */
function indexOf(target: EventTarget | null): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row ? Number(row.dataset.index) : undefined;
}

/** Whether a key or click meant a link, button or box inside the row. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label') !== null;
}

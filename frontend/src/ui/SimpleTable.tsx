import { ScrollArea, Table } from '@mantine/core';
import type { Key } from 'react';
import type { Column } from './columns';
import { usePrinting } from './usePrinting';

interface SimpleTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** What a row is about. Links and buttons inside rows need it: others may come before theirs while one has the focus or asks something. */
  readonly rowKey?: (row: Row) => Key;
  readonly maxHeight?: number;
}

/** A short table, all rows of it. */
export function SimpleTable<Row>({ label, columns, rows, rowKey, maxHeight }: SimpleTableProps<Row>) {
  const isPrinting = usePrinting();
  return (
    <ScrollArea.Autosize
      mah={isPrinting ? undefined : maxHeight}
      type="auto"
      viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': label }}
    >
      <Table stickyHeader highlightOnHover verticalSpacing={6} aria-label={label} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th
                key={column.key}
                miw={column.width ?? 'auto'}
                ta={column.align ?? 'left'}
                scope="col"
                fw={600}
                title={column.description}
              >
                {column.header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={rowKey?.(row) ?? index}>
              {columns.map((column) => (
                <Table.Td key={column.key} ta={column.align ?? 'left'} className={column.align === 'right' ? 'nc-number' : undefined}>
                  {column.cell ? column.cell(row) : shown(column.value(row))}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}

function shown(value: string | number | boolean | null | undefined): string {
  return value === null || value === undefined || value === '' ? '–' : String(value);
}

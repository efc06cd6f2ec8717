import type { ReactNode } from 'react';
import type { CsvValue } from '@/api/csv';

/** One column of rows: its plain value for files, and how a reader sees it. */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly value: (row: Row) => CsvValue;
  /** How it is shown; the plain value when not given. */
  readonly cell?: (row: Row) => ReactNode;
  readonly align?: 'left' | 'right' | 'center';
  /** Width in pixels where columns have fixed widths. */
  readonly width?: number;
  /** Takes the space that is left. */
  readonly grow?: boolean;
  /** What it is ordered by, when it can be. */
  readonly sort?: string;
  readonly description?: string;
  /** Not shown until it is asked for. */
  readonly isOptional?: boolean;
}

import { Box, Skeleton, Title } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { Gold } from '@/api/useGold';
import type { Column } from './columns';
import { EmptyState } from './EmptyState';
import { FailureState } from './FailureState';
import { PanelMenu } from './PanelMenu';
import { SimpleTable } from './SimpleTable';
import classes from './Panel.module.css';

/** The same content as rows: what is downloaded, and what stands in for a chart. */
export interface PanelTable<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

interface PanelProps<Data, Row> {
  readonly title: string;
  readonly description?: ReactNode;
  readonly result: Gold<Data>;
  /** Kept free while loading, so that nothing moves when the answer comes. */
  readonly height?: number;
  /** Why there is nothing to show; undefined when there is something. */
  readonly empty?: (data: Data) => ReactNode;
  readonly table?: (data: Data) => PanelTable<Row>;
  /** Whether the rows may be shown instead of the content. */
  readonly canShowRows?: boolean;
  /** Whether the service can write the whole list as a file: its operation has one root field that is a list. */
  readonly isList?: boolean;
  readonly controls?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** One part of a page: its answer, or why there is none, and what can be done with it. A part that fails leaves the others alone. */
export function Panel<Data, Row = never>({
  title,
  description,
  controls,
  result,
  table,
  canShowRows,
  isList,
  ...content
}: PanelProps<Data, Row>) {
  const titleId = useId();
  const [showsRows, setShowsRows] = useState(false);
  const rows = result.data === undefined ? undefined : table?.(result.data);

  return (
    <Box component="section" className={`nc-panel ${classes.panel ?? ''}`} aria-labelledby={titleId} aria-busy={result.isLoading}>
      <div className={classes.head}>
        <Box flex={1} miw={0}>
          <Title order={2} id={titleId} className={classes.title ?? ''}>
            {title}
          </Title>
          {description && <div className={classes.description}>{description}</div>}
        </Box>
        {controls && <div className={`nc-no-print ${classes.controls ?? ''}`}>{controls}</div>}
        <div className="nc-no-print">
          <PanelMenu
            title={title}
            operation={result.operation}
            table={rows}
            isList={isList ?? false}
            rowsToggle={canShowRows ? { shown: showsRows, set: setShowsRows } : undefined}
          />
        </div>
      </div>
      <div className={classes.body} data-refreshing={result.isRefreshing || undefined}>
        <ErrorBoundary FallbackComponent={FailureState} resetKeys={[result.data]}>
          <PanelContent {...content} result={result} rows={showsRows ? rows : undefined} title={title} />
        </ErrorBoundary>
      </div>
    </Box>
  );
}

type ContentProps<Data, Row> = Pick<PanelProps<Data, Row>, 'result' | 'height' | 'empty' | 'children' | 'title'> & {
  readonly rows: PanelTable<Row> | undefined;
};

function PanelContent<Data, Row>({ result, height = 280, empty, rows, title, children }: ContentProps<Data, Row>) {
  if (result.data === undefined) {
    return result.error ? (
      <FailureState error={result.error} resetErrorBoundary={result.retry} />
    ) : (
      <Skeleton height={height} radius="sm" />
    );
  }
  const reason = empty?.(result.data);
  if (reason !== undefined && reason !== null && reason !== false) {
    return <EmptyState height={height}>{reason}</EmptyState>;
  }
  return rows ? <SimpleTable label={title} columns={rows.columns} rows={rows.rows} maxHeight={height} /> : children(result.data);
}

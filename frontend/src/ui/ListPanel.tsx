import { ActionIcon, Alert, Box, Button, Group, Menu, Skeleton, Text, Title } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { useTranslation } from 'react-i18next';
import type { Readers } from '@/address/readers';
import type { ListAddress } from '@/address/useListAddress';
import type { GoldList } from '@/api/useGoldList';
import { useFormat } from '@/i18n/useFormat';
import type { Column } from './columns';
import { DataTable } from './DataTable';
import { EmptyState } from './EmptyState';
import { FailureState } from './FailureState';
import { PanelMenu } from './PanelMenu';
import classes from './Panel.module.css';

interface ListPanelProps<Row extends object, Filters extends Readers> {
  readonly title: string;
  readonly description?: ReactNode;
  /** Name of the files that are downloaded. */
  readonly name: string;
  readonly list: GoldList<Row>;
  readonly address: ListAddress<Filters>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly linkTo?: (row: Row) => string;
  readonly isSelected?: (row: Row) => boolean;
  readonly onSelect?: (row: Row) => void;
  /** Fields to filter by, above the rows. */
  readonly filters?: ReactNode;
  /** Why there is no row even without filters. */
  readonly reason?: ReactNode;
  readonly maxHeight?: number | string;
}

const HEIGHT = 420;

/** A list of any length with its filters, its order, its files and its query. */
export function ListPanel<Row extends object, Filters extends Readers>({
  title,
  description,
  name,
  list,
  address,
  columns,
  filters,
  reason,
  ...table
}: ListPanelProps<Row, Filters>) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleId = useId();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set(columns.filter((it) => it.isOptional).map((it) => it.key)));
  const { rows } = list;
  const shown = columns.filter((column) => !hidden.has(column.key));

  return (
    <Box component="section" className={`nc-panel ${classes.panel ?? ''}`} aria-labelledby={titleId} aria-busy={list.isLoading}>
      <div className={classes.head}>
        <Box flex={1} miw={0}>
          <Title order={2} id={titleId} className={classes.title ?? ''}>
            {title}
          </Title>
          {description && <div className={classes.description}>{description}</div>}
        </Box>
        <Group gap="xs" wrap="nowrap">
          <Text size="sm" c="var(--nc-quiet)" role="status" className="nc-number" style={{ whiteSpace: 'nowrap' }}>
            {rows && list.total !== undefined
              ? t('table.shownOf', { shown: format.number(rows.length), total: format.number(list.total) })
              : !list.error && t('state.loading')}
          </Text>
          <Group gap={4} wrap="nowrap" className="nc-no-print">
            <ColumnsMenu columns={columns} hidden={hidden} onChange={setHidden} />
            <PanelMenu
              title={title}
              operation={list.operation}
              table={rows && { name, columns: shown, rows }}
              isList
              rowsToggle={undefined}
            />
          </Group>
        </Group>
      </div>
      {filters && (
        <Group gap="xs" mb="sm" align="flex-end" className="nc-no-print">
          {filters}
          {address.isFiltered && (
            <Button variant="subtle" color="gray" size="compact-sm" mb={6} onClick={address.clearFilters}>
              {t('action.clear')}
            </Button>
          )}
        </Group>
      )}
      {address.start !== undefined && (
        <Group gap="xs" mb="xs" className="nc-no-print">
          <Text size="sm" c="var(--nc-quiet)">
            {t('table.midway')}
          </Text>
          <Button variant="subtle" size="compact-sm" onClick={address.restart}>
            {t('table.fromStart')}
          </Button>
        </Group>
      )}
      <div className={classes.body} data-refreshing={list.isRefreshing || undefined}>
        <ErrorBoundary FallbackComponent={FailureState} resetKeys={[rows]}>
          {rows === undefined ? (
            list.error ? (
              <FailureState error={list.error} resetErrorBoundary={list.retry} />
            ) : (
              <Skeleton height={HEIGHT} radius="sm" />
            )
          ) : rows.length === 0 ? (
            <EmptyState height={HEIGHT}>{address.isFiltered ? t('state.noRows') : (reason ?? t('state.noData'))}</EmptyState>
          ) : (
            <>
              <DataTable
                {...table}
                label={title}
                columns={columns}
                hidden={hidden}
                rows={rows}
                total={list.total}
                order={address.order}
                onOrder={address.setOrder}
                hasMore={list.hasMore && !list.error && !list.isRefreshing}
                isLoadingMore={list.isLoadingMore}
                onMore={list.loadMore}
                onTop={(index) => {
                  address.setAfter(list.cursorBefore(index));
                }}
                resetKey={address.key}
              />
              {list.error && (
                <Alert color="red" variant="light" mt="xs" role="alert" title={t('table.moreFailed')}>
                  <Button size="compact-sm" variant="light" color="red" onClick={list.loadMore}>
                    {t('action.retry')}
                  </Button>
                </Alert>
              )}
            </>
          )}
        </ErrorBoundary>
      </div>
    </Box>
  );
}

interface ColumnsMenuProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (hidden: ReadonlySet<string>) => void;
}

/** Which columns are shown; the first one always is, for it says what a row is about. */
function ColumnsMenu<Row>({ columns, hidden, onChange }: ColumnsMenuProps<Row>) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" shadow="md" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('table.columns')}>
          <IconColumns3 size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {columns.slice(1).map(({ key, header }) => (
          <Menu.CheckboxItem
            key={key}
            checked={!hidden.has(key)}
            onChange={() => {
              onChange(toggled(hidden, key));
            }}
          >
            {header}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(keys);
  if (!after.delete(key)) {
    after.add(key);
  }
  return after;
}

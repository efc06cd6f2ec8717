import { ActionIcon, Menu } from '@mantine/core';
import { IconBrandGraphql, IconChartBar, IconDots, IconDownload, IconFileTypeCsv, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { csvSeparator, toCsv } from '@/api/csv';
import { downloadList, saveFile, type FileFormat } from '@/api/download';
import { explorerLink, inTabOfItsOwn } from '@/api/explorer';
import type { Operation } from '@/api/useGold';
import type { Column } from './columns';
import { useToast } from './useToast';

interface PanelMenuProps<Row> {
  readonly title: string;
  readonly operation: Operation;
  readonly table: { readonly name: string; readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[] } | undefined;
  readonly isList: boolean;
  readonly rowsToggle: { readonly shown: boolean; readonly set: (shown: boolean) => void } | undefined;
}

/** What can be done with a part of a page: see it as rows, take it away as a file, open its query in the explorer. */
export function PanelMenu<Row>({ title, operation, table, isList, rowsToggle }: PanelMenuProps<Row>) {
  const { t, i18n } = useTranslation();
  const toast = useToast();

  const saveShown = (): void => {
    if (table) {
      const header = table.columns.map((column) => column.header);
      const rows = table.rows.map((row) => table.columns.map((column) => column.value(row)));
      saveFile(toCsv(header, rows, i18n.language), `${table.name}.csv`);
    }
  };
  const saveAll = (format: FileFormat): void => {
    downloadList(operation, format, table?.name ?? 'nova-corrente', csvSeparator(i18n.language)).catch((error: unknown) => {
      toast({ color: 'red', title: t('state.failed'), message: error instanceof Error ? error.message : String(error) });
    });
  };

  return (
    <Menu position="bottom-end" shadow="md" width={260}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('action.menuOf', { title })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {rowsToggle && (
          <Menu.Item
            leftSection={rowsToggle.shown ? <IconChartBar size={16} aria-hidden /> : <IconTable size={16} aria-hidden />}
            onClick={() => {
              rowsToggle.set(!rowsToggle.shown);
            }}
          >
            {t(rowsToggle.shown ? 'action.showChart' : 'action.showRows')}
          </Menu.Item>
        )}
        {table && (
          <Menu.Item leftSection={<IconFileTypeCsv size={16} aria-hidden />} onClick={saveShown} disabled={table.rows.length === 0}>
            {t('action.csvShown')}
          </Menu.Item>
        )}
        {isList && (
          <>
            <Menu.Item
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => {
                saveAll('csv');
              }}
            >
              {t('action.csvAll')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => {
                saveAll('parquet');
              }}
            >
              {t('action.parquetAll')}
            </Menu.Item>
          </>
        )}
        <Menu.Item component="a" href={explorerLink(operation)} {...inTabOfItsOwn} leftSection={<IconBrandGraphql size={16} aria-hidden />}>
          {t('action.explorer')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

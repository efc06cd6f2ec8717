import { Combobox, Group, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SearchKind } from '@/api/schema.generated';
import { useGold } from '@/api/useGold';
import { GlobalSearchDocument } from './live.generated';
import classes from './GlobalSearch.module.css';

const folders: Readonly<Record<SearchKind, string>> = { PART: 'parts', SUPPLIER: 'suppliers', SITE: 'sites' };

/** Finds parts, suppliers and sites by code or name, from every page. */
export function GlobalSearch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
    },
  });
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const result = useGold(GlobalSearchDocument, { text: asked }, { pause: asked === '' });
  const hits = asked === '' ? [] : (result.data?.search?.nodes ?? []);

  const focus = (): void => {
    input.current?.focus();
  };
  useHotkeys([
    ['mod+K', focus],
    ['/', focus],
  ]);

  return (
    <Combobox
      store={combobox}
      position="bottom-end"
      width={380}
      shadow="md"
      onOptionSubmit={(place) => {
        setText('');
        combobox.closeDropdown();
        input.current?.blur();
        void navigate(place);
      }}
    >
      <Combobox.Target withExpandedAttribute {...(hits.length === 0 && { 'aria-activedescendant': null })}>
        <TextInput
          ref={input}
          size="sm"
          w={{ base: 130, xs: 180, lg: 260 }}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={asked !== '' && result.isLoading ? <Loader size={14} /> : undefined}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => {
            combobox.openDropdown();
          }}
          onBlur={() => {
            combobox.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        {hits.length === 0 ? (
          <Text size="sm" ta="center" p="xs" c="var(--nc-quiet)" role="status">
            {asked !== '' && !result.isLoading ? t('search.nothing', { text: asked }) : t('search.hint')}
          </Text>
        ) : (
          <Combobox.Options mah={380} style={{ overflowY: 'auto' }} aria-label={t('search.label')}>
            {hits.map((hit) => (
              <Combobox.Option value={`/${folders[hit.kind]}/${encodeURIComponent(hit.key)}`} key={`${hit.kind}/${hit.key}`}>
                <Group justify="space-between" wrap="nowrap" gap="sm">
                  <Text size="sm" truncate>
                    {hit.title}
                  </Text>
                  <Text size="xs" className={classes.kind ?? ''}>
                    {t(`labels.searchKind.${hit.kind}`)}
                    {hit.key === hit.title ? '' : ` · ${hit.key}`}
                  </Text>
                </Group>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

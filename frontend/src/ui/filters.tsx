import { defaultOptionsFilter, Select, TextInput, type ComboboxParsedItem, type OptionsFilter } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '@/address/useDraft';

interface TextFilterProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string | undefined;
  readonly onChange: (text: string | undefined) => void;
}

/** Text to look for; told when the typing pauses. */
export function TextFilter({ label, placeholder, value = '', onChange }: TextFilterProps) {
  const [text, setText] = useDraft(value, (typed) => {
    onChange(typed.trim() || undefined);
    return typed.trim();
  });

  return (
    <TextInput
      size="sm"
      label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={16} aria-hidden />}
      w={{ base: '100%', xs: 260 }}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
      }}
    />
  );
}

interface ChoiceFilterProps<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | undefined) => void;
  readonly width?: number;
  readonly isSearchable?: boolean;
}

/** One of several values, or all. */
export function ChoiceFilter<Value extends string>({
  label,
  value,
  choices,
  onChange,
  width = 170,
  isSearchable = false,
}: ChoiceFilterProps<Value>) {
  const { t } = useTranslation();
  return (
    <Select
      size="sm"
      label={label}
      placeholder={t('state.all')}
      data={choices}
      value={value ?? null}
      clearable
      searchable={isSearchable}
      filter={orNothing(t('state.none'))}
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      w={{ base: 'calc(50% - 5px)', xs: width }}
      onChange={(chosen) => {
        onChange(choices.find((it) => it.value === chosen)?.value);
      }}
    />
  );
}

/** Choices that fit what is typed. A list of choices may not be empty, so that there is none is said in the place of one. */
function orNothing(none: string): OptionsFilter {
  return (input) => {
    const fitting = defaultOptionsFilter(input) as ComboboxParsedItem[];
    return fitting.length > 0 ? fitting : [{ value: '', label: none, disabled: true }];
  };
}

import { ActionIcon, Button, Divider, Popover, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconPrinter } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, switchLanguage } from '@/i18n';

const languageNames = [
  { value: 'pt-BR', label: 'Português' },
  { value: 'en', label: 'English' },
];

/** Language and colours, remembered by the browser. */
export function Preferences() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const languageId = useId();
  const schemeId = useId();

  return (
    <Popover position="bottom-end" shadow="md" width={280} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="default" size="lg" aria-label={`${t('action.language')}, ${t('action.scheme')}`}>
          <IconAdjustmentsHorizontal size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs" className="nc-no-print">
        <Stack gap="xs" p="xs">
          <Text size="xs" fw={600} id={languageId}>
            {t('action.language')}
          </Text>
          <SegmentedControl
            size="xs"
            aria-labelledby={languageId}
            data={languageNames}
            value={i18n.language}
            onChange={(language) => {
              if (isLanguage(language)) {
                void switchLanguage(i18n, language);
              }
            }}
          />
          <Text size="xs" fw={600} id={schemeId}>
            {t('action.scheme')}
          </Text>
          <SegmentedControl
            size="xs"
            aria-labelledby={schemeId}
            data={[
              { value: 'light', label: t('action.light') },
              { value: 'dark', label: t('action.dark') },
              { value: 'auto', label: t('action.auto') },
            ]}
            value={colorScheme}
            onChange={(scheme) => {
              setColorScheme(scheme);
            }}
          />
        </Stack>
        <Divider my={4} />
        <Button
          variant="subtle"
          color="gray"
          fullWidth
          justify="flex-start"
          px="xs"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => {
            window.print();
          }}
        >
          {t('action.print')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

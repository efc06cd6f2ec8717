import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { bases, type Basis } from './filters';

interface BasisSwitchProps {
  readonly basis: Basis;
  readonly onChange: (basis: Basis | undefined) => void;
}

/** As delivered or realigned. The first is the usual one, and so is not written into the address. */
export function BasisSwitch({ basis, onChange }: BasisSwitchProps) {
  const { t } = useTranslation();
  const labelId = useId();
  return (
    <Stack gap={2}>
      <Text size="xs" c="var(--nc-quiet)" id={labelId}>
        {t('sites.basis')}
      </Text>
      <SegmentedControl
        size="sm"
        aria-labelledby={labelId}
        data={bases.map((value) => ({ value, label: t(`sites.${value}`) }))}
        value={basis}
        onChange={(value) => {
          onChange(value === 'REALIGNED' ? value : undefined);
        }}
      />
    </Stack>
  );
}

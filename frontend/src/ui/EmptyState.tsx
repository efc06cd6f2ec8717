import { Center, Stack, Text } from '@mantine/core';
import { IconDatabaseOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Says in words why there is nothing to show. */
export function EmptyState({ children, height = 160 }: { readonly children: ReactNode; readonly height?: number }) {
  return (
    <Center mih={Math.min(height, 240)} p="md">
      <Stack align="center" gap="xs" maw={440}>
        <IconDatabaseOff size={28} stroke={1.4} color="var(--nc-quiet)" aria-hidden />
        <Text component="div" size="sm" ta="center" c="var(--nc-quiet)">
          {children}
        </Text>
      </Stack>
    </Center>
  );
}

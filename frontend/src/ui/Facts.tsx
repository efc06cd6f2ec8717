import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Figures below one another, each with its name. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <Stack gap={8}>{children}</Stack>;
}

export function Fact({ name, title, children }: { readonly name: string; readonly title?: string; readonly children: ReactNode }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="md" title={title}>
      <Text size="sm" c="var(--nc-quiet)">
        {name}
      </Text>
      <Text component="div" size="sm" fw={550} ta="right" className="nc-number">
        {children}
      </Text>
    </Group>
  );
}

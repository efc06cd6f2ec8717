import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A name above its value. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="var(--nc-quiet)">
        {name}
      </Text>
      <Text component="div" size="sm" fw={550} className="nc-number">
        {children}
      </Text>
    </div>
  );
}

import type { MantineColor } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import classes from './Tag.module.css';

interface TagProps {
  readonly color: MantineColor;
  /** What it means, shown when pointed at. */
  readonly title?: string;
  readonly children: ReactNode;
}

/** A word on a coloured ground. Light enough to be in every row of a long table. */
export function Tag({ color, title, children }: TagProps) {
  return (
    <span
      className={classes.tag}
      title={title}
      style={
        {
          '--tag-ground': `var(--mantine-color-${color}-light)`,
          '--tag-color': `var(--mantine-color-${color}-light-color)`,
        } as CSSProperties
      }
    >
      {children}
    </span>
  );
}

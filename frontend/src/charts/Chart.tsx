import { Box, Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ChartOption } from './options';

// The library is larger than the rest of the dashboard, so it comes when the first chart is shown.
const Canvas = lazy(() => import('./Canvas'));

export interface ChartProps {
  /** What the chart tells, for those who can't see it; its rows are one menu entry away. */
  readonly label: string;
  readonly option: ChartOption;
  readonly height?: number;
  readonly onSelect?: (point: {
    readonly name: string;
    readonly seriesName: string;
    readonly index: number;
    readonly value: unknown;
  }) => void;
}

export function Chart({ height = 280, ...chart }: ChartProps) {
  return (
    <Box h={height}>
      <Suspense fallback={<Skeleton height={height} radius="sm" />}>
        <Canvas height={height} {...chart} />
      </Suspense>
    </Box>
  );
}

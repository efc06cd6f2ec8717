import type { LineSeriesOption } from 'echarts/charts';
import type { TooltipComponentOption } from 'echarts/components';
import type { Format } from '@/i18n/useFormat';
import { line, tooltip, type Axis } from './options';
import type { Palette } from './palette';

/** A day, and the value at it. */
export type Point = readonly [day: string, value: number | null];

/** An axis of time. Calendar days have no zone; they are placed at midnight of the reader's, so that they are written as they are. */
export function moments(palette: Palette, format: Pick<Format, 'month'>): Axis {
  return {
    type: 'time',
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.line } },
    axisLabel: { color: palette.quiet, hideOverlap: true, formatter: (value: number) => format.month(localDay(value)) },
    minInterval: 28 * 86_400_000,
  };
}

export function timeLine(name: string, points: readonly Point[], more: Partial<LineSeriesOption> = {}): LineSeriesOption {
  return line(name, [], { data: points.map(([day, value]) => [midnight(day), value]), showSymbol: false, ...more });
}

/** What all series say at one day. */
export function pointTooltip(
  palette: Palette,
  writeDay: (day: string) => string,
  writeValue: (value: number) => string,
): TooltipComponentOption {
  return {
    ...tooltip(palette),
    axisPointer: { label: { show: false } },
    formatter: (points) => {
      const shown = points as unknown as readonly {
        readonly value: readonly [number, number | null];
        readonly marker: string;
        readonly seriesName: string;
      }[];
      const day = shown[0] ? writeDay(localDay(shown[0].value[0])) : '';
      const lines = shown.flatMap(({ value: [, value], marker, seriesName }) =>
        value === null ? [] : [`${marker}${escapeHtml(seriesName)}: <b>${writeValue(value)}</b>`],
      );
      return [day, ...lines].join('<br/>');
    },
  };
}

/** Text inside the tooltips of the library, which are HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function midnight(day: string): number {
  return new Date(`${day}T00:00:00`).getTime();
}

function localDay(instant: number): string {
  const date = new Date(instant);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

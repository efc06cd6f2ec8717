import type { BarSeriesOption, HeatmapSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type {
  AriaComponentOption,
  DataZoomComponentOption,
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
  VisualMapComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { Palette } from './palette';

export type ChartOption = ComposeOption<
  | AriaComponentOption
  | BarSeriesOption
  | DataZoomComponentOption
  | GridComponentOption
  | HeatmapSeriesOption
  | LegendComponentOption
  | LineSeriesOption
  | ScatterSeriesOption
  | TooltipComponentOption
  | VisualMapComponentOption
>;

type Single<Option> = Exclude<NonNullable<Option>, readonly unknown[]>;

/** Either axis of a chart. */
export type Axis = Single<ChartOption['xAxis']> & Single<ChartOption['yAxis']>;

/** What all charts share: type, colours, room, a tooltip in the colours of the page. */
export function base(palette: Palette): ChartOption {
  return {
    animationDuration: 250,
    color: [...palette.series],
    textStyle: { fontFamily: 'Inter Variable, system-ui, sans-serif', color: palette.text, fontSize: 12 },
    grid: { left: 4, right: 8, top: 36, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, textStyle: { color: palette.quiet }, type: 'scroll' },
    tooltip: tooltip(palette),
  };
}

export function tooltip(palette: Palette): TooltipComponentOption {
  return {
    trigger: 'axis',
    backgroundColor: palette.surface,
    borderColor: palette.line,
    textStyle: { color: palette.text, fontSize: 12 },
    confine: true,
  };
}

/** An axis of names, such as months already written out. */
export function names(palette: Palette, data: readonly string[], more: Record<string, unknown> = {}): Axis {
  return {
    type: 'category',
    data: [...data],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.line } },
    axisLabel: { color: palette.quiet, hideOverlap: true },
    ...more,
  };
}

/** An axis of numbers, written by the reader's language. */
export function numbers(palette: Palette, write: (value: number) => string, more: Record<string, unknown> = {}): Axis {
  return {
    type: 'value',
    axisLabel: { color: palette.quiet, formatter: write },
    splitLine: { lineStyle: { color: palette.line } },
    nameTextStyle: { color: palette.quiet, align: 'left' },
    ...more,
  };
}

export function line(name: string, data: readonly (number | null)[], more: Partial<LineSeriesOption> = {}): LineSeriesOption {
  return { type: 'line', name, data: [...data], symbolSize: 5, showSymbol: data.length <= 40, lineStyle: { width: 2 }, ...more };
}

/** Bars; those outside the stable window are fainter. */
export function bars(
  name: string,
  data: readonly (number | null)[],
  isPale: (index: number) => boolean = () => false,
  more: Partial<BarSeriesOption> = {},
): BarSeriesOption {
  return {
    type: 'bar',
    name,
    data: data.map((value, index) => (isPale(index) ? { value: value ?? '-', itemStyle: { opacity: 0.4 } } : (value ?? '-'))),
    barMaxWidth: 36,
    ...more,
  };
}

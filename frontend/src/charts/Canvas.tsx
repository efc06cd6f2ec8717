import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, registerLocale, use as register, type EChartsType } from 'echarts/core';
import { UniversalTransition } from 'echarts/features';
import portuguese from 'echarts/lib/i18n/langPT-br.js';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartProps } from './Chart';

register([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  DataZoomComponent,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  ScatterChart,
  TooltipComponent,
  UniversalTransition,
  VisualMapComponent,
]);
registerLocale('PT-BR', portuguese);

/** Paints a chart, and paints it anew when its place changes size. */
export default function Canvas({ label, option, height, onSelect }: ChartProps) {
  const { i18n } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);

  const select = useEffectEvent((point: { name: string; seriesName?: string; dataIndex: number; value: unknown }) => {
    onSelect?.({ name: point.name, seriesName: point.seriesName ?? '', index: point.dataIndex, value: point.value });
  });
  const paint = useEffectEvent((painted: EChartsType) => {
    painted.setOption({ ...option, aria: { enabled: true, label: { description: label } } }, { notMerge: true });
  });

  // The words of the library itself are fixed when it starts.
  useEffect(() => {
    if (!place.current) {
      return;
    }
    const painted = init(place.current, null, { renderer: 'canvas', locale: i18n.language === 'pt-BR' ? 'PT-BR' : 'EN' });
    chart.current = painted;
    painted.on('click', (event) => {
      select(event);
    });
    paint(painted);
    const resizing = new ResizeObserver(() => {
      painted.resize();
    });
    resizing.observe(place.current);
    return () => {
      resizing.disconnect();
      painted.dispose();
      chart.current = null;
    };
  }, [i18n.language]);

  useEffect(() => {
    if (chart.current) {
      paint(chart.current);
    }
  }, [option, label]);

  return <div ref={place} role="img" aria-label={label} style={{ height }} data-chart />;
}

import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sparkline } from './Sparkline';
import classes from './Kpi.module.css';

interface KpiProps {
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  /** Change against the period before, in words, and whether it is welcome. */
  readonly change?: { readonly text: string; readonly tone: 'good' | 'bad' | 'neutral' } | undefined;
  readonly trend?: readonly (number | null)[];
  /** Sample size, period, or why there is no value. */
  readonly foot?: ReactNode;
}

/** One figure with its trend and what it rests on. */
export function Kpi({ label, value, unit, change, trend, foot }: KpiProps) {
  return (
    <div className={classes.kpi} role="group" aria-label={label} data-trend={trend ? true : undefined}>
      <div className={classes.label}>{label}</div>
      <div className={classes.value}>
        {value}
        {unit && <span className={classes.unit}>{unit}</span>}
      </div>
      {trend && <Sparkline values={trend} />}
      <div className={classes.foot}>
        {change && (
          <div className={classes.change} data-tone={change.tone}>
            {change.text}
          </div>
        )}
        {foot}
      </div>
    </div>
  );
}

export function KpiSkeleton({ hasTrend = false }: { readonly hasTrend?: boolean }) {
  return <Skeleton height={hasTrend ? 212 : 144} radius="md" />;
}

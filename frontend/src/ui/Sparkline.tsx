import classes from './Kpi.module.css';

const WIDTH = 160;
const HEIGHT = 28;

/** A small line without axes; the figures themselves are in the chart below it. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) {
    return <div className={classes.spark} />;
  }
  const low = Math.min(...known);
  const range = Math.max(...known) - low || 1;
  const points = values.flatMap((value, index) =>
    value === null ? [] : [[(index / (values.length - 1)) * WIDTH, HEIGHT - 3 - ((value - low) / range) * (HEIGHT - 6)] as const],
  );
  const line = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  const [lastX, lastY] = points.at(-1) ?? [0, 0];

  return (
    <svg className={classes.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <path
        d={line}
        fill="none"
        stroke="var(--mantine-primary-color-filled)"
        strokeWidth={1.6}
        vectorEffect="non-scaling-stroke"
        strokeLinejoin="round"
      />
      <path
        d={`M${lastX.toFixed(1)} ${lastY.toFixed(1)}h0`}
        stroke="var(--mantine-primary-color-filled)"
        strokeWidth={6}
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

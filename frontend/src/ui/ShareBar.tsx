import { useFormat } from '@/i18n/useFormat';
import classes from './ShareBar.module.css';

/** A share of 1, written and as the length of a bar. */
export function ShareBar({ share }: { readonly share: number }) {
  const format = useFormat();
  return (
    <span className={classes.share}>
      <span className={classes.track} aria-hidden>
        <span className={classes.bar} style={{ width: `${Math.min(1, share) * 100}%` }} />
      </span>
      <span className="nc-number">{format.percent(share)}</span>
    </span>
  );
}

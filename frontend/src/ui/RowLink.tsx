import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './DataTable.module.css';

interface RowLinkProps {
  readonly to: string;
  /** The row itself leads to the same page, and is what is tabbed to. */
  readonly isOfRow?: boolean;
  readonly children: ReactNode;
}

/** A link in a long table. */
export function RowLink({ to, isOfRow = false, children }: RowLinkProps) {
  return (
    <Link to={to} className={classes.link} {...(isOfRow && { tabIndex: -1 })}>
      {children}
    </Link>
  );
}

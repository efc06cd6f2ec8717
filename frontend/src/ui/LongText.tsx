import { NONE } from '@/i18n/useFormat';

/** A sentence in a row of a list: as much of it as fits, and the whole of it where the mouse rests. */
export function LongText({ children }: { readonly children: string | null | undefined }) {
  return children ? <span title={children}>{children}</span> : NONE;
}

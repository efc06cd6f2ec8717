/** Marks a control that does nothing for now. Unlike one that is disabled it keeps the keyboard, which would begin at the top of the page again. */
export function unavailable(isSo: boolean) {
  return { 'aria-disabled': isSo, 'data-disabled': isSo } as const;
}

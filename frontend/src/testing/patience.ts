/** Milliseconds that a test waits for what must come: only a guard, so a slow machine with other work may take them. */
export const LONGEST_WAIT = 60_000;

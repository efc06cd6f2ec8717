import { useEffect } from 'react';

/** The clocks of browser and service differ, so the service is asked more than once. */
const AGAIN_AFTER = 5_000;
/** Longer waits than a timer takes are cut short; asking early does no harm. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** Asks who is signed in once the time of a token is over. One that was renewed meanwhile goes on. */
export function useExpiry(expiresAt: string | null | undefined, ask: () => void): void {
  useEffect(() => {
    if (!expiresAt) {
      return undefined;
    }
    let timer = 0;
    const wait = (time: number): void => {
      timer = window.setTimeout(
        () => {
          ask();
          wait(AGAIN_AFTER);
        },
        Math.min(Math.max(time, 0), LONGEST_WAIT),
      );
    };
    wait(Date.parse(expiresAt) - Date.now());
    return () => {
      window.clearTimeout(timer);
    };
  }, [expiresAt, ask]);
}

import { useLayoutEffect, useRef, type FocusEventHandler } from 'react';

interface Place {
  /** Whether the focus is inside. */
  readonly isInside: () => boolean;
  /** Rows have come anew around the focus, which may stand in another place now. */
  readonly onMoved: () => void;
  /** The row that had the focus is not among those that have come. */
  readonly onGone: () => void;
}

/**
 * Keeps the keyboard where it is when the rows around it come anew, so that it does not begin at the top of the page again.
 * A row that was only scrolled away has let go of it for good.
 */
export function useKeptFocus(rows: unknown, { isInside, onMoved, onGone }: Place): Record<'onFocus' | 'onBlur', FocusEventHandler> {
  const isHeld = useRef(false);
  const drawn = useRef(rows);
  useLayoutEffect(() => {
    const hasNews = drawn.current !== rows;
    drawn.current = rows;
    // An element that is taken away does not say so.
    const isGone = isHeld.current && !isInside();
    if (isGone) {
      isHeld.current = false;
    }
    if (hasNews && isGone) {
      onGone();
    } else if (hasNews && isHeld.current) {
      onMoved();
    }
  });
  return {
    onFocus: () => {
      isHeld.current = true;
    },
    onBlur: () => {
      isHeld.current = false;
    },
  };
}

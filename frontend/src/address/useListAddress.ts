import { useCallback, useMemo, useState } from 'react';
import { readOrder, writeOrder, type Order } from './order';
import { text, type Reader, type Readers, type Values } from './readers';
import { useAddress, type Changes, type SetOptions } from './useAddress';

/** How a list may be looked at: what filters it, and what it can be ordered by. Must be the same object in every rendering. */
export interface ListShape<Filters extends Readers> {
  readonly filters: Filters;
  /** Paths of the fields to order by. */
  readonly sortable: readonly string[];
  readonly order: Order;
  /** Parameters that choose what the list is about rather than which of its rows: not cleared with the filters. */
  readonly switches?: readonly (keyof Filters & string)[];
}

export interface ListAddress<Filters extends Readers> {
  readonly filters: Values<Filters>;
  readonly isFiltered: boolean;
  readonly order: Order;
  /** Stands for filters and order: while it stays the same, so does the list. */
  readonly key: string;
  /** The cursor that the list begins behind, when its address was opened with one; undefined at the very beginning. */
  readonly start: string | undefined;
  readonly setFilters: (changes: Changes<Filters>, options?: SetOptions) => void;
  readonly clearFilters: () => void;
  readonly setOrder: (order: Order) => void;
  /** Keeps in the address where the reader is. The list does not begin anew. */
  readonly setAfter: (cursor: string | undefined) => void;
  /** Begins at the very beginning. */
  readonly restart: () => void;
}

/** Filters, order and place of a list, all of them in the address. Whatever changes the list starts it anew. */
export function useListAddress<const Filters extends Readers>(shape: ListShape<Filters>): ListAddress<Filters> {
  const readers = useMemo(() => {
    const order: Reader<Order> = (it) => readOrder(it, shape.sortable);
    return { ...shape.filters, order, after: text };
  }, [shape]);
  const [values, setAny] = useAddress<Readers>(readers);
  const filters = useMemo(
    () => Object.fromEntries(Object.keys(shape.filters).map((name) => [name, values[name]])) as Values<Filters>,
    [values, shape],
  );

  const setFilters = useCallback(
    (changes: Changes<Filters>, options?: SetOptions) => {
      setAny({ ...changes, after: undefined }, options);
    },
    [setAny],
  );
  const clearFilters = useCallback(() => {
    setAny({ ...Object.fromEntries(clearable(shape).map((name) => [name, undefined])), after: undefined });
  }, [setAny, shape]);
  const setOrder = useCallback(
    (order: Order) => {
      setAny({ order: writeOrder(order), after: undefined });
    },
    [setAny],
  );
  const after = values.after as string | undefined;
  const order = (values.order as Order | undefined) ?? shape.order;
  const key = JSON.stringify([Object.keys(shape.filters).map((name) => filters[name] ?? null), order]);
  const [origin, setOrigin] = useState({ key, start: after });
  if (origin.key !== key) {
    setOrigin({ key, start: after });
  }

  const setAfter = (cursor: string | undefined): void => {
    if (cursor !== after) {
      setAny({ after: cursor }, { replace: true });
    }
  };
  const restart = (): void => {
    setOrigin({ key, start: undefined });
    setAfter(undefined);
  };

  return {
    filters,
    isFiltered: clearable(shape).some((name) => filters[name] !== undefined),
    order,
    key,
    start: origin.key === key ? origin.start : after,
    setFilters,
    clearFilters,
    setOrder,
    setAfter,
    restart,
  };
}

function clearable<Filters extends Readers>({ filters, switches = [] }: ListShape<Filters>): readonly string[] {
  return Object.keys(filters).filter((name) => !switches.includes(name));
}

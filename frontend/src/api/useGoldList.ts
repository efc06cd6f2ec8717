import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useClient, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';
import { useGold, type Operation } from './useGold';

/** A page of a list as the service answers it. */
export interface Connection<Row> {
  readonly totalCount?: number | undefined;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Row[] | null;
}

/** Variables that every list operation has; the rest are its filters and its order. */
export interface Paging {
  readonly first: number;
  readonly after?: string | null | undefined;
  /** Whether the rows are to be counted, which is done once for a list. */
  readonly isFirst: boolean;
}

/** A list that grows as it is scrolled. */
export interface GoldList<Row> {
  /** Undefined until the first page has come. */
  readonly rows: readonly Row[] | undefined;
  /** How many rows the whole list has. */
  readonly total: number | undefined;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  /** The cursor that the page of the row with this index follows; undefined for the first page of the list. */
  readonly cursorBefore: (index: number) => string | undefined;
  readonly error: CombinedError | undefined;
  readonly isLoading: boolean;
  readonly isLoadingMore: boolean;
  readonly isRefreshing: boolean;
  readonly retry: () => void;
  readonly operation: Operation;
}

/** Large enough to be ahead of a fast scroll, small enough to be written and read at once. */
export const PAGE_SIZE = 200;

interface Tail<Row> {
  /** The filters and order that the pages are of. */
  readonly of: string;
  /** The first page that these pages follow. */
  readonly head: Connection<Row> | undefined;
  readonly pages: readonly Connection<Row>[];
  readonly isLoading: boolean;
  readonly error: CombinedError | undefined;
}

/**
 * Asks for a list page by page. The first page follows every refresh of gold by itself; then those after it are read anew, as many as there
 * were, so that rows come from one state of the list.
 */
export function useGoldList<Data, Variables extends AnyVariables & Paging, Row>(
  document: TypedDocumentNode<Data, Variables>,
  filters: Omit<Variables, keyof Paging>,
  connectionOf: (data: Data) => Connection<Row> | null,
  start?: string,
): GoldList<Row> {
  const client = useClient();
  const of = JSON.stringify([filters, start]);
  const variablesOf = (after: string | null | undefined, isFirst: boolean): Variables =>
    ({ ...filters, first: PAGE_SIZE, after, isFirst }) as unknown as Variables;
  const first = useGold(document, variablesOf(start, true));
  const head = (first.data && connectionOf(first.data)) ?? undefined;

  const [tail, setTail] = useState<Tail<Row>>({ of, head: undefined, pages: [], isLoading: false, error: undefined });
  const isSame = tail.of === of;
  const pages = isSame ? tail.pages : NO_PAGES;
  const isLoadingMore = isSame && tail.isLoading;
  const isOutdated = isSame && pages.length > 0 && tail.head !== head;
  // Until the pages behind a newer first page have come, too, the whole list stays as it was: a row might stand in it twice.
  const beginning = head && isOutdated ? tail.head : head;

  const current = useRef({ of, head });
  useEffect(() => {
    current.current = { of, head };
  }, [of, head]);

  /** Reads pages after others until there are so many. When the list has become another one meanwhile, nobody waits for them any more. */
  const read = async (from: Connection<Row>, known: readonly Connection<Row>[], count: number): Promise<Tail<Row> | undefined> => {
    const read = [...known];
    let error: CombinedError | undefined;
    while (read.length < count) {
      const { hasNextPage, endCursor } = (read.at(-1) ?? from).pageInfo;
      if (!hasNextPage) {
        break;
      }
      const result = await client.query(document, variablesOf(endCursor, false)).toPromise();
      if (current.current.head !== from || current.current.of !== of) {
        return undefined;
      }
      const page = result.data && connectionOf(result.data);
      if (!page) {
        error = result.error;
        break;
      }
      read.push(page);
    }
    return { of, head: from, pages: read, isLoading: false, error };
  };
  const show = (read: Tail<Row> | undefined): void => {
    if (read) {
      setTail(read);
    }
  };

  const readAnew = useEffectEvent((from: Connection<Row>) => {
    void read(from, [], pages.length).then(show);
  });
  useEffect(() => {
    if (isOutdated && head && !first.isRefreshing) {
      readAnew(head);
    }
  }, [isOutdated, head, first.isRefreshing]);

  const hasMore = (pages.at(-1) ?? beginning)?.pageInfo.hasNextPage ?? false;
  const loadMore = (): void => {
    if (head && hasMore && !isLoadingMore && !isOutdated && !first.isRefreshing) {
      setTail({ of, head, pages, isLoading: true, error: undefined });
      void read(head, pages, pages.length + 1).then(show);
    }
  };
  const rows = useMemo(() => beginning && [beginning, ...pages].flatMap((page) => page.nodes ?? []), [beginning, pages]);

  return {
    ...first,
    rows,
    total: beginning?.totalCount,
    hasMore,
    loadMore,
    cursorBefore: (index) => cursorBefore(beginning ? [beginning, ...pages] : [], index, start),
    error: first.error ?? (isSame ? tail.error : undefined),
    isLoadingMore,
    isRefreshing: first.isRefreshing || isOutdated,
  };
}

const NO_PAGES: readonly never[] = [];

/** The cursor that the page of a row follows. */
function cursorBefore<Row>(pages: readonly Connection<Row>[], index: number, start: string | undefined): string | undefined {
  let cursor = start;
  let end = 0;
  for (const page of pages) {
    end += page.nodes?.length ?? 0;
    if (index < end) {
      break;
    }
    cursor = page.pageInfo.endCursor ?? cursor;
  }
  return cursor;
}

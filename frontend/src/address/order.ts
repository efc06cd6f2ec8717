/** One column that rows are ordered by; the path is that of the field: performance.lines. */
export interface Order {
  readonly path: string;
  readonly descending: boolean;
}

/** As it stands in an address: the path, behind a minus when the largest come first. */
export function writeOrder({ path, descending }: Order): string {
  return descending ? `-${path}` : path;
}

/** The order in an address, when it is by one of the columns that can be ordered by. */
export function readOrder(text: string | null, allowed: readonly string[]): Order | undefined {
  const descending = text?.startsWith('-') ?? false;
  const path = descending ? text?.slice(1) : text;
  return path && allowed.includes(path) ? { path, descending } : undefined;
}

/** The order as the service takes it: [{ performance: { lines: DESC } }]. Which paths there are is up to the list, so it fits every type of order. */
export function orderInput({ path, descending }: Order): readonly never[] {
  const direction: unknown = descending ? 'DESC' : 'ASC';
  return [path.split('.').reduceRight((inner, field) => ({ [field]: inner }), direction) as never];
}

/** Reads one parameter of an address; undefined when it is missing or makes no sense. */
export type Reader<Value> = (text: string | null) => Value | undefined;

export type Readers = Readonly<Record<string, Reader<unknown>>>;

/** What an address says, by the names of its readers. */
export type Values<Shape extends Readers> = { readonly [Name in keyof Shape]: ReturnType<Shape[Name]> };

/** Any text that is not empty. */
export const text: Reader<string> = (it) => (it?.trim() === '' ? undefined : it?.trim());

/** A switch that is on. */
export const flag: Reader<true> = (it) => (it === '1' ? true : undefined);

/** One of the values of an enumeration. */
export const oneOf =
  <const Value extends string>(allowed: readonly Value[]): Reader<Value> =>
  (it) =>
    allowed.find((value) => value === it);

/** A number between two others. */
export const between =
  (low: number, high: number): Reader<number> =>
  (it) => {
    const value = it ? Number(it) : NaN;
    return value >= low && value <= high ? value : undefined;
  };

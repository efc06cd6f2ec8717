import { use, useCallback, useMemo } from 'react';
import { UNSAFE_DataRouterContext as DataRouterContext, useSearchParams } from 'react-router';
import type { Readers, Values } from './readers';

type Settable = string | number | boolean | undefined;

/** Parameters to change; undefined and false take one away. */
export type Changes<Shape extends Readers> = { readonly [Name in keyof Shape]?: Settable };

export interface SetOptions {
  /** Leaves no step to go back to, as for what is being typed. */
  readonly replace?: boolean;
}

/**
 * State that lives in the address, so that it can be shared, printed and gone back to.
 * The readers must not change between renderings.
 */
export function useAddress<const Shape extends Readers>(
  readers: Shape,
): readonly [Values<Shape>, (changes: Changes<Shape>, options?: SetOptions) => void] {
  const [parameters, setParameters] = useSearchParams();
  const router = use(DataRouterContext)?.router;
  const values = useMemo(
    () => Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, read(parameters.get(name))])) as Values<Shape>,
    [parameters, readers],
  );
  const set = useCallback(
    (changes: Changes<Shape>, { replace = false }: SetOptions = {}) => {
      // The parameters known here are those that were drawn last; a change made since then must not be lost.
      const before = new URLSearchParams(router?.state.location.search);
      setParameters(changed(before, changes), { replace, preventScrollReset: true });
    },
    [setParameters, router],
  );
  return [values, set];
}

export function changed(before: URLSearchParams, changes: Readonly<Record<string, Settable>>): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === false || value === '') {
      after.delete(name);
    } else {
      after.set(name, value === true ? '1' : String(value));
    }
  }
  return after;
}

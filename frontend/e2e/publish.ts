import { expect } from '@playwright/test';
import type { Host } from './host';
import { LONGEST_RUN } from './journey';

/** Runs the pipeline and gives the number of the snapshot that is served then. */
export async function publish(host: Host): Promise<number> {
  const current = async (): Promise<number> =>
    (await host.ask<{ goldSnapshot: { number: number } }>('{ goldSnapshot { number } }')).goldSnapshot.number;
  const next = (await current()) + 1;
  await host.ask('mutation { runPipeline(input: { force: true }) { errors { __typename } } }');
  await expect.poll(current, { timeout: LONGEST_RUN }).toBe(next);
  return next;
}

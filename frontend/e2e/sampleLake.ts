import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nova } from './host';

/** Makes the sample files and a lake from them once; every service starts on a copy. */
export default async function makeSampleLake(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'nova-browser-sample-'));
  const landing = join(folder, 'landing');
  await nova('sample', '--until', '2026-10-31', '--out', landing);
  await nova('run-pipeline', '--landing', landing, '--set', `Lake:Folder=${join(folder, 'lake')}`);
  process.env.SAMPLE_LAKE = folder;
  return () => rm(folder, { recursive: true, force: true });
}

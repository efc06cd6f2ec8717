import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = resolve(root, 'src/Host/bin/Release/net10.0/NovaCorrente.Host.dll');
/** As long as a slow machine with other work may need. */
const LONGEST_START = 240_000;
const LONGEST_ANSWER = 10_000;

/** Runs one command of the service's command line to its end and gives its output. */
export async function nova(...command: string[]): Promise<string> {
  const child = spawn('dotnet', [program, ...command], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = collect(child.stdout, child.stderr);
  const answer = collect(child.stdout);
  const code = await endOf(child, 'close');
  if (code !== 0) {
    throw new Error(`nova ${command.join(' ')} ended with ${code}:\n${said()}`);
  }
  return answer();
}

/** The service itself, with files of its own that go when it goes. */
export class Host {
  readonly url: string;
  readonly landing: string;
  readonly lake: string;
  private child: ChildProcess | undefined;
  private said: () => string = () => '';

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly settings: readonly string[],
  ) {
    this.url = `http://localhost:${port}`;
    this.landing = join(folder, 'landing');
    this.lake = join(folder, 'lake');
  }

  /** Starts one on a copy of what a folder holds: source files and a lake made from them. */
  static async start(template: string, settings: readonly string[] = []): Promise<Host> {
    const folder = await mkdtemp(join(tmpdir(), 'nova-browser-'));
    await cp(template, folder, { recursive: true });
    const host = new Host(folder, await freePort(), settings);
    try {
      await host.launch();
    } catch (error) {
      await host.dispose();
      throw error;
    }
    return host;
  }

  async launch(): Promise<void> {
    const settings = [
      `--Server:Port=${this.port}`,
      `--Dashboard:Folder=${resolve(root, 'frontend/dist')}`,
      `--Pipeline:LandingFolder=${this.landing}`,
      `--Lake:Folder=${this.lake}`,
      `--Serving:Folder=${join(this.folder, 'serving')}`,
      ...nothingByTheClock(),
      ...this.settings,
    ];
    const child = spawn('dotnet', [program, 'serve', ...settings], {
      cwd: root,
      // Open to everybody unless the settings say otherwise.
      env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.said = collect(child.stdout, child.stderr);
    await this.isReady(child);
  }

  /** Ends the process as an operator would, and waits until it is gone. */
  async quit(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (child?.exitCode === null && child.signalCode === null) {
      const gone = endOf(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    }
  }

  async dispose(): Promise<void> {
    await this.quit();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Puts other source files in the place of those that are there. */
  async land(lines: number): Promise<void> {
    await nova('sample', '--until', '2026-10-31', '--lines', String(lines), '--out', this.landing);
  }

  /** Asks the service without a browser. */
  async ask<Data>(query: string, token?: string): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
    if (!data || errors) {
      throw new Error(`The service answered ${JSON.stringify(errors)}`);
    }
    return data;
  }

  private async isReady(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + LONGEST_START;
    while (child.exitCode === null && Date.now() < deadline) {
      const ready = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(LONGEST_ANSWER) }).catch(() => undefined);
      if (ready?.ok) {
        return;
      }
      await new Promise((next) => setTimeout(next, 100));
    }
    throw new Error(`The service did not become ready:\n${this.said()}`);
  }
}

function collect(...streams: Readable[]): () => string {
  let text = '';
  for (const stream of streams) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text = (text + part).slice(-20_000);
    });
  }
  return () => text;
}

/** When a process has exited what it wrote may still be on its way; that has all come when it closes. */
function endOf(child: ChildProcess, event: 'exit' | 'close'): Promise<number | null> {
  return new Promise((done, failed) => {
    child.once('error', failed).once(event, done);
  });
}

/** Whatever begins by the clock does so half a day from now, whenever that is. */
function nothingByTheClock(): readonly string[] {
  const hour = (new Date().getUTCHours() + 12) % 24;
  return ['--Schedules:TimeZone=UTC', `--Schedules:Pipeline=0 ${hour} * * *`, `--Schedules:Retention=30 ${hour} * * *`];
}

/** Below the ports that systems give to connections by themselves: while a service restarts, nothing else takes its place. */
const [LOWEST_PORT, HIGHEST_PORT] = [20_000, 32_000];

async function freePort(): Promise<number> {
  const port = randomInt(LOWEST_PORT, HIGHEST_PORT);
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer()
      .once('error', () => {
        done(false);
      })
      .listen(port, () => {
        probe.close(() => {
          done(true);
        });
      });
  });
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type FunctionHost,
  type FunctionSpec,
  type HostLog,
  startFunctionHost,
} from '#local/cloud/lambda/function-host.ts';

export type LogLine = Parameters<HostLog>[0];

/** A bundle as the CDK's asset holds it: one main.mjs in a directory of its own, for this test. */
export const aBundle = (source: string): string => {
  const directory = mkdtempSync(join(tmpdir(), 'tiny-function-'));
  writeFileSync(join(directory, 'main.mjs'), source);
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
};

export const aFunction = (source: string, overrides: Partial<FunctionSpec> = {}): FunctionSpec => ({
  id: 'Tiny',
  name: 'tiny-function',
  directory: aBundle(source),
  handler: 'main.handler',
  timeoutSeconds: 5,
  memoryMb: 128,
  environment: { AWS_REGION: 'ap-southeast-1' },
  ...overrides,
});

export interface RunningHost {
  readonly host: FunctionHost;
  readonly lines: readonly LogLine[];
  /** What the functions printed as JSON, one value per line. */
  printed<T>(): readonly T[];
}

/** Closed when the test is over. */
export const runHost = (...specs: readonly FunctionSpec[]): RunningHost => {
  const lines: LogLine[] = [];
  const host = startFunctionHost(specs, { log: (line) => lines.push(line) });
  onTestFinished(() => host.close());
  return {
    host,
    lines,
    printed: <T>() =>
      lines.filter(({ stream }) => stream === 'stdout').map(({ text }) => JSON.parse(text) as T),
  };
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

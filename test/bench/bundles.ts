import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import * as z from 'zod';
import { bundleFunctions, settings } from '#infra/function-sources.ts';
import { functionPlans } from '#infra/services.ts';

/**
 * What a cold start pays for each function's bundle: its size (KB are 1,000 bytes), and the CPU time
 * of importing it, as the median of some fresh processes and as a ratio to a bundle that holds `@aws-sdk/lib-dynamodb` alone, SDK as it comes, measured in the same run.
 *
 *   npm run bench:bundles -- [--runs 5]
 */

const { values: given } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(given.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1');

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One of them satisfies any variable. */
const values = ['https://bench.invalid', '24', 'on', 'esms', 'BUUDIEN'] as const;

const Declared = z.object({ Env: z.instanceof(z.ZodObject) });

const valueFor = (key: string, variable: z.ZodType): string => {
  const value = values.find((each) => variable.safeParse(each).success);
  if (value === undefined) throw new Error(`${key} takes none of ${values.join(', ')}`);
  return value;
};

/** The variables that a function's env.ts declares, with values that it takes; some have none. */
const variablesOf = async (name: string): Promise<Readonly<Record<string, string>>> => {
  const file = join(root, 'functions', name, 'env.ts');
  if (!existsSync(file)) return {};
  const { Env } = Declared.parse(await import(file));
  return Object.fromEntries(
    Object.entries<z.ZodType>(Env.shape).map(([key, variable]) => [key, valueFor(key, variable)]),
  );
};

const importing = `
  const before = process.cpuUsage();
  await import(process.argv[1]);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(String((user + system) / 1000));
  process.exit(0);
`;

/** CPU milliseconds of one import in a process of its own. */
const importMs = (file: string, variables: Readonly<Record<string, string>>): number =>
  Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', importing, file], {
      encoding: 'utf8',
      env: { AWS_REGION: 'ap-southeast-1', ...variables },
    }),
  );

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

interface Subject {
  readonly name: string;
  readonly file: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly times: number[];
}

const bareProgram = `
  import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
  import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  export const handler = (input) => client.send(new GetCommand(input));
`;

const bareSubject = (folder: string): Subject => {
  const file = join(folder, 'bare.mjs');
  const stdin = { contents: bareProgram, resolveDir: root };
  buildSync({ ...settings, stdin, outfile: file });
  return { name: '(lib-dynamodb alone)', file, variables: {}, times: [] };
};

const subjects = async (folder: string): Promise<readonly Subject[]> => {
  const folderOf = await bundleFunctions();
  const own = functionPlans.map(async ([name]) => ({
    name,
    file: join(folderOf(name), 'main.mjs'),
    variables: await variablesOf(name),
    times: [],
  }));
  return [bareSubject(folder), ...(await Promise.all(own))];
};

const print = (name: string, ...cells: readonly (string | number)[]): void => {
  const columns = cells.map((cell) => String(cell).padStart(8)).join('');
  process.stdout.write(`${name.padEnd(28)}${columns}\n`);
};

const folder = mkdtempSync(join(tmpdir(), 'bench-bundles-'));
try {
  const all = await subjects(folder);
  // Round by round, so that what else the machine does falls on all alike.
  for (let round = 0; round < runs; round += 1)
    for (const { file, variables, times } of all) times.push(importMs(file, variables));
  const base = median(all[0]?.times ?? []);
  print('', 'KB', 'gz', 'ms', 'ratio');
  for (const { name, file, times } of all) {
    const bytes = readFileSync(file);
    const kb = (bytes.length / 1000).toFixed(0);
    const gz = (gzipSync(bytes).length / 1000).toFixed(0);
    print(name, kb, gz, median(times).toFixed(1), (median(times) / base).toFixed(2));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

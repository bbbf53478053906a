// `npm run sbom`: the bill of materials (CycloneDX) and the list of licences, into .build/; a gate too,
// that says what may not be there.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Bill, isTool } from './bill.ts';
import { licenceList } from './licence-list.ts';
import { completed, idleExceptions, licenceBreaches } from './licences.ts';
import { Lock, lockBreaches, Manifest } from './lock.ts';
import { policy } from './policy.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Of the lock, not of what happens to be installed: the same on every machine. */
const billOfLock = (): Bill => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'];
  const { status, stdout, stderr } = spawnSync(npm, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stderr}`);
  return Bill.parse(JSON.parse(stdout));
};

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const bill = completed(billOfLock(), policy);
const folder = '.build/supply-chain';
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/bill-of-materials.cdx.json`, JSON.stringify(bill, undefined, 2));
writeFileSync(`${folder}/licences.md`, licenceList(bill));

const breaches = [
  ...licenceBreaches(bill, policy),
  ...idleExceptions(bill, policy),
  ...lockBreaches(
    Manifest.parse(json('package.json')),
    Lock.parse(json('package-lock.json')),
    readFileSync('.npmrc', 'utf8'),
  ),
];
for (const breach of breaches) say(breach);
const tools = bill.components.filter(isTool).length;
say(
  `${bill.components.length - tools} packages of the product, ${tools} of the tools; ${folder}/ has the bill and the licences`,
);
// A bill of nothing has no breaches either.
process.exitCode = breaches.length > 0 || bill.components.length < 100 ? 1 : 0;

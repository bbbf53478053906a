import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleFunctions } from '#infra/function-sources.ts';
import { contractOf, type FunctionName, functionPlans } from '#infra/services.ts';

/**
 * What a cold start has to read and compile, in bytes of main.mjs; a KB is 1,000 bytes. An API's
 * citizen or clerk waits for it: 450 KB is the goal, and what cannot reach it yet says why.
 */
const apiGoalKb = 450;

interface Exception {
  readonly kb: number;
  readonly why: string;
}

/** APIs above the goal: just above what they are, so that none grows silently. */
const aboveGoal: Readonly<Record<string, Exception>> = {
  'corrections/api': { kb: 466, why: 'What every API carries is 445 KB by now' },
  'departments/api': { kb: 476, why: 'The acts of a department with their terms are 60 KB' },
  'departments/joint-work': { kb: 479, why: 'The acts of a department with their terms are 60 KB' },
  'devices/api': { kb: 455, why: 'What every API carries is 445 KB by now' },
  'forms/print-form': {
    kb: 1621,
    why: 'It draws PDF files: pdfkit, fontkit, brotli and bwip-js are over 1,000 KB',
  },
  'handover/api': { kb: 508, why: 'Pouches, routes and remittances are 118 KB' },
  'intake/api': { kb: 538, why: 'The law of acceptance is 133 KB' },
  'money/api': { kb: 489, why: 'Purses, shifts and what is given back are 75 KB' },
  'notifications/api': {
    kb: 469,
    why: 'The words of all messages, for what is read again at the counter',
  },
  'portal/api': { kb: 464, why: 'The national copy of every state' },
  'returns/api': { kb: 525, why: 'Orders and shipments are 130 KB' },
  'satisfaction/api': { kb: 459, why: 'What every API carries is 445 KB by now' },
  'scanning/api': { kb: 619, why: 'The S3 client with its presigner is 135 KB' },
  'tracking/api': {
    kb: 494,
    why: 'Sessions by code, the explained date, and who read the dossier',
  },
  'tracking/phone-session': { kb: 458, why: 'Sessions by code, and who read the dossier' },
};

/** Nobody waits for these: just above what they are. */
const workers: Readonly<Record<string, number>> = {
  'departments/expire-requests': 385,
  'departments/receive-dossier': 373,
  'devices/authorize-device': 357,
  'handover/settle-pouches': 429,
  'identity/shape-token': 2,
  'money/tell-left-open': 356,
  'notifications/list-unreached': 361,
  'notifications/release-held': 438,
  'notifications/send-sms': 456,
  'oversight/anchor-day': 528,
  'oversight/move-to-successor': 386,
  'oversight/project-figures': 367,
  'oversight/reannounce-dates': 396,
  'oversight/sweep-outbox': 382,
  'oversight/watch-calendars': 372,
  'oversight/watch-limits': 403,
  'oversight/watch-reading': 375,
  'portal/push-dossier': 432,
  'portal/push-pending': 427,
  'returns/announce-shipment': 413,
  'returns/poll-carrier': 446,
  'routing/publish-events': 374,
  'scanning/verify-scan': 1438,
  'tracking/send-otp': 454,
};

const names = functionPlans.map(([name]) => name);
const apis = names.filter((name) => contractOf(name));
const others = names.filter((name) => !contractOf(name));

let folderOf: (name: FunctionName) => string;

beforeAll(async () => {
  folderOf = await bundleFunctions();
});

const kbOf = (name: FunctionName): number => {
  const file = join(folderOf(name), 'main.mjs');
  return existsSync(file) ? statSync(file).size / 1000 : Number.NaN;
};

describe('a bundle is no larger than its limit', () => {
  it.each(apis)('%s, which somebody waits for', (name) => {
    expect(kbOf(name)).toBeLessThanOrEqual(aboveGoal[name]?.kb ?? apiGoalKb);
  });

  it.each(others)('%s, which works in the background', (name) => {
    expect(kbOf(name)).toBeLessThanOrEqual(workers[name] ?? 0);
  });
});

describe('what no bundle carries', () => {
  it('is the province’s data, which is published', () => {
    const { stamps } = JSON.parse(
      readFileSync(`${folderOf('intake/api')}/../../inputs.json`, 'utf8'),
    );
    const inputs = Object.keys(stamps);
    expect(inputs).toContain('functions/intake/api/main.ts');
    expect(inputs.filter((file) => file.startsWith('data/'))).toEqual([]);
  });
});

describe('the tables of limits', () => {
  it('name functions that exist', () => {
    expect(Object.keys(workers).sort()).toEqual([...others].sort());
    expect(apis).toEqual(expect.arrayContaining(Object.keys(aboveGoal)));
  });

  it.each(Object.keys(aboveGoal) as FunctionName[])('still need the exception of %s', (name) => {
    expect(kbOf(name)).toBeGreaterThan(apiGoalKb);
  });
});

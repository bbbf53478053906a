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
  'corrections/api': { kb: 474, why: 'What every API carries is 445 KB by now' },
  'departments/api': { kb: 483, why: 'The acts of a department with their terms are 60 KB' },
  'departments/joint-work': { kb: 487, why: 'The acts of a department with their terms are 60 KB' },
  'devices/api': { kb: 462, why: 'What every API carries is 445 KB by now' },
  'forms/print-form': {
    kb: 1648,
    why: 'It draws PDF files: pdfkit, fontkit, brotli and bwip-js are over 1,000 KB; and the previewed acts',
  },
  'handover/api': { kb: 529, why: 'Pouches, routes, orders and remittances are 125 KB' },
  'intake/api': { kb: 550, why: 'The law of acceptance is 133 KB' },
  'money/api': { kb: 501, why: 'Purses, shifts and what is given back are 75 KB' },
  'notifications/api': {
    kb: 477,
    why: 'The words of all messages, for what is read again at the counter',
  },
  'oversight/api': { kb: 466, why: 'Warnings, calendars, holds, and who read what' },
  'portal/api': { kb: 472, why: 'The national copy of every state' },
  'returns/api': { kb: 543, why: 'Orders and shipments are 130 KB' },
  'returns/choose-delivery': {
    kb: 473,
    why: 'Places, prices and the calendar, with what every API carries',
  },
  'satisfaction/api': { kb: 466, why: 'What every API carries is 445 KB by now' },
  'scanning/api': { kb: 627, why: 'The S3 client with its presigner is 135 KB' },
  'tracking/api': {
    kb: 500,
    why: 'Sessions by code, the explained date, and who read the dossier',
  },
  'tracking/phone-session': { kb: 465, why: 'Sessions by code, and who read the dossier' },
};

/** Nobody waits for these: just above what they are. */
const workers: Readonly<Record<string, number>> = {
  'complaints/watch-complaints': 357,
  'departments/expire-requests': 389,
  'departments/receive-dossier': 377,
  'devices/authorize-device': 361,
  'handover/settle-pouches': 419,
  'identity/shape-token': 2,
  'money/issue-receipts': 420,
  'money/tell-tax-office': 387,
  'money/tell-left-open': 358,
  'notifications/list-unreached': 363,
  'notifications/release-held': 441,
  'notifications/send-sms': 459,
  'oversight/end-retention': 551,
  'oversight/anchor-day': 532,
  'oversight/move-to-successor': 389,
  'oversight/project-figures': 371,
  'oversight/reannounce-dates': 400,
  'oversight/sweep-outbox': 384,
  'oversight/watch-calendars': 375,
  'oversight/watch-limits': 407,
  'oversight/watch-reading': 378,
  'portal/push-dossier': 436,
  'portal/push-pending': 431,
  'returns/announce-shipment': 417,
  'returns/poll-carrier': 453,
  'routing/publish-events': 377,
  'scanning/verify-scan': 1457,
  'tracking/send-otp': 457,
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

import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/node/seals.ts';
import { caseStatuses } from '#domain/dossier/case-status.ts';
import { manifestText } from '#domain/scan/manifest.ts';
import type { Scan } from '#domain/scan/scan.ts';
import { amountIn } from '../../../web/department/amounts.ts';
import {
  type Choice,
  choices,
  type DossierTold,
  offersOf,
  type Standing,
} from '../../../web/department/choices.ts';
import {
  countOf,
  inboxTabs,
  isHeld,
  listsOf,
  moved,
  nearness,
  type Pulse,
  tabIn,
} from '../../../web/department/inbox-tabs.ts';
import { manifestOfOpened, pagesOf, shownScans } from '../../../web/department/manifest.ts';
import { sentences } from '../../../web/department/reasons.ts';
import { en } from '../../../web/department/words.en.ts';
import { vi } from '../../../web/department/words.vi.ts';
import { shortMoment } from '../../../web/kit/format.ts';
import { nameOfKey } from '../../../web/kit/key-names.ts';

const mine: Standing = { me: 'hoa', role: 'officer', lease: 'mine', files: 'fit' };

const told = (change: Partial<DossierTold>, inbox = 'working', acknowledgedAt?: string) =>
  ({
    status: 'in-progress',
    department: {
      agency: 'ct-nnmt',
      inbox,
      leaseNo: 1,
      ...(acknowledgedAt !== undefined && { acknowledgedAt }),
    },
    ...change,
  }) as DossierTold;

const opened = told({}, 'working', '2026-11-26T20:45:12+07:00');

const open = (dossier: DossierTold, standing: Partial<Standing> = {}): readonly Choice[] =>
  offersOf(dossier, { ...mine, ...standing })
    .filter(({ shut }) => shut === undefined)
    .map(({ choice }) => choice);

const shut = (dossier: DossierTold, choice: Choice, standing: Partial<Standing> = {}) =>
  offersOf(dossier, { ...mine, ...standing }).find((offer) => offer.choice === choice)?.shut;

describe('what an officer is offered', () => {
  it('is acknowledging once, and only when every file fits and every page was seen', () => {
    const fresh = told({ status: 'accepted' }, 'waiting');
    expect(open(fresh)).toContain('acknowledge');
    expect(shut(fresh, 'acknowledge', { files: 'opening' })).toBe('files-opening');
    expect(shut(fresh, 'acknowledge', { files: 'wrong' })).toBe('files-wrong');
    expect(shut(fresh, 'acknowledge', { files: 'unseen' })).toBe('pages-unseen');
    expect(open(opened)).not.toContain('acknowledge');
  });

  it('is a decision after that, and not before', () => {
    expect(open(opened)).toContain('decide');
    expect(shut(told({}), 'decide')).toBe('not-acknowledged');
  });

  it('is nothing under a lease that somebody else has, that is lost, or that nobody has', () => {
    const held: readonly Choice[] = [
      'decide',
      'supplement',
      'payment',
      'extend',
      'transfer',
      'stop',
    ];
    for (const choice of held) {
      expect(shut(opened, choice, { lease: 'other' })).toBe('not-held');
      expect(shut(opened, choice, { lease: 'none' })).toBe('not-held');
      expect(shut(opened, choice, { lease: 'lost' })).toBe('lost');
      expect(shut(opened, choice)).toBeUndefined();
    }
    expect(open(opened, { lease: 'none' })).not.toContain('release');
    expect(open(opened)).toContain('release');
  });

  it('is a leader’s: approving what another proposed, and taking back what an absent officer holds', () => {
    const proposed = told({ proposal: { proposedBy: { id: 'hoa' } } as never }, 'approving', 'x');
    const leader = { me: 'phuc', role: 'leader', lease: 'none' } as const;
    expect(open(proposed, leader)).toEqual(['approve', 'return-proposal']);
    expect(open(proposed)).toEqual([]);
    expect(shut(proposed, 'approve', { ...leader, me: 'hoa' })).toBe('own-proposal');
    expect(open(opened, { ...leader, lease: 'other' })).toContain('take-back');
    expect(open(opened, leader)).not.toContain('take-back');
    expect(open(opened, { lease: 'other' })).not.toContain('take-back');
  });

  it('is going on with what was stopped, granting a withdrawal, settling what was paid', () => {
    expect(open(told({ status: 'stopped' }, 'stopped'))).toEqual(['resume']);
    expect(open(told({ status: 'stopped' }, 'closed'))).toEqual([]);
    expect(open(told({ status: 'withdrawal-requested' }, 'withdrawing'))).toEqual([
      'grant-withdrawal',
    ]);
    expect(open(told({ status: 'payment-requested' }, 'with-citizen'))).toEqual(['settle-payment']);
    expect(open({ status: 'registered' } as DossierTold)).toEqual(['refuse-reception']);
  });

  it('is in both languages, for every status', () => {
    for (const status of caseStatuses) expect(open(told({ status }))).toBeInstanceOf(Array);
    for (const choice of choices) {
      expect(vi.choice[choice]).not.toBe('');
      expect(en.choice[choice]).not.toBe(vi.choice[choice]);
    }
    expect(
      Object.values(sentences)
        .flat()
        .every((text) => text.endsWith('.')),
    ).toBe(true);
  });
});

describe('the tabs of an inbox', () => {
  const pulse = {
    mine: 3,
    counts: Object.fromEntries(
      inboxTabs.map((tab) => [tab, { count: 100, isMore: tab === 'waiting' }]),
    ),
  } as unknown as Pulse;

  it('count what somebody counts', () => {
    expect(countOf('waiting', pulse)).toBe('100+');
    expect(countOf('working', pulse)).toBe('100');
    expect(countOf('mine', pulse)).toBe('3');
    expect(countOf('closed', pulse)).toBe('');
    expect(countOf('waiting', undefined)).toBe('');
  });

  it('are found by their word in the address, and read one list or two', () => {
    expect(tabIn('mine')).toBe('mine');
    expect(tabIn('không có')).toBe('waiting');
    expect(tabIn(null)).toBe('waiting');
    expect(listsOf('stopped')).toEqual([{ state: 'stopped', holder: 'anyone' }]);
    expect(listsOf('mine').map(({ holder }) => holder)).toEqual(['me', 'me']);
  });

  it('move by a line and stand still at the ends', () => {
    const ids = ['a', 'b', 'c'];
    expect(moved(ids, undefined, 1)).toBe('a');
    expect(moved(ids, 'a', 1)).toBe('b');
    expect(moved(ids, 'c', 1)).toBe('c');
    expect(moved(ids, 'a', -1)).toBe('a');
    expect(moved(ids, 'gone', -1)).toBe('a');
    expect(moved([], undefined, 1)).toBeUndefined();
  });

  it('say how near a date is, and whether a lease still runs', () => {
    const now = '2026-11-26T09:00:00+07:00';
    expect(nearness(undefined, now)).toBe('none');
    expect(nearness('2026-11-26T08:59:59+07:00', now)).toBe('past');
    expect(nearness('2026-11-26T17:00:00+07:00', now)).toBe('today');
    expect(nearness('2026-11-27T17:00:00+07:00', now)).toBe('later');
    expect(isHeld({}, now)).toBe(false);
    expect(isHeld({ leasedUntil: now }, now)).toBe(false);
    expect(isHeld({ leasedUntil: '2026-11-26T09:00:01+07:00' }, now)).toBe(true);
    expect(shortMoment('2026-12-03T17:00:00+07:00')).toBe('17:00 03/12/2026');
  });
});

describe('the manifest that is echoed', () => {
  const scan = {
    scanId: 'B',
    purpose: 'papers',
    state: 'verified',
    sha256: 'b',
    bytes: 2,
    pages: 2,
  };
  const batch = {
    scanId: 'A',
    purpose: 'batch',
    state: 'verified',
    sha256: 'a',
    bytes: 9,
    pages: 2,
    files: [
      { page: 1, sha256: 'x', bytes: 1, mediaType: 'image/png' },
      { page: 2, sha256: 'y', bytes: 1, mediaType: 'image/png' },
    ],
  };
  const others = [
    { ...scan, scanId: 'C', purpose: 'result', pages: 1 },
    { ...scan, scanId: 'D', state: 'rejected' },
  ];
  const dossier = { scans: [...others, scan, batch] } as unknown as DossierTold;
  const came = (changed: Record<string, { sha256: string; bytes: number }> = {}) =>
    new Map(
      Object.entries({
        B: { sha256: 'b', bytes: 2 },
        'A/1': { sha256: 'x', bytes: 1 },
        'A/2': { sha256: 'y', bytes: 1 },
        ...changed,
      }),
    );

  it('is the domain’s own text, of what was opened', () => {
    const scans = [scan, batch].map(({ scanId: id, ...rest }) => ({ id, ...rest }));
    const expected = manifestText(scans as unknown as readonly Scan[]);
    expect(manifestOfOpened(dossier, came())).toBe(expected);
    expect(sha256(expected)).toHaveLength(64);
  });

  it('is another one when one byte is, and none while a file is missing', () => {
    const before = manifestOfOpened(dossier, came());
    expect(manifestOfOpened(dossier, came({ B: { sha256: 'z', bytes: 2 } }))).not.toBe(before);
    expect(manifestOfOpened(dossier, came({ 'A/2': { sha256: 'z', bytes: 1 } }))).not.toBe(before);
    const cut = came();
    cut.delete('A/2');
    expect(manifestOfOpened(dossier, cut)).toBeUndefined();
  });

  it('counts the citizen’s pages, and shows results behind them', () => {
    expect(pagesOf(dossier)).toEqual(['B/1', 'B/2', 'A/1', 'A/2']);
    expect(shownScans(dossier).map(({ scanId }) => scanId)).toEqual(['B', 'A', 'C']);
  });
});

describe('what is typed', () => {
  it('is an amount with dots and blanks, or none', () => {
    expect(amountIn('1.250.000')).toBe(1_250_000);
    expect(amountIn('50 000')).toBe(50_000);
    expect(amountIn('')).toBeNaN();
  });

  it('is a key by its place, whatever an input method makes of it', () => {
    expect(nameOfKey({ key: 'đ', code: 'KeyD' })).toBe('d');
    expect(nameOfKey({ key: 'J', code: 'KeyJ' })).toBe('j');
    expect(nameOfKey({ key: 'ArrowLeft', code: 'ArrowLeft' })).toBe('arrowleft');
    expect(nameOfKey({ key: '?', code: 'Slash' })).toBe('?');
  });
});

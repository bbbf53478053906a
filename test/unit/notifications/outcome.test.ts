import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smsTemplates } from '#data/province.ts';
import { allowedIn, type CaseStatus, nationalStatus } from '#domain/dossier/case-status.ts';
import { correctContact } from '#domain/dossier/steps/correct-contact.ts';
import { hours, minutes, plus } from '#domain/time/instant.ts';
import { isOvertaken } from '#functions/notifications/domain/overtaking.ts';
import { referenceOf } from '#functions/notifications/domain/reference.ts';
import { silenceOf } from '#functions/notifications/domain/silence.ts';
import {
  expectedBy,
  reasonToCall,
  type SmsState,
} from '#functions/notifications/domain/unreached.ts';
import { aDossier, dossierId, monday9 } from '#test/support/dossiers.ts';

const templates = smsTemplates.map(({ id }) => id);

describe('a message of the night', () => {
  it.each([
    ['result-ready', 'dispatched', true],
    ['refused-result', 'delivered', true],
    ['provisional', 'result-ready', true],
    ['provisional', 'accepted', true],
    ['papers-missed', 'accepted', false],
    ['supplement-requested', 'stopped', true],
    ['dispatched', 'out-for-delivery', true],
    ['out-for-delivery', 'delivery-failed', false],
    ['reannounced', 'reannounced', true],
    // Two that ask for different things, or tell different days, both stand.
    ['supplement-requested', 'reannounced', false],
    ['supplement-requested', 'fee-due', false],
    ['transferred', 'reannounced', false],
    ['dispatched', 'result-ready', false],
    // The code is kept by the citizen.
    ['accepted', 'delivered', false],
    ['handed-over', 'result-ready', false],
    ['otp', 'delivered', false],
  ])('%s is overtaken by %s: %s', (earlier, later, expected) => {
    expect(isOvertaken(earlier, later)).toBe(expected);
  });

  it('never overtakes in both directions, unless it says the same', () => {
    for (const a of templates)
      for (const b of templates)
        if (a !== b) expect(isOvertaken(a, b) && isOvertaken(b, a)).toBe(false);
  });

  it('always leaves one of a dossier’s messages to be told', () => {
    const story = fc.array(fc.constantFrom(...templates), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(story, (told) => {
        const untold = told.filter((earlier, n) =>
          told.slice(n + 1).some((later) => isOvertaken(earlier, later)),
        );
        expect(untold.length).toBeLessThan(told.length);
      }),
    );
  });
});

describe('a message is kept back', () => {
  const dossier = aDossier('accepted');
  it.each([
    [undefined, { status: 'accepted' }, 'accepted'],
    ['withdrawn', { status: 'withdrawal-requested' }, 'accepted'],
    ['withdrawn', { status: 'stopped' }, 'supplement-requested'],
    // What says that it ended, and how the papers come back (domain §10.9), is still told.
    [undefined, { status: 'stopped' }, 'stopped'],
    [undefined, { status: 'withdrawal-requested' }, 'withdrawn'],
    [undefined, { status: 'stopped' }, 'dispatched'],
    ['answered', { status: 'accepted' }, 'supplement-requested'],
    [undefined, { status: 'supplement-requested' }, 'supplement-requested'],
    ['answered', { status: 'in-progress' }, 'fee-due'],
    [undefined, { status: 'payment-requested' }, 'fee-due'],
    ['contact-corrected', { contactCorrectedAt: 5 }, 'accepted'],
    [undefined, { contactCorrectedAt: 4 }, 'accepted'],
    [undefined, { contactCorrectedAt: 3 }, 'accepted'],
  ] as const)('%s: when %o, for %s of version 4', (why, change, template) => {
    expect(silenceOf({ ...dossier, ...change }, { template, dossierVersion: 4 })).toBe(why);
  });
});

describe('a reference', () => {
  const every = templates.flatMap((template) =>
    [1, 2].flatMap((attempt) =>
      [4, 9_999].map((dossierVersion) =>
        referenceOf({ dossierId, dossierVersion, template, attempt }),
      ),
    ),
  );

  it('is one message’s alone', () => expect(new Set(every).size).toBe(every.length));

  it('is short enough for eSMS (50) and Zalo (48)', () => {
    for (const reference of every) expect(reference.length).toBeLessThanOrEqual(48);
  });
});

describe('a message is looked at again', () => {
  const waits = { receiptWithin: hours(72), hasNextChannel: false };
  it.each([
    ['intent', waits, undefined],
    ['held', waits, undefined],
    ['suppressed', waits, undefined],
    ['sending', waits, minutes(15)],
    ['unknown', waits, minutes(15)],
    ['sent', waits, hours(72)],
    ['sent', { ...waits, receiptWithin: undefined }, undefined],
    ['failed', waits, hours(0)],
    ['failed', { ...waits, hasNextChannel: true }, minutes(15)],
    ['unaddressed', waits, hours(0)],
  ] as const)('%s, %o: after %s ms', (state, on, span) => {
    expect(expectedBy(state, monday9, on)).toBe(span === undefined ? span : plus(monday9, span));
  });

  it.each([
    ['sent', undefined, 'no-receipt'],
    ['failed', undefined, 'failed'],
    ['unknown', undefined, 'unknown'],
    ['sending', 'undelivered', 'undelivered'],
    ['unknown', 'delivered', undefined],
    ['sending', undefined, undefined],
    ['suppressed', undefined, undefined],
    ['held', undefined, undefined],
    ['unaddressed', undefined, 'no-mobile'],
  ] as const)('%s with receipt %s: call because %s', (state: SmsState, receipt, reason) => {
    expect(reasonToCall(state, receipt)).toBe(reason);
  });
});

describe('the contact may be corrected', () => {
  const statuses = Object.keys(nationalStatus) as CaseStatus[];
  it.each(statuses)('in status %s, unless nothing follows it', (status) => {
    const decided = correctContact({ ...aDossier('accepted'), status }, 'wrong-number');
    const isOver = status === 'returned';
    expect(decided.ok).toBe(!isOver);
    expect((allowedIn['correct-contact'] as readonly string[]).includes(status)).toBe(!isOver);
  });
});

import { describe, expect, it } from 'vitest';
import type { Actor } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { textFields } from '#domain/sight/fields.ts';
import { sightAs, sightOf } from '#domain/sight/reader.ts';
import {
  dossierSeenBy,
  eventSeenBy,
  factSeenBy,
  hiddenFields,
  withheldText,
} from '#domain/sight/seen.ts';
import { atPath, foundAt, pathOf, type TextPath } from '#domain/sight/text-path.ts';
import { aDossier, aPayment, monday9, officer, suppliesAsked } from '#test/support/dossiers.ts';
import { and, answered, planned } from '#test/support/joint-work.ts';
import {
  clerk,
  courier,
  guestClerk,
  officerOf,
  supervisor,
} from '#test/support/use-cases/staff.ts';

const asked: DossierFact = {
  type: 'supplement-requested',
  leaseNo: 1,
  agency: 'ct-nnmt',
  ...suppliesAsked,
  requestedAt: monday9,
  requestedBy: officer.id,
};
const payment: DossierFact = {
  type: 'payment-requested',
  number: 1,
  leaseNo: 1,
  agency: 'ct-nnmt',
  requestedBy: officer.id,
  ...aPayment,
};
const extended: DossierFact = {
  type: 'deadline-extended',
  leaseNo: 1,
  agency: 'ct-nnmt',
  reason: 'Chờ đo đạc',
  override: 'Đã hẹn lại một lần, vẫn cho',
  dueAt: monday9,
  previousDueAt: monday9,
  extendedBy: officer.id,
};
const opinion: DossierFact = {
  type: 'assignment-answered',
  id: 1,
  agency: 'ct-xd',
  leaseNo: 1,
  outcome: 'disagreed',
  opinion: 'Sai quy hoạch',
  answeredAt: monday9,
  answeredBy: 'khanh',
};
const guest: DossierFact = { type: 'office-joined', office: 'bd-nga-bay' };

const hidden = (actor: Actor, dossier: Dossier, fact: DossierFact) =>
  hiddenFields(sightOf(actor, dossier), fact);

describe('who sees which text of a fact', () => {
  const acknowledged = aDossier('acknowledged');
  const waiting = and(acknowledged, asked, guest);
  const paying = and(acknowledged, payment, guest);
  const legs = planned('sequential');

  it.each<readonly [string, Actor, Dossier, DossierFact, readonly string[]]>([
    ['the counter what the citizen is told', clerk, acknowledged, asked, []],
    ['the counter no override', clerk, acknowledged, extended, ['override']],
    ['the owning agency its override', officer, acknowledged, extended, []],
    ['a courier nothing', courier, acknowledged, asked, ['reason', 'items.reason']],
    ['a supervisor nothing', supervisor, acknowledged, asked, ['reason', 'items.reason']],
    ['a guest why papers are asked for', guestClerk, waiting, asked, []],
    ['a guest nothing of a payment then', guestClerk, waiting, payment, ['reason', 'instructions']],
    ['a guest why money is asked for', guestClerk, paying, payment, []],
    ['a guest no apology', guestClerk, paying, extended, ['reason', 'override']],
    [
      'the carrier nothing',
      { kind: 'carrier', id: 'vnpost' },
      aDossier('dispatched'),
      asked,
      ['reason', 'items.reason'],
    ],
    ['a worker all of it', { kind: 'system', id: 'x' }, acknowledged, extended, []],
    ['the lead an opinion', officer, legs, opinion, []],
    ['the counter no opinion', clerk, legs, opinion, ['opinion', 'outcome']],
    ['the asked agency its own', officerOf('ct-xd'), legs, opinion, []],
    ['another agency none', officerOf('ct-tp'), legs, opinion, ['opinion', 'outcome']],
    [
      'none that is no task of this dossier',
      officerOf('ct-xd'),
      legs,
      { ...opinion, id: 9 },
      ['opinion', 'outcome'],
    ],
  ])('shows %s', (_, actor, dossier, fact, fields) => {
    expect(hidden(actor, dossier, fact)).toEqual(fields);
  });

  it('shows a later leg what the earlier ones said, and no earlier leg what comes after', () => {
    const second = answered(legs, 1);
    expect(hidden(officerOf('ct-ct'), second, opinion)).toEqual([]);
    const later = { ...opinion, id: 2 };
    expect(hidden(officerOf('ct-xd'), second, later)).toEqual(['opinion', 'outcome']);
  });

  it('shows the citizen and the national portal what is for them', () => {
    expect(hiddenFields(sightAs('citizen'), asked)).toEqual([]);
    expect(hiddenFields(sightAs('citizen'), opinion)).toEqual(['opinion', 'outcome']);
    expect(hiddenFields(sightAs('portal'), asked)).toEqual(['items.reason']);
    expect(hiddenFields(sightAs('portal'), extended)).toEqual(['reason', 'override']);
  });

  it('knows no reader who stands for everybody', () => {
    for (const rows of Object.values(textFields))
      for (const { readers } of Object.values(rows))
        expect(new Set(readers).size).toBe(readers.length);
  });
});

describe('what is not for a reader', () => {
  it('is taken out of the fact, and named', () => {
    const { fact, withheld } = factSeenBy(sightAs('portal'), asked);
    expect(withheld).toEqual(['items.reason']);
    expect(fact).toMatchObject({ reason: suppliesAsked.reason, items: [{ id: 'ban-ve' }] });
    expect(JSON.stringify(fact)).not.toContain('Thiếu bản vẽ');
    expect(factSeenBy(sightAs('citizen'), guest)).toEqual({ fact: guest, withheld: [] });
  });

  it('has words in its place where a dossier is made of events', () => {
    const event = {
      dossierId: aDossier('accepted').id,
      version: 9,
      recordedAt: monday9,
      effectiveAt: monday9,
      actor: 'staff:hoa',
      fact: opinion,
    };
    expect(eventSeenBy(sightAs('portal'), event).fact).toEqual({
      ...opinion,
      opinion: withheldText,
    });
  });

  it('has words in its place in the head: warnings, reasons and other agencies’ tasks', () => {
    const warned = and(
      answered(planned('sequential'), 1),
      { type: 'warning-recorded', text: 'Nên đợi' },
      asked,
    );
    const seen = dossierSeenBy(sightOf(courier, warned), warned);
    expect(seen.warnings).toEqual([withheldText]);
    expect(seen.supplements).toMatchObject([
      { reason: withheldText, items: [{ id: 'ban-ve', reason: withheldText }] },
    ]);
    expect(seen.assignments[0]).toMatchObject({
      task: withheldText,
      answer: { opinion: withheldText },
    });
    expect(dossierSeenBy(sightOf(officer, warned), warned)).toEqual(warned);
    const ofSecond = dossierSeenBy(sightOf(officerOf('ct-ct'), warned), warned).assignments;
    expect(ofSecond.map(({ task }) => task === withheldText)).toEqual([false, false, true]);
  });
});

describe('a path', () => {
  it('leads through lists, and nowhere where nothing is', () => {
    const thing = { list: [{ a: '1' }, { b: '2' }], words: ['x', 'y'], one: 'z', no: undefined };
    const upper = (text: unknown) => String(text).toUpperCase();
    expect(atPath(thing, ['words'], upper)).toMatchObject({ words: ['X', 'Y'] });
    expect(atPath(thing, ['list', 'b'], () => undefined)).toMatchObject({ list: [{ a: '1' }, {}] });
    const places = (path: string) => foundAt(thing, path.split('.')).map(({ at }) => at);
    expect(['one', 'no', 'one.more', 'list.a', 'words'].map(places)).toEqual([
      ['one'],
      [],
      [],
      ['list.0.a'],
      ['words.0', 'words.1'],
    ]);
    expect(pathOf('items.0.reason')).toBe('items.reason');
  });

  it('is asked for by the compiler for whatever a person may write, and for nothing else', () => {
    interface Planted {
      readonly type: 'planted';
      readonly agency: string;
      readonly outcome: 'agreed' | 'disagreed';
      readonly note?: string;
      readonly lines: readonly { readonly remark: string; readonly count: number }[];
    }
    type Rows = { readonly [P in TextPath<Planted>]: true };
    const whole: Rows = { note: true, 'lines.remark': true };
    // @ts-expect-error: a new free text without a row does not compile.
    const forgotten: Rows = { note: true };
    expect(Object.keys({ ...whole, ...forgotten })).toEqual(['note', 'lines.remark']);
  });
});

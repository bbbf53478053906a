import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * Where the law asks for one person by name, that person may be ill tomorrow. Each such line has a row: who
 * else ends what the person holds, and how it is told. `two` lines hold nothing: they want another person.
 */
const holders: Readonly<Record<string, { readonly ends: string; readonly told: string } | 'two'>> =
  {
    'functions/forms/domain/print-count.ts: last.by === by': {
      ends: 'nobody waits for it: whoever else prints, and the same one ten minutes later, makes one print more',
      told: 'the paper says which print it is',
    },
    'functions/handover/domain/steps.ts: staff.id === pouch.sealed?.staff': 'two',
    'functions/handover/domain/steps.ts: staff.id === pouch.taken?.staff': {
      ends: 'signForGiver: a colleague of the courier, with the reason',
      told: 'transit-late: the papers are not signed for in J+n',
    },
    'functions/handover/domain/steps.ts: staff.id === pouch.giver?.staff': 'two',
    'functions/handover/domain/steps.ts: hand.staff.id !== pouch.count?.by.staff': 'two',
    'shared/domain/handover/lost-result.ts: finding.staff === staff.id': 'two',
    'functions/money/domain/give-back.ts: id === askedBy': 'two',
    'functions/money/application/give-back.ts: actor.id !== before.askedBy': {
      ends: 'mayConfirm: a colleague or a supervisor refuses it as well',
      told: 'GET /v1/give-backs',
    },
    'functions/money/domain/close-shift.ts: by === shift.clerk': {
      ends: 'closeShift by another with the reason, confirmed by a third',
      told: 'GET /v1/shifts/left-open, and an alarm each morning',
    },
    'functions/money/domain/close-shift.ts: shift.closing.by !== by': 'two',
    'functions/money/domain/close-shift.ts: by === closing.by': 'two',
    'functions/money/application/work-shift.ts: shift.clerk === request.actor.id': {
      ends: 'isSecondPerson: a colleague or a supervisor',
      told: 'GET /v1/shifts/left-open, and an alarm each morning',
    },
    'shared/domain/dossier/relation.ts: actor.id === dossier.id': {
      ends: 'choose-delivery is the act of the home clerk as well, with the card seen',
      told: 'the page of the dossier, and an SMS to every number that guards it',
    },
    'shared/domain/dossier/steps/approve.ts: proposal.decidedBy === staff.id': 'two',
    'shared/domain/dossier/steps/lease.ts: department.lease?.holder !== holder': {
      ends: 'takeBackLease by the leader; by itself after eight hours',
      told: 'the inbox shows who holds it until when; unacknowledged, due-soon',
    },
    'shared/domain/dossier/steps/lease.ts: lease?.holder !== claim.holder': {
      ends: 'takeBackLease by the leader; by itself after eight hours',
      told: 'the inbox shows who holds it until when; unacknowledged, due-soon',
    },
    'shared/domain/dossier/steps/answer.ts: lease?.holder !== by.holder': {
      ends: 'takeBackAssignment by the asked agency’s leader; by itself after eight hours',
      told: 'the list of assignments shows who holds it until when',
    },
  };

const person = String.raw`(?:[\w.?]*(?:actor|staff)\??\.id|[\w.?]*\.by(?:\.staff)?|by|(?:lease\?*|claim|by)\.holder|holder|[\w.?]*\.(?:clerk|askedBy|decidedBy|openedBy)|askedBy|clerk|[\w?.]+\?\.staff)`;
const comparison = new RegExp(
  String.raw`[\w.?]+ (?:===|!==) ${person}(?![\w.?(])|${person} (?:===|!==) [\w.?]+`,
  'g',
);

/** Comparisons with `undefined` or a text ask no name; those of a carrier or a paper's place are no person's. */
const isOfPerson = (line: string): boolean =>
  !/undefined|'/.test(line) &&
  !/each\.holder|bearer|delivery\?\.carrier|shipment\.carrier/.test(line);

const found = globSync([
  'functions/*/{domain,application}/**/*.ts',
  'shared/{domain,application}/**/*.ts',
])
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(comparison)]
      .map(([text]) => text)
      .filter(isOfPerson)
      .map((text) => `${file}: ${text}`),
  )
  .sort();

describe('what one person holds', () => {
  it('is looked for', () => expect(found.length).toBeGreaterThan(10));

  it('has an end by somebody else, and is told', () =>
    expect(found.filter((line) => !Object.hasOwn(holders, line))).toEqual([]));

  it('is still held so', () =>
    expect(Object.keys(holders).filter((line) => !found.includes(line))).toEqual([]));
});

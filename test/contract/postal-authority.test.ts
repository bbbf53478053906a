import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Staff } from '#domain/actor/actor.ts';
import type { CaseStatus } from '#domain/dossier/case-status.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { refuseReception } from '#domain/dossier/steps/end.ts';
import type { Route } from '#edge/contract.ts';
import { dossierView } from '#edge/views/dossier.ts';
import { contracts } from '#functions/contracts.ts';
import { aDossier, anApplicant, monday9 } from '#test/support/dossiers.ts';

/**
 * Postal staff guide; they neither reject on merit nor ask for papers (QĐ 45/2016 art. 16(5), domain §10.4). What
 * takes a dossier into one of these statuses judges it.
 */
const judging: readonly CaseStatus[] = [
  'not-accepted',
  'supplement-requested',
  'payment-requested',
  'decided',
];

/** The route of each command that judges; `undefined`: a worker's, or news of a parcel. */
const routeOf: Readonly<Record<string, string | undefined>> = {
  'refuse reception': 'refuseReception',
  'ask for papers': 'requestSupplement',
  'ask for a payment': 'requestPayment',
  'admit a late answer': 'admitLateAnswer',
  decide: 'decideDossier',
  approve: 'approveDecision',
  'hear that it went back': undefined,
};

const routes = new Map(
  Object.values(contracts).flatMap((contract) => Object.entries<Route>(contract)),
);
const isOpenToPost = ({ who }: Route): boolean =>
  Array.isArray(who) && who.some((role) => role === 'clerk' || role === 'courier');

/** The commands that lead into a status out of another one, by the table that the domain itself makes. */
const commandsInto = (status: CaseStatus): readonly string[] =>
  readFileSync('docs/transitions.md', 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, from, , leadsTo = '']) => from !== status && leadsTo.split(', ').includes(status))
    .map(([, , command = '']) => command);

describe('a postal clerk', () => {
  it('has no route that judges a dossier', () => {
    const commands = new Set(judging.flatMap(commandsInto));
    expect(commands).toEqual(new Set(Object.keys(routeOf)));
    for (const operation of Object.values(routeOf).filter((name) => name !== undefined)) {
      const route = routes.get(operation);
      expect(route && isOpenToPost(route), operation).toBe(false);
    }
  });

  it.each(['stopDossier', 'transferDossier', 'extendDeadline', 'resumeDossier', 'grantWithdrawal'])(
    'cannot %s either',
    (operation) => {
      const route = routes.get(operation);
      expect(route && isOpenToPost(route)).toBe(false);
    },
  );

  it('refuses no reception, even where a department’s route let one in', () => {
    const clerk: Staff = { kind: 'staff', id: 'lan', role: 'clerk', office: 'bd-vi-thanh' };
    const refused = refuseReception(aDossier('scanned'), { staff: clerk, now: monday9 }, 'x');
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'dossier-unknown' } });
  });

  it('records what the citizen does not heed, for the department to read', () => {
    const dossier: Dossier = { ...aDossier('acknowledged'), warnings: ['Đơn chưa ghi số thửa'] };
    const view = dossierView({ dossier, applicant: anApplicant, chainHash: '' });
    expect(view.warnings).toEqual(['Đơn chưa ghi số thửa']);
    const route = routes.get('readDossier');
    expect(route?.who).toContain('officer');
  });
});

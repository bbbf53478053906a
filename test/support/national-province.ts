import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { codeCounter, dossierCodeOf } from '#application/acceptance.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Agency } from '#domain/catalogue/agency.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { makePushAgain } from '#functions/portal/application/push-again.ts';
import { makePushDossier } from '#functions/portal/application/push-dossier.ts';
import { makePushPending } from '#functions/portal/application/push-pending.ts';
import { type DriftAsk, makeReadDrift } from '#functions/portal/application/read-drift.ts';
import { anAcceptance, anApplicant, aProcedure, monday9, officer } from '#test/support/dossiers.ts';
import { givenWrite } from '#test/support/given-write.ts';
import { aPortal, theAgency, theCatalogue } from '#test/support/national.ts';
import { aClock } from '#test/support/worlds.ts';

export const day = '2026-11-23' as VietnamDay;
export const supervisor: Staff = { kind: 'staff', id: 'binh', role: 'supervisor' };
export const leader: Staff = { ...officer, id: 'phuc', role: 'leader' };
export const otherLeader: Staff = { ...leader, agency: 'ct-tp' };
export const justice = { id: 'ct-tp', code: 'H13.02', level: 'province' } as Agency;

/** Dossiers accepted today, as many as asked for an agency, all on the portal. */
export const aProvince = async (counts: readonly (readonly [Agency, number])[]) => {
  const stores = makeMemoryUnitOfWork(sha256);
  const { clock, advance } = aClock();
  const ids = makeUlids();
  const national = aPortal();
  const deps = { ...stores, clock, catalogue: theCatalogue, portal: national.portal };
  const push = makePushDossier(deps);
  const dossiers: { id: DossierId; code: string }[] = [];
  for (const [agency, count] of counts)
    for (let n = 1; n <= count; n++) {
      const id = ids.next(monday9) as DossierId;
      const code = dossierCodeOf(theCatalogue, agency, day, n);
      const facts: readonly DossierFact[] = [
        {
          type: 'dossier-registered',
          id,
          office: 'bd-vi-thanh',
          intakeMode: 'onestop',
          channel: 'postal',
          procedure: { code: aProcedure.code, version: '1' },
          components: [],
          circumstances: {},
          fees: { stateFeesVnd: 0, postageVnd: 0 },
        },
        {
          type: 'dossier-accepted',
          agency: agency.id,
          office: 'bd-vi-thanh',
          ...anAcceptance,
          code,
        },
      ];
      const change = record(undefined, id, facts, { actor: officer, now: monday9 });
      const series = codeCounter(agency.id, day);
      await stores.numbers.take({ series, holder: id, bearerOf: async () => undefined });
      await stores.ledger.commit({
        dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }],
      });
      await push.onChange(id, 2);
      dossiers.push({ id, code });
    }
  const happens = async (id: DossierId, ...facts: readonly DossierFact[]) => {
    const stored = await stores.ledger.load(id);
    if (!stored) throw new Error('no dossier');
    const write = givenWrite(stored, facts, { actor: officer, now: clock.now() });
    await stores.ledger.commit({ dossiers: [write] });
    return write.change.after.version;
  };
  const agencies = [theAgency, justice];
  const drift = makeReadDrift({ ...deps, agencies });
  const report = async (actor: Staff = supervisor, ask: Partial<DriftAsk> = {}) => {
    const said = await drift(actor, { day, limit: 25, ...ask });
    if (!said.ok) throw new Error(said.refusal.code);
    return said.value;
  };
  const again = makePushAgain(deps);
  const sweep = makePushPending({ ...deps, push });
  return {
    ...stores,
    ...national,
    deps,
    dossiers,
    happens,
    push,
    drift,
    report,
    again,
    sweep,
    advance,
  };
};

/** The dossier that was accepted as the so many, from 0. */
export const dossierAt = ({ dossiers }: Awaited<ReturnType<typeof aProvince>>, index: number) => {
  const found = dossiers[index];
  if (!found) throw new Error(`no dossier ${index}`);
  return found;
};

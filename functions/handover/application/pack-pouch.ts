import { loadToAct } from '#application/authority.ts';
import { type Attempt, type Deciding, decideOnce, writeOf } from '#application/deciding.ts';
import { procedureOf } from '#application/procedure-of.ts';
import { visiblePouch } from '#application/visible-pouch.ts';
import type { DecidedFact } from '#domain/dossier/handing.ts';
import { packable, packPapers, unpackPapers } from '#domain/dossier/steps/handover.ts';
import type { Pouch } from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import { type Hand, pack, unpack } from '#functions/handover/domain/steps.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import { recordWrite } from '#ports/records.ts';
import type { StoredDossier } from '#ports/unit-of-work.ts';
import type { PouchWork } from './work-pouch.ts';

export type PackDossier = PouchWork & { readonly dossierId: DossierId };

interface Deps extends Deciding {
  readonly catalogue: Catalogue;
}

interface Packing {
  readonly pouch: Pouch;
  readonly facts: readonly DecidedFact[];
}

/**
 * Into the pouch and out of it again: the manifest and the dossier say the same, or neither does. A
 * dossier's papers are in one pouch at most.
 */
export const makePackPouch = (deps: Deps) => ({
  pack: (request: PackDossier) =>
    change(deps, 'pack-papers', request, (pouch, { dossier }, hand) => {
      const procedure = procedureOf(deps.catalogue, dossier);
      if (!procedure.ok) return procedure;
      const line = packable(dossier, procedure.value, pouch.from, pouch.to);
      if (!line.ok) return line;
      const named = { ...line.value, procedure: dossier.procedure };
      const packed = pack(pouch, { dossierId: dossier.id, ...named }, hand);
      return packed.ok ? done({ pouch: packed.value, facts: packPapers(pouch.id) }) : packed;
    }),
  unpack: (request: PackDossier) =>
    change(deps, 'unpack-papers', request, (pouch, { dossier }, hand) => {
      const facts = unpackPapers(dossier, pouch.id);
      if (!facts.ok) return facts;
      const unpacked = unpack(pouch, dossier.id, hand);
      return unpacked.ok ? done({ pouch: unpacked.value, facts: facts.value }) : unpacked;
    }),
});

const change = (
  deps: Deps,
  act: 'pack-papers' | 'unpack-papers',
  request: PackDossier,
  step: (pouch: Pouch, stored: StoredDossier, hand: Hand) => Outcome<Packing>,
): Promise<Outcome<Pouch>> =>
  decideOnce<Pouch>(deps, request.idempotency, async (now): Promise<Outcome<Attempt<Pouch>>> => {
    const { actor, pouchId, dossierId } = request;
    const before = await visiblePouch(deps.ledger, actor, pouchId);
    if (!before.ok) return before;
    const stored = await loadToAct(deps.ledger, act, actor, dossierId);
    if (!stored.ok) return stored;
    const packing = step(before.value, stored.value, { staff: actor, now });
    if (!packing.ok) return packing;
    const { pouch, facts } = packing.value;
    return done({
      result: pouch,
      commit: {
        dossiers: [writeOf(stored.value, facts, { actor, now })],
        records: [recordWrite(pouchKind, before.value, pouch)],
      },
    });
  });

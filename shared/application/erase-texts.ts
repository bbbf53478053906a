import type { System } from '#domain/actor/actor.ts';
import { withoutErased } from '#domain/dossier/steps/erase-texts.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { TextClass } from '#domain/sight/text-class.ts';
import { loadToAct } from './authority.ts';
import { type Deciding, decideOnce, writeOf } from './deciding.ts';

export interface EraseTexts {
  readonly actor: System;
  readonly dossierId: DossierId;
  readonly kept: TextClass;
}

export interface Erased {
  readonly texts: number;
}

/**
 * Xóa lời văn: takes every text of a class out of a dossier, from beside its events, its head and its
 * lists, with their salts. The history says that it happened and stays as it was hashed. Texts written
 * before they lay beside stand in the chain and are not found here. Said again it finds none. Under lệnh giữ
 * nothing goes.
 */
export const makeEraseTexts =
  (deps: Deciding) =>
  ({ actor, dossierId, kept }: EraseTexts): Promise<Outcome<Erased>> =>
    decideOnce<Erased>(deps, undefined, async (now) => {
      const { ledger } = deps;
      const found = await loadToAct(ledger, 'erase-texts', actor, dossierId);
      if (!found.ok) return found;
      const stored = found.value;
      if (stored.dossier.hold) return refuse({ code: 'dossier-on-hold' });
      const isOf = (text: { readonly kept: TextClass }) => text.kept === kept;
      const events = (await ledger.kept(dossierId)).filter(({ texts }) => texts.some(isOf));
      const texts = events.flatMap((event) => event.texts.filter(isOf)).length;
      if (texts === 0) return done({ result: { texts }, commit: {} });
      const history = await ledger.history(dossierId);
      const dossier = withoutErased(stored.dossier, { kept, events, history });
      const versions = events.map(({ written }) => written.version);
      const fact = { type: 'texts-erased', kept, events: versions } as const;
      const write = writeOf({ ...stored, dossier }, [fact], { actor, now });
      const change = { ...write.change, before: stored.dossier };
      return done({
        result: { texts },
        commit: { dossiers: [{ ...write, change, erasure: { kept, events } }] },
      });
    });

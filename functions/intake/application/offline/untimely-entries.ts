import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { blockOf, type TemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import { takenTimeFault } from '#domain/offline/back-entry.ts';
import { type OfflineRules, offlineRulesOn } from '#domain/offline/rules.ts';
import type { TemporaryBlock } from '#domain/offline/temporary-block.ts';
import { settleUntimely, untimelyOpen, withUntimely } from '#domain/offline/untimely.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { temporaryBlockKind, untimelyList } from '#functions/intake/records.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, Page, PageAsk } from '#ports/unit-of-work.ts';
import type { EnterDossier, Entered } from './enter-dossier.ts';
import { blockOfSlip } from './work-blocks.ts';

interface Deps extends Deciding {
  readonly index: DossierIndex;
  readonly offlineRules: readonly OfflineRules[];
}

interface Note {
  readonly actor: Staff;
  readonly number: TemporaryNumber;
  readonly takenAt: Instant;
}

interface Settle {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly number: TemporaryNumber;
  readonly finding: string;
}

/** A slip on the list, with its block. */
export interface UntimelyLine {
  readonly block: TemporaryBlock;
  readonly number: TemporaryNumber;
}

/** Nhập sau ngoài hạn: times off slips that cannot have been, until somebody has found out what they were. */
export const makeUntimelyEntries = (deps: Deps) => ({
  note: ({ actor, number, takenAt }: Note) =>
    decideOnce<{ readonly number: TemporaryNumber }>(deps, undefined, async (now) => {
      const found = await blockOfSlip(deps.ledger, actor, number);
      if (!found.ok) return found;
      const rules = offlineRulesOn(deps.offlineRules, dayOf(now));
      const why = takenTimeFault(takenAt, found.value, rules, now);
      const time = why && { takenAt, why, by: actor.id, at: now };
      const after = time ? withUntimely(found.value, number, time) : found.value;
      const isNew = after !== found.value;
      const records = isNew ? [recordWrite(temporaryBlockKind, found.value, after)] : [];
      return done({ result: { number }, commit: { records } });
    }),
  /** Of up to `limit` blocks each slip that is open, the block that waits longest first. */
  list: async (ask: PageAsk): Promise<Page<UntimelyLine>> => {
    const { items, ...rest } = await deps.index.listedSecond(temporaryBlockKind, untimelyList, ask);
    const found = await Promise.all(items.map((id) => deps.ledger.record(temporaryBlockKind, id)));
    const lines = found.flatMap((block) =>
      block ? untimelyOpen(block).map((number) => ({ block, number })) : [],
    );
    return { ...rest, items: lines };
  },
  settle: ({ actor, idempotency, number, finding }: Settle) =>
    decideOnce<UntimelyLine>(deps, idempotency, async (now) => {
      const before = await deps.ledger.record(temporaryBlockKind, blockOf(number));
      if (!before) return refuse({ code: 'untimely-entry-unknown' });
      const settled = settleUntimely(before, number, { by: actor.id, at: now, finding });
      if (!settled.ok) return settled;
      const record = recordWrite(temporaryBlockKind, before, settled.value);
      return done({ result: { block: settled.value, number }, commit: { records: [record] } });
    }),
});

/**
 * Enters a dossier; a time that cannot have been is refused with its reason, and kept first. Where it cannot be
 * kept that is what is told, so that whoever told it tells it again.
 */
export const enteringOrNoting =
  (
    enter: (request: EnterDossier) => Promise<Outcome<Entered>>,
    { note }: Pick<ReturnType<typeof makeUntimelyEntries>, 'note'>,
  ) =>
  async (request: EnterDossier): Promise<Outcome<Entered>> => {
    const entered = await enter(request);
    if (entered.ok || entered.refusal.code !== 'taken-time-invalid') return entered;
    const noted = await note(request);
    return noted.ok ? entered : noted;
  };

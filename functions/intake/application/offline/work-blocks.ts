import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
} from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import {
  type BlockId,
  blockOf,
  type TemporaryNumber,
} from '#domain/identifiers/temporary-number.ts';
import { type OfflineRules, offlineRulesOn } from '#domain/offline/rules.ts';
import {
  closeBlock,
  type SlipStock,
  type TemporaryBlock,
  voidSlip,
} from '#domain/offline/temporary-block.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { slipStockKind, temporaryBlockKind } from '#functions/intake/records.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps extends Deciding {
  readonly index: DossierIndex;
  readonly offlineRules: readonly OfflineRules[];
}

interface Request {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
}

type OfBlock = Request & { readonly id: BlockId };

/** The one counter of blocks in the province: a block is never given twice. */
const sequence = 'temporary-block';

/** A block of the caller's own office; another's does not exist. */
export const ownBlock = async (
  ledger: UnitOfWork,
  { office }: Staff,
  id: BlockId,
): Promise<Outcome<TemporaryBlock>> => {
  const block = await ledger.record(temporaryBlockKind, id);
  return block && block.office === office
    ? done(block)
    : refuse({ code: 'temporary-block-unknown' });
};

/** The block of a slip; another office’s slip, used or not, is none here. */
export const blockOfSlip = async (
  ledger: UnitOfWork,
  { office }: Staff,
  number: TemporaryNumber,
): Promise<Outcome<TemporaryBlock>> => {
  const block = await ledger.record(temporaryBlockKind, blockOf(number));
  return block && block.office === office
    ? done(block)
    : refuse({ code: 'temporary-number-unknown' });
};

/** Dải số tạm of an office: leased ahead, used up slip by slip, counted at the end. */
export const makeWorkBlocks = (deps: Deps) => ({
  lease: (request: Request & { readonly device: string; readonly size?: number | undefined }) =>
    decideOnce<TemporaryBlock>(deps, request.idempotency, (now) => leasing(deps, request, now)),
  spoil: (request: Request & { readonly number: TemporaryNumber; readonly reason: string }) =>
    decideOnce<TemporaryBlock>(deps, request.idempotency, (now) => spoiling(deps, request, now)),
  close: (
    request: OfBlock & {
      readonly blanks: readonly TemporaryNumber[];
      readonly explanation?: string | undefined;
    },
  ) => decideOnce<TemporaryBlock>(deps, request.idempotency, (now) => closing(deps, request, now)),
  read: (actor: Staff, id: BlockId) => ownBlock(deps.ledger, actor, id),
  list: async (
    actor: Staff,
    state: 'open' | 'closed',
    ask: PageAsk,
  ): Promise<Page<TemporaryBlock>> => {
    const { items, ...rest } = await deps.index.listed(
      temporaryBlockKind,
      `${actor.office ?? ''}#${state}`,
      ask,
    );
    const found = await Promise.all(items.map((id) => deps.ledger.record(temporaryBlockKind, id)));
    return { ...rest, items: found.filter((block) => block !== undefined) };
  },
});

/** Counted with the office's stock: of two leases at once, the one too many finds it changed. */
const leasing = async (
  { ledger, offlineRules }: Deps,
  { actor, device, size }: Parameters<ReturnType<typeof makeWorkBlocks>['lease']>[0],
  now: Instant,
): Promise<Outcome<Attempt<TemporaryBlock>>> => {
  const office = actor.office ?? '';
  const rules = offlineRulesOn(offlineRules, dayOf(now));
  const slips = size ?? rules.usualSlips;
  if (slips > rules.mostSlips)
    return refuse({ code: 'temporary-block-size', limit: rules.mostSlips });
  const before = await ledger.record(slipStockKind, office);
  const open = before?.open ?? [];
  if (open.length >= rules.openBlocks)
    return refuse({ code: 'temporary-blocks-open', limit: rules.openBlocks });
  const from = await ledger.sequence(sequence);
  const block: TemporaryBlock = {
    id: String(from + 1).padStart(6, '0') as BlockId,
    version: 1,
    office,
    device,
    size: slips,
    leasedAt: now,
    leasedBy: actor.id,
    fates: {},
  };
  return done({
    result: block,
    commit: {
      records: [
        recordWrite(temporaryBlockKind, undefined, block),
        recordWrite(slipStockKind, before, stockOf(office, before, [...open, block.id])),
      ],
      sequences: [{ name: sequence, from }],
    },
  });
};

const stockOf = (
  office: string,
  before: SlipStock | undefined,
  open: readonly BlockId[],
): SlipStock => ({ id: office, version: (before?.version ?? 0) + 1, open });

const spoiling = async (
  { ledger }: Deps,
  { actor, number, reason }: Parameters<ReturnType<typeof makeWorkBlocks>['spoil']>[0],
  now: Instant,
): Promise<Outcome<Attempt<TemporaryBlock>>> => {
  const found = await blockOfSlip(ledger, actor, number);
  if (!found.ok) return found;
  const spoiled = voidSlip(found.value, number, { reason, by: actor.id, at: now });
  if (!spoiled.ok) return spoiled;
  const record = recordWrite(temporaryBlockKind, found.value, spoiled.value);
  return done({ result: spoiled.value, commit: { records: [record] } });
};

const closing = async (
  { ledger }: Deps,
  { actor, id, blanks, explanation }: Parameters<ReturnType<typeof makeWorkBlocks>['close']>[0],
  now: Instant,
): Promise<Outcome<Attempt<TemporaryBlock>>> => {
  const found = await ownBlock(ledger, actor, id);
  if (!found.ok) return found;
  const closed = closeBlock(found.value, {
    at: now,
    by: actor.id,
    blanks,
    ...(explanation !== undefined && { explanation }),
  });
  if (!closed.ok) return closed;
  const before = await ledger.record(slipStockKind, found.value.office);
  const left = (before?.open ?? []).filter((open) => open !== id);
  return done({
    result: closed.value,
    commit: {
      records: [
        recordWrite(temporaryBlockKind, found.value, closed.value),
        recordWrite(slipStockKind, before, stockOf(found.value.office, before, left)),
      ],
    },
  });
};

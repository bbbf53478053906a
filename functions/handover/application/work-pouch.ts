import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import { visiblePouch } from '#application/visible-pouch.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Count, Party, Pouch } from '#domain/handover/pouch.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { count, type Hand, openPouch, seal, sign, take } from '#functions/handover/domain/steps.ts';
import { routeClassBetween, transitLimit } from '#functions/handover/domain/transit.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Ids } from '#ports/ids.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import { recordWrite } from '#ports/records.ts';

export interface PouchWork {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly pouchId: PouchId;
}

export interface PouchDeps extends Deciding {
  readonly ids: Ids;
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
}

/** The steps of a pouch that touch no dossier; each answers the pouch as it then is. */
export const makeWorkPouch = (deps: PouchDeps) => {
  const work = (
    request: PouchWork,
    step: (pouch: Pouch, hand: Hand) => Outcome<Pouch> | Promise<Outcome<Pouch>>,
  ): Promise<Outcome<Pouch>> =>
    decideOnce<Pouch>(deps, request.idempotency, async (now) => {
      const { actor, pouchId } = request;
      const found = await visiblePouch(deps.ledger, actor, pouchId);
      if (!found.ok) return found;
      const after = await step(found.value, { staff: actor, now });
      if (!after.ok) return after;
      const record = recordWrite(pouchKind, found.value, after.value);
      return done({ result: after.value, commit: { records: [record] } });
    });
  return {
    open: (request: Omit<PouchWork, 'pouchId'> & { readonly to: Party }) =>
      decideOnce<Pouch>(deps, request.idempotency, async (now) => opening(deps, request, now)),
    seal: (request: PouchWork & { readonly sealNumber: string }) =>
      work(request, async (pouch, hand) => {
        const limit = await countBy(deps, pouch, hand.now);
        return limit.ok ? seal(pouch, request.sealNumber, limit.value, hand) : limit;
      }),
    take: (request: PouchWork & { readonly sealNumber: string }) =>
      work(request, (pouch, hand) => take(pouch, request.sealNumber, hand)),
    count: (request: PouchWork & { readonly count: Count }) =>
      work(request, (pouch, hand) => count(pouch, request.count, hand)),
    sign: (
      request: PouchWork & { readonly countNo: number; readonly giverAbsence?: string | undefined },
    ) => work(request, (pouch, hand) => sign(pouch, request.countNo, hand, request.giverAbsence)),
  };
};

const opening = (
  { ids, catalogue }: PouchDeps,
  { actor, to }: { readonly actor: Staff; readonly to: Party },
  now: Instant,
) => {
  const from = partyOf(actor);
  if (!from) return refuse({ code: 'pouch-ends' });
  const isKnown =
    to.kind === 'agency' ? catalogue.agency(to.id)?.takesDossiers : catalogue.office(to.id);
  if (!isKnown) return refuse({ code: to.kind === 'agency' ? 'agency-unknown' : 'office-unknown' });
  const pouch = openPouch(ids.next(now) as PouchId, from, to, { staff: actor, now });
  if (!pouch.ok) return pouch;
  const record = recordWrite(pouchKind, undefined, pouch.value);
  return done({ result: pouch.value, commit: { records: [record] } });
};

/** Where somebody works is where their pouch starts. */
const partyOf = ({ office, agency }: Staff): Party | undefined => {
  if (office !== undefined) return { kind: 'office', id: office };
  return agency === undefined ? undefined : { kind: 'agency', id: agency };
};

const countBy = async (
  { catalogue, calendars }: PouchDeps,
  { from, to }: Pouch,
  now: Instant,
): Promise<Outcome<Instant>> => {
  const ends = [from, to];
  const office = catalogue.office(ends.find(({ kind }) => kind === 'office')?.id ?? '');
  const agency = catalogue.agency(ends.find(({ kind }) => kind === 'agency')?.id ?? '');
  if (!office || !agency) return refuse({ code: 'pouch-ends' });
  const book = await calendars.current();
  const limit = transitLimit(now, routeClassBetween(office, agency), book);
  return limit.ok ? done(limit.value) : refuse({ code: 'calendar-missing', year: limit.year });
};

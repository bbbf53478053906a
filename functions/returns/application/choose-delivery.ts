import { loadToAct, loadVisible } from '#application/authority.ts';
import { openedBy } from '#application/citizen-session.ts';
import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import { procedureOf } from '#application/procedure-of.ts';
import { tellNumbers } from '#application/tell-numbers.ts';
import type { Citizen, Staff } from '#domain/actor/actor.ts';
import type { PostagePrice } from '#domain/catalogue/postage.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import {
  chooseDelivery,
  type DeliveryAsked,
  type DeliveryRules,
} from '#functions/returns/domain/choose-delivery.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Ids } from '#ports/ids.ts';
import type { Seals } from '#ports/seals.ts';
import { type DeliveryWays, deliveryWays } from './delivery-ways.ts';

export interface ChooseDelivery {
  readonly actor: Staff | Citizen;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
  readonly asked: DeliveryAsked;
}

export interface DeliveryChosen {
  readonly dossierVersion: number;
  /** Đồng, owed from now on. */
  readonly moreVnd: number;
}

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly seals: Seals;
  readonly calendars: Calendars;
  readonly catalogue: Pick<
    Catalogue,
    'procedureVersion' | 'office' | 'officesOn' | 'agency' | 'placesNamed'
  >;
  readonly prices: readonly PostagePrice[];
}

type Mine = Omit<ChooseDelivery, 'actor' | 'dossierId'> & { readonly token: string };

/**
 * Đổi cách nhận kết quả: by the citizen with a session of the dossier, or at its counter by the clerk who has
 * seen the card. Every number that guards the dossier is told, as of all that a thief of a result would do.
 */
export const makeChooseDelivery = (deps: Deps) => {
  const choose = (request: ChooseDelivery) =>
    decideOnce<DeliveryChosen>(deps, request.idempotency, (now) => chosen(deps, request, now));
  return {
    choose,
    chooseMine: async ({ token, ...request }: Mine): Promise<Outcome<DeliveryChosen>> => {
      const opened = await openedBy(deps, token);
      if (!opened.ok) return opened;
      const dossierId = opened.value;
      return choose({ ...request, dossierId, actor: { kind: 'citizen', id: dossierId } });
    },
    ways: async (actor: Staff, id: DossierId): Promise<Outcome<DeliveryWays>> => {
      const found = await loadVisible(deps.ledger, actor, id);
      return found.ok ? waysOf(deps, found.value.dossier) : found;
    },
    waysOfMine: async (token: string): Promise<Outcome<DeliveryWays>> => {
      const opened = await openedBy(deps, token);
      const stored = opened.ok && (await deps.ledger.load(opened.value));
      return stored ? waysOf(deps, stored.dossier) : refuse({ code: 'session-invalid' });
    },
  };
};

const waysOf = async (deps: Deps, dossier: Dossier): Promise<Outcome<DeliveryWays>> => {
  const rules = await rulesFor(deps, dossier, deps.clock.now());
  return rules.ok ? done(deliveryWays(dossier, rules.value, deps.catalogue)) : rules;
};

const rulesFor = async (
  { catalogue, calendars, prices }: Deps,
  dossier: Dossier,
  now: Instant,
): Promise<Outcome<DeliveryRules>> => {
  const procedure = procedureOf(catalogue, dossier);
  if (!procedure.ok) return procedure;
  const today = dayOf(now);
  return done({
    procedure: procedure.value,
    today,
    prices,
    calendar: await calendars.current(),
    office: (id) => catalogue.office(id),
    isCommune: (agency) => communesOf(catalogue, today).has(agency),
  });
};

const communesOf = (catalogue: Deps['catalogue'], today: DeliveryRules['today']) =>
  new Set(catalogue.placesNamed('', today).flatMap(({ agencies }) => agencies));

const chosen = async (
  deps: Deps,
  { actor, dossierId, asked }: ChooseDelivery,
  now: Instant,
): Promise<Outcome<Attempt<DeliveryChosen>>> => {
  const found = await loadToAct(deps.ledger, 'choose-delivery', actor, dossierId);
  if (!found.ok) return found;
  const { dossier, applicant } = found.value;
  const rules = await rulesFor(deps, dossier, now);
  if (!rules.ok) return rules;
  const decided = chooseDelivery(dossier, asked, rules.value);
  if (!decided.ok) return decided;
  const change = 'delivery-chosen';
  const told = await tellNumbers(deps, { dossier, applicant, change, now });
  if (!told.ok) return told;
  const write = writeOf(found.value, decided.value, { actor, now });
  const { version: dossierVersion, chosenDelivery } = write.change.after;
  return done({
    result: { dossierVersion, moreVnd: chosenDelivery?.moreVnd ?? 0 },
    commit: { dossiers: [write], records: told.value },
  });
};

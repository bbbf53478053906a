import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
} from '#application/deciding.ts';
import { dossierOfReceipt, type ReceiptWords } from '#application/receipt.ts';
import { limitReceiptTries, type ReceiptTries } from '#application/receipt-tries.ts';
import type { SatisfactionRules } from '#domain/catalogue/satisfaction-rules.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { Ulid } from '#domain/identifiers/ulid.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { at, dayOf } from '#domain/time/vietnam-time.ts';
import {
  type Answers,
  checkAnswers,
  firstDayOf,
  type Month,
  monthOf,
  type Rating,
  returnWayOf,
  satisfactionRulesOn,
} from '#functions/satisfaction/domain/rating.ts';
import { counted, emptyTally, type Place, tallyId } from '#functions/satisfaction/domain/tally.ts';
import { ratedMarkKind, ratingKind, tallyKind } from '#functions/satisfaction/records.ts';
import type { Ids } from '#ports/ids.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { Seals } from '#ports/seals.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

export interface RateDossier extends ReceiptWords {
  readonly idempotency: Idempotency | undefined;
  readonly answers: Answers;
  readonly sourceIp: string;
}

interface Deps extends Deciding, ReceiptTries {
  readonly ids: Ids;
  readonly seals: Seals;
  readonly satisfactionRules: readonly SatisfactionRules[];
}

/**
 * Đánh giá: whoever holds the receipt rates, once, on the tablet or at home. Mark, raw answers and sums
 * become true in one transaction; answers and dossier are not linked in either direction.
 */
export const makeRateDossier =
  (deps: Deps) =>
  async ({
    code,
    secret,
    sourceIp,
    idempotency,
    answers,
  }: RateDossier): Promise<Outcome<'rated'>> => {
    const refused = await limitReceiptTries(deps, { code, sourceIp });
    if (refused) return refused;
    const shown = await dossierOfReceipt(deps, { code, secret });
    if (!shown) return refuse({ code: 'tracking-denied' });
    return decideOnce<'rated'>(deps, idempotency, (now) =>
      rating(deps, shown.dossier, answers, now),
    );
  };

const rating = async (
  deps: Deps,
  dossier: Dossier,
  answers: Answers,
  now: Instant,
): Promise<Outcome<Attempt<'rated'>>> => {
  const { ledger, ids } = deps;
  const rules = satisfactionRulesOn(deps.satisfactionRules, dayOf(now));
  const checked = checkAnswers(dossier, answers, rules);
  if (!checked.ok) return checked;
  if (await ledger.record(ratedMarkKind, dossier.id)) return refuse({ code: 'already-rated' });
  const month = monthOf(dayOf(now));
  const agency = dossier.department?.agency ?? dossier.slip?.agency;
  const given: Rating = {
    id: ids.next(at(firstDayOf(month), 0)) as Ulid,
    version: 1,
    office: dossier.office,
    ...(agency !== undefined && { agency }),
    month,
    way: returnWayOf(dossier),
    ...answers,
  };
  const places: readonly Place[] = [
    { kind: 'office', id: dossier.office },
    ...(agency === undefined ? [] : [{ kind: 'agency', id: agency } as const]),
  ];
  const tallies = await Promise.all(places.map((place) => tallied(ledger, place, month, given)));
  return done({
    result: 'rated',
    commit: {
      records: [
        recordWrite(ratedMarkKind, undefined, { id: dossier.id, version: 1 }),
        recordWrite(ratingKind, undefined, given),
        ...tallies,
      ],
    },
  });
};

const tallied = async (
  ledger: UnitOfWork,
  place: Place,
  month: Month,
  given: Rating,
): Promise<RecordWrite> => {
  const before = await ledger.record(tallyKind, tallyId(place, month));
  const after = counted(before ?? emptyTally(place, month), given);
  return recordWrite(tallyKind, before, after);
};

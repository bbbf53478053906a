import { openedBy } from '#application/citizen-session.ts';
import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
} from '#application/deciding.ts';
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

export interface RateDossier {
  /** Of a citizen's session: the receipt and the digits of an SMS have opened it. */
  readonly token: string;
  readonly idempotency: Idempotency | undefined;
  readonly answers: Answers;
}

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly seals: Seals;
  readonly satisfactionRules: readonly SatisfactionRules[];
}

/**
 * Đánh giá: the citizen rates, once, on the tablet or at home. The receipt alone opens no rating: those
 * who are rated print it, and can print it again. Mark, raw answers and sums become true in one
 * transaction; answers and dossier are not linked in either direction.
 */
export const makeRateDossier =
  (deps: Deps) =>
  async ({ token, idempotency, answers }: RateDossier): Promise<Outcome<'rated'>> => {
    const opened = await openedBy(deps, token);
    const shown = opened.ok && (await deps.ledger.load(opened.value));
    if (!shown) return refuse({ code: 'session-invalid' });
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

import { days, hours, minus, minutes, plus } from '#domain/time/instant.ts';
import type { SmsGateway, SmsLedger } from '#functions/notifications/ports/sms.ts';
import type { SmsTexts } from '#functions/notifications/ports/sms-texts.ts';
import type { OneTimeCodes } from '#functions/tracking/ports/one-time-codes.ts';
import type { OtpRequest } from '#functions/tracking/ports/otp-requests.ts';
import type { Clock } from '#ports/clock.ts';
import type { Random } from '#ports/random.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';
import type { StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';
import { oneTimeCode, oneTimeCodeLife, sealedText } from './one-time-code.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly sms: SmsLedger;
  readonly gateway: SmsGateway;
  readonly texts: SmsTexts;
  readonly codes: OneTimeCodes;
  readonly tries: Tries;
  readonly seals: Seals;
  readonly random: Random;
  readonly clock: Clock;
  /** One-time codes that the whole province may send in 24 hours. */
  readonly dailyBudget: number;
}

/**
 * `not-asked`: code and secret did not fit. `late`: nobody waits for it any more. `number-limit`,
 * `budget-spent`: this number, or the province, has had its share. `settled-before`: a repeat.
 */
export type OtpSettled =
  | 'sent'
  | 'failed'
  | 'unknown'
  | 'not-asked'
  | 'late'
  | 'number-limit'
  | 'budget-spent'
  | 'settled-before';

/** Against a telephone that rings all day, and against SMS pumping. */
const perNumber = { limit: 3, window: hours(1) } as const;
const budgetWindow = days(1);
/** A code that comes later than this answers nobody. */
const patience = minutes(2);

/**
 * One SMS with a new code for one request, at any hour: the citizen asked. The ledger row comes
 * first and is opened once, so that a repeated message neither sends again nor makes the code that
 * was sent invalid. The digits are in the SMS and nowhere else.
 */
export const makeSendOtp =
  (deps: Deps) =>
  async ({ id, askedAt, dossierId }: OtpRequest): Promise<OtpSettled> => {
    if (!dossierId) return 'not-asked';
    if (askedAt < minus(deps.clock.now(), patience)) return 'late';
    const stored = await deps.ledger.load(dossierId);
    if (!stored) throw new Error(`${dossierId} was found by its code and is not there`);
    // Gateways take fifty characters.
    const reference = `otp-${id}`;
    if (!(await openRow(deps, reference, stored))) return 'settled-before';
    const limited = await overLimit(deps, stored.applicant.phone);
    if (!limited) return deliver(deps, reference, stored, id);
    await deps.sms.move(reference, ['sending'], {
      state: 'failed',
      at: deps.clock.now(),
      why: limited,
    });
    return limited;
  };

/** Without values: the text would hold the code. */
const openRow = (
  { sms, clock }: Deps,
  reference: string,
  { dossier }: StoredDossier,
): Promise<boolean> => {
  const now = clock.now();
  return sms.open({
    reference,
    dossierId: dossier.id,
    dossierVersion: dossier.version,
    template: 'otp',
    values: {},
    state: 'sending',
    createdAt: now,
    updatedAt: now,
  });
};

const overLimit = async ({ tries, seals, clock, dailyBudget }: Deps, phone: string) => {
  const now = clock.now();
  const number = await seals.mac('phone', phone);
  const byNumber = await tries.count(`otp-number#${number}`, perNumber.window, now);
  if (byNumber.n > perNumber.limit) return 'number-limit';
  const ofProvince = await tries.count('otp-province', budgetWindow, now);
  return ofProvince.n > dailyBudget ? 'budget-spent' : undefined;
};

const deliver = async (
  { codes, seals, random, sms, gateway, texts, clock }: Deps,
  reference: string,
  { dossier: { id }, applicant: { phone } }: StoredDossier,
  salt: string,
): Promise<OtpSettled> => {
  const digits = random.digits(oneTimeCode.digits);
  const seal = await seals.mac('otp', sealedText(id, salt, digits));
  const validUntil = plus(clock.now(), oneTimeCodeLife);
  await codes.put(id, { salt, seal, validUntil, tries: oneTimeCode.tries });
  const text = texts.render('otp', {
    secret: digits,
    minutes: String(oneTimeCode.validMinutes),
  });
  const outcome = await gateway.send({ reference, phone, text });
  const state = ({ sent: 'sent', refused: 'failed', unknown: 'unknown' } as const)[outcome.outcome];
  await sms.move(reference, ['sending'], {
    state,
    at: clock.now(),
    ...('gatewayId' in outcome && { gatewayId: outcome.gatewayId }),
    ...('why' in outcome && { why: outcome.why }),
  });
  return state;
};

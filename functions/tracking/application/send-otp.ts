import { limitTries, type TryLimit } from '#application/limit-tries.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { isMobile } from '#domain/identifiers/phone.ts';
import { days, hours, minus, minutes, plus } from '#domain/time/instant.ts';
import type { SmsGateway, SmsLedger, SmsRecord } from '#functions/notifications/ports/sms.ts';
import type { SmsTexts } from '#functions/notifications/ports/sms-texts.ts';
import type { OtpRequest } from '#functions/tracking/ports/otp-requests.ts';
import type { PhoneAsks } from '#functions/tracking/ports/phone-asks.ts';
import type { Clock } from '#ports/clock.ts';
import type { OneTimeCodes } from '#ports/one-time-codes.ts';
import type { Random } from '#ports/random.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { oneTimeCode, oneTimeCodeLife, phoneCodeDigits, sealedText } from './one-time-code.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly sms: SmsLedger;
  readonly gateway: SmsGateway;
  readonly texts: SmsTexts;
  readonly codes: Pick<OneTimeCodes, 'put'>;
  readonly phoneAsks: Pick<PhoneAsks, 'find'>;
  readonly tries: Tries;
  readonly seals: Seals;
  readonly random: Pick<Random, 'digits'>;
  readonly clock: Clock;
  /** One-time codes that the whole province may send in 24 hours. */
  readonly dailyBudget: number;
}

/**
 * `not-asked`: code and secret did not fit, the dossier has no number that takes messages, or nobody knows
 * any more which phone asked. `late`: nobody waits for it any more. `number-limit`,
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

/** Against a telephone that rings all day, and against SMS pumping: for who holds the receipt. */
const perReceipt = { limit: 3, window: hours(1) } as const;
const perReceiptAndDay = { limit: 8, window: days(1) } as const;
/** Anybody can name a number: more than one address may ask for (`request-phone-code.ts`). */
const perNumber = { limit: 6, window: hours(1) } as const;
const perNumberAndDay = { limit: 12, window: days(1) } as const;
const budgetWindow = days(1);
/** Of the province's budget, for numbers that anybody may have named: receipts keep the rest. */
const shareOfPhones = 0.5;
/** A code that comes later than this answers nobody. */
const patience = minutes(2);

/**
 * One SMS with a new code for one request, at any hour: the citizen asked. The ledger row comes
 * first and is opened once, so that a repeated message neither sends again nor makes the code that
 * was sent invalid. The digits are in the SMS and nowhere else.
 */
export const makeSendOtp =
  (deps: Deps) =>
  async (request: OtpRequest): Promise<OtpSettled> => {
    const { askedAt } = request;
    if (askedAt < minus(deps.clock.now(), patience)) return 'late';
    const wanted = await wantedBy(deps, request);
    if (!wanted) return 'not-asked';
    // Gateways take fifty characters.
    const reference = `otp-${request.id}`;
    if (!(await openRow(deps, reference, wanted))) return 'settled-before';
    const limited = await overLimit(deps, wanted);
    if (!limited) return deliver(deps, reference, wanted, request.id);
    await deps.sms.move(reference, ['sending'], {
      state: 'failed',
      at: deps.clock.now(),
      why: limited,
    });
    return limited;
  };

/** A code to be made and sent. */
interface WantedCode {
  readonly phone: string;
  /** What the code is kept under. */
  readonly name: string;
  /** What it opens: a dossier's id, or the keyed hash of a phone. */
  readonly opens: string;
  readonly digits: number;
  /** Its own limits, before the province's. */
  readonly limits: readonly [TryLimit, ...TryLimit[]];
  /** Asked for by who proved nothing yet. */
  readonly isOfAnybody: boolean;
  readonly row: Pick<SmsRecord, 'dossierId' | 'dossierVersion' | 'about'>;
}

const wantedBy = async (deps: Deps, request: OtpRequest): Promise<WantedCode | undefined> => {
  if (request.isOfPhone) return wantedByPhone(deps, request);
  const { dossierId } = request;
  if (!dossierId) return undefined;
  const stored = await deps.ledger.load(dossierId);
  if (!stored) throw new Error(`${dossierId} was found by its code and is not there`);
  const { dossier, applicant } = stored;
  const { phone } = applicant;
  if (phone === undefined || !isMobile(phone)) return undefined;
  // By number too: a number that was corrected starts anew.
  const own = `${dossier.id}#${await deps.seals.mac('phone', phone)}`;
  return {
    phone,
    name: dossier.id,
    opens: dossier.id,
    digits: oneTimeCode.digits,
    limits: [
      { name: `otp-dossier#${own}`, ...perReceipt },
      { name: `otp-dossier-day#${own}`, ...perReceiptAndDay },
    ],
    isOfAnybody: false,
    row: { dossierId: dossier.id, dossierVersion: dossier.version },
  };
};

const wantedByPhone = async (
  { phoneAsks, seals }: Deps,
  { id }: OtpRequest,
): Promise<WantedCode | undefined> => {
  const ask = await phoneAsks.find(id);
  if (!ask) return undefined;
  const number = await seals.mac('phone', ask.phone);
  return {
    phone: ask.phone,
    name: ask.codeName,
    opens: number,
    digits: phoneCodeDigits,
    limits: [
      { name: `otp-number#${number}`, ...perNumber },
      { name: `otp-number-day#${number}`, ...perNumberAndDay },
    ],
    isOfAnybody: true,
    row: { dossierId: id as DossierId, dossierVersion: 0, about: 'phone-session' },
  };
};

/** Without values: the text would hold the code. */
const openRow = (
  { sms, clock }: Deps,
  reference: string,
  { row }: WantedCode,
): Promise<boolean> => {
  const now = clock.now();
  return sms.open({
    ...row,
    reference,
    template: 'otp',
    values: {},
    state: 'sending',
    createdAt: now,
    updatedAt: now,
  });
};

const overLimit = async (
  { tries, clock, dailyBudget }: Deps,
  { limits, isOfAnybody }: WantedCode,
) => {
  const now = clock.now();
  if (await limitTries(tries, now, ...limits)) return 'number-limit';
  const whole = { name: 'otp-province', limit: dailyBudget, window: budgetWindow };
  const share = {
    name: 'otp-province-phones',
    limit: Math.floor(dailyBudget * shareOfPhones),
    window: budgetWindow,
  };
  const refused = isOfAnybody
    ? await limitTries(tries, now, share, whole)
    : await limitTries(tries, now, whole);
  return refused && 'budget-spent';
};

const deliver = async (
  { codes, seals, random, sms, gateway, texts, clock }: Deps,
  reference: string,
  { phone, name, opens, digits: count }: WantedCode,
  salt: string,
): Promise<OtpSettled> => {
  const digits = random.digits(count);
  const seal = await seals.mac('otp', sealedText(opens, salt, digits));
  const validUntil = plus(clock.now(), oneTimeCodeLife);
  await codes.put(name, { salt, seal, validUntil, tries: oneTimeCode.tries });
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

import { randomUUID } from 'node:crypto';
import { isS10 } from '#domain/identifiers/s10.ts';
import type { OrderStore } from './order-store.ts';
import {
  codeNames,
  disordered,
  isStoryName,
  proofFor,
  type Step,
  stepsOf,
  storyNames,
} from './story.ts';
import {
  type CarrierEvent,
  type Order,
  type Place,
  type Proof,
  vietnamTime,
} from './waybill-order.ts';
import type { WebhookSender } from './webhook-sender.ts';

export type Answer = { readonly status: number; readonly body: object };

export type Fields = Readonly<Record<string, unknown>>;

export interface CarrierDesk {
  readonly store: OrderStore;
  readonly sender: WebhookSender;
  readonly clock: () => number;
}

const refused = (status: number, message: string): Answer => ({ status, body: { message } });

const text = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
};

const objectOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null ? (value as Fields) : undefined;

/** An order for a waybill is made once: the same order again is the same answer, another is refused. */
export const openOrder = ({ store, clock }: CarrierDesk, fields: Fields): Answer => {
  const waybill = text(fields, 'waybill').toUpperCase();
  if (!isS10(waybill)) return refused(422, 'waybill: not a valid S10 number');
  const dossierCode = text(fields, 'dossierCode');
  if (dossierCode === '') return refused(422, 'dossierCode: missing');
  const known = store.find(waybill);
  if (known)
    return known.dossierCode === dossierCode
      ? { status: 201, body: known }
      : refused(409, 'waybill: used for another dossier');
  const receiver = objectOf(fields['receiver']) ?? {};
  const createdAt = vietnamTime(clock());
  const order: Order = { waybill, dossierCode, receiver, ...orderDetails(fields), createdAt };
  store.open(order);
  return { status: 201, body: order };
};

const orderDetails = (fields: Fields) => {
  const codAmount = Number(fields['codAmount'] ?? 0);
  return {
    ...(text(fields, 'sender') && { sender: text(fields, 'sender') }),
    ...(codAmount > 0 && { codAmount }),
    ...(text(fields, 'description') && { description: text(fields, 'description') }),
  };
};

const receiverNameOf = ({ receiver }: Order): string =>
  typeof receiver['name'] === 'string' ? receiver['name'] : 'Người nhận';

const placeOf = (value: unknown): Place => {
  const place = objectOf(value) ?? {};
  return { code: text(place, 'code') || '910000', name: text(place, 'name') || 'Bưu cục Vị Thanh' };
};

const withProof = (order: Order, code: string, given: unknown): { readonly proof?: Proof } => {
  const proof = objectOf(given);
  if (code !== 'EMI' && !proof) return {};
  const whole = proofFor(order.waybill, receiverNameOf(order));
  return { proof: { ...whole, ...(proof as Partial<Proof> | undefined) } };
};

const collectedIn = (fields: Fields): Pick<CarrierEvent, 'collected'> => {
  const collected = objectOf(fields['collected']);
  if (!collected) return {};
  const dong = (name: string): number => Number(collected[name] ?? 0);
  return { collected: { stateFeesVnd: dong('stateFeesVnd'), codVnd: dong('codVnd') } };
};

const timeOf = (fields: Fields, now: number): number | undefined => {
  const given = text(fields, 'occurredAt');
  if (given === '') return now;
  const instant = Date.parse(given);
  return Number.isNaN(instant) ? undefined : instant;
};

/** One event from the page or a test; the webhook goes out at once. */
export const recordEvent = (deps: CarrierDesk, waybill: string, fields: Fields): Answer => {
  const order = deps.store.find(waybill);
  if (!order) return refused(404, 'no order for this waybill');
  const code = text(fields, 'code');
  if (!/^[A-Z0-9]{1,12}$/.test(code)) return refused(422, 'code: missing or malformed');
  const occurredAt = timeOf(fields, deps.clock());
  if (occurredAt === undefined) return refused(422, 'occurredAt: not a time');
  const event = deps.store.record({
    eventId: text(fields, 'eventId') || randomUUID(),
    waybill,
    code,
    occurredAt: vietnamTime(occurredAt),
    place: placeOf(fields['place']),
    note: text(fields, 'note') || (codeNames[code] ?? ''),
    ...withProof(order, code, fields['proof']),
    ...collectedIn(fields),
  });
  if (!isOn(fields['quiet'])) deps.sender.send(event, 0);
  return { status: 202, body: event };
};

const longestGapMs = 60_000;

const gapOf = (fields: Fields): number => {
  const gap = Number(fields['gapMs'] ?? 500);
  return Number.isFinite(gap) ? Math.min(Math.max(gap, 0), longestGapMs) : 0;
};

/** A carrier's clock may be so much before ours and still be believed. */
const clockSlack = 300_000;

/**
 * The story ends now: its first step lies as many hours back as the story is long, or where the order is
 * younger, the whole story is told as if it had gone faster. Nothing happens to a parcel before it is.
 */
const happenings = ({ clock }: CarrierDesk, order: Order, steps: readonly Step[]) => {
  const { waybill, createdAt } = order;
  const now = clock();
  const length = steps.at(-1)?.hours || 1;
  const age = now - Date.parse(createdAt) + clockSlack;
  const hour = Math.min(3_600_000, age / length);
  return steps.map(({ hours, ...step }): Omit<CarrierEvent, 'id'> => {
    const occurredAt = vietnamTime(now - (length - hours) * hour);
    return { ...step, eventId: randomUUID(), waybill, occurredAt };
  });
};

/** Nobody's table has this code. */
const unheardOf: Step = {
  code: 'X99',
  note: 'Trạng thái mới',
  place: { code: '900900', name: 'Trung tâm khai thác Cần Thơ' },
  hours: 1,
};

/** The story as told: some of it never is, and some of it nobody understands. */
const toldSteps = (steps: readonly Step[], fields: Fields): readonly Step[] => {
  const missing = text(fields, 'missing').toUpperCase().split(',');
  const told = steps.filter(({ code }) => !missing.includes(code));
  return isOn(fields['unknown']) ? [...told.slice(0, 1), unheardOf, ...told.slice(1)] : told;
};

const misordered = <T>(items: readonly T[], fields: Fields): readonly T[] => {
  const ordered = isOn(fields['disorder']) ? disordered(items) : items;
  return isOn(fields['duplicates']) ? ordered.flatMap((item) => [item, item]) : ordered;
};

const isOn = (value: unknown): boolean => value === true || value === 'true' || value === 'on';

/**
 * A whole journey; `disorder`, `duplicates`, `missing` and `unknown` make it come as it does in life.
 * A `quiet` one sends no webhook: it is in the history alone, as disordered there.
 */
export const playStory = (deps: CarrierDesk, waybill: string, fields: Fields): Answer => {
  const order = deps.store.find(waybill);
  if (!order) return refused(404, 'no order for this waybill');
  const story = fields['story'];
  if (!isStoryName(story)) return refused(422, `story: one of ${storyNames.join(', ')}`);
  const proof = proofFor(waybill, receiverNameOf(order));
  const all = happenings(deps, order, toldSteps(stepsOf(story, proof), fields));
  const isQuiet = isOn(fields['quiet']);
  const events = (isQuiet ? misordered(all, fields) : all).map((each) => deps.store.record(each));
  const sent = isQuiet ? [] : misordered(events, fields);
  const gap = gapOf(fields);
  for (const [n, event] of sent.entries()) deps.sender.send(event, n * gap);
  return { status: 202, body: { waybill, story, events, webhooks: sent.length } };
};

export const readOrder = ({ store }: CarrierDesk, waybill: string): Answer => {
  const order = store.find(waybill);
  if (!order) return refused(404, 'no order for this waybill');
  const events = store.events({ waybill });
  return { status: 200, body: { ...order, events, deliveries: store.deliveries(waybill) } };
};

/** How an adapter polls: everything after the last id it has seen. */
export const readHistory = ({ store }: CarrierDesk, fields: Fields): Answer => {
  const after = Number(fields['lastId'] ?? 0);
  const size = Math.min(500, Math.max(1, Number(fields['pageSize'] ?? 100) || 100));
  if (!Number.isInteger(after) || after < 0) return refused(422, 'lastId: not a number');
  const events = store.events({ after }).slice(0, size);
  return { status: 200, body: { events, lastId: events.at(-1)?.id ?? after } };
};

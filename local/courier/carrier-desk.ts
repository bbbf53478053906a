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

interface Deps {
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
export const openOrder = ({ store, clock }: Deps, fields: Fields): Answer => {
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
  const order: Order = { waybill, dossierCode, receiver, createdAt: vietnamTime(clock()) };
  store.open(order);
  return { status: 201, body: order };
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

const timeOf = (fields: Fields, now: number): number | undefined => {
  const given = text(fields, 'occurredAt');
  if (given === '') return now;
  const instant = Date.parse(given);
  return Number.isNaN(instant) ? undefined : instant;
};

/** One event from the page or a test; the webhook goes out at once. */
export const recordEvent = (deps: Deps, waybill: string, fields: Fields): Answer => {
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
  });
  deps.sender.send(event, 0);
  return { status: 202, body: event };
};

const longestGapMs = 60_000;

const gapOf = (fields: Fields): number => {
  const gap = Number(fields['gapMs'] ?? 500);
  return Number.isFinite(gap) ? Math.min(Math.max(gap, 0), longestGapMs) : 0;
};

/** The story ends now: its first step lies as many hours back as the story is long. */
const recordSteps = ({ store, clock }: Deps, waybill: string, steps: readonly Step[]) => {
  const length = steps.at(-1)?.hours ?? 0;
  return steps.map(({ hours, ...step }): CarrierEvent => {
    const occurredAt = vietnamTime(clock() - (length - hours) * 3_600_000);
    return store.record({ ...step, eventId: randomUUID(), waybill, occurredAt });
  });
};

const isOn = (value: unknown): boolean => value === true || value === 'true' || value === 'on';

/** A whole journey; `disorder` and `duplicates` make it come as it does in life. */
export const playStory = (deps: Deps, waybill: string, fields: Fields): Answer => {
  const order = deps.store.find(waybill);
  if (!order) return refused(404, 'no order for this waybill');
  const story = fields['story'];
  if (!isStoryName(story)) return refused(422, `story: one of ${storyNames.join(', ')}`);
  const proof = proofFor(waybill, receiverNameOf(order));
  const events = recordSteps(deps, waybill, stepsOf(story, proof));
  const ordered = isOn(fields['disorder']) ? disordered(events) : events;
  const sent = isOn(fields['duplicates']) ? ordered.flatMap((event) => [event, event]) : ordered;
  const gap = gapOf(fields);
  for (const [n, event] of sent.entries()) deps.sender.send(event, n * gap);
  return { status: 202, body: { waybill, story, events, webhooks: sent.length } };
};

export const readOrder = ({ store }: Deps, waybill: string): Answer => {
  const order = store.find(waybill);
  if (!order) return refused(404, 'no order for this waybill');
  const events = store.events({ waybill });
  return { status: 200, body: { ...order, events, deliveries: store.deliveries(waybill) } };
};

/** How an adapter polls: everything after the last id it has seen. */
export const readHistory = ({ store }: Deps, fields: Fields): Answer => {
  const after = Number(fields['lastId'] ?? 0);
  const size = Math.min(500, Math.max(1, Number(fields['pageSize'] ?? 100) || 100));
  if (!Number.isInteger(after) || after < 0) return refused(422, 'lastId: not a number');
  const events = store.events({ after }).slice(0, size);
  return { status: 200, body: { events, lastId: events.at(-1)?.id ?? after } };
};

import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { priorities } from '#functions/queueing/domain/queue.ts';
import { throttles } from '#plan/throttles.ts';
import { DisplayView, QueueView, TicketView } from './views/queue.ts';

const clerk = ['clerk'] as const;
const ticket = z.object({ ticketId: shape.ulid });
const counter = shape.slug;
const nothing = z.strictObject({}).optional();
const asked = z.strictObject({ group: shape.slug, priority: z.enum(priorities).optional() });

/** Xếp hàng at a post office (domain §10.21). */
export const contract = {
  /** Số thứ tự: counts from 1 on each office's day, by group. */
  takeTicket: route({
    method: 'POST',
    path: '/v1/queue/tickets',
    who: clerk,
    summary: 'Lấy số thứ tự · A number of the office’s day, with or without priority',
    idempotent: true,
    body: asked,
    answers: { 201: TicketView },
    refuses: ['queue-full', 'queue-group-unknown'],
  }),
  /** As at the counter, taken by the citizen: the office is the device's own. */
  takeTicketAtKiosk: route({
    method: 'POST',
    path: '/v1/queue/kiosk/tickets',
    who: { devices: ['kiosk'] },
    summary: 'Lấy số tại máy · At the kiosk’s own office, whatever the request says',
    idempotent: true,
    body: asked,
    answers: { 201: TicketView },
    refuses: ['queue-full', 'queue-group-unknown'],
  }),
  /**
   * Gọi số: a ticket with priority after so many ordinary ones, otherwise by turn. A counter serves
   * one at a time.
   */
  callNext: route({
    method: 'POST',
    path: '/v1/queue/calls',
    who: clerk,
    summary: 'Gọi số tiếp theo · To a free counter; two counters never call the same ticket',
    idempotent: true,
    body: z.strictObject({ counter, groups: z.array(shape.slug).min(1).max(20).optional() }),
    answers: { 200: TicketView },
    refuses: ['counter-busy', 'queue-empty'],
  }),
  /** Counts as one more call of the same number. */
  callAgain: route({
    method: 'POST',
    path: '/v1/queue/tickets/{ticketId}/call-again',
    who: clerk,
    summary: 'Gọi lại · Nobody has come to the counter yet',
    idempotent: true,
    params: ticket,
    body: nothing,
    answers: { 200: TicketView },
    refuses: ['ticket-not-served'],
  }),
  /** After as many calls as the office has it; `limit` in the refusal says how many. */
  putAside: route({
    method: 'POST',
    path: '/v1/queue/tickets/{ticketId}/no-show',
    who: clerk,
    summary: 'Vắng mặt · Put aside after enough calls',
    idempotent: true,
    params: ticket,
    body: nothing,
    answers: { 200: TicketView },
    refuses: ['ticket-called-too-few', 'ticket-not-served'],
  }),
  /** To the counter that asks, which must be free. */
  recallTicket: route({
    method: 'POST',
    path: '/v1/queue/tickets/{ticketId}/recall',
    who: clerk,
    summary: 'Gọi lại người vắng · They came after all: to this counter next',
    idempotent: true,
    params: ticket,
    body: z.strictObject({ counter }),
    answers: { 200: TicketView },
    refuses: ['counter-busy', 'ticket-unknown'],
  }),
  /** For the figures: how long whom was served for what. */
  linkDossier: route({
    method: 'POST',
    path: '/v1/queue/tickets/{ticketId}/dossiers',
    who: clerk,
    summary: 'Gắn hồ sơ với số thứ tự · One that was registered for whom is served; none or many',
    idempotent: true,
    params: ticket,
    body: z.strictObject({ dossierId: shape.ulid }),
    answers: { 200: TicketView },
    refuses: [
      'dossier-before-ticket',
      'dossier-has-ticket',
      'dossier-unknown',
      'ticket-not-served',
    ],
  }),
  /** By the counter's clerk; a ticket that is not at a counter is `ticket-not-served`. */
  finishTicket: route({
    method: 'POST',
    path: '/v1/queue/tickets/{ticketId}/finish',
    who: clerk,
    summary: 'Phục vụ xong · The counter is free',
    idempotent: true,
    params: ticket,
    body: nothing,
    answers: { 200: TicketView },
    refuses: ['ticket-not-served'],
  }),
  /** The own office's day, up to now. */
  readQueue: route({
    method: 'GET',
    path: '/v1/queue',
    who: clerk,
    reads: 'nothing-personal',
    summary: 'Hàng chờ hôm nay · Who waits, who is served where, who did not come',
    answers: { 200: QueueView },
    refuses: ['office-unknown'],
  }),
  /** Màn hình gọi số: no person, no purpose, no priority. */
  readDisplay: route({
    method: 'GET',
    path: '/v1/queue/display',
    who: 'anyone',
    reads: 'nothing-personal',
    throttle: throttles.displays,
    keptAtEdge: 1,
    summary: 'Màn hình gọi số · Numbers and counters only',
    query: z.strictObject({ office: shape.slug }),
    answers: { 200: DisplayView },
    refuses: ['office-unknown'],
  }),
  /** Màn hình gọi số as a paired display reads it, of its own office. */
  readBoard: route({
    method: 'GET',
    path: '/v1/queue/board',
    who: { devices: ['display', 'kiosk'] },
    reads: 'nothing-personal',
    throttle: throttles.displays,
    summary: 'Bảng gọi số của bưu cục · Of the device’s own office: numbers and counters only',
    answers: { 200: DisplayView },
    refuses: ['office-unknown'],
  }),
  /** Whole minutes from taking the number to the first call; absent where nobody was called. */
  readWaits: route({
    method: 'GET',
    path: '/v1/queue/figures',
    who: ['clerk', 'supervisor'],
    reads: 'nothing-personal',
    summary: 'Thời gian chờ · Of an office and day; a supervisor names the office',
    query: z.strictObject({ day: shape.vietnamDay, office: shape.slug.optional() }),
    answers: {
      200: z.object({
        taken: z.int(),
        called: z.int(),
        served: z.int(),
        absent: z.int(),
        waiting: z.int(),
        medianMinutes: z.int().optional(),
        p90Minutes: z.int().optional(),
        longestMinutes: z.int().optional(),
      }),
    },
    refuses: ['office-unknown'],
  }),
} as const;

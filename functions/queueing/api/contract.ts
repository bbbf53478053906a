import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { priorities } from '#functions/queueing/domain/queue.ts';
import { DisplayView, QueueView, TicketView } from './views/queue.ts';

const clerk = ['clerk'] as const;
const ticket = z.object({ ticketId: shape.ulid });
const counter = shape.slug;
const nothing = z.strictObject({}).optional();

/** Xếp hàng at a post office (domain §10.21). */
export const contract = {
  takeTicket: route({
    method: 'POST',
    path: '/v1/queue/tickets',
    who: clerk,
    summary: 'Lấy số thứ tự · A number of the office’s day, with or without priority',
    idempotent: true,
    body: z.strictObject({ group: shape.slug, priority: z.enum(priorities).optional() }),
    answers: { 201: TicketView },
  }),
  callNext: route({
    method: 'POST',
    path: '/v1/queue/calls',
    who: clerk,
    summary: 'Gọi số tiếp theo · To a free counter; two counters never call the same ticket',
    idempotent: true,
    body: z.strictObject({ counter, groups: z.array(shape.slug).min(1).max(20).optional() }),
    answers: { 200: TicketView },
  }),
  callAgain: route({
    method: 'POST',
    path: '/v1/queue/tickets/{ticketId}/call-again',
    who: clerk,
    summary: 'Gọi lại · Nobody has come to the counter yet',
    idempotent: true,
    params: ticket,
    body: nothing,
    answers: { 200: TicketView },
  }),
  putAside: route({
    method: 'POST',
    path: '/v1/queue/tickets/{ticketId}/no-show',
    who: clerk,
    summary: 'Vắng mặt · Put aside after enough calls',
    idempotent: true,
    params: ticket,
    body: nothing,
    answers: { 200: TicketView },
  }),
  recallTicket: route({
    method: 'POST',
    path: '/v1/queue/tickets/{ticketId}/recall',
    who: clerk,
    summary: 'Gọi lại người vắng · They came after all: to this counter next',
    idempotent: true,
    params: ticket,
    body: z.strictObject({ counter }),
    answers: { 200: TicketView },
  }),
  linkDossier: route({
    method: 'POST',
    path: '/v1/queue/tickets/{ticketId}/dossiers',
    who: clerk,
    summary: 'Gắn hồ sơ với số thứ tự · One that was registered for whom is served; none or many',
    idempotent: true,
    params: ticket,
    body: z.strictObject({ dossierId: shape.ulid }),
    answers: { 200: TicketView },
  }),
  finishTicket: route({
    method: 'POST',
    path: '/v1/queue/tickets/{ticketId}/finish',
    who: clerk,
    summary: 'Phục vụ xong · The counter is free',
    idempotent: true,
    params: ticket,
    body: nothing,
    answers: { 200: TicketView },
  }),
  readQueue: route({
    method: 'GET',
    path: '/v1/queue',
    who: clerk,
    summary: 'Hàng chờ hôm nay · Who waits, who is served where, who did not come',
    answers: { 200: QueueView },
  }),
  readDisplay: route({
    method: 'GET',
    path: '/v1/queue/display',
    who: 'anyone',
    throttle: { rate: 50, burst: 100 },
    summary: 'Màn hình gọi số · Numbers and counters only',
    query: z.strictObject({ office: shape.slug }),
    answers: { 200: DisplayView },
  }),
  readWaits: route({
    method: 'GET',
    path: '/v1/queue/figures',
    who: ['clerk', 'supervisor'],
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
  }),
} as const;

import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { Message, MessageStore } from './message-store.ts';
import type { Misbehaviour, Mode } from './misbehaviour.ts';
import type { Receipts, Report } from './receipts.ts';

/** How a gateway leaves its caller in the dark: it breaks the connection, or says 503. */
export type BadEnd = 'broken' | 'error';

export type NewMessage = Omit<Message, 'sequence' | 'smsId' | 'status' | 'receipts'>;

export type Send = (
  message: NewMessage,
  report: Report,
) => Promise<{ readonly smsId: string; readonly ended: 'well' | BadEnd }>;

const receiptCounts: Readonly<Partial<Record<Mode, number>>> = {
  'duplicate-receipt': 2,
  'no-receipt': 0,
};

const badEnds: Readonly<Partial<Record<Mode, BadEnd>>> = {
  'timeout-after-send': 'broken',
  'error-after-send': 'error',
};

/** Puts a message on the phone and behaves as it was told, whichever gateway it came through. */
export const makeSending =
  (o: {
    readonly store: MessageStore;
    readonly receipts: Receipts;
    readonly misbehaviour: Misbehaviour;
    readonly slowMs: number;
  }): Send =>
  async (message, by) => {
    const mode = o.misbehaviour.take();
    const smsId = randomUUID().replaceAll('-', '');
    // Kept before anything is waited for: a second call meanwhile is a repeat.
    const kept = o.store.add({ ...message, smsId, status: 'sent', receipts: 0 });
    o.receipts.plan(kept, mode === 'fail' ? 'failed' : 'delivered', {
      times: receiptCounts[mode] ?? 1,
      isLate: mode === 'late-receipt',
      by,
    });
    if (mode === 'slow') await wait(o.slowMs);
    return { smsId, ended: badEnds[mode] ?? 'well' };
  };

/** Answers as badly as it was asked to. */
export const endBadly = (reply: FastifyReply, ended: BadEnd): FastifyReply => {
  if (ended === 'error') return reply.code(503).send('Service Unavailable');
  reply.hijack();
  reply.request.raw.socket.destroy();
  return reply;
};

import { ruleOn } from '#domain/catalogue/effective.ts';
import type { QueueRules } from '#domain/catalogue/queue-rules.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { TicketId } from '#domain/identifiers/record-ids.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** Ai được ưu tiên (Luật Người cao tuổi, Luật Người khuyết tật; phụ nữ mang thai). */
export const priorities = ['elderly', 'disabled', 'pregnant'] as const;
export type Priority = (typeof priorities)[number];

export const queueRulesOn = (all: readonly QueueRules[], day: VietnamDay): QueueRules =>
  ruleOn(all, day, 'queues');

export interface WaitingTicket {
  readonly id: TicketId;
  /** `A012` */
  readonly number: string;
  readonly group: string;
  readonly takenAt: Instant;
  readonly priority?: Priority;
}

/** A ticket at a counter. */
export interface CalledTicket extends WaitingTicket {
  readonly counter: string;
  readonly by: string;
  /** The first call ends the wait. */
  readonly calledAt: Instant;
  readonly calls: number;
  /** Registered while it was served; a ticket may have none. */
  readonly dossiers: readonly DossierId[];
}

/** A ticket whose citizen was served, kept with the dossiers that came of it. */
export interface ServedTicket extends CalledTicket {
  readonly version: number;
  readonly office: string;
  readonly endedAt: Instant;
}

/**
 * Hàng chờ of one post office and day, as one record: who waits, who is at which counter. Every call
 * replaces it where it still is what was read, so two counters never call one ticket.
 */
export interface OfficeQueue {
  /** `<office>#<day>` */
  readonly id: string;
  readonly version: number;
  readonly office: string;
  readonly day: VietnamDay;
  /** The last number of each group. */
  readonly lastNumbers: Readonly<Record<string, number>>;
  /** In the order of coming. */
  readonly waiting: readonly WaitingTicket[];
  /** By counter. */
  readonly serving: Readonly<Record<string, CalledTicket>>;
  /** Absent when called; may be called again as long as the day lasts. */
  readonly absent: readonly CalledTicket[];
  /** Ordinary tickets called since the last one with priority. */
  readonly ordinaryInARow: number;
  /** Minutes that each called ticket has waited, in the order of calling. */
  readonly waits: readonly number[];
  readonly served: number;
}

export const queueId = (office: string, day: VietnamDay): string => `${office}#${day}`;

export const emptyQueue = (office: string, day: VietnamDay): OfficeQueue => ({
  id: queueId(office, day),
  version: 0,
  office,
  day,
  lastNumbers: {},
  waiting: [],
  serving: {},
  absent: [],
  ordinaryInARow: 0,
  waits: [],
  served: 0,
});

const changed = (queue: OfficeQueue, change: Partial<OfficeQueue>): OfficeQueue => ({
  ...queue,
  ...change,
  version: queue.version + 1,
});

export interface TicketTaken {
  readonly queue: OfficeQueue;
  readonly ticket: WaitingTicket;
}

/** Lấy số. */
export const takeTicket = (
  queue: OfficeQueue,
  rules: QueueRules,
  asked: { readonly id: TicketId; readonly group: string; readonly priority?: Priority },
  takenAt: Instant,
): Outcome<TicketTaken> => {
  const group = rules.groups.find(({ id }) => id === asked.group);
  if (!group)
    return refuse({ code: 'queue-group-unknown', groups: rules.groups.map(({ id }) => id) });
  if (queue.waiting.length >= rules.mostWaiting) return refuse({ code: 'queue-full' });
  const n = (queue.lastNumbers[group.id] ?? 0) + 1;
  const number = `${group.letter}${String(n).padStart(3, '0')}`;
  const ticket: WaitingTicket = { ...asked, number, takenAt };
  const lastNumbers = { ...queue.lastNumbers, [group.id]: n };
  return done({
    ticket,
    queue: changed(queue, { lastNumbers, waiting: [...queue.waiting, ticket] }),
  });
};

/**
 * Whose turn it is among some groups: the first with priority, once so many ordinary ones were called,
 * or where nobody else waits; else the first that came.
 */
export const nextOf = (
  { waiting, ordinaryInARow }: Pick<OfficeQueue, 'waiting' | 'ordinaryInARow'>,
  { priorityAfterOrdinary }: Pick<QueueRules, 'priorityAfterOrdinary'>,
  groups: readonly string[] | undefined,
): WaitingTicket | undefined => {
  const mine = waiting.filter(({ group }) => groups === undefined || groups.includes(group));
  const preferred = mine.find(({ priority }) => priority !== undefined);
  const ordinary = mine.find(({ priority }) => priority === undefined);
  return preferred && (ordinaryInARow >= priorityAfterOrdinary || !ordinary) ? preferred : ordinary;
};

export interface AtCounter {
  readonly counter: string;
  readonly by: string;
  readonly now: Instant;
}

export interface Called {
  readonly queue: OfficeQueue;
  readonly ticket: CalledTicket;
}

/** Gọi số tiếp theo. The counter must be free: who sits there is served or put aside first. */
export const callNext = (
  queue: OfficeQueue,
  rules: QueueRules,
  { counter, by, now }: AtCounter,
  groups?: readonly string[],
): Outcome<Called> => {
  const busy = queue.serving[counter];
  if (busy) return refuse({ code: 'counter-busy', number: busy.number });
  const next = nextOf(queue, rules, groups);
  if (!next) return refuse({ code: 'queue-empty' });
  const ticket: CalledTicket = { ...next, counter, by, calledAt: now, calls: 1, dossiers: [] };
  return done({
    ticket,
    queue: changed(queue, {
      waiting: queue.waiting.filter(({ id }) => id !== next.id),
      serving: { ...queue.serving, [counter]: ticket },
      ordinaryInARow: next.priority === undefined ? queue.ordinaryInARow + 1 : 0,
      waits: [...queue.waits, Math.floor((now - next.takenAt) / 60_000)],
    }),
  });
};

/** The ticket that is at a counter, by its id: another one has been called since is not it. */
const at = (queue: OfficeQueue, id: TicketId): Outcome<CalledTicket> => {
  const ticket = Object.values(queue.serving).find((each) => each.id === id);
  return ticket ? done(ticket) : refuse({ code: 'ticket-not-served' });
};

const without = (queue: OfficeQueue, { counter }: CalledTicket): OfficeQueue['serving'] => {
  const { [counter]: _, ...rest } = queue.serving;
  return rest;
};

/** Gọi lại: nobody came to the counter yet. */
export const callAgain = (queue: OfficeQueue, id: TicketId): Outcome<Called> => {
  const found = at(queue, id);
  if (!found.ok) return found;
  const ticket = { ...found.value, calls: found.value.calls + 1 };
  const serving = { ...queue.serving, [ticket.counter]: ticket };
  return done({ ticket, queue: changed(queue, { serving }) });
};

/** Vắng mặt: put aside after enough calls, to be recalled should the citizen come. */
export const putAside = (queue: OfficeQueue, rules: QueueRules, id: TicketId): Outcome<Called> => {
  const found = at(queue, id);
  if (!found.ok) return found;
  const ticket = found.value;
  const { callsBeforeNoShow: limit } = rules;
  if (ticket.calls < limit) return refuse({ code: 'ticket-called-too-few', limit });
  const change = { serving: without(queue, ticket), absent: [...queue.absent, ticket] };
  return done({ ticket, queue: changed(queue, change) });
};

/** The citizen is there after all: to this counter, before anybody else. The wait stays as measured. */
export const recallTicket = (
  queue: OfficeQueue,
  id: TicketId,
  { counter, by }: AtCounter,
): Outcome<Called> => {
  const absent = queue.absent.find((each) => each.id === id);
  if (!absent) return refuse({ code: 'ticket-unknown' });
  const busy = queue.serving[counter];
  if (busy) return refuse({ code: 'counter-busy', number: busy.number });
  const ticket = { ...absent, counter, by, calls: absent.calls + 1 };
  return done({
    ticket,
    queue: changed(queue, {
      absent: queue.absent.filter((each) => each.id !== id),
      serving: { ...queue.serving, [counter]: ticket },
    }),
  });
};

/** A dossier that was registered for whom is served now. */
export const linkDossier = (
  queue: OfficeQueue,
  id: TicketId,
  dossier: { readonly id: DossierId; readonly registeredAt: Instant },
): Outcome<Called> => {
  const found = at(queue, id);
  if (!found.ok) return found;
  if (dossier.registeredAt < found.value.calledAt) return refuse({ code: 'dossier-before-ticket' });
  const isAnothers = Object.values(queue.serving).some(
    (each) => each.id !== id && each.dossiers.includes(dossier.id),
  );
  if (isAnothers) return refuse({ code: 'dossier-has-ticket' });
  const dossiers = [...new Set([...found.value.dossiers, dossier.id])];
  const ticket = { ...found.value, dossiers };
  const serving = { ...queue.serving, [ticket.counter]: ticket };
  return done({ ticket, queue: changed(queue, { serving }) });
};

/** Phục vụ xong. */
export const finishTicket = (queue: OfficeQueue, id: TicketId): Outcome<Called> => {
  const found = at(queue, id);
  if (!found.ok) return found;
  const change = { serving: without(queue, found.value), served: queue.served + 1 };
  return done({ ticket: found.value, queue: changed(queue, change) });
};

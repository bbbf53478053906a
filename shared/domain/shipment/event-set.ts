import type { CourierEvent, CourierEventKind } from './courier-event.ts';
import { isInLife } from './life.ts';
import { betterProof, isProven } from './proof.ts';

/** Two events of one moment: the one further along the way comes later. */
const rank: Readonly<Record<CourierEventKind, number>> = {
  unknown: 0,
  announced: 1,
  posted: 2,
  departed: 3,
  arrived: 4,
  held: 5,
  'out-for-delivery': 6,
  'attempt-failed': 7,
  damaged: 8,
  returning: 9,
  delivered: 10,
  'returned-to-sender': 11,
  lost: 12,
};

const byText = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** A total order over everything that is read later, so that no tie is left to the order of arrival. */
const byTime = (a: CourierEvent, b: CourierEvent): number =>
  a.occurredAt - b.occurredAt ||
  rank[a.kind] - rank[b.kind] ||
  a.recordedAt - b.recordedAt ||
  byText(evidenceText(a), evidenceText(b));

const evidenceText = ({ proof, collected, takeBack }: CourierEvent): string =>
  [
    proof?.receiverName,
    proof?.relation,
    proof?.reference,
    proof?.identityChecked,
    proof?.signatureSha256,
    proof?.photoSha256,
    collected?.stateFeesVnd,
    collected?.codVnd,
    collected?.chargeVnd,
    collected?.postageVnd,
    ...(takeBack ?? []).flatMap(({ paper, outcome, count }) => [paper, outcome, count]),
  ].join('\n');

export interface EventSet {
  /** In the order of the way: acceptance by the carrier first, then by time. */
  readonly events: readonly CourierEvent[];
  /** One id told two stories. */
  readonly isContradictory: boolean;
  /** Told of a time at which this parcel cannot have met it. */
  readonly outOfLife: readonly CourierEvent[];
  /** Told by whoever brought the proof of delivery: that the parcel had turned back before. */
  readonly undoing: readonly CourierEvent[];
}

/**
 * The set that the messages are about. An id counts once: of two stories the first told stands. The
 * same thing at the same moment counts once, since polling and webhook name their events apart.
 */
export const eventSet = (messages: readonly CourierEvent[]): EventSet => {
  const inLife = messages.filter(isInLife);
  const undoing = undoingOf(inLife);
  const standing = inLife.filter((event) => !undoing.includes(event));
  const ordered = [...standing].sort((a, b) => a.recordedAt - b.recordedAt || byTime(a, b));
  const byId = new Map<string, CourierEvent>();
  let isContradictory = false;
  for (const event of ordered) {
    const first = byId.get(event.id);
    if (!first) byId.set(event.id, event);
    else isContradictory ||= happening(first) !== happening(event);
  }
  const happenings = new Map<string, CourierEvent>();
  for (const event of [...byId.values()].sort(byTime)) {
    happenings.set(happening(event), joined(happenings.get(happening(event)), event));
  }
  return {
    events: [...happenings.values()].sort(alongTheWay),
    isContradictory,
    outOfLife: messages.filter((event) => !isInLife(event)),
    undoing,
  };
};

/** There is no way out again under the same waybill. */
const isWayBack = ({ kind }: CourierEvent): boolean =>
  kind === 'returning' || kind === 'returned-to-sender';

/**
 * A delivery with proof was an end when it was told, unless the way back was known by then. The word
 * of the same party alone, told later and dated before, does not undo it: a person looks at it.
 */
const undoingOf = (messages: readonly CourierEvent[]): readonly CourierEvent[] => {
  const wayBack = messages.filter(isWayBack);
  const ends = messages.filter(({ kind, proof }) => kind === 'delivered' && isProven(proof));
  const undoes = (event: CourierEvent): boolean =>
    ends.some((end) => {
      const delivered = deliveredBy(messages, end);
      return (
        delivered !== undefined &&
        byTime(event, delivered) < 0 &&
        event.recordedAt > end.recordedAt &&
        event.toldBy === end.toldBy
      );
    });
  return wayBack.filter(undoes);
};

/**
 * When the parcel was delivered by all that was told until its proof came: the proof may be of a later moment
 * than the first word. Undefined where it had turned back before by then.
 */
const deliveredBy = (
  messages: readonly CourierEvent[],
  proven: CourierEvent,
): CourierEvent | undefined => {
  const known = messages.filter(({ recordedAt }) => recordedAt <= proven.recordedAt);
  const first = known
    .filter(({ kind }) => kind === 'delivered')
    .reduce((earliest, each) => (byTime(each, earliest) < 0 ? each : earliest), proven);
  const hasTurned = known.some((each) => isWayBack(each) && byTime(each, first) < 0);
  return hasTurned ? undefined : first;
};

/** One happening told twice: the first words, with the evidence that either brought. */
const joined = (first: CourierEvent | undefined, second: CourierEvent): CourierEvent => {
  if (!first) return second;
  const proof = betterProof(first.proof, second.proof);
  const collected = first.collected ?? second.collected;
  const takeBack = first.takeBack ?? second.takeBack;
  return {
    ...first,
    ...(proof && { proof }),
    ...(collected && { collected }),
    ...(takeBack && { takeBack }),
  };
};

const happening = ({ kind, occurredAt }: CourierEvent): string => `${occurredAt} ${kind}`;

/** Nothing happens to a parcel before the carrier has it, whatever two clocks say. */
const alongTheWay = (a: CourierEvent, b: CourierEvent): number =>
  Number(b.kind === 'posted') - Number(a.kind === 'posted') || byTime(a, b);

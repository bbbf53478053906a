import { headVersion } from '#adapters/stored/head.ts';
import type { Assignment } from '#domain/dossier/assignments.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { isPublished } from '#domain/dossier/publication.ts';
import type { KeptEvent } from '#domain/history/sealed-text.ts';
import { versionAfter } from '#domain/history/upcast.ts';
import type { Scan } from '#domain/scan/scan.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { assignmentLineOf, boxOf } from '#ports/assignment-line.ts';
import { type LimitMove, limitMoves } from '#ports/limit-line.ts';
import { oldPapersMove } from '#ports/old-papers-line.ts';
import { type PullPlace, pullPlaceOf } from '#ports/pull-line.ts';
import type { KeptRecord, Placement, RecordKind, RecordWrite } from '#ports/records.ts';
import { retentionMove } from '#ports/retention-line.ts';
import { lineOf, urgencyOf } from '#ports/unit-of-work.ts';
import {
  anchorPartition,
  assignedPartition,
  assignmentKey,
  dossierKey,
  dueSort,
  eventKey,
  freePartition,
  heldPartition,
  heldSort,
  holdsPartition,
  inboxPartition,
  limitKey,
  limitPartition,
  listPartition,
  oldPapersKey,
  oldPapersPartition,
  outboxPartition,
  outboxShardOf,
  outboxSort,
  recordEventKey,
  recordKey,
  retentionKey,
  retentionPartition,
  timeSort,
  warnedPartition,
  worklistPartition,
} from './keys.ts';
import { packed } from './packed.ts';

export type Item = Record<string, unknown>;

/** The head: state, version, chain and the attributes that put it into the indexes. */
export const headItem = (dossier: Dossier, chainHash: string): Item => {
  const { scans: _, ...head } = dossier;
  const { department } = dossier;
  const inInbox = department && department.inbox !== 'on-its-way';
  const pull = pullPlaceOf(dossier);
  return {
    ...dossierKey(dossier.id),
    version: dossier.version,
    chainHash,
    schema: headVersion,
    head,
    line: lineOf(dossier),
    worklist: worklistPartition(dossier.office, dossier.status),
    worklistSort: timeSort(dossier.registeredAt, dossier.id),
    ...(inInbox && {
      inbox: inboxPartition(department.agency, department.inbox),
      inboxSort: dueSort(urgencyOf(dossier), dossier.id),
    }),
    ...(pull && pullKeys(pull)),
  };
};

const pullKeys = ({ agency, line: { id, dueAt }, leasedUntil }: PullPlace): Item =>
  leasedUntil === undefined
    ? { pull: freePartition(agency), pullSort: dueSort(dueAt, id) }
    : { pull: heldPartition(agency), pullSort: heldSort(leasedUntil, dueAt, id) };

/** A task in the inbox of the agency that was asked, by its own due date. */
const assignmentItem = (dossier: Dossier, assignment: Assignment, box: string): Item => {
  const { id, agency, dueAt } = assignment;
  return {
    ...assignmentKey(dossier.id, String(id)),
    line: assignmentLineOf(dossier, assignment),
    inbox: assignedPartition(agency, box),
    inboxSort: `${dueSort(dueAt, dossier.id)}#${id}`,
  };
};

/** The tasks that a change opened, moved or closed. */
export const assignmentItems = (before: Dossier | undefined, after: Dossier): readonly Item[] => {
  const known = new Set(before?.assignments);
  return after.assignments.flatMap((assignment) => {
    const box = boxOf(assignment);
    return box && !known.has(assignment) ? [assignmentItem(after, assignment, box)] : [];
  });
};

/** One limit in its lists: what the watch reads next, and what its owner was warned of. */
const limitItem = (id: string, { kind, placed }: LimitMove): Item => {
  if (!placed) return limitKey(id, kind);
  const { state, owner, line } = placed;
  const sort = timeSort(placed.at, id);
  return {
    ...limitKey(id, kind),
    line,
    worklist: limitPartition(kind, state),
    worklistSort: sort,
    ...(state !== 'running' && { inbox: warnedPartition(owner, state), inboxSort: sort }),
  };
};

/** The limits that a change started, moved or ended. */
export const limitItems = (before: Dossier | undefined, after: Dossier): readonly Item[] =>
  limitMoves(before, after).map((move) => limitItem(after.id, move));

/** Old papers that are to come back, in the lists of the post office and of the agency. */
export const oldPapersItems = (before: Dossier | undefined, after: Dossier): readonly Item[] => {
  const move = oldPapersMove(before, after);
  if (!move) return [];
  const { line } = move;
  if (!line) return [oldPapersKey(after.id)];
  const sort = timeSort(line.since, after.id);
  return [
    {
      ...oldPapersKey(after.id),
      line,
      worklist: oldPapersPartition(line.office),
      worklistSort: sort,
      inbox: oldPapersPartition(line.agency),
      inboxSort: sort,
    },
  ];
};

/** What is over, by its end in the list of its procedure; what is held, in the list of holds. */
export const retentionItems = (before: Dossier | undefined, after: Dossier): readonly Item[] => {
  const move = retentionMove(before, after);
  if (!move) return [];
  const { line } = move;
  const key = retentionKey(after.id);
  if (!line) return [key];
  const { procedure, finishedAt, heldAt } = line;
  return [
    {
      ...key,
      line,
      ...(finishedAt !== undefined && {
        worklist: retentionPartition(procedure),
        worklistSort: timeSort(finishedAt, after.id),
      }),
      ...(heldAt !== undefined && {
        inbox: holdsPartition,
        inboxSort: timeSort(heldAt, after.id),
      }),
    },
  ];
};

/**
 * Event, audit entry and outbox row in one item; the outbox attributes go when it is published. Its
 * hash stands in the index of its day for ever, to be anchored. Its texts lie beside what is hashed, in
 * the same item: there are as many items in a transaction as there were, and no reading more.
 */
export const eventItem = ({ written: event, texts }: KeptEvent): Item => ({
  ...eventKey(event.dossierId, event.version),
  event,
  ...(texts.length > 0 && { texts }),
  anchor: anchorPartition(dayOf(event.recordedAt), outboxShardOf(event.dossierId)),
  anchorSort: event.hash,
  ...(isPublished(event.fact.type) && {
    outbox: outboxPartition(outboxShardOf(event.dossierId)),
    outboxSort: outboxSort(event),
  }),
});

/** The events of a record's write, each an outbox row of its own until it is published. */
export const recordEventItems = ({ kind, after, events = [] }: RecordWrite): readonly Item[] =>
  events.map((event, n) => ({
    ...recordEventKey(kind.name, after.id, after.version, n),
    event,
    outbox: outboxPartition(outboxShardOf(event.subject)),
    outboxSort: timeSort(Date.parse(event.time), event.id),
  }));

export const recordItem = (
  { name: kind, steps = [] }: RecordKind,
  record: KeptRecord,
  { list, secondList }: Placement,
): Item => ({
  ...recordKey(kind, record.id),
  version: record.version,
  schema: versionAfter(steps),
  record: packed(record),
  ...(list && {
    line: record.id,
    worklist: listPartition(kind, list.name),
    worklistSort: timeSort(list.at, record.id),
  }),
  ...(secondList && {
    line: record.id,
    inbox: listPartition(kind, secondList.name),
    inboxSort: timeSort(secondList.at, record.id),
  }),
});

/** The scans that a change added or settled. */
export const changedScans = (before: Dossier | undefined, after: Dossier): readonly Scan[] => {
  const known = new Set(before?.scans);
  return after.scans.filter((scan) => !known.has(scan));
};

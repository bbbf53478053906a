import type { Dossier } from '#domain/dossier/dossier.ts';
import type { ChainedEvent } from '#domain/dossier/dossier-event.ts';
import { isPublished } from '#domain/dossier/publication.ts';
import type { Scan } from '#domain/scan/scan.ts';
import { lineOf } from '#ports/dossier-ledger.ts';
import type { Placement, RecordKind, Records } from '#ports/records.ts';
import {
  dossierKey,
  dueSort,
  eventKey,
  inboxPartition,
  listPartition,
  outboxPartition,
  outboxShardOf,
  recordKey,
  timeSort,
  worklistPartition,
} from './keys.ts';

export type Item = Record<string, unknown>;

/** The head: state, version, chain and the attributes that put it into the indexes. */
export const headItem = (dossier: Dossier, chainHash: string): Item => {
  const { scans: _, ...head } = dossier;
  const { department, acceptance } = dossier;
  const inInbox = department && department.inbox !== 'on-its-way';
  return {
    ...dossierKey(dossier.id),
    version: dossier.version,
    chainHash,
    head,
    line: lineOf(dossier),
    worklist: worklistPartition(dossier.office, dossier.status),
    worklistSort: timeSort(dossier.registeredAt, dossier.id),
    ...(inInbox && {
      inbox: inboxPartition(department.agency, department.inbox),
      inboxSort: dueSort(acceptance?.dueAt, dossier.id),
    }),
  };
};

/** Event, audit entry and outbox row in one item; the outbox attributes go when it is published. */
export const eventItem = (event: ChainedEvent): Item => ({
  ...eventKey(event.dossierId, event.version),
  event,
  ...(isPublished(event.fact.type) && {
    outbox: outboxPartition(outboxShardOf(event.dossierId)),
    outboxSort: timeSort(event.recordedAt, `${event.dossierId}#${event.version}`),
  }),
});

export const recordItem = (
  kind: RecordKind,
  record: Records[RecordKind],
  { list, alsoIn }: Placement,
): Item => ({
  ...recordKey(kind, record.id),
  version: record.version,
  record,
  ...(list && {
    line: record.id,
    worklist: listPartition(kind, list.name),
    worklistSort: timeSort(list.at, record.id),
  }),
  ...(alsoIn && {
    line: record.id,
    inbox: listPartition(kind, alsoIn.name),
    inboxSort: timeSort(alsoIn.at, record.id),
  }),
});

/** The scans that a change added or settled. */
export const changedScans = (before: Dossier | undefined, after: Dossier): readonly Scan[] => {
  const known = new Set(before?.scans);
  return after.scans.filter((scan) => !known.has(scan));
};

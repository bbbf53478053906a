import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedEvent } from '#application/published-event.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { publishedFacts } from '#domain/dossier/publication.ts';
import { record } from '#domain/dossier/record.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { CorrectionId, PickUpId } from '#domain/identifiers/record-ids.ts';
import { catalogue, earlierVersions, PublishedEvent, ReceivedEvent } from '#events/catalogue.ts';
import {
  aDossier,
  aPayment,
  aSupplement,
  dossierId,
  historyUntil,
  monday9,
  officer,
  shipmentId,
} from '#test/support/dossiers.ts';

const samples = readdirSync('events', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: event }) =>
    readdirSync(join('events', event), { withFileTypes: true }).flatMap(({ name: version }) =>
      readdirSync(join('events', event, version, 'samples')).map((file) => ({
        type: `vn.post-counter.${event}.${version}`,
        path: join('events', event, version, 'samples', file),
      })),
    ),
  );

/** Of what was put right: each by itself, wherever a dossier stands. */
const put = {
  correction: '01KAPXJ5V0ZK9Q4T8N6W2C7D6A' as CorrectionId,
  recordSha256: 'a'.repeat(64),
} as const;
const correctionFacts: readonly DossierFact[] = [
  { type: 'applicant-corrected', ...put, fields: ['name'], state: 'to-acknowledge' },
  { type: 'correction-answered', ...put, answer: 'acknowledged', agency: 'ct-nnmt' },
];

const otherFacts: readonly DossierFact[] = [
  {
    type: 'supplement-requested',
    leaseNo: 1,
    agency: 'ct-nnmt',
    requestedAt: monday9,
    requestedBy: officer.id,
    items: aSupplement.items,
    reason: aSupplement.reason,
    answerBy: aSupplement.answerBy,
  },
  {
    type: 'payment-requested',
    number: 1,
    leaseNo: 1,
    agency: 'ct-nnmt',
    requestedBy: officer.id,
    ...aPayment,
  },
  {
    type: 'payment-received',
    number: 1,
    office: 'bd-vi-thanh',
    receipt: 'BL-1',
    calendarVersions: [],
  },
  {
    type: 'payment-confirmed',
    number: 1,
    agency: 'ct-nnmt',
    reference: 'KB-0001',
    confirmedBy: officer.id,
    calendarVersions: [],
  },
  {
    type: 'payment-cancelled',
    number: 1,
    agency: 'ct-nnmt',
    reason: '',
    cancelledBy: officer.id,
    calendarVersions: [],
  },
  { type: 'citizen-reminded', of: 'papers', agency: 'ct-nnmt', by: aSupplement.answerBy },
  {
    type: 'slip-issued',
    office: 'bd-vi-thanh',
    number: 'RG100000003VN',
    agency: 'ct-nnmt',
    issuedAt: monday9,
    handoverBy: monday9,
    manifestHash: 'b'.repeat(64),
  },
  {
    type: 'deadline-extended',
    leaseNo: 1,
    agency: 'ct-nnmt',
    reason: '',
    dueAt: monday9,
    previousDueAt: monday9,
    extendedBy: officer.id,
  },
  {
    type: 'deadline-prolonged',
    leaseNo: 1,
    agency: 'ct-nnmt',
    prolongation: 'xac-minh',
    ground: 'Luật Hộ tịch 60/2014/QH13 điều 25(2)',
    reason: '',
    dueAt: monday9,
    previousDueAt: monday9,
    prolongedBy: officer.id,
  },
  {
    type: 'dossier-stopped',
    agency: 'ct-nnmt',
    why: 'department',
    reason: '',
    stoppedBy: officer.id,
  },
  { type: 'dossier-resumed', calendarVersions: [] },
  {
    type: 'late-answer-admitted',
    agency: 'ct-nnmt',
    of: 'papers',
    reason: '',
    lastDay: aSupplement.answerBy,
    answerBy: aSupplement.answerBy,
    admittedBy: officer.id,
  },
  { type: 'supplement-received', manifestHash: 'b'.repeat(64), calendarVersions: [] },
  { type: 'clock-resumed', dueAt: monday9, calendarVersions: [] },
  { type: 'withdrawal-requested', reason: '' },
  {
    type: 'dossier-transferred',
    why: 'mis-routed',
    from: 'ct-nnmt',
    to: 'ct-tp',
    agency: 'ct-tp',
    reason: '',
  },
  { type: 'withdrawal-granted' },
  {
    type: 'reception-refused',
    agency: 'ct-nnmt',
    reason: '',
    refusedBy: officer.id,
    refusedAt: monday9,
  },
  {
    type: 'deadline-reannounced',
    dueAt: monday9,
    previousDueAt: monday9,
    calendarVersions: ['2026-1'],
    amendment: '01KAPXJ5V0ZK9Q4T8N6W2C7D3K',
  },
  {
    type: 'papers-missed',
    pouch: '01KAPXJ5V0ZK9Q4T8N6W2C7D3K' as PouchId,
    from: { kind: 'office', id: 'bd-vi-thanh' },
    papers: [{ id: 'don-de-nghi', copyKind: 'original', count: 1 }],
  },
];

const returnFacts: readonly DossierFact[] = [
  { type: 'result-held', shipment: shipmentId, heldAt: monday9 },
  { type: 'result-returned-to-agency', shipment: shipmentId, returnedAt: monday9 },
  {
    type: 'result-picked-up',
    pickUp: shipmentId as string as PickUpId,
    receiver: 'self',
    handedAt: monday9,
    proofSha256: 'e'.repeat(64),
  },
  {
    type: 'papers-dispatched',
    shipment: shipmentId,
    carrier: 'vnpost',
    waybill: 'EE473124829VN',
    papers: [],
    backTo: { kind: 'office', id: 'bd-vi-thanh' },
  },
  { type: 'papers-held', shipment: shipmentId, heldAt: monday9 },
  { type: 'papers-came-back', shipment: shipmentId, returnedAt: monday9 },
  { type: 'papers-delivered', shipment: shipmentId, deliveredAt: monday9 },
  {
    type: 'papers-picked-up',
    pickUp: shipmentId as string as PickUpId,
    receiver: 'self',
    handedAt: monday9,
    proofSha256: 'e'.repeat(64),
    papers: [],
  },
];

describe('a published event', () => {
  it('has a sample for each type, of today and of before', () => {
    const types = [...Object.keys(catalogue), ...Object.keys(earlierVersions)];
    expect(new Set(samples.map(({ type }) => type))).toEqual(new Set(types));
  });

  it.each(samples)('$path is read by every consumer', ({ path }) => {
    const sample = JSON.parse(readFileSync(path, 'utf8')) as { type: string; id: string };
    expect(ReceivedEvent.parse(sample)).toMatchObject({ id: sample.id });
    const [, version = ''] = /\.v(\d+)$/.exec(sample.type) ?? [];
    const type = sample.type.replace(/\d+$/, String(Number(version) + 40));
    expect(() => ReceivedEvent.parse({ ...sample, type })).toThrow(`${type} is not known here`);
  });

  it.each(samples)(
    '$path parses as $type, and with one field more it does not',
    ({ type, path }) => {
      const sample = JSON.parse(readFileSync(path, 'utf8')) as { type: string; data: object };
      expect(sample.type).toBe(type);
      expect(PublishedEvent.parse(sample)).toEqual(sample);
      const wider = { ...sample, data: { ...sample.data, phone: '+84912345678' } };
      expect(PublishedEvent.safeParse(wider).success).toBe(false);
    },
  );

  it('comes from each fact that is to be published, and from no other', () => {
    const asked = record(aDossier('leased'), dossierId, otherFacts, {
      actor: officer,
      now: monday9,
    });
    const corrected = record(
      aDossier('accepted'),
      dossierId,
      [{ type: 'contact-corrected', why: 'wrong-number' }],
      { actor: officer, now: monday9 },
    );
    const returned = record(aDossier('dispatched'), dossierId, returnFacts, {
      actor: officer,
      now: monday9,
    });
    const putRight = record(aDossier('accepted'), dossierId, correctionFacts, {
      actor: officer,
      now: monday9,
    });
    const lost = record(
      aDossier('dispatched'),
      dossierId,
      [
        {
          type: 'parcel-lost',
          shipment: shipmentId,
          waybill: 'EE473124829VN',
          knownBy: 'carrier',
          papers: [],
        },
      ],
      { actor: officer, now: monday9 },
    );
    const all = [
      ...historyUntil('returned').events,
      ...asked.events,
      ...corrected.events,
      ...returned.events,
      ...putRight.events,
      ...lost.events,
    ];
    const links = all.map((event) => ({
      ...event,
      prevHash: GENESIS,
      hash: GENESIS,
    }));
    const published = links.filter((event) => publishedEvent(event) !== undefined);
    expect(new Set(published.map(({ fact }) => fact.type))).toEqual(new Set(publishedFacts));
  });
});

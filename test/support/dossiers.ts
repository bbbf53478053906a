import type { Actor, Staff } from '#domain/actor/actor.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import type { TaskRule } from '#domain/deadline/time-rule.ts';
import type { Acceptance, Applicant, Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import type { PaymentAsked } from '#domain/dossier/payment.ts';
import { type DossierChange, record } from '#domain/dossier/record.ts';
import type { SupplementAsked } from '#domain/dossier/steps/supplement.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { ScanIntent } from '#domain/scan/scan.ts';
import { type Instant, instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** Monday 2026-11-23, 09:00 in Vietnam. */
export const monday9: Instant = instant(Date.UTC(2026, 10, 23, 2));

export const dossierId = '01KAPXJ5V0ZK9Q4T8N6W2C7D3F' as DossierId;
export const paperScan = '01KAPXJ5V0ZK9Q4T8N6W2C7D3G' as ScanId;
export const resultScan = '01KAPXJ5V0ZK9Q4T8N6W2C7D3H' as ScanId;
export const shipmentId = '01KAPXJ5V0ZK9Q4T8N6W2C7D3J' as ShipmentId;

export const officer: Staff = { kind: 'staff', id: 'hoa', role: 'officer', agency: 'ct-nnmt' };
const system: Actor = { kind: 'system', id: 'test' };

export const anApplicant = {
  name: 'Nguyễn Thị Ánh',
  personalNumber: '093190001234',
  phone: '+84912345678',
  address: 'Ấp 3, xã Vị Tân',
} as const satisfies Applicant;

export const aScan = (change: Partial<ScanIntent> = {}): ScanIntent => ({
  id: paperScan,
  purpose: 'papers',
  component: 'don-de-nghi',
  mediaType: 'image/jpeg',
  bytes: 1_000,
  sha256: 'a'.repeat(64),
  ...change,
});

export const anAcceptance: Acceptance = {
  code: 'H13.01-261123-0001',
  startsOn: 'counter',
  acceptedAt: monday9,
  dueAt: instant(monday9 + 10 * 86_400_000),
  calendarVersions: ['2026-1'],
  catalogueVersion: 'c'.repeat(64),
  transferBy: monday9,
  manifestHash: 'b'.repeat(64),
};

export const aProcedure: Procedure & { readonly timeRule: TaskRule } = {
  code: '1.000001',
  version: '1',
  name: 'Thủ tục thử',
  nameEn: 'A procedure',
  field: 'Đất đai',
  owner: 'ct-nnmt',
  effective: { from: '2021-01-01' as VietnamDay },
  components: [
    { id: 'don-de-nghi', name: 'Đơn', copyKind: 'original', count: 1, required: true },
    { id: 'ban-ve', name: 'Bản vẽ', copyKind: 'certified', count: 1, required: false },
  ],
  timeRule: { unit: 'working-days', amount: 5, startPolicy: 'next-day' },
  fees: [{ kind: 'charge', amountVnd: 50_000, note: 'thử' }],
  result: { name: 'Kết quả', takesOldPapersBack: false },
  serviceLevel: 'full',
  immediate: false,
  sensitive: false,
  retentionClass: 'permanent',
  certainty: 'high',
  sources: ['test'],
};

export const aSupplement: SupplementAsked = {
  items: [{ id: 'ban-ve', copyKind: 'certified', count: 1, reason: 'Thiếu bản vẽ' }],
  reason: 'Hồ sơ thiếu bản vẽ',
  answerBy: '2026-12-23' as VietnamDay,
  confirmsRepeat: false,
};

const { confirmsRepeat: _, ...recorded } = aSupplement;
/** What of it stands in the fact. */
export const suppliesAsked = recorded;

export const aPayment: PaymentAsked = {
  kind: 'fee',
  amountVnd: 500_000,
  reason: 'Phí thẩm định hồ sơ',
  payBy: '2026-12-23' as VietnamDay,
  ways: ['counter', 'treasury'],
  instructions: 'Kho bạc Nhà nước khu vực XIX, tài khoản 3511.0.1234567',
};

const registered: DossierFact = {
  type: 'dossier-registered',
  id: dossierId,
  office: 'bd-vi-thanh',
  intakeMode: 'onestop',
  channel: 'postal',
  procedure: { code: '1.000001', version: '1' },
  components: [{ id: 'don-de-nghi', copyKind: 'original', count: 1 }],
  circumstances: {},
  fees: { stateFeesVnd: 50_000, postageVnd: 28_000 },
};
const requested: DossierFact = { type: 'scan-requested', scan: aScan() };
const verified: DossierFact = { type: 'scan-verified', scanId: paperScan, pages: 1, findings: [] };
const accepted: DossierFact = {
  type: 'dossier-accepted',
  agency: 'ct-nnmt',
  office: 'bd-vi-thanh',
  ...anAcceptance,
};
const leased: DossierFact = {
  type: 'lease-granted',
  leaseNo: 1,
  holder: officer.id,
  until: instant(monday9 + 600_000),
};
const result: readonly DossierFact[] = [
  {
    type: 'scan-requested',
    scan: {
      id: resultScan,
      purpose: 'result',
      mediaType: 'application/pdf',
      bytes: 9,
      sha256: 'c'.repeat(64),
    },
  },
  { type: 'scan-verified', scanId: resultScan, pages: 1, findings: [] },
];

/** The stations of the main way, each with the facts that lead there from the one before. */
const stations = {
  registered: [registered],
  announced: [requested],
  scanned: [verified],
  accepted: [accepted],
  waiting: [{ type: 'department-reached', agency: 'ct-nnmt' }],
  leased: [leased],
  acknowledged: [
    { type: 'dossier-acknowledged', leaseNo: 1, manifestHash: anAcceptance.manifestHash },
  ],
  'result-ready': result,
  decided: [
    {
      type: 'dossier-decided',
      leaseNo: 1,
      agency: 'ct-nnmt',
      outcome: 'approved',
      resultScan,
      decidedAt: monday9,
      decidedBy: officer.id,
    },
  ],
  dispatched: [
    {
      type: 'result-dispatched',
      shipment: shipmentId,
      carrier: 'vnpost',
      waybill: 'EE473124829VN',
    },
  ],
  returned: [{ type: 'result-delivered', shipment: shipmentId, deliveredAt: monday9 }],
} as const satisfies Record<string, readonly DossierFact[]>;

export type Station = keyof typeof stations;
export const allStations = Object.keys(stations) as Station[];

/** Everything that happened up to a station. */
export const historyUntil = (station: Station): DossierChange => {
  const facts = allStations
    .slice(0, allStations.indexOf(station) + 1)
    .flatMap((name): readonly DossierFact[] => stations[name]);
  return record(undefined, dossierId, facts, { actor: system, now: monday9 });
};

export const aDossier = (station: Station): Dossier => historyUntil(station).after;

/** The result was brought from its agency to the counter and counted in. */
export const resultAtCounter: readonly DossierFact[] = [
  {
    type: 'papers-counted',
    pouch: '01KAPXJ5V0ZK9Q4T8N6W2C7D3P' as PouchId,
    from: { kind: 'agency', id: 'ct-nnmt' },
    to: { kind: 'office', id: 'bd-vi-thanh' },
    verdict: 'complete',
    found: [resultPaper],
    extra: [],
    giver: 'tuan',
    receiver: 'lan',
  },
];

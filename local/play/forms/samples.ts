import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { province } from '#data/province.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { Applicant, Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import type { Pouch, Signatory } from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type {
  ReceiptId,
  RemittanceId,
  ReturnOrderId,
  ShiftId,
} from '#domain/identifiers/record-ids.ts';
import { nothing, plus } from '#domain/money/purses.ts';
import type { Instant } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { ReceiptRecord, Remittance } from '#functions/money/domain/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';

const provinceCatalogue = makeProvinceCatalogue(province, 'sample');

/** Invented people and dossiers, as ugly as real ones. */
const longName =
  'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất đã cấp, kèm trích đo thửa đất được cơ quan có thẩm quyền xác nhận';

/** A procedure with as many components as a form must bear. */
const procedureWith = (count: number): Procedure => ({
  code: '1.012783',
  version: '2025-07-01',
  name: 'Cấp đổi Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất',
  nameEn: 'Exchange of a land certificate',
  field: 'Đất đai',
  owner: 'ct-nnmt',
  effective: { from: '2018-01-01' as VietnamDay },
  components: Array.from({ length: count }, (_, n) => ({
    id: `giay-${n + 1}`,
    name: n % 3 === 0 ? `${n + 1}. ${longName}` : `Bản vẽ số ${n + 1}`,
    copyKind: n % 2 === 0 ? 'original' : 'certified',
    count: 1,
    required: true,
  })),
  timeRule: { unit: 'working-days', amount: 5, startPolicy: 'next-day' },
  fees: [],
  result: { name: 'Giấy chứng nhận', takesOldPapersBack: true },
  serviceLevel: 'partial',
  sensitive: false,
  immediate: false,
  retentionClass: 'permanent',
  certainty: 'low',
  sources: ['mẫu in thử'],
});

export interface Sample {
  readonly dossier: Dossier;
  readonly applicant: Applicant;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

const id = '01M8500000000000000000000A' as DossierId;
export const pouchId = '01M8500000000000000000000B' as PouchId;

const applicant: Applicant = {
  name: 'Công Tằng Tôn Nữ Nguyễn Phước Hoàng Thị Thương Huyền Quỳnh Diễm',
  personalNumber: '093190001234',
  phone: '+84912345678',
  address: 'Số 12/34/56 Đường tỉnh 932, ấp Mỹ Hiệp 1, xã Tân Phước Hưng, thành phố Cần Thơ',
  email: 'ten.rat.dai.de.thu@example.vn',
};

const leased = (now: Instant): DossierFact => ({
  type: 'lease-granted',
  leaseNo: 1,
  holder: 'officer',
  until: now,
});

/** A dossier that has been through everything that a form tells of, up to the facts given. */
export const sample = (
  day: VietnamDay,
  components: number,
  facts: (now: Instant, papers: Dossier['components']) => readonly DossierFact[],
): Sample => {
  const now = at(day, 9 * 60);
  const procedure = procedureWith(components);
  const papers = procedure.components.map(({ id: paper, copyKind, count }) => ({
    id: paper,
    copyKind,
    count,
  }));
  const change = record(
    undefined,
    id,
    [
      {
        type: 'dossier-registered',
        id,
        office: 'bd-vi-thanh',
        intakeMode: 'agent',
        channel: 'postal',
        procedure: { code: procedure.code, version: procedure.version },
        components: papers,
        circumstances: {},
        fees: { stateFeesVnd: 50_000, postageVnd: 28_000 },
      },
      ...facts(now, papers),
    ],
    { actor: { kind: 'system', id: 'sample' }, now },
  );
  const catalogue = { ...provinceCatalogue, procedureVersion: () => procedure };
  return { dossier: change.after, applicant, catalogue, now };
};

export const slipIssued = (now: Instant): DossierFact => ({
  type: 'slip-issued',
  office: 'bd-vi-thanh',
  number: 'RG100000003VN',
  agency: 'ct-nnmt',
  issuedAt: now,
  handoverBy: at('2026-11-25' as VietnamDay, 17 * 60),
  provisionalDueAt: at('2026-12-02' as VietnamDay, 17 * 60),
  manifestHash: 'a'.repeat(64),
});

export const accepted = (now: Instant): readonly DossierFact[] => [
  {
    type: 'dossier-accepted',
    agency: 'ct-nnmt',
    office: 'bd-vi-thanh',
    code: 'H13.01-261123-0001',
    startsOn: 'counter',
    acceptedAt: now,
    dueAt: (now + 7 * 86_400_000) as Instant,
    calendarVersions: [],
    catalogueVersion: 'sample',
    transferBy: now,
    manifestHash: 'a'.repeat(64),
  },
  { type: 'department-reached', agency: 'ct-nnmt' },
  leased(now),
  { type: 'dossier-acknowledged', leaseNo: 1, manifestHash: 'a'.repeat(64) },
];

const signed = (staff: string, name: string, now: Instant): Signatory => ({
  staff,
  name,
  at: now,
});

const orderCodes = ['G22.99.01-261123-0042', 'G22.99.01-261123-0043'];
const orderIds = [
  '01M8500000000000000000000P' as ReturnOrderId,
  '01M8500000000000000000000Q' as ReturnOrderId,
] as const;

/** A pouch with every verdict that a count knows. */
export const samplePouch = ({ dossier, now }: Sample): Pouch => {
  const numbers = ['RG100000003VN', 'RG100000017VN', 'RG100000025VN', 'RG100000034VN'];
  const verdicts = ['complete', 'missing', 'damaged', 'wrong-department'] as const;
  const ids = numbers.map((_, n) => `${id.slice(0, -1)}${n}` as DossierId);
  const papers = dossier.components;
  return {
    id: pouchId,
    version: 9,
    from: { kind: 'office', id: 'bd-vi-thanh' },
    to: { kind: 'agency', id: 'ct-nnmt' },
    lines: numbers.map((number, n) => ({ dossierId: ids[n] ?? id, number, papers })),
    orders: orderCodes.map((number, n) => ({
      returnOrderId: orderIds[n] ?? orderIds[0],
      number,
      papers: [{ name: longName, copyKind: 'original', count: 1 }],
    })),
    opened: signed('lan', 'Nguyễn Thị Lan', now),
    sealNumber: 'NP318675',
    sealed: signed('lan', 'Nguyễn Thị Lan', now),
    taken: signed('tuan', 'Lê Anh Tuấn', now),
    count: {
      no: 6,
      by: signed('hoa', 'Phạm Thị Hoa', now),
      isSealIntact: true,
      strays: ['Một tờ khai không tên'],
      lines: verdicts.map((verdict, n) => ({
        dossierId: ids[n] ?? id,
        verdict,
        isTaken: verdict !== 'wrong-department',
        found: verdict === 'missing' ? papers.slice(1) : papers,
        extra: [],
        ...(verdict === 'damaged' && { remark: 'Rách góc, còn đọc được' }),
        ...(verdict === 'wrong-department' && { remark: 'Thuộc thẩm quyền Sở Tư pháp' }),
      })),
      orders: [
        { returnOrderId: orderIds[0], verdict: 'complete', isTaken: true },
        { returnOrderId: orderIds[1], verdict: 'damaged', isTaken: false, remark: 'Ướt, nhoè mực' },
      ],
    },
    giver: signed('tuan', 'Lê Anh Tuấn', now),
    receiver: signed('hoa', 'Phạm Thị Hoa', now),
  };
};

/** The fees of two receipts, sealed into the pouch. */
export const sampleRemittance = ({ now }: Sample): Remittance => {
  const each = { ...nothing, charge: 20_000, fee: 30_000 };
  return {
    id: pouchId as string as RemittanceId,
    version: 1,
    number: 'NT-vi-thanh-261123-0001',
    office: 'bd-vi-thanh',
    agency: 'ct-nnmt',
    pouch: pouchId,
    lines: [1, 2].map((n) => ({
      receipt: `BL-vi-thanh-261123-000${n}`,
      dossierId: `${id.slice(0, -1)}${n}`,
      purses: each,
    })),
    purses: plus(each, each),
    postageVnd: 56_000,
    sent: { at: now, by: 'lan' },
    counts: [],
  };
};

/** A taking of all four kinds, of which the postage was given back. */
export const sampleReceipt = ({ dossier, now }: Sample): ReceiptRecord => ({
  id: pouchId as string as ReceiptId,
  version: 2,
  number: 'BL-vi-thanh-261123-0001',
  office: 'bd-vi-thanh',
  shift: pouchId as string as ShiftId,
  dossierId: dossier.id,
  agency: 'ct-nnmt',
  taken: { charge: 100_000, fee: 1_254_000, postage: 28_000, cod: 505_000 },
  refunded: { ...nothing, postage: 28_000 },
  isReversed: false,
  takenAt: now,
});

import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { formatTemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import type { Instant } from '#domain/time/instant.ts';
import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  controlForm,
  extensionForm,
  prolongationForm,
  refusalForm,
  stopForm,
  supplementForm,
} from '#functions/forms/application/case-forms.ts';
import { pouchRecordForm } from '#functions/forms/application/pouch-record-form.ts';
import { receiptVoucherForm } from '#functions/forms/application/receipt-voucher-form.ts';
import { slipForm } from '#functions/forms/application/slip-form.ts';
import { temporarySlipForm } from '#functions/forms/application/temporary-slip-form.ts';
import { trackingBookForm } from '#functions/forms/application/tracking-book-form.ts';
import type { Reprint } from '#functions/forms/domain/print-count.ts';
import type { OfficialForm } from '#ports/official-form.ts';
import {
  accepted,
  type Sample,
  sample,
  samplePouch,
  sampleReceipt,
  sampleRemittance,
  slipIssued,
} from './samples.ts';

type Facts = Parameters<typeof sample>[2];

const asked: Facts = (now, papers) => [
  slipIssued(now),
  ...accepted(now),
  {
    type: 'supplement-requested',
    leaseNo: 1,
    agency: 'ct-nnmt',
    requestedAt: now,
    requestedBy: 'officer',
    items: papers.map((paper, n) => ({
      ...paper,
      reason: n % 2 === 0 ? 'Chưa có chữ ký của người sử dụng đất' : 'Bản chụp mờ, không đọc được',
    })),
    reason: 'Hồ sơ chưa đủ căn cứ giải quyết',
    answerBy: '2026-12-23' as VietnamDay,
  },
];

const ended =
  (fact: DossierFact): Facts =>
  (now) => [slipIssued(now), ...(fact.type === 'reception-refused' ? [] : accepted(now)), fact];

const reason = 'Thửa đất đang có tranh chấp, Tòa án nhân dân khu vực đã thụ lý';
const agency = 'ct-nnmt';
const refused = (now: Instant): DossierFact => ({
  type: 'reception-refused',
  agency,
  reason,
  refusedBy: 'officer',
  refusedAt: now,
});
const extended = (now: Instant): DossierFact => ({
  type: 'deadline-extended',
  leaseNo: 1,
  agency,
  reason,
  dueAt: (now + 12 * 86_400_000) as Instant,
  previousDueAt: (now + 7 * 86_400_000) as Instant,
  extendedBy: 'officer',
});
const prolonged = (now: Instant): DossierFact => ({
  type: 'deadline-prolonged',
  leaseNo: 1,
  agency,
  prolongation: 'nhieu-giay-to',
  ground: 'NĐ 23/2015/NĐ-CP điều 21',
  reason: 'Nhiều bản chính, cần đối chiếu từng trang',
  dueAt: (now + 9 * 86_400_000) as Instant,
  previousDueAt: (now + 7 * 86_400_000) as Instant,
  prolongedBy: 'officer',
  agreement: 'Văn bản thỏa thuận số 12 ngày 23/11/2026',
});
const stopped: DossierFact = {
  type: 'dossier-stopped',
  agency,
  why: 'department',
  reason,
  stoppedBy: 'officer',
};

const url = 'https://ho-so.example.vn/tra-cuu/RG100000003VN';

/** Each form of one day's set, by the name of its file; those that the set does not have are left out. */
const formsOf = (day: VietnamDay, components: number, times: number) => {
  const reprint = times as Reprint;
  const from = (facts: Facts): Sample & { readonly reprint: Reprint } => ({
    ...sample(day, components, facts),
    reprint,
  });
  const filed = from((now) => [slipIssued(now), ...accepted(now)]);
  const { now } = filed;
  const pouch = samplePouch(filed);
  const dossiers = new Map(
    pouch.lines.map(({ dossierId }) => [dossierId as string, stored(filed)]),
  );
  const many = Array.from({ length: components * 2 }, () => stored(filed));
  const { catalogue } = filed;
  return {
    'phieu-gui': slipForm(filed, url),
    'phieu-tam': blankSlip(now, reprint),
    'bien-ban-giao-nhan': pouchRecordForm({
      pouch,
      dossiers,
      remittances: [sampleRemittance(filed)],
      catalogue,
      reprint,
    }),
    '02-yeu-cau-bo-sung': supplementForm(from(asked), now),
    '03-tu-choi-tiep-nhan': refusalForm(from(ended(refused(now))), now),
    '04-xin-loi-hen-lai': extensionForm(from(ended(extended(now))), now),
    'keo-dai-theo-luat': prolongationForm(from(ended(prolonged(now))), now),
    '05-dung-giai-quyet': stopForm(from(ended(stopped)), now),
    'kiem-soat-qua-trinh': controlForm(filed, now),
    'so-theo-doi': trackingBookForm(
      {
        office: 'bd-vi-thanh',
        day,
        dossiers: many,
        part: { number: 1, of: 1, firstLine: 1 },
        catalogue,
        reprint,
      },
      now,
    ),
    'phieu-thu': receiptVoucherForm({ ...filed, receipt: sampleReceipt(filed) }),
  };
};

const blankSlip = (leasedAt: Instant, reprint: Reprint): OfficialForm => {
  const number = formatTemporaryNumber(12, 7);
  return temporarySlipForm({
    number,
    block: { device: 'quay-2', leasedAt },
    office: 'Bưu điện Vị Thanh',
    trackingUrl: `https://ho-so.example.vn/tra-cuu/${number}`,
    trackingSecret: '7KQ2MX9D',
    reprint,
  });
};

const stored = ({ dossier, applicant }: Sample) => ({ dossier, applicant, chainHash: '' });

/** Every form in every set, and once more with what breaks layouts. */
export const sampleForms = (): ReadonlyMap<string, OfficialForm> => {
  const today = '2026-11-23' as VietnamDay;
  const sets = {
    'tt-03-2025': formsOf(today, 3, 0),
    'tt-01-2018': formsOf('2025-09-14' as VietnamDay, 3, 0),
    '30-thanh-phan-in-lai': formsOf(plusDays(today, 1), 30, 2),
  };
  return new Map(
    Object.entries(sets).flatMap(([set, forms]) =>
      Object.entries(forms).flatMap(([name, form]) =>
        form ? [[`${set}/${name}.pdf`, form] as const] : [],
      ),
    ),
  );
};

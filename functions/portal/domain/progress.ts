import { nationalStatus } from '#domain/dossier/case-status.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent, FactType } from '#domain/dossier/dossier-event.ts';
import { evolve } from '#domain/dossier/evolve.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { NationalStatus } from './national-dossier.ts';
import { dueAfter } from './supplements.ts';

/** A line of tiến độ xử lý: who did what with the dossier, and by when it must be done. */
export interface ProgressEntry {
  readonly code: string;
  /** Version of the event that it tells of. */
  readonly version: number;
  /** The desk, not the person: the history knows persons by a number only. */
  readonly by: string;
  readonly unit: string;
  readonly at: Instant;
  readonly what: string;
  readonly status: NationalStatus;
  /** Since when the department works on what it has. */
  readonly startedAt: Instant;
  readonly dueAt?: Instant;
}

type Desk = 'clerk' | 'officer' | 'leader' | 'citizen' | 'courier' | 'system';

const deskNames: Readonly<Record<Desk, string>> = {
  clerk: 'Giao dịch viên bưu điện',
  officer: 'Chuyên viên',
  leader: 'Lãnh đạo',
  citizen: 'Người nộp hồ sơ',
  courier: 'Bưu tá',
  system: 'Hệ thống',
};

/** What the portal's reader is told of each fact. */
const told = {
  'dossier-accepted': ['clerk', 'Tiếp nhận hồ sơ'],
  'dossier-acknowledged': ['officer', 'Bắt đầu xử lý hồ sơ'],
  'supplement-requested': ['officer', 'Yêu cầu bổ sung hồ sơ'],
  'supplement-received': ['clerk', 'Đã nhận đủ hồ sơ bổ sung'],
  'payment-requested': ['officer', 'Yêu cầu thực hiện nghĩa vụ tài chính'],
  'payment-received': ['clerk', 'Đã nộp tiền tại bưu cục'],
  'payment-confirmed': ['officer', 'Đã nộp tiền vào kho bạc'],
  'payment-cancelled': ['officer', 'Không còn yêu cầu nộp tiền'],
  'withdrawal-requested': ['citizen', 'Yêu cầu rút hồ sơ'],
  'withdrawal-granted': ['officer', 'Đồng ý cho rút hồ sơ'],
  'dossier-stopped': ['officer', 'Dừng giải quyết hồ sơ'],
  'dossier-resumed': ['officer', 'Tiếp tục giải quyết hồ sơ'],
  'clock-resumed': ['system', 'Tính lại ngày hẹn trả sau khi lấy ý kiến'],
  'deadline-extended': ['officer', 'Gia hạn, hẹn lại ngày trả kết quả'],
  'deadline-prolonged': ['officer', 'Kéo dài thời hạn theo quy định của pháp luật'],
  'late-answer-admitted': ['officer', 'Đồng ý nhận bổ sung quá hạn'],
  'deadline-reannounced': [
    'system',
    'Hẹn lại ngày trả: lịch làm việc sửa đổi hoặc thời hạn tính từ khi cơ quan có thẩm quyền nhận',
  ],
  'dossier-transferred': ['officer', 'Chuyển hồ sơ tới cơ quan có thẩm quyền'],
  'dossier-decided': ['officer', 'Đã có kết quả giải quyết'],
  'result-delivered': ['courier', 'Đã trả kết quả qua bưu chính'],
  'result-returned-to-agency': ['courier', 'Kết quả chuyển hoàn về bưu cục gửi'],
  'result-picked-up': ['clerk', 'Đã trả kết quả tại bưu cục'],
} as const satisfies Partial<Record<FactType, readonly [Desk, string]>>;

type ToldFact = keyof typeof told;

const isTold = (type: FactType): type is ToldFact => Object.hasOwn(told, type);

/**
 * Facts that change the national copy of a dossier that has one; the catalogue of events sends exactly
 * these to the portal. What was corrected is news for the copy, and no progress.
 *
 * @public a test holds the catalogue of events against it
 */
export const nationalFacts: readonly FactType[] = [
  ...(Object.keys(told) as ToldFact[]),
  'contact-corrected',
  'applicant-corrected',
  'correction-answered',
];

interface Names {
  readonly agency: (id: string) => string;
  readonly office: (id: string) => string;
}

/** Every step since the dossier has its code, the oldest first. */
export const progressOf = (
  events: readonly DossierEvent[],
  names: Names,
): readonly ProgressEntry[] => {
  const entries: ProgressEntry[] = [];
  let dossier: Dossier | undefined;
  let due: Instant | undefined;
  let startedAt: Instant | undefined;
  for (const event of events) {
    dossier = evolve(dossier, event);
    due = dueAfter(event.fact, due);
    if (startsWork(event.fact.type)) startedAt = event.effectiveAt;
    const entry = entryOf(dossier, event, names);
    if (entry && startedAt !== undefined)
      entries.push({ ...entry, startedAt, ...(due !== undefined && { dueAt: due }) });
  }
  return entries;
};

const startsWork = (type: FactType): boolean =>
  type === 'dossier-accepted' || type === 'supplement-received' || type === 'dossier-resumed';

const entryOf = (
  { acceptance, department, decision, office, status }: Dossier,
  { fact: { type }, version, effectiveAt }: DossierEvent,
  names: Names,
): Omit<ProgressEntry, 'startedAt'> | undefined => {
  if (!acceptance || !department || !isTold(type)) return undefined;
  const [desk, what] = told[type];
  const isLeaders = type === 'dossier-decided' && decision?.proposedBy !== undefined;
  const isPosts = desk === 'clerk' || desk === 'courier';
  return {
    code: acceptance.code,
    version,
    by: deskNames[isLeaders ? 'leader' : desk],
    unit: isPosts ? names.office(office) : names.agency(department.agency),
    at: effectiveAt,
    what,
    status: nationalStatus[status],
  };
};

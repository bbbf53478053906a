import { controlRows } from '#domain/dossier/control-sheet.ts';
import type { Instant } from '#domain/time/instant.ts';
import { formatDay, formatInstant } from '#domain/time/vietnam-time.ts';
import type { OfficialForm } from '#ports/official-form.ts';
import {
  appointmentText,
  type FormSource,
  headed,
  officialOn,
  paperNames,
  whoAndWhat,
} from './wording.ts';

/** A form of the case as it stands now; none where the dossier or the day's set has none. */
export type MakeForm = (source: FormSource, now: Instant) => OfficialForm | undefined;

const citizen = (title: string, { applicant }: FormSource) => ({ title, name: applicant.name });

/** Mẫu 02: one consolidated list, with the reason of each paper. */
export const supplementForm: MakeForm = (source) => {
  const asked = source.dossier.supplements.at(-1);
  const official = asked && officialOn('supplement-request', asked.requestedAt);
  if (!asked || !official) return undefined;
  const named = paperNames(source);
  return {
    ...headed(source, official, asked.requestedAt),
    blocks: [
      whoAndWhat(source),
      { text: 'Yêu cầu bổ sung, hoàn thiện hồ sơ gồm những nội dung sau:' },
      { papers: asked.items.map(({ reason, ...paper }) => ({ ...named(paper), note: reason })) },
      {
        fields: [
          ['Lý do', asked.reason],
          ['Hạn bổ sung', `hết ngày ${formatDay(asked.answerBy)}`],
        ],
      },
      {
        text: 'Giấy tờ có thể nộp tại bất kỳ bưu cục nào, kèm giấy hẹn. Thời hạn giải quyết được tính lại từ khi nhận đủ.',
        style: 'italic',
      },
    ],
    signers: [citizen('NGƯỜI NỘP HỒ SƠ', source), { title: 'NGƯỜI HƯỚNG DẪN', name: '' }],
  };
};

/** Mẫu 03: not taken in, and why. */
export const refusalForm: MakeForm = (source) => {
  const { ending } = source.dossier;
  if (ending?.why !== 'reception-refused') return undefined;
  const official = officialOn('reception-refusal', ending.at);
  if (!official) return undefined;
  return {
    ...headed(source, official, ending.at),
    blocks: [
      whoAndWhat(source),
      {
        text: 'Qua xem xét, cơ quan không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
      },
      { text: ending.reason, style: 'bold' },
      { text: 'Toàn bộ giấy tờ bản chính được trả lại ông/bà.' },
    ],
    signers: [citizen('NGƯỜI NỘP HỒ SƠ', source), { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', name: '' }],
  };
};

/** Mẫu 04: the apology, with the old date, the new one and the reason. */
export const extensionForm: MakeForm = (source) => {
  const { extension, acceptance } = source.dossier;
  const official = extension && officialOn('extension', extension.extendedAt);
  if (!official || acceptance?.dueAt === undefined) return undefined;
  return {
    ...headed(source, official, extension.extendedAt),
    blocks: [
      { text: `Kính gửi: ${source.applicant.name}`, style: 'bold' },
      whoAndWhat(source),
      {
        fields: [
          ['Ngày tiếp nhận', formatInstant(acceptance.acceptedAt)],
          ['Ngày hẹn trả kết quả', formatInstant(extension.previousDueAt)],
        ],
      },
      {
        text: 'Đến nay hồ sơ chưa giải quyết xong. Cơ quan xin lỗi ông/bà vì sự chậm trễ này, với lý do:',
      },
      { text: extension.reason, style: 'bold' },
      { fields: [['Hẹn trả kết quả vào', formatInstant(acceptance.dueAt)]] },
    ],
    signers: [
      { title: 'NƠI NHẬN', name: source.applicant.name },
      { title: 'THỦ TRƯỞNG CƠ QUAN', name: '' },
    ],
  };
};

/**
 * Thông báo kéo dài thời hạn: the article that gives the time, what is verified, the day before and the day
 * now. No apology: nobody is late (NĐ 23/2015 art. 7 asks for such a note with hour and day).
 */
export const prolongationForm: MakeForm = (source) => {
  const { prolongations, acceptance } = source.dossier;
  const given = prolongations?.at(-1);
  if (!given || !acceptance) return undefined;
  const own = { number: 'Thông báo', source: given.ground, paper: 'A5' } as const;
  return {
    ...headed(
      source,
      { ...own, title: 'Thông báo kéo dài thời hạn giải quyết' },
      given.prolongedAt,
    ),
    blocks: [
      { text: `Kính gửi: ${source.applicant.name}`, style: 'bold' },
      whoAndWhat(source),
      {
        fields: [
          ['Ngày tiếp nhận', formatInstant(acceptance.acceptedAt)],
          ['Ngày hẹn trả trước đây', formatInstant(given.previousDueAt)],
          ['Căn cứ kéo dài', given.ground],
          ...(given.agreement ? [['Thỏa thuận bằng văn bản', given.agreement] as const] : []),
        ],
      },
      { text: 'Thời hạn giải quyết hồ sơ được kéo dài theo căn cứ trên, với nội dung:' },
      { text: given.reason, style: 'bold' },
      { fields: [['Hẹn trả kết quả vào', formatInstant(given.dueAt)]] },
    ],
    signers: [
      { title: 'NƠI NHẬN', name: source.applicant.name },
      { title: 'THỦ TRƯỞNG CƠ QUAN', name: '' },
    ],
  };
};

/** Mẫu 05 of TT 03/2025: processing stops, and what becomes of the papers. */
export const stopForm: MakeForm = (source) => {
  const { ending } = source.dossier;
  if (ending?.why !== 'department' && ending?.why !== 'supplement-expired') return undefined;
  const official = officialOn('stop-notice', ending.at);
  if (!official) return undefined;
  return {
    ...headed(source, official, ending.at),
    blocks: [
      whoAndWhat(source),
      { fields: [['Dừng giải quyết từ', formatInstant(ending.at)]] },
      { text: 'Lý do dừng giải quyết:' },
      { text: ending.reason, style: 'bold' },
      {
        text: 'Trong thời gian dừng, thời hạn giải quyết không được tính. Ông/bà có thể nhận lại giấy tờ bản chính tại bưu cục đã nộp.',
      },
    ],
    signers: [
      { title: 'NƠI NHẬN', name: source.applicant.name },
      { title: 'THỦ TRƯỞNG CƠ QUAN', name: '' },
    ],
  };
};

const timeliness = { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' } as const;

/** Phiếu kiểm soát: each agency's part, who gave and who received, and whose the lost time is. */
export const controlForm: MakeForm = (source, now) => {
  const { dossier, catalogue } = source;
  const { acceptance } = dossier;
  const official = acceptance && officialOn('control-sheet', acceptance.acceptedAt);
  if (!official) return undefined;
  const nameOf = (id: string) => catalogue.agency(id)?.name ?? catalogue.office(id)?.name ?? id;
  const time = (at: Instant | undefined) => (at === undefined ? '' : formatInstant(at));
  return {
    ...headed(source, official, acceptance.acceptedAt),
    blocks: [
      whoAndWhat(source),
      {
        fields: [
          ['Ngày nhận', formatInstant(acceptance.acceptedAt)],
          ['Hẹn trả', appointmentText(dossier) ?? ''],
        ],
      },
      {
        columns: [
          { title: '1. Giao  2. Nhận', share: 34 },
          { title: 'Giao lúc', share: 15 },
          { title: 'Nhận lúc', share: 15 },
          { title: 'Hạn', share: 15 },
          { title: 'Xong lúc', share: 15 },
          { title: 'Kết quả', share: 12 },
        ],
        rows: controlRows(dossier, now).map((row) => [
          `1. ${nameOf(row.from)} 2. ${nameOf(row.to)}`,
          time(row.handedAt),
          time(row.receivedAt),
          time(row.dueAt),
          time(row.endedAt),
          row.timeliness ? timeliness[row.timeliness] : '',
        ]),
      },
    ],
    signers: [
      { title: 'BÊN GIAO', name: '' },
      { title: 'BÊN NHẬN', name: '' },
    ],
  };
};

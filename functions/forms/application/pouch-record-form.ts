import { lacking } from '#domain/custody/holding.ts';
import type { Count, OrderLine, Party, Pouch, PouchLine, Verdict } from '#domain/handover/pouch.ts';
import { formatDong } from '#domain/money/format-dong.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';
import type { Reprint } from '#functions/forms/domain/print-count.ts';
import type { Remittance } from '#functions/money/domain/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { FormBlock, OfficialForm } from '#ports/official-form.ts';
import type { StoredDossier } from '#ports/unit-of-work.ts';
import { copyWords, paperNames } from './wording.ts';

const words: Readonly<Record<Verdict, string>> = {
  complete: 'Đủ',
  missing: 'Thiếu',
  damaged: 'Hư hỏng',
  'wrong-department': 'Sai cơ quan',
  'broken-seal': 'Niêm phong rách',
};

interface Source {
  readonly pouch: Pouch;
  /** The dossiers of its lines, by id. */
  readonly dossiers: ReadonlyMap<string, StoredDossier>;
  /** Whose money goes along. */
  readonly remittances: readonly Remittance[];
  readonly catalogue: Catalogue;
  readonly reprint: Reprint;
}

/**
 * Biên bản giao nhận hồ sơ: dossiers by slip number, each line's verdict, both signatories; the second
 * signature is the legal filing time (QĐ 45/2016 art. 7). Undefined before it is signed.
 */
export const pouchRecordForm = (source: Source): OfficialForm | undefined => {
  const { pouch, catalogue } = source;
  const { count, giver, receiver } = pouch;
  if (!count || !giver || !receiver) return undefined;
  const nameOf = ({ kind, id }: Party) =>
    (kind === 'office' ? catalogue.office(id) : catalogue.agency(id))?.name ?? id;
  return {
    source: 'Biên bản giao nhận hồ sơ (QĐ 45/2016/QĐ-TTg điều 7)',
    title: 'Biên bản giao nhận hồ sơ',
    paper: 'A4',
    isLandscape: true,
    agency: nameOf(pouch.from),
    barCode: pouch.id,
    printedFor: receiver.at,
    reprint: source.reprint,
    copies: ['Liên 1: bên giao giữ', 'Liên 2: bên nhận giữ'],
    blocks: [
      {
        fields: [
          ['Bên giao', `${giver.name}, ${nameOf(pouch.from)}`],
          ['Bên nhận', `${receiver.name}, ${nameOf(pouch.to)}`],
        ],
      },
      {
        fields: [
          ['Niêm phong số', pouch.sealNumber ?? ''],
          ['Tình trạng', count.isSealIntact ? 'còn nguyên' : 'không còn nguyên'],
          ['Ký nhận lúc', formatInstant(receiver.at)],
        ],
      },
      {
        columns: [
          { title: 'TT', share: 4 },
          { title: 'Số phiếu gửi / mã hồ sơ', share: 18 },
          { title: 'Người nộp', share: 20 },
          { title: 'Giấy tờ trong túi', share: 32 },
          { title: 'Kết luận', share: 10 },
          { title: 'Ghi chú', share: 22 },
        ],
        rows: [
          ...pouch.lines.map((line) => rowOf(source, line)),
          ...(pouch.orders ?? []).map((line) => orderRow(count, line)),
        ].map((row, n) => [`${n + 1}`, ...row]),
      },
      ...source.remittances.map(moneyBlock),
      ...(count.strays.length > 0
        ? [{ text: `Vật ngoài danh mục: ${count.strays.join('; ')}. Giao lại nhân viên bưu điện.` }]
        : []),
      {
        text: `Hai bên đã cùng kiểm đếm từng dòng: ${totals(pouch)}. Hồ sơ ghi “Đủ” được coi là nộp tại thời điểm ký nhận; hồ sơ khác từ khi bổ sung đủ.`,
      },
    ],
    signers: [
      { title: 'BÊN GIAO', name: giver.name },
      { title: 'BÊN NHẬN', name: receiver.name },
    ],
  };
};

const totals = ({ lines, orders = [] }: Pouch): string =>
  [
    `${lines.length} hồ sơ`,
    ...(orders.length > 0 ? [`${orders.length} kết quả theo đơn gửi trả`] : []),
  ].join(', ');

/** Phí, lệ phí nộp kèm: each purse apart, and the post's own postage is not among them. */
const moneyBlock = ({ number, lines, purses }: Remittance): FormBlock => ({
  fields: [
    ['Tiền nộp kèm, bảng kê số', `${number} (${lines.length} biên lai)`],
    ['Lệ phí', formatDong(purses.charge)],
    ['Phí', formatDong(purses.fee)],
    ['Thu hộ', formatDong(purses.cod)],
  ],
});

/** Filed elsewhere: the list names its code and its papers, and nobody. */
const orderRow = (count: Count, line: OrderLine): readonly string[] => {
  const listed = line.papers.map(
    (paper) => `${paper.count} ${copyWords[paper.copyKind]} ${paper.name}`,
  );
  const counted = count.orders?.find(({ returnOrderId }) => returnOrderId === line.returnOrderId);
  const notes = [
    ...(counted?.isTaken === false ? ['Không nhận, trả lại bưu tá'] : []),
    ...(counted?.remark === undefined ? [] : [counted.remark]),
  ];
  return [
    line.number,
    'Kết quả theo đơn gửi trả',
    listed.join('; '),
    counted ? words[counted.verdict] : '',
    notes.join('. '),
  ];
};

const rowOf = ({ pouch, dossiers, catalogue }: Source, line: PouchLine): readonly string[] => {
  const stored = dossiers.get(line.dossierId);
  const counted = pouch.count?.lines.find(({ dossierId }) => dossierId === line.dossierId);
  if (!stored || !counted) return [line.number, '', '', '', ''];
  const named = paperNames({ dossier: stored.dossier, catalogue });
  const listOf = (papers: PouchLine['papers']) =>
    papers
      .map(named)
      .map(({ name, copyKind, count }) => `${count} ${copyKind} ${name}`)
      .join('; ');
  const missing = lacking(counted.found, line.papers);
  const notes = [
    ...(missing.length > 0 ? [`Thiếu: ${listOf(missing)}`] : []),
    ...(counted.extra.length > 0 ? [`Thừa: ${listOf(counted.extra)}`] : []),
    ...(counted.isTaken ? [] : ['Không nhận, trả lại bưu tá']),
    ...(counted.remark === undefined ? [] : [counted.remark]),
  ];
  return [
    line.number,
    stored.applicant.name,
    listOf(line.papers),
    words[counted.verdict],
    notes.join('. '),
  ];
};

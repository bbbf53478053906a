import { textPath, wrapped } from '#local/play/paper/glyphs.ts';
import { penBlue, penStroke, sealSvg } from '#local/play/paper/seal.ts';

/** Throws of a die with a seed: 0 up to, not including, 1. */
export type Die = () => number;

export const kinds = ['text', 'form', 'table', 'pencil', 'grey', 'short-note'] as const;
/** What bears lines enough to be read by their shape. */
export type PaperKind = (typeof kinds)[number];

export const sparseKinds = ['page-number', 'signature', 'stamp', 'one-word', 'fine-lead'] as const;
/** Mostly empty, and yet not blank. */
export type SparseKind = (typeof sparseKinds)[number];

export const blankKinds = ['white', 'shaded', 'bleeding', 'holes', 'punched'] as const;
/** The empty back of a sheet, as feeders give it. */
export type BlankKind = (typeof blankKinds)[number];

export interface Sheet {
  readonly kind: PaperKind | SparseKind | BlankKind;
  /** Line by line; what a clerk would call the same page has the same. */
  readonly lines: readonly string[];
  readonly paper: string;
  readonly ink: string;
  readonly stamped: boolean;
}

const words =
  'quyền sử dụng đất ở tại thửa tờ bản đồ số diện tích mét vuông ông bà hộ gia đình thường trú ấp xã phường thành phố Cần Thơ đề nghị cơ quan có thẩm quyền xem xét giải quyết theo quy định của pháp luật hiện hành kèm theo giấy chứng nhận đã cấp ngày tháng năm hợp đồng tặng cho chuyển nhượng thừa kế văn bản khai nhận di sản người làm đơn ký ghi rõ họ tên'.split(
    ' ',
  );

const pick = <T>(die: Die, from: readonly T[]): T => from[Math.floor(die() * from.length)] as T;

export const sentence = (die: Die, length: number): string => {
  const text = Array.from({ length }, () => pick(die, words)).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${Math.floor(die() * 9_000) + 1_000}.`;
};

const lineCount: Readonly<Record<PaperKind, readonly [number, number]>> = {
  text: [14, 26],
  form: [8, 14],
  table: [8, 14],
  pencil: [8, 16],
  grey: [12, 22],
  'short-note': [5, 7],
};

export const aPaper = (die: Die, kind: PaperKind): Sheet => {
  const [least, most] = lineCount[kind];
  const count = least + Math.floor(die() * (most - least + 1));
  const shade = kind === 'grey' ? 185 + Math.floor(die() * 30) : 243 + Math.floor(die() * 10);
  const pencil = 130 + Math.floor(die() * 40);
  return {
    kind,
    lines: Array.from({ length: count }, () => sentence(die, 6 + Math.floor(die() * 7))),
    paper: `rgb(${shade},${shade},${shade - 6})`,
    ink: kind === 'pencil' ? `rgb(${pencil},${pencil},${pencil})` : '#1c1c22',
    stamped: die() < 0.4,
  };
};

export const aSheet = (kind: SparseKind | BlankKind): Sheet => ({
  kind,
  lines: [],
  paper: kind === 'shaded' ? 'rgb(214,211,203)' : 'rgb(248,247,242)',
  ink: '#1c1c22',
  stamped: false,
});

/** The same page but for one line. */
export const withOneLineElse = (die: Die, sheet: Sheet): Sheet => ({
  ...sheet,
  lines: sheet.lines.with(Math.floor(die() * sheet.lines.length), sentence(die, 8)),
});

/** A hand's line: every word a little up or down, slanted, and never straight. */
const written = (die: Die, text: string, at: { x: number; y: number; size: number }): string => {
  let x = at.x;
  return text
    .split(' ')
    .map((word) => {
      const tilt = (die() - 0.5) * 5;
      const path = textPath(word, { x: 0, y: 0, size: at.size * (0.9 + die() * 0.2) });
      const svg = `<g transform="translate(${x} ${at.y + (die() - 0.5) * 1.2}) rotate(${tilt}) skewX(-12)">${path}</g>`;
      x += word.length * at.size * 0.52 + at.size * 0.5;
      return svg;
    })
    .join('');
};

/** A die of its own: the same lines are written the same, however often the page is scanned. */
const ofText = (text: string): Die => {
  let state = [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 4_294_967_296;
  };
};

const row = ({ kind }: Sheet, text: string, y: number): string => {
  const print = { x: 24, y, size: 4.3 };
  if (kind === 'pencil') return written(ofText(text), text.slice(0, 60), print);
  if (kind !== 'form') return textPath(wrapped(text, 162, print)[0] ?? '', print);
  const [label = '', ...rest] = text.split(' ');
  return `${textPath(`${label} ${rest[0] ?? ''}:`, print)}<g fill="${penBlue}">${written(ofText(text), rest.slice(1).join(' ').slice(0, 48), { ...print, x: 58 })}</g>
    <path d="M58 ${y + 1.4}H186" stroke="#666" stroke-width="0.3" stroke-dasharray="0.3 1.1"/>`;
};

const ruling = (lines: number, pitch: number): string => {
  const bottom = 50 + lines * pitch;
  const across = Array.from({ length: lines + 1 }, (_, n) => `M20 ${50 + n * pitch}H190`).join('');
  const down = [20, 34, 130, 160, 190].map((x) => `M${x} 50V${bottom}`).join('');
  return `<path d="${across}${down}" stroke="#333" stroke-width="0.35" fill="none"/>`;
};

const paperBody = (sheet: Sheet): string => {
  const pitch = sheet.kind === 'table' ? 12 : 8.6;
  const head = textPath(sheet.lines[0]?.slice(0, 36).toUpperCase() ?? '', {
    x: 105,
    y: 38,
    size: 5.2,
    bold: true,
    centred: true,
  });
  const rows = sheet.lines.map((text, n) => row(sheet, text, 50 + (n + 0.65) * pitch)).join('');
  const rules = sheet.kind === 'table' ? ruling(sheet.lines.length, pitch) : '';
  return `${sheet.kind === 'pencil' ? '' : head}${rows}${rules}`;
};

const signature = `<path transform="translate(130 180) scale(0.35)" d="${penStroke}" fill="none" stroke="${penBlue}" stroke-width="2.6" stroke-linecap="round"/>`;

/** Faint, mirrored: what shines through from the other side. */
const shining = (): string =>
  `<g fill="#e3e0d8" transform="translate(210 0) scale(-1 1)">${Array.from({ length: 18 }, (_, n) =>
    textPath(words.slice(n, n + 9).join(' '), { x: 24, y: 50 + n * 9, size: 4.3 }),
  ).join('')}</g>`;

const others: Readonly<Record<SparseKind | BlankKind, () => string>> = {
  'page-number': () => textPath('Trang 12/12', { x: 105, y: 285, size: 4.3, centred: true }),
  signature: () => signature,
  stamp: () => sealSvg({ rim: 'ỦY BAN NHÂN DÂN XÃ VỊ TÂN', radius: 17 }, 60, 150),
  'one-word': () => textPath('Xác nhận của Ủy ban nhân dân xã', { x: 24, y: 60, size: 4.6 }),
  'fine-lead': () =>
    `<path d="${Array.from({ length: 18 }, (_, n) => `M${30 + n * 7.5} 120q1.5 -4 2 0t2 0t2 0`).join('')}" fill="none" stroke="rgb(195,195,195)" stroke-width="0.35"/>`,
  white: () => '',
  shaded: () => '',
  bleeding: shining,
  holes: () =>
    '<circle cx="8" cy="108" r="3" fill="#8b8880"/><circle cx="8" cy="188" r="3" fill="#8b8880"/>',
  punched: () =>
    '<g fill="#5b5852"><circle cx="12" cy="108" r="3"/><circle cx="12" cy="188" r="3"/><path d="M10 15L17 9L17.6 9.6L10.6 15.6Z"/></g>',
};

const isPaper = (kind: Sheet['kind']): kind is PaperKind =>
  (kinds as readonly string[]).includes(kind);

export const svgOf = (sheet: Sheet, width: number, height: number): string => {
  const { kind } = sheet;
  const body = isPaper(kind) ? paperBody(sheet) : others[kind]();
  const stamp = sheet.stamped ? sealSvg({ rim: 'ỦY BAN NHÂN DÂN', radius: 16 }, 120, 190) : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 210 297">
    <rect width="100%" height="100%" fill="${sheet.paper}"/><g fill="${sheet.ink}">${body}</g>${stamp}</svg>`;
};

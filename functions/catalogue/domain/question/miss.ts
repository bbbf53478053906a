import { searchKey } from '#domain/identifiers/person-name.ts';
import { plusDays, type VietnamDay, weekday } from '#domain/time/vietnam-time.ts';

/** A week of ISO 8601 by the Vietnam day, `2026-W48`. */
export type Week = string & { readonly __week: true };

/** A question that led nowhere, as it is kept: folded, bounded, and without what tells who asked. */
export type MissedText = string & { readonly __missedText: true };

/** Nothing was found, or what was found is not what was meant. */
export type MissKind = 'nothing' | 'not-meant';

const longest = 120;

/** Folds to itself, and is no word. */
const masked = 'zzzzz';

/** Họ: families that nearly all of the province bears. */
const families =
  'nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương lâm mai cao tô hà tạ châu thạch danh kim đoàn trịnh lưu lương quách thái tăng sơn'.split(
    ' ',
  );
/** Those that are no other word, however they are written. */
const plainFamilies =
  'nguyễn|nguyen|trần|tran|phạm|pham|huỳnh|huynh|hoàng|phan|bùi|bui|trịnh|trinh';

/** Digits as they are spoken. */
const spoken =
  'không|khong|một|mot|mốt|hai|ba|bốn|bon|tư|tu|năm|nam|lăm|lam|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin';

/** A word as it begins a name: `Nguyễn`, `NGUYỄN`, `Nguyen`. */
const asNames = (lower: string): readonly string[] => {
  const forms = [lower, searchKey(lower)];
  return forms.flatMap((form) => [
    form.slice(0, 1).toUpperCase() + form.slice(1),
    form.toUpperCase(),
  ]);
};

const word = '[\\p{L}\\p{M}]+';
const capital = '\\p{Lu}[\\p{L}\\p{M}]*';
const edge = '(?<![\\p{L}\\p{M}])';
const speakers = 'tôi|toi|tui|em|con|cháu|chau|mình|minh|chồng|chong|vợ|vo|má|ma|ba';

const personal: readonly RegExp[] = [
  /[^\s@]+@[^\s@]+/gu,
  // Six digits or more, however they are set apart: a telephone, an identity number, an account, a dossier.
  /\p{Nd}(?:[^\p{L}\p{N}]*\p{Nd}){5,}/gu,
  new RegExp(`${edge}(?:(?:${spoken}) +){5,}(?:${spoken})(?![\\p{L}\\p{M}])`, 'giu'),
  // A family name and what is written with capitals after it.
  new RegExp(`${edge}(?:${families.flatMap(asNames).join('|')})(?: ${capital}){1,4}`, 'gu'),
  // Văn and Thị stand in names, written with capitals or not; with marks they do so after every family.
  new RegExp(`${edge}(?:${families.join('|')}) (?:văn|thị) ${word}`, 'giu'),
  new RegExp(`${edge}(?:${plainFamilies}) (?:van|thi) ${word}`, 'giu'),
  // Who says what somebody is called.
  new RegExp(`(?<=${edge}(?:${speakers}) (?:tên|ten)(?: là| la)? )${word}(?: ${word}){0,3}`, 'giu'),
];

/** What is kept of a question that led nowhere; undefined: less than two words are left. */
export const missedText = (question: string): MissedText | undefined => {
  const plain = personal.reduce(
    (text, pattern) => text.replace(pattern, ` ${masked} `),
    question.normalize('NFC'),
  );
  const words = searchKey(plain).split(' ').filter(Boolean);
  if (words.filter((each) => each !== masked).length < 2) return undefined;
  const text = words.map((each) => (each === masked ? '…' : each)).join(' ');
  return text.slice(0, longest).trim() as MissedText;
};

/** The ISO week that a day lies in: that of its Thursday's year. */
export const weekOf = (day: VietnamDay): Week => {
  const thursday = plusDays(day, 4 - weekday(day));
  const year = thursday.slice(0, 4);
  let number = 1;
  for (let at = plusDays(thursday, -7); at.startsWith(year); at = plusDays(at, -7)) number += 1;
  return `${year}-W${String(number).padStart(2, '0')}` as Week;
};

/** `2026-W48`; undefined for what is no such week. */
export const parseWeek = (text: string): Week | undefined =>
  /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/.test(text) ? (text as Week) : undefined;

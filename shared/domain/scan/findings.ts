/** What is said of one page; looked at before the citizen leaves, never a refusal. */
export const pageFindings = [
  'blank-page',
  'blurred-page',
  'low-resolution',
  'upside-down-page',
  'duplicate-page',
  /** Looks like an earlier page, and may be a second one of its kind. */
  'similar-page',
  'duplicate-unchecked',
  'damaged-page',
  'page-not-inspected',
] as const;
export type PageFinding = (typeof pageFindings)[number];

/** What is said of a file, with what it is about behind a colon. */
const fileFindings = [
  'page-count-mismatch',
  'blank-pages-uncounted',
  'duplicate-file',
  'component-absent',
] as const;

/** Why a file is refused; of a batch in several files with the page's number behind a colon. */
export const fileRefusals = [
  'empty',
  'too-large',
  'hash-mismatch',
  'type-mismatch',
  'photo-format',
  'unreadable',
  'damaged-file',
  'no-pages',
  'several-pages',
  'too-many-pages',
  'too-many-pixels',
  'too-complex',
  'encrypted-pdf',
  'scripted-form',
  'active-content',
  'attachment',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** Why a batch is not filed, with the page's number behind a colon. */
const batchFaults = [
  'no-cover-sheet',
  'stray-page',
  'foreign-page',
  'unknown-component-page',
  'uncertain-page',
  'sheet-count-mismatch',
] as const;

export const scanCodes = [
  ...pageFindings,
  ...fileFindings,
  ...fileRefusals,
  ...batchFaults,
] as const;
export type ScanCode = (typeof scanCodes)[number];

/** A finding or a reason in its parts. */
export interface ScanRemark {
  readonly code: ScanCode;
  /** From 1. */
  readonly page?: number;
  /** What else stands behind the code: a component, counts. */
  readonly about?: string;
}

const isScanCode = (code: string): code is ScanCode =>
  (scanCodes as readonly string[]).includes(code);

/**
 * `blank-page:3`, `sheet-count-mismatch:1:2/4`, `component-absent:ban-ve`. Nothing for a code that no
 * version of this system wrote.
 */
export const readRemark = (text: string): readonly ScanRemark[] => {
  const [code = '', ...rest] = text.split(':');
  if (!isScanCode(code)) return [];
  const page = /^\d+$/.test(rest[0] ?? '') ? Number(rest[0]) : undefined;
  const about = (page === undefined ? rest : rest.slice(1)).join(':');
  return [{ code, ...(page !== undefined && { page }), ...(about !== '' && { about }) }];
};

/** Several, one behind the other. */
export const readRemarks = (why: string): readonly ScanRemark[] =>
  why.split(' ').flatMap((text) => readRemark(text));

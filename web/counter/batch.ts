import { pageMediaTypes, scanLimits } from '#domain/scan/scan.ts';
import type { Told } from '../api/ask.ts';
import { mediaTypeOf, type Unfit, unfitBecause } from './scan-file.ts';

type ScanTold = Told<'GET /v1/dossiers/{dossierId}/scans/{scanId}'>;
type FileLike = Pick<File, 'name' | 'type' | 'size'>;

/** Why a stack of files is no batch, before anything is sent. */
export type BatchUnfit = Unfit | 'pdf-among-pages' | 'too-many-files' | 'batch-too-large';

/** One PDF, or a file a page in the feeder's order. */
export type Batch<F extends FileLike> =
  | { readonly kind: 'pdf'; readonly file: F }
  | { readonly kind: 'pages'; readonly files: readonly F[] }
  | { readonly kind: 'unfit'; readonly why: BatchUnfit; readonly name?: string };

const byName = new Intl.Collator('en', { numeric: true });

/** Feeders number what they write, not always with as many digits: `10.jpg` comes after `9.jpg`. */
const inOrder = <F extends FileLike>(files: readonly F[]): readonly F[] =>
  files.toSorted((a, b) => byName.compare(a.name, b.name));

export const pageTypeOf = (file: FileLike): (typeof pageMediaTypes)[number] | undefined => {
  const type = mediaTypeOf(file);
  return pageMediaTypes.find((each) => each === type);
};

const unfitAmong = (files: readonly FileLike[]): { why: BatchUnfit; name?: string } | undefined => {
  for (const file of files) {
    const why = unfitBecause(file, scanLimits.bytes);
    if (why) return { why, name: file.name };
    if (files.length > 1 && !pageTypeOf(file)) return { why: 'pdf-among-pages', name: file.name };
  }
  if (files.length > scanLimits.filesPerBatch) return { why: 'too-many-files' };
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return bytes > scanLimits.bytesPerBatch ? { why: 'batch-too-large' } : undefined;
};

/** What was given, as a batch; a single picture is a batch of one page. */
export const batchOf = <F extends FileLike>(files: readonly F[]): Batch<F> => {
  const unfit = unfitAmong(files);
  if (unfit) return { kind: 'unfit', ...unfit };
  const [file] = files;
  if (!file) return { kind: 'unfit', why: 'empty' };
  return pageTypeOf(file) ? { kind: 'pages', files: inOrder(files) } : { kind: 'pdf', file };
};

type Shown = Pick<ScanTold, 'state' | 'component' | 'parts'>;

/** A verified file shows the component, by itself or behind a cover sheet. */
export const shows = ({ state, component, parts = [] }: Shown, wanted: string): boolean =>
  state === 'verified' && (component === wanted || parts.some((part) => part.component === wanted));

/** What a batch has of one component, beside what was counted in the hand. */
export interface PartLine {
  readonly component: string;
  /** Undefined: nobody counted it in this browser. */
  readonly counted: number | undefined;
  /** Behind each of its cover sheets, in the order of the batch. */
  readonly found: readonly { readonly from: number; readonly to: number }[];
  readonly state: 'fits' | 'missing' | 'twice' | 'differs';
}

const pagesOf = (found: PartLine['found']): number =>
  found.reduce((sum, { from, to }) => sum + to - from + 1, 0);

const stateOf = ({ counted, found }: Pick<PartLine, 'counted' | 'found'>): PartLine['state'] => {
  if (found.length === 0) return 'missing';
  if (found.length > 1) return 'twice';
  return counted === undefined || counted === pagesOf(found) ? 'fits' : 'differs';
};

/** Each component that was wanted, and what the batch has of it. */
export const partLines = (
  wanted: readonly string[],
  counts: Readonly<Record<string, number>>,
  { parts = [] }: Pick<ScanTold, 'parts'>,
): readonly PartLine[] =>
  wanted.map((component) => {
    const found = parts.filter((part) => part.component === component);
    const line = { component, counted: counts[component], found };
    return { ...line, state: stateOf(line) };
  });

/** The component whose papers a page of a batch is among. */
export const componentAt = (
  { component, parts = [] }: Pick<ScanTold, 'component' | 'parts'>,
  page: number,
): string | undefined =>
  component ?? parts.find(({ from, to }) => page >= from && page <= to)?.component;

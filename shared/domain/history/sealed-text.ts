import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { textFields } from '#domain/sight/fields.ts';
import type { TextClass } from '#domain/sight/text-class.ts';
import { atPath, foundAt } from '#domain/sight/text-path.ts';
import type { Stored } from './upcast.ts';
import type { WrittenEvent, WrittenFact } from './written-event.ts';

/** What stands in the chain in place of a text: HMAC-SHA256 of it under its own salt, 64 hex digits. */
interface Seal {
  readonly hmacSha256: string;
}

/**
 * A text beside its event, outside of what is hashed. Text and salt go together when it is erased: then
 * nobody can tell by the seal what was said, not even by guessing.
 */
export interface SealedText {
  /** Where it belongs: `reason`, `items.0.reason`. */
  readonly at: string;
  readonly kept: TextClass;
  /** Random, 64 hex digits, of this text alone. */
  readonly salt: string;
  readonly text: string;
}

/** An event as it is kept: what was hashed, and the texts that lie beside. */
export interface KeptEvent {
  readonly written: WrittenEvent;
  readonly texts: readonly SealedText[];
}

/** HMAC-SHA256 of a text, 64 hex digits; the key is the salt's hex digits as they are written. */
export type Hmac = (salt: string, text: string) => string;

export interface Sealing {
  readonly hmac: Hmac;
  /** Random, 64 hex digits. */
  readonly salt: () => string;
}

/** What stands in place of a text that was erased. */
export const erasedText = '[đã xóa]';

type Fact = { readonly type: string };

type Rows = readonly (readonly [string, { readonly kept: TextClass }])[];

const rowsByType: ReadonlyMap<string, Rows> = new Map(
  Object.entries(textFields).map(([type, rows]) => [type, Object.entries(rows)]),
);
const noRows: Rows = [];

const rowsOf = ({ type }: Fact): Rows => rowsByType.get(type) ?? noRows;

const isSeal = (value: unknown): value is Seal =>
  typeof value === 'object' && value !== null && 'hmacSha256' in value;

/** The fact with a seal in place of each text, and the texts. */
export const sealed = <F extends DossierFact>(
  fact: F,
  { hmac, salt }: Sealing,
): { readonly fact: Fact & Pick<F, 'type'>; readonly texts: readonly SealedText[] } => {
  const texts = rowsOf(fact).flatMap(([path, { kept }]) =>
    foundAt(fact, path.split('.')).map(({ at, text }) => ({
      at,
      kept,
      salt: salt(),
      text: String(text),
    })),
  );
  const seals = new Map(
    texts.map(({ at, salt: by, text }) => [at, { hmacSha256: hmac(by, text) }]),
  );
  return { fact: withTexts(fact, (_, at) => seals.get(at)) as F, texts };
};

const withTexts = (fact: Fact, by: (text: unknown, at: string) => unknown): unknown =>
  rowsOf(fact).reduce<unknown>((rest, [path]) => atPath(rest, path.split('.'), by), fact);

/** The fact with its texts again; {@link erasedText} for those that are gone. */
export const opened = (fact: WrittenFact, texts: readonly SealedText[]): Stored => {
  const known = new Map(texts.map(({ at, text }) => [at, text]));
  return Object(
    withTexts(fact, (value, at) => (isSeal(value) ? (known.get(at) ?? erasedText) : value)),
  );
};

/** The event without its texts of one class; the chain does not see it. */
export const withoutTexts = ({ written, texts }: KeptEvent, kept: TextClass): KeptEvent => ({
  written,
  texts: texts.filter((text) => text.kept !== kept),
});

/** The fact as it reads once these texts are gone. */
export const erased = (fact: DossierFact, texts: readonly SealedText[]): DossierFact => {
  const gone = new Set(texts.map(({ at }) => at));
  return withTexts(fact, (text, at) => (gone.has(at) ? erasedText : text)) as DossierFact;
};

/** Whether what stands there is sealed, so that to show the fact shows nothing of it. */
export const isSealedAt = (fact: Fact, path: string): boolean =>
  foundAt(fact, path.split('.')).every(({ text }) => isSeal(text));

/** Whether no text of the fact stands in it. */
export const isSealed = (fact: Fact): boolean =>
  rowsOf(fact).every(([path]) => isSealedAt(fact, path));

/** The seals that stand in a fact, each with where and the class of its text. */
export const sealsIn = (
  fact: Fact,
): readonly (Seal & { readonly at: string; readonly kept: TextClass })[] =>
  rowsOf(fact).flatMap(([path, { kept }]) =>
    foundAt(fact, path.split('.')).flatMap(({ at, text }) =>
      isSeal(text) ? [{ at, kept, hmacSha256: text.hmacSha256 }] : [],
    ),
  );

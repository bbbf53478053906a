import type { TextClass } from '#domain/sight/text-class.ts';
import { type Hmac, type KeptEvent, type SealedText, sealsIn } from './sealed-text.ts';
import type { WrittenEvent } from './written-event.ts';

/** An event as it stands there; `undefined` for what can be read as no event, or as no texts. */
export interface FoundEvent {
  readonly written: WrittenEvent | undefined;
  readonly texts: readonly SealedText[] | undefined;
}

/**
 * A text beside an event that is not what was sealed. `changed`: what lies there gives another seal, or belongs
 * nowhere. `gone`: a seal without its text, of which no fact says that it was erased. `kept-on`: it was erased, and
 * lies there. `unreadable`: what lies there is no text.
 */
export interface BrokenText {
  readonly version: number;
  /** Where it belongs: `reason`, `items.0.reason`; empty where nothing can be read. */
  readonly at: string;
  readonly why: 'changed' | 'gone' | 'kept-on' | 'unreadable';
}

const tag = (version: number, kept: TextClass): string => `${version} ${kept}`;

const erasedBy = ({ fact }: WrittenEvent): readonly string[] => {
  const { type, kept, events } = fact;
  return type === 'texts-erased' && Array.isArray(events)
    ? events.map((version) => `${version} ${kept}`)
    : [];
};

/** What of one event is broken; `erased` names events and classes by {@link tag}. */
const brokenBeside = (
  { fact, version }: WrittenEvent,
  texts: readonly SealedText[],
  erased: ReadonlySet<string>,
  hmac: Hmac,
): readonly BrokenText[] => {
  const seals = new Map(sealsIn(fact).map((seal) => [seal.at, seal]));
  const there = new Set(texts.map(({ at }) => at));
  const lying = texts.flatMap(({ at, kept, salt, text }): readonly BrokenText[] => {
    if (seals.get(at)?.hmacSha256 !== hmac(salt, text)) return [{ version, at, why: 'changed' }];
    return erased.has(tag(version, kept)) ? [{ version, at, why: 'kept-on' }] : [];
  });
  const gone = [...seals.values()].flatMap(({ at, kept }): readonly BrokenText[] =>
    there.has(at) || erased.has(tag(version, kept)) ? [] : [{ version, at, why: 'gone' }],
  );
  return [...lying, ...gone];
};

/** Every text of one history that is not what was sealed, in the order of its events. */
export const brokenTexts = (events: readonly FoundEvent[], hmac: Hmac): readonly BrokenText[] => {
  const erased = new Set(events.flatMap(({ written }) => (written ? erasedBy(written) : [])));
  return events.flatMap(({ written, texts }, index): readonly BrokenText[] => {
    if (texts === undefined) return [{ version: index + 1, at: '', why: 'unreadable' }];
    return written ? brokenBeside(written, texts, erased, hmac) : [];
  });
};

/** The version of the first event beside which another text lies than the one that was sealed, or none. */
export const firstBrokenText = (events: readonly KeptEvent[], hmac: Hmac): number | undefined =>
  brokenTexts(events, hmac)[0]?.version;

import * as z from 'zod';
import { roles } from '#domain/actor/actor.ts';
import type { ChainedEvent, DossierFact, FactType } from '#domain/dossier/dossier-event.ts';
import type { FoundEvent } from '#domain/history/broken-texts.ts';
import { factSteps, sealedSince } from '#domain/history/fact-versions.ts';
import { isSealed, type KeptEvent, opened, type SealedText } from '#domain/history/sealed-text.ts';
import { upcast } from '#domain/history/upcast.ts';
import { actorToday } from '#domain/history/worker-names.ts';
import type { WrittenEvent, WrittenFact } from '#domain/history/written-event.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { textClasses } from '#domain/sight/text-class.ts';
import { exactly } from './exactly.ts';
import { correctionFacts } from './facts/corrections.ts';
import { assignmentFacts, deskFacts, limitFacts, paymentFacts } from './facts/desk.ts';
import { intakeFacts } from './facts/intake.ts';
import { custodyFacts, parcelFacts } from './facts/papers.ts';
import { retentionFacts } from './facts/retention.ts';
import { moment, ordinal, sha256Hex, ulidOf, word } from './shapes.ts';

/** Every fact in today's form. */
const fact = exactly<DossierFact>()(
  z.discriminatedUnion('type', [
    ...intakeFacts,
    ...custodyFacts,
    ...deskFacts,
    ...assignmentFacts,
    ...paymentFacts,
    ...limitFacts,
    ...correctionFacts,
    ...parcelFacts,
    ...retentionFacts,
  ]),
);

export const everyFactType: readonly FactType[] = fact.options.flatMap(({ shape }) => [
  ...shape.type.values,
]);

const writtenEvent = exactly<WrittenEvent>()(
  z.strictObject({
    dossierId: ulidOf<DossierId>(),
    version: ordinal,
    recordedAt: moment,
    effectiveAt: moment,
    actor: word,
    capacity: z.exactOptional(z.enum(roles)),
    fact: z.looseObject({ type: word, schema: z.exactOptional(ordinal) }),
    prevHash: sha256Hex,
    hash: sha256Hex,
  }),
);

/** An event with its fact as it was hashed: what the chain is checked on. */
export const readWritten = (stored: unknown): WrittenEvent => writtenEvent.parse(stored);

/** The same of what may have been tampered with: `otherwise` for what can be read as no event. */
export const writtenOr = <T>(stored: unknown, otherwise: T): WrittenEvent | T => {
  const read = writtenEvent.safeParse(stored);
  return read.success ? read.data : otherwise;
};

const isFactType = (type: string): type is FactType =>
  (everyFactType as readonly string[]).includes(type);

const sealedText = exactly<SealedText>()(
  z.strictObject({
    at: word,
    kept: z.enum(textClasses),
    salt: sha256Hex,
    text: word,
  }),
);

/** An event with the texts beside it: none are stored where it has none, or where all were erased. */
export const readKept = (event: unknown, texts: unknown = []): KeptEvent => ({
  written: readWritten(event),
  texts: z.array(sealedText).parse(texts),
});

/** The same of what may have been tampered with, each for itself: `undefined` for what can be read as none. */
export const foundEvent = (event: unknown, texts: unknown = []): FoundEvent => {
  const lying = z.array(sealedText).safeParse(texts);
  return {
    written: writtenOr(event, undefined),
    texts: lying.success ? lying.data : undefined,
  };
};

const factOf = (written: WrittenFact, texts: readonly SealedText[]): DossierFact => {
  const { type } = written;
  const { schema: version, ...stored } = opened(written, texts);
  if (!isFactType(type)) return fact.parse(stored);
  if (Number(version) >= sealedSince(type) && !isSealed(written))
    throw new Error(`fact ${type} has a text in the chain, where its version has none`);
  return fact.parse(upcast(`fact ${type}`, factSteps(type), { version, stored }));
};

/**
 * An event in today's form, whatever version it was written in, with the texts that are still there.
 * Throws on a version that it does not know.
 */
export const eventToday = ({ written, texts }: KeptEvent): ChainedEvent => ({
  ...written,
  actor: actorToday(written.actor),
  fact: factOf(written.fact, texts),
});

export const readEvent = (event: unknown, texts?: unknown): ChainedEvent =>
  eventToday(readKept(event, texts));

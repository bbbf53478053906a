import * as z from 'zod';
import type { ChainedEvent, DossierFact, FactType } from '#domain/dossier/dossier-event.ts';
import { factSteps } from '#domain/history/fact-versions.ts';
import { upcast } from '#domain/history/upcast.ts';
import { actorToday } from '#domain/history/worker-names.ts';
import type { WrittenEvent, WrittenFact } from '#domain/history/written-event.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { exactly } from './exactly.ts';
import { assignmentFacts, deskFacts, limitFacts, paymentFacts } from './facts/desk.ts';
import { intakeFacts } from './facts/intake.ts';
import { custodyFacts, parcelFacts } from './facts/papers.ts';
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
    ...parcelFacts,
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
    fact: z.looseObject({ type: word, schema: z.exactOptional(ordinal) }),
    prevHash: sha256Hex,
    hash: sha256Hex,
  }),
);

/** An event with its fact as it was hashed: what the chain is checked on. */
export const readWritten = (stored: unknown): WrittenEvent => writtenEvent.parse(stored);

const isFactType = (type: string): type is FactType =>
  (everyFactType as readonly string[]).includes(type);

const factOf = ({ schema: version, ...stored }: WrittenFact): DossierFact => {
  const { type } = stored;
  const steps = isFactType(type) ? factSteps(type) : [];
  return fact.parse(upcast(`fact ${type}`, steps, { version, stored }));
};

/** An event in today's form, whatever version it was written in. Throws on one it does not know. */
export const eventToday = ({ fact: written, ...event }: WrittenEvent): ChainedEvent => ({
  ...event,
  actor: actorToday(event.actor),
  fact: factOf(written),
});

export const readEvent = (stored: unknown): ChainedEvent => eventToday(readWritten(stored));

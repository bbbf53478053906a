import { type BlockId, normalisePaperNumber } from '#domain/identifiers/temporary-number.ts';
import { numbersIn, type TemporaryBlock } from '#domain/offline/temporary-block.ts';
import type { Outcome } from '#domain/refusal.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import { instantOf } from '#edge/iso-time.ts';
import type { makeFindByNumber } from '#functions/intake/application/find-by-number.ts';
import type { makeEnterDossier } from '#functions/intake/application/offline/enter-dossier.ts';
import {
  enteringOrNoting,
  type makeUntimelyEntries,
} from '#functions/intake/application/offline/untimely-entries.ts';
import type { makeWorkBlocks } from '#functions/intake/application/offline/work-blocks.ts';
import type { Seals } from '#ports/seals.ts';
import { applicantOf, warningsOf } from './handed-in.ts';
import type { offlineContract } from './offline-contract.ts';
import { makeUntimelyHandlers } from './untimely-handler.ts';
import { registeredView } from './views/registered.ts';
import { blockHead, blockView } from './views/temporary-block.ts';

interface UseCases {
  readonly blocks: ReturnType<typeof makeWorkBlocks>;
  readonly enter: ReturnType<typeof makeEnterDossier>;
  readonly untimely: ReturnType<typeof makeUntimelyEntries>;
  readonly find: ReturnType<typeof makeFindByNumber>;
  readonly seals: Seals;
}

export const makeOfflineHandlers = ({
  blocks,
  enter,
  untimely,
  find,
  seals,
}: UseCases): Handlers<typeof offlineContract> => {
  const block = <const Status extends 200 | 201 = 200>(
    outcome: Outcome<TemporaryBlock>,
    status = 200 as Status,
  ) => shownWithSecrets(seals, outcome, status);
  return {
    ...makeUntimelyHandlers({ untimely }),
    leaseBlock: async ({ actor, idempotency, body }) =>
      block(await blocks.lease({ actor, idempotency, ...body }), 201),
    listBlocks: async ({ actor, query: { state, limit, after } }) => {
      const ask = { limit, ...(after !== undefined && { after }) };
      const { items, next } = await blocks.list(actor, state, ask);
      const body = { items: items.map(blockHead), ...(next !== undefined && { next }) };
      return { status: 200, body };
    },
    readBlock: async ({ actor, params }) =>
      block(await blocks.read(actor, params.block as BlockId)),
    voidSlip: async ({ actor, idempotency, body }) =>
      block(await blocks.spoil({ actor, idempotency, ...body })),
    closeBlock: async ({ actor, idempotency, params, body }) =>
      block(await blocks.close({ actor, idempotency, id: params.block as BlockId, ...body })),
    enterDossier: enteringBy(enteringOrNoting(enter, untimely)),
    findDossier: async ({ actor, query }) => {
      const found = await find(actor, normalisePaperNumber(query.number));
      if (!found.ok) return found;
      const { id, status, acceptance, backEntry } = found.value;
      return {
        status: 200,
        about: [id],
        body: {
          dossierId: id,
          status,
          ...(acceptance && { code: acceptance.code }),
          ...(backEntry && { temporaryNumber: backEntry.number }),
        },
      };
    },
  };
};

const enteringBy =
  (enter: ReturnType<typeof enteringOrNoting>): Handlers<typeof offlineContract>['enterDossier'] =>
  async ({ actor, idempotency, body }) => {
    const applicant = applicantOf(body.applicant);
    const takenAt = instantOf(body.takenAt);
    const entered = await enter({ ...body, applicant, takenAt, actor, idempotency });
    if (!entered.ok) return entered;
    const { enteredAt, number, ...registered } = entered.value;
    const times = { takenAt: isoVietnam(takenAt), enteredAt: isoVietnam(enteredAt) };
    const warnings = warningsOf(body.applicant);
    return { status: 201, body: { ...registeredView(registered), number, ...times, warnings } };
  };

const shownWithSecrets = async <const Status extends number>(
  seals: Seals,
  outcome: Outcome<TemporaryBlock>,
  status: Status,
) =>
  outcome.ok
    ? { status, body: blockView(outcome.value, await secretsOf(seals, outcome.value)) }
    : outcome;

/** A counter prints slips without a line too, so it has their secrets while they are blank. */
const secretsOf = async (
  seals: Seals,
  block: TemporaryBlock,
): Promise<ReadonlyMap<string, string>> => {
  const blanks = numbersIn(block, 'blank');
  const secrets = await Promise.all(
    blanks.map(async (number) => [number, await seals.trackingSecret(number)] as const),
  );
  return new Map(secrets);
};

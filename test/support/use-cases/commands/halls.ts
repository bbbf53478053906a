import type { TicketId } from '#domain/identifiers/record-ids.ts';
import { type BlockId, formatTemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import { numbersIn, type TemporaryBlock } from '#domain/offline/temporary-block.ts';
import { minutes, plus } from '#domain/time/instant.ts';
import { temporaryBlockKind } from '#functions/intake/records.ts';
import { officeQueueKind } from '#functions/queueing/records.ts';
import { levels } from '#functions/satisfaction/domain/rating.ts';
import { anApplicant, aProcedure, dossierId } from '../../dossiers.ts';
import {
  type By,
  type Command,
  type Commands,
  counter,
  never,
  ownCounter,
  type Place,
  printing,
  reading,
  type Scene,
  supervision,
  work,
} from '../command.ts';
import { clerk, strangeClerk } from '../staff.ts';

const blockAt = ({ newest }: Place): TemporaryBlock | undefined => newest(temporaryBlockKind);

/** The first slip that is still blank, or one that no office ever had. */
const slipAt = (at: Place) => {
  const block = blockAt(at);
  return (block && numbersIn(block, 'blank')[0]) ?? formatTemporaryNumber(999_999, 1);
};

const handedIn = {
  procedure: aProcedure.code,
  components: [{ id: 'don-de-nghi', copyKind: 'original', count: 1 }],
  fees: { postageVnd: 0 },
} as const;

const entering =
  (hoursAgo: number) =>
  ({ on, at }: Scene, by: By) =>
    on.makeEnterDossier({
      ...by,
      ...handedIn,
      applicant: anApplicant,
      intakeMode: 'onestop',
      number: slipAt(at),
      takenAt: (at.now - hoursAgo * 3_600_000) as Place['now'],
      wasComplete: true,
    });

const blockId = (at: Place): BlockId => blockAt(at)?.id ?? ('999999' as BlockId);

const closing =
  (isExplained: boolean) =>
  ({ on, at }: Scene, by: By) => {
    const block = blockAt(at);
    return on.makeWorkBlocks.close({
      ...by,
      id: blockId(at),
      blanks: block ? numbersIn(block, 'blank').slice(isExplained ? 1 : 0) : [],
      ...(isExplained && { explanation: 'Một phiếu bị rách' }),
    });
  };

const ticketAt = ({ newest }: Place, where: 'serving' | 'absent'): TicketId => {
  const queue = newest(officeQueueKind);
  const [ticket] =
    where === 'serving' ? Object.values(queue?.serving ?? {}) : (queue?.absent ?? []);
  return ticket?.id ?? (dossierId as string as TicketId);
};

const ofTicket =
  (where: 'serving' | 'absent') =>
  ({ at }: Scene, by: By) => ({
    ...by,
    id: ticketAt(at, where),
    counter: '1',
  });
const served = ofTicket('serving');
const absent = ofTicket('absent');
const [level] = levels;

/** As it is opened by receipt and SMS together. */
export const sessionOf = async (
  seals: Scene['world']['deps']['seals'],
  { dossierId, now }: Place,
) => {
  const claim = `${dossierId}.${plus(now, minutes(15))}`;
  return `${claim}.${await seals.mac('session', claim)}`;
};

const rating =
  (isTrue: boolean): Command['run'] =>
  async ({ on, at, world }) =>
    on.makeRateDossier({
      token: isTrue ? await sessionOf(world.deps.seals, at) : 'forged',
      idempotency: undefined,
      answers: { level },
    });

const month = '2026-10' as Parameters<Scene['on']['makeReadFigures']['province']>[0];

/** At another office's queue there is no such ticket, and that is what is told. */
const atQueue = (run: Command['run']): Command => ({
  ...counter(run),
  denied: 'ticket-not-served',
});

/** Slips for when the line is down, the queue of the day, and what citizens think of it. */
export const hallCommands: Commands = {
  'makeWorkBlocks.lease': ownCounter(({ on }, by) =>
    on.makeWorkBlocks.lease({ ...by, device: 'quay-1', size: 2 }),
  ),
  'makeWorkBlocks.lease: more than there are': never(
    ownCounter(({ on }, by) => on.makeWorkBlocks.lease({ ...by, device: 'quay-1', size: 1_000 })),
  ),
  'makeWorkBlocks.spoil': counter(({ on, at }, by) =>
    on.makeWorkBlocks.spoil({ ...by, number: slipAt(at), reason: 'Rách' }),
  ),
  'makeWorkBlocks.close: all there': counter(closing(false)),
  'makeWorkBlocks.close: one missing': counter(closing(true)),
  'makeWorkBlocks.read': reading(
    counter(({ on, at }, { actor }) => on.makeWorkBlocks.read(actor, blockId(at))),
  ),
  'makeWorkBlocks.list': reading({
    who: () => clerk,
    run: ({ on }, { actor }) => on.makeWorkBlocks.list(actor, 'open', { limit: 10 }),
  }),
  makePrintSlips: printing(
    counter(({ on, at }, { actor }) =>
      on.makePrintSlips({ actor, print: 'bản-in-1', block: blockId(at) }),
    ),
  ),
  'makeEnterDossier: of this morning': counter(entering(0)),
  'makeEnterDossier: of the future': never(counter(entering(-48))),
  'makeUntimelyEntries.note': {
    ...counter(({ on, at }, { actor }) =>
      on.makeUntimelyEntries.note({
        actor,
        number: slipAt(at),
        takenAt: plus(at.now, minutes(60)),
      }),
    ),
    keyless: true,
  },
  'makeUntimelyEntries.list': reading(
    supervision(({ on }) => on.makeUntimelyEntries.list({ limit: 10 })),
  ),
  'makeUntimelyEntries.settle': supervision(({ on, at }, by) =>
    on.makeUntimelyEntries.settle({ ...by, number: slipAt(at), finding: 'Ghi nhầm giờ' }),
  ),
  makeFindByNumber: reading(
    counter(({ on, at }, { actor }) =>
      on.makeFindByNumber(actor, at.dossier?.acceptance?.code ?? 'H13.01-261123-9999'),
    ),
  ),
  makeListOfPerson: reading(
    ownCounter(({ on }, { actor }) =>
      on.makeListOfPerson({
        actor,
        personalNumber: anApplicant.personalNumber,
        page: { limit: 10 },
      }),
    ),
  ),
  makeFindSender: reading(
    counter(({ on }, { actor }) =>
      on.makeFindSender({ actor, kind: 'phone', value: anApplicant.phone }),
    ),
  ),
  makeRegisterMany: {
    who: () => clerk,
    isMany: true,
    run: ({ on }, { actor, idempotency }) =>
      on.makeRegisterMany({
        actor,
        idempotency: idempotency ?? { scope: 'test', key: 'key', requestHash: 'h' },
        applicant: anApplicant,
        lines: [handedIn],
      }),
  },
  'makeWorkQueue.take': ownCounter(({ on }, by) =>
    on.makeWorkQueue.take({ ...by, group: 'nop-ho-so' }),
  ),
  'makeWorkQueue.take: of no group': never(
    ownCounter(({ on }, by) => on.makeWorkQueue.take({ ...by, group: 'khac' })),
  ),
  'makeWorkQueue.call': ownCounter(({ on }, by) => on.makeWorkQueue.call({ ...by, counter: '1' })),
  'makeWorkQueue.callAgain': atQueue((scene, by) =>
    scene.on.makeWorkQueue.callAgain(served(scene, by)),
  ),
  'makeWorkQueue.putAside': atQueue((scene, by) =>
    scene.on.makeWorkQueue.putAside(served(scene, by)),
  ),
  'makeWorkQueue.recall': atQueue((scene, by) => scene.on.makeWorkQueue.recall(absent(scene, by))),
  'makeWorkQueue.link': atQueue((scene, by) =>
    scene.on.makeWorkQueue.link({ ...served(scene, by), dossierId: scene.at.dossierId }),
  ),
  'makeWorkQueue.finish': atQueue((scene, by) => scene.on.makeWorkQueue.finish(served(scene, by))),
  'makeReadQueue.today': reading(work(({ on }) => on.makeReadQueue.today('bd-vi-thanh'))),
  'makeReadQueue.waits': reading({
    who: () => clerk,
    run: ({ on }, { actor }) =>
      on.makeReadQueue.waits(
        actor,
        undefined,
        '2026-11-23' as Parameters<typeof on.makeReadQueue.waits>[2],
      ),
  }),
  'makeRateDossier: in a session': work(rating(true)),
  'makeRateDossier: without': never(work(rating(false))),
  'makeReadFigures.of': reading(
    supervision(({ on }, { actor }) =>
      on.makeReadFigures.of(actor, { kind: 'office', id: 'bd-vi-thanh' }, month),
    ),
  ),
  'makeReadFigures.of: by a clerk': never(
    reading({
      who: () => clerk,
      stranger: strangeClerk,
      run: ({ on }, { actor }) =>
        on.makeReadFigures.of(actor, { kind: 'office', id: 'bd-vi-thanh' }, month),
    }),
  ),
  'makeReadFigures.province': reading(work(({ on }) => on.makeReadFigures.province(month))),
  makeReadWords: reading(work(({ on }) => on.makeReadWords('bd-vi-thanh', month, { limit: 10 }))),
};

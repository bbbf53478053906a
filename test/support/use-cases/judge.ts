import { isDeepStrictEqual } from 'node:util';
import { sha256 } from '#adapters/node/seals.ts';
import { linkText } from '#domain/dossier/chain.ts';
import { problems } from '#functions/problems.ts';
import type { Commit } from '#ports/unit-of-work.ts';
import { cast, unauthorised } from './authority.ts';
import type { UseCases } from './built.ts';
import { type By, type Command, placeOf } from './command.ts';
import { clerk } from './staff.ts';
import type { Stand } from './stand.ts';
import type { World } from './world.ts';

interface Parts {
  readonly world: World;
  readonly on: UseCases;
}

/** What a command did; `flaws` are the laws that it broke. */
export interface Judged {
  readonly outcome: 'done' | { readonly refused: string };
  readonly flaws: readonly string[];
}

type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: { readonly code: string } };

const isAnswer = (said: unknown): said is Answer =>
  typeof said === 'object' && said !== null && typeof Reflect.get(said, 'ok') === 'boolean';

const ask = async ({ world, on }: Parts, command: Command, stand: Stand, by: By) => {
  try {
    const said = await command.run({ on, at: placeOf(stand), world }, by);
    return { answer: isAnswer(said) ? said : ({ ok: true, value: said } as const) };
  } catch (error) {
    return { thrown: error instanceof Error ? error.message : String(error) };
  }
};

const keyed = (command: Command, n: number, requestHash = 'asked') =>
  command.who && !command.reads && !command.keyless
    ? { scope: 'test', key: `key-${n}`, requestHash }
    : undefined;

/** Runs a command by who may ask it, and holds it against the laws of every command. */
export const judge = async (
  parts: Parts,
  command: Command,
  stand: Stand,
  n: number,
): Promise<Judged> => {
  const { world } = parts;
  const by: By = {
    actor: command.who?.(placeOf(stand)) ?? clerk,
    idempotency: keyed(command, n),
  };
  world.standAt(stand);
  const { answer, thrown } = await ask(parts, command, stand, by);
  if (!answer) return { outcome: { refused: 'threw' }, flaws: [`throws: ${thrown}`] };
  const written = world.written();
  if (!answer.ok) {
    const { code } = answer.refusal;
    return {
      outcome: { refused: code },
      flaws: [
        ...(Object.hasOwn(problems, code) ? [] : [`is refused by no name: ${code}`]),
        ...written.map((what) => `is refused as ${code} and writes ${what}`),
      ],
    };
  }
  if (command.reads)
    return { outcome: 'done', flaws: written.map((what) => `reads and writes ${what}`) };
  return {
    outcome: 'done',
    flaws: [
      ...commitsOf(parts).flatMap(unlawfulCommit),
      ...(by.idempotency && !command.isMany ? onceOnly(parts, by) : []),
      ...(await again(parts, command, stand, by, answer)),
    ],
  };
};

const commitsOf = ({ world }: Parts): readonly Commit[] =>
  world.commits().flatMap(({ commit, result }) => (result.ok ? [commit] : []));

/** One transaction, and the answer to the key in it. */
const onceOnly = (parts: Parts, { idempotency }: By): readonly string[] => {
  const commits = commitsOf(parts);
  if (commits.length !== 1) return [`is done in ${commits.length} transactions`];
  return commits[0]?.answer?.key === idempotency?.key ? [] : ['keeps no answer to its key'];
};

/** Versions rise by one an event or write, and the chain of hashes goes on where it ended. */
const unlawfulCommit = ({ dossiers = [], records = [] }: Commit): readonly string[] => [
  ...dossiers.flatMap(({ change: { before, after, events }, chainHash }) => [
    ...(after.version === (before?.version ?? 0) + events.length ? [] : ['skips a version']),
    ...events.flatMap(({ version }, index) =>
      version === (before?.version ?? 0) + 1 + index ? [] : ['numbers its events wrongly'],
    ),
    ...(/^[0-9a-f]{64}$/.test(chainHash) ? [] : ['hangs on no chain']),
  ]),
  ...records.flatMap(({ kind, before, after }) =>
    after.version === (before?.version ?? 0) + 1
      ? []
      : [`writes a ${kind.name} without a new version`],
  ),
];

/** Said again it is the same answer and writes nothing; another request under its key is refused. */
const again = async (
  parts: Parts,
  command: Command,
  stand: Stand,
  by: By,
  first: Answer,
): Promise<readonly string[]> => {
  const { world } = parts;
  world.forgetWritten();
  const repeat = await ask(parts, command, stand, by);
  const flaws = world.written().map((what) => `said again writes ${what}`);
  if (!by.idempotency || command.isMany)
    return repeat.thrown ? [...flaws, `said again throws`] : flaws;
  if (!isDeepStrictEqual(repeat.answer, first)) flaws.push('said again answers something else');
  const idempotency = { ...by.idempotency, requestHash: 'asked otherwise' };
  const { answer } = await ask(parts, command, stand, { ...by, idempotency });
  if (answer?.ok !== false || answer.refusal.code !== 'idempotency-key-reused')
    flaws.push('takes another request under a used key');
  return [...flaws, ...world.written().map((what) => `under a used key writes ${what}`)];
};

/** Whose business it is not gets told that there is nothing, and nothing is written. */
export const judgeStranger = async (
  parts: Parts,
  command: Command,
  stand: Stand,
): Promise<readonly string[]> => {
  const { stranger, denied } = command;
  if (!stranger) return [];
  parts.world.standAt(stand);
  const by = { actor: stranger, idempotency: keyed(command, 0) };
  const { answer, thrown } = await ask(parts, command, stand, by);
  const written = parts.world.written().map((w) => `a stranger writes ${w}`);
  if (!answer) return [...written, `to a stranger throws: ${thrown}`];
  if (answer.ok) return [...written, 'is done for a stranger'];
  const { code } = answer.refusal;
  return code === denied || code.endsWith('-unknown')
    ? written
    : [...written, `tells a stranger ${code}`];
};

/** Whoever asks: nothing stands in a dossier's history behind which this person may not stand. */
export const judgeCast = async (
  parts: Parts,
  command: Command,
  stand: Stand,
  isWanted: boolean,
): Promise<readonly string[]> => {
  if (!isWanted || !command.who || command.reads) return [];
  const flaws: string[] = [];
  for (const actor of cast) {
    parts.world.standAt(stand);
    await ask(parts, command, stand, { actor, idempotency: keyed(command, 0) });
    const writes = commitsOf(parts).flatMap(({ dossiers = [] }) => dossiers);
    flaws.push(...unauthorised(actor, writes));
  }
  return flaws;
};

/** The chain of every dossier's events from its beginning. */
export const brokenChains = ({ dossiers }: Stand): readonly string[] =>
  [...dossiers.values()].flatMap(({ events }) =>
    events.flatMap(({ written: event }, n) =>
      event.prevHash === (events[n - 1]?.written.hash ?? '0'.repeat(64)) &&
      event.hash === sha256(linkText(event, event.prevHash))
        ? []
        : [`its chain breaks at ${event.version}`],
    ),
  );

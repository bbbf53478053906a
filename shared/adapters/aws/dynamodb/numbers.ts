import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { readSequence } from '#adapters/stored/beside.ts';
import {
  type HeldNumber,
  type NumberSeries,
  numbersToCheck,
  type Taking,
  takeFrom,
  usedByOthers,
} from '#domain/identifiers/number-series.ts';
import { instant, type Milliseconds } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { Numbers } from '#ports/numbers.ts';
import type { Tables } from './document.ts';
import type { Item } from './items.ts';
import { sequenceKey } from './keys.ts';

/** `<prefix><holder>`: how many were given before its number, and since when it holds it. */
const heldPrefix = 'held#';
const sincePrefix = 'since#';

const rounds = 20;

/**
 * A series is one item that no transaction touches: an update of a single item never conflicts with
 * another, it waits its turn. The reservation is made in the same update as the number, so that
 * nobody can die between the two.
 */
export const makeNumbers = (
  client: DynamoDBDocumentClient,
  { ledger }: Tables,
  clock: Clock,
): Numbers => {
  const read = async (name: string): Promise<NumberSeries> => {
    const command = new GetCommand({
      TableName: ledger,
      Key: sequenceKey(name),
      ConsistentRead: true,
    });
    return seriesOf((await client.send(command)).Item ?? {});
  };
  /** The number, or undefined where somebody was faster. */
  const write = async (name: string, input: Partial<UpdateCommandInput>) => {
    try {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: ledger,
          Key: sequenceKey(name),
          ReturnValues: 'UPDATED_NEW',
          ...input,
        }),
      );
      return Attributes;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  };
  return {
    take: async ({ series: name, holder, bearerOf }) => {
      for (let round = 0; round < rounds; round++) {
        const now = clock.now();
        const series = await read(name);
        const asked = numbersToCheck(series, holder, now);
        const used = await usedByOthers(asked, holder, bearerOf);
        const taking = takeFrom(series, holder, now, used);
        if (taking.from === 'own') return taking.number;
        const own = series.held.find((each) => each.holder === holder);
        const written = await write(name, updateOf(taking, { holder, now, own }));
        if (written) return readSequence(written[`${heldPrefix}${holder}`]) + 1;
        await clock.pauseUpTo((10 * 2 ** Math.min(round, 5)) as Milliseconds);
      }
      throw new Error(`no number of ${name} in ${rounds} rounds`);
    },
    stateOf: read,
  };
};

const seriesOf = (item: Item): NumberSeries => ({
  given: item['n'] === undefined ? 0 : readSequence(item['n']),
  held: Object.entries(item).flatMap(([name, before]) => {
    if (!name.startsWith(heldPrefix)) return [];
    const holder = name.slice(heldPrefix.length);
    const since = instant(readSequence(item[`${sincePrefix}${holder}`]));
    return [{ holder, number: readSequence(before) + 1, since }];
  }),
});

/** Attribute names and values of an expression, each under a placeholder of its own. */
const placeholders = () => {
  const names: Record<string, string> = {};
  const values: Record<string, number> = {};
  return {
    names,
    values,
    name: (name: string): string => {
      const key = `#a${Object.keys(names).length}`;
      names[key] = name;
      return key;
    },
    value: (value: number): string => {
      const key = `:v${Object.keys(values).length}`;
      values[key] = value;
      return key;
    },
  };
};

interface By {
  readonly holder: string;
  readonly now: number;
  readonly own: HeldNumber | undefined;
}

type Given = Exclude<Taking, { readonly from: 'own' }>;

const updateOf = (taking: Given, { holder, now, own }: By): Partial<UpdateCommandInput> => {
  const { names, values, name, value } = placeholders();
  const stillHeld = ({ holder: whose, number }: HeldNumber): string =>
    `${name(`${heldPrefix}${whose}`)} = ${value(number - 1)}`;
  const others = [...taking.settled, ...(taking.from === 'lost' ? [taking.lost] : [])].filter(
    (each) => each.holder !== holder,
  );
  const mine = name(`${heldPrefix}${holder}`);
  const since = name(`${sincePrefix}${holder}`);
  const sets =
    taking.from === 'lost' ? [`${mine} = ${value(taking.lost.number - 1)}`] : next(mine, value);
  const gone = others.flatMap((each) => [
    name(`${heldPrefix}${each.holder}`),
    name(`${sincePrefix}${each.holder}`),
  ]);
  const conditions = [
    own ? stillHeld(own) : `attribute_not_exists(${mine})`,
    ...others.map(stillHeld),
  ];
  const remove = gone.length > 0 ? ` REMOVE ${gone.join(', ')}` : '';
  return {
    UpdateExpression: `SET ${[...sets, `${since} = ${value(now)}`].join(', ')}${remove}`,
    ConditionExpression: conditions.join(' AND '),
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  };
};

/** The number that was the next one, kept as how many were given before it. */
const next = (mine: string, value: (value: number) => string): readonly string[] => {
  const given = `if_not_exists(n, ${value(0)})`;
  return [`${mine} = ${given}`, `n = ${given} + ${value(1)}`];
};

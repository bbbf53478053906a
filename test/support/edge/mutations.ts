import type * as z from 'zod';
import { elementOf, kindOf, type Leaf, sampleOf, words } from './samples.ts';

export type Mutation = readonly [name: string, value: unknown];

const ulid = '01KAPXJ5V0ZK9Q4T8N6W2C7D3F';
/** True of a schema that takes this word and no other kind of word: it is what it asks for. */
const asksFor = (schema: z.ZodType, wanted: (typeof words)[number]): boolean =>
  words.every((word) => schema.safeParse(word).success === (word === wanted));

/** What is in no text that anybody typed and meant: it shows nowhere, or other than it is. */
export const invisible = [
  ['NUL', '\u0000'],
  ['a control character', '\u0085'],
  ['a direction override', '\u202E'],
  ['a direction isolate', '\u2066'],
  ['a direction mark', '\u200F'],
  ['a zero-width space', '\u200B'],
  ['a zero-width joiner', '\u200D'],
  ['a byte-order mark', '\uFEFF'],
  ['a lone surrogate', '\uD800'],
] as const;

const wrongType: readonly Mutation[] = [
  ['null', null],
  ['an array', ['x']],
  ['an object', { x: 1 }],
];

const impossibleDays: readonly Mutation[] = [
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '0000-01-01',
  '9999-12-31',
  '2026-1-1',
  '20261201',
  '2026-12-01T00:00:00Z',
  '٢٠٢٦-١٢-٠١',
].map((day) => [`the day ${day}`, day]);

const impossibleTimes: readonly Mutation[] = [
  '2026-02-30T09:00:00+07:00',
  '2026-13-01T09:00:00+07:00',
  '2026-11-23T25:00:00+07:00',
  '2026-11-23T09:61:00+07:00',
  '2026-11-23T09:00:00',
  '2026-11-23T09:00:00+25:00',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '1764000000',
].map((time) => [`the time ${time}`, time]);

const wrongIds: readonly Mutation[] = [
  ['an id in small letters', ulid.toLowerCase()],
  ['an id that is too short', ulid.slice(1)],
  ['an id that is too long', `${ulid}0`],
  ['an id with letters that ids have not', `I${ulid.slice(1)}`],
  ['an id beyond time', `8${ulid.slice(1)}`],
  ['a way to another file', '../../../../etc/passwd0000'],
];

const ofText = (schema: z.ZodType): readonly Mutation[] => [
  ['10,000 characters', 'á'.repeat(10_000)],
  // A partner's counter comes as either.
  ...(schema.safeParse(7).success ? [] : [['a number', 7] as const]),
  ...wrongType,
  ...(asksFor(schema, '2026-12-01') ? impossibleDays : []),
  ...(asksFor(schema, '2026-11-23T09:00:00+07:00') ? impossibleTimes : []),
  ...(asksFor(schema, ulid) ? wrongIds : []),
];

const ofNumber: readonly Mutation[] = [
  ['a fraction', 0.5],
  ['more than a number holds', 1e21],
  ['text of a number', '1000'],
  ['true', true],
  ...wrongType,
];

/** Values that no part of this kind may take: each must be refused, and the part named. */
export const mustBeRefused = (leaf: Leaf): readonly Mutation[] =>
  // Where null means "none", it is a word like others.
  wrongFor(leaf).filter(([, value]) => value !== null || !leaf.schema.safeParse(null).success);

const wrongFor = ({ path, schema }: Leaf): readonly Mutation[] => {
  const isMoney = /Vnd$|^(charge|fee|postage|cod)$/.test(String(path.at(-1)));
  switch (kindOf(schema)) {
    case 'string':
      return ofText(schema);
    case 'number':
    case 'int':
      // The difference of a drawer is the one amount that may be below nothing.
      return isMoney && path.at(-1) !== 'differenceVnd'
        ? [...ofNumber, ['less than nothing', -1]]
        : ofNumber;
    case 'boolean':
      return [['text of a truth', 'true'], ['a number', 1], ...wrongType];
    case 'enum':
    case 'literal':
      return [['another word', 'khac'], ['a number', 7], ...wrongType];
    case 'array':
      return [
        ['null', null],
        ['an object', { x: 1 }],
        ['a thousand of them', Array(1_000).fill(sampleOf(elementOf(schema) ?? schema))],
      ];
    case 'object':
    case 'record':
      return [
        ['null', null],
        ['an array', []],
        ['text', 'x'],
      ];
    default:
      return [];
  }
};

import { expect, it } from 'vitest';
import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { contracts } from '#functions/contracts.ts';
import { elsewhere, isOfOrder, named } from '#test/support/canary/named.ts';
import { markOf, textFieldsOf } from '#test/support/canary/text-fields.ts';

const every = textFieldsOf(contracts);

it('every free text of every request is sent by the canary, or says why not', () => {
  const known = new Set([...Object.keys(named), ...Object.keys(elsewhere)]);
  const forgotten = every.filter((field) => !known.has(field) && !isOfOrder(field));
  expect(
    forgotten.map((field) => `'${field}': say in test/support/canary/named.ts who may read it`),
  ).toEqual([]);
});

it('names no text that no request takes', () => {
  const there = new Set(every);
  const names = [...Object.keys(named), ...Object.keys(elsewhere)];
  expect(names.filter((field) => !there.has(field))).toEqual([]);
});

it('finds a text inside lists, alternatives, pipes and what is optional, and no word of ours', () => {
  const planted = route({
    method: 'POST',
    path: '/v1/planted',
    who: 'anyone',
    summary: 'Thử · Planted',
    body: z.strictObject({
      id: shape.ulid,
      day: shape.vietnamDay,
      kind: z.enum(['a', 'b']),
      note: shape.text(300).optional(),
      lines: z.array(z.strictObject({ remark: shape.partnerText(100).default('') })),
      end: z.discriminatedUnion('how', [
        z.strictObject({ how: z.literal('paid'), reference: shape.paymentReference }),
        z.strictObject({ how: z.literal('cancelled'), reason: shape.text(9_000) }),
      ]),
      name: shape.personName,
    }),
    answers: { 200: z.object({}) },
  });
  expect(textFieldsOf({ planted: { plant: planted } })).toEqual([
    'plant body.note',
    'plant body.lines.remark',
    'plant body.end.reason',
    'plant body.name',
  ]);
  expect(markOf(7)).toBe('Dấu zq007x chữ');
});

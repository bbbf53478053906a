import { describe, expect, it } from 'vitest';
import { type DeliveryTyped, deliveryIn } from '../../../web/kit/delivery.ts';

const nothing: DeliveryTyped = { place: 'stay', there: '', address: '', day: '', part: '' };
const day = '2026-12-15';

describe('what a form says of how a result is received', () => {
  it.each([
    ['nothing at all', {}, undefined],
    ['a part of no day', { part: 'morning' }, undefined],
    ['a day', { day }, { wish: { day } }],
    ['a day and its half', { day, part: 'morning' }, { wish: { day, part: 'morning' } }],
    ['a half that there is not', { day, part: 'night' }, { wish: { day } }],
    [
      'a counter',
      { place: 'office', there: 'bd-nga-bay' },
      { to: { kind: 'office', office: 'bd-nga-bay' } },
    ],
    ['no counter, though a day', { place: 'office', day }, undefined],
    ['a door without its commune', { place: 'address', address: 'Số 8' }, undefined],
    [
      'a commune without the door',
      { place: 'address', there: 'ct-p-nga-bay', address: ' ' },
      undefined,
    ],
    [
      'a door and a day',
      { place: 'address', there: 'ct-p-nga-bay', address: ' Số 8 ', day },
      { to: { kind: 'address', commune: 'ct-p-nga-bay', address: 'Số 8' }, wish: { day } },
    ],
    // Typed before another place was chosen.
    ['a door that is not meant', { address: 'Số 8', day }, { wish: { day } }],
  ] as const)('takes %s', (_, typed, said) => {
    expect(deliveryIn({ ...nothing, ...typed })).toEqual(said);
  });
});

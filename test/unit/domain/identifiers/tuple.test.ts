import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerKey } from '#adapters/aws/dynamodb/keys.ts';
import { keyOfLine } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { DeviceActor } from '#domain/actor/device.ts';
import type { PhoneActor } from '#domain/actor/phone.ts';
import type { DeviceId } from '#domain/identifiers/record-ids.ts';
import { tuple } from '#domain/identifiers/tuple.ts';
import { scopeOf } from '#edge/http-api.ts';

/** Few signs, so that texts meet; those that any joining would use are among them. */
const part = fc.string({ unit: fc.constantFrom('a', '1', '#', ':', '\n'), maxLength: 5 });
const parts = fc.array(part, { maxLength: 4 });

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

describe('a tuple', () => {
  it('is one text for one list of texts', () =>
    fc.assert(
      fc.property(parts, parts, (a, b) => (tuple(...a) === tuple(...b)) === isSame(a, b)),
      { numRuns: 5_000 },
    ));

  it.each([
    [
      ['a', 'b#c'],
      ['a#b', 'c'],
    ],
    [['1:a', ''], ['1:a']],
    [['a'], ['a', '']],
  ])('%j is not %j', (a, b) => expect(tuple(...a)).not.toBe(tuple(...b)));
});

type Who = Staff | DeviceActor | PhoneActor | undefined;

const clerk = (id: string, office: string): Staff => ({ kind: 'staff', id, role: 'clerk', office });
const officer = (id: string, agency: string): Staff => ({
  kind: 'staff',
  id,
  role: 'officer',
  agency,
});

/** Whoever may send a key, with the words that say whose key it is. */
const anybody: fc.Arbitrary<readonly [Who, readonly string[]]> = fc.oneof(
  fc.constant<readonly [Who, readonly string[]]>([undefined, ['public']]),
  fc.tuple(part, part).map(([id, office]) => [clerk(id, office), ['office', office]] as const),
  fc.tuple(part, part).map(([id, agency]) => [officer(id, agency), ['agency', agency]] as const),
  part.map((id) => [{ kind: 'staff', id, role: 'supervisor' } as const, ['person', id]] as const),
  part.map((id) => {
    const device = {
      kind: 'device',
      id: id as DeviceId,
      office: 'a',
      deviceKind: 'kiosk',
    } as const;
    return [device, ['device', id]] as const;
  }),
  part.map((phone) => [{ kind: 'phone', phone, session: 's' } as const, ['phone', phone]] as const),
);

describe('the scope of an idempotency key', () => {
  it('is shared by colleagues and by nobody else', () =>
    fc.assert(
      fc.property(
        anybody,
        anybody,
        ([a, whose], [b, others]) => (scopeOf(a) === scopeOf(b)) === isSame(whose, others),
      ),
      { numRuns: 5_000 },
    ));

  it('and the key make a place of their own in the store, of calls and of their lines', () => {
    const whole = fc.record({ scope: part, key: part });
    const line = fc.record({
      scope: part,
      key: part,
      purpose: fc.constantFrom('a', 'a#'),
      line: part,
    });
    const placed = fc.oneof(
      whole.map((of) => [answerKey(tuple(of.scope), of.key).pk, of] as const),
      line.map(({ scope, key, ...rest }) => {
        const asked = { scope: tuple(scope), key, requestHash: 'h' };
        const own = keyOfLine(asked, { ...rest, requestHash: 'h' });
        return [answerKey(own.scope, own.key).pk, { scope, key, ...rest }] as const;
      }),
    );
    fc.assert(
      fc.property(placed, placed, ([a, of], [b, other]) => (a === b) === isSame(of, other)),
      { numRuns: 5_000 },
    );
  });
});

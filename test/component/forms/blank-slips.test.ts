import { describe, expect, it } from 'vitest';
import type { BlockId } from '#domain/identifiers/temporary-number.ts';
import { numbersIn } from '#domain/offline/temporary-block.ts';
import { clerk, refusal } from '#test/support/shipments.ts';
import { built } from '#test/support/use-cases/built.ts';
import { aWorld } from '#test/support/use-cases/world.ts';

const by = { actor: clerk, idempotency: undefined };

describe('blank slips', () => {
  it('are printed as long as there are any, and none of a block that is used up', async () => {
    const world = aWorld();
    const { makeWorkBlocks: blocks, makePrintSlips: print } = built(world);
    const leased = await blocks.lease({ ...by, device: 'quay-1', size: 2 });
    if (!leased.ok) throw new Error(leased.refusal.code);
    const { id } = leased.value;
    expect((await print(clerk, id, 0)).ok).toBe(true);
    for (const number of numbersIn(leased.value, 'blank'))
      await blocks.spoil({ ...by, number, reason: 'Rách' });
    expect(await print(clerk, id as BlockId, 0)).toEqual(refusal('temporary-block-used-up'));
  });
});

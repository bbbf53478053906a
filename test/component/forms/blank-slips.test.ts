import { describe, expect, it } from 'vitest';
import type { BlockId } from '#domain/identifiers/temporary-number.ts';
import { numbersIn } from '#domain/offline/temporary-block.ts';
import { makePrintSlips } from '#functions/forms/application/print-slips.ts';
import type { OfficialForm } from '#ports/official-form.ts';
import { provinceCatalogue as catalogue } from '#test/support/province.ts';
import { clerk, refusal } from '#test/support/shipments.ts';
import { seals } from '#test/support/tracking.ts';
import { built } from '#test/support/use-cases/built.ts';
import { aWorld } from '#test/support/use-cases/world.ts';

const by = { actor: clerk, idempotency: undefined };

describe('blank slips', () => {
  it('open by their QR code what their number and secret open', async () => {
    const world = aWorld();
    const { makeWorkBlocks: blocks } = built(world);
    const leased = await blocks.lease({ ...by, device: 'quay-1', size: 2 });
    if (!leased.ok) throw new Error(leased.refusal.code);
    const printed: OfficialForm[] = [];
    const print = makePrintSlips({
      ...world.deps,
      ownBlock: async () => leased,
      catalogue,
      seals,
      printer: {
        officialForms: async (forms: readonly OfficialForm[]) => {
          printed.push(...forms);
          return new Uint8Array();
        },
      } as never,
      publicUrl: 'https://ho-so.example.vn',
    });
    const asked = { actor: clerk, block: leased.value.id };
    await print(asked);
    const [number] = numbersIn(leased.value, 'blank');
    const secret = await seals.trackingSecret(number ?? '');
    expect(printed[0]?.qrCode).toBe(`https://ho-so.example.vn/tra-cuu/${number}#${secret}`);
    expect(new Set(printed.map(({ qrCode }) => qrCode)).size).toBe(2);
    expect(printed.every(({ reprint }) => reprint === 0)).toBe(true);
    await print(asked);
    const again = printed.slice(2);
    expect(again.map(({ reprint }) => reprint)).toEqual([1, 1]);
    expect(JSON.stringify(again)).not.toContain(secret);
  });

  it('are printed as long as there are any, and none of a block that is used up', async () => {
    const world = aWorld();
    const { makeWorkBlocks: blocks, makePrintSlips: print } = built(world);
    const leased = await blocks.lease({ ...by, device: 'quay-1', size: 2 });
    if (!leased.ok) throw new Error(leased.refusal.code);
    const { id } = leased.value;
    expect((await print({ actor: clerk, block: id })).ok).toBe(true);
    for (const number of numbersIn(leased.value, 'blank'))
      await blocks.spoil({ ...by, number, reason: 'Rách' });
    expect(await print({ actor: clerk, block: id as BlockId })).toEqual(
      refusal('temporary-block-used-up'),
    );
  });
});

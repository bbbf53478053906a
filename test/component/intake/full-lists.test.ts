import { describe, expect, it } from 'vitest';
import { makeMemoryTries } from '#adapters/memory/tries.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { roomOf } from '#domain/dossier/room.ts';
import { makeCounterActs } from '#functions/intake/application/counter-acts.ts';
import { clerk, refusal } from '#test/support/shipments.ts';
import { seals } from '#test/support/tracking.ts';
import { aWorldAt } from '#test/support/worlds.ts';

describe('the warnings of a dossier', () => {
  it('are refused by name where there is no room, and the case still ends', async () => {
    const world = await aWorldAt('registered');
    const acts = makeCounterActs({ ...world, ids: makeUlids(), seals, tries: makeMemoryTries() });
    const by = { actor: clerk, idempotency: undefined, dossierId: world.dossierId };
    const warn = () => acts.warn({ ...by, text: 'ế'.repeat(500) });
    let told = 0;
    let outcome = await warn();
    for (; outcome.ok && told < 300; told++) outcome = await warn();
    expect(outcome).toEqual(refusal('list-full'));
    expect(told).toBeGreaterThan(10);
    const stored = await world.ledger.load(world.dossierId);
    const taken = Buffer.byteLength(JSON.stringify(stored?.dossier.warnings));
    expect(taken).toBeLessThanOrEqual(roomOf.warnings.bytes);
    expect((await acts.withdraw({ ...by, reason: 'Không cần nữa' })).ok).toBe(true);
  });
});

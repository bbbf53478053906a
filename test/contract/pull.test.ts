import { expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { minutes } from '#domain/time/instant.ts';
import { makePullDossiers } from '#functions/departments/application/pull-dossiers.ts';
import type { DossierWrite } from '#ports/unit-of-work.ts';
import { describeBothStores, type Stores } from '#test/support/both-stores.ts';
import { anApplicant, historyUntil, monday9, officer } from '#test/support/dossiers.ts';
import { aClock } from '#test/support/worlds.ts';

/** More than one long page. */
const held = 600;
const atOnce = 5;
const colleague = 'colleague';

/** A department of its own for each test: the tables are shared. */
const aDepartment = async ({ ledger, index }: Stores, agency: string) => {
  const { clock, advance } = aClock();
  const ids = makeUlids();
  const own = (fact: DossierFact, id: DossierId): DossierFact => {
    if (fact.type === 'dossier-registered') return { ...fact, id };
    if (fact.type === 'dossier-accepted') return { ...fact, agency, code: `${agency}-${id}` };
    if (fact.type === 'department-reached') return { ...fact, agency };
    if (fact.type === 'lease-granted') return { ...fact, holder: colleague };
    return fact;
  };
  const waiting = (isHeld: boolean): DossierWrite => {
    const id = ids.next(monday9) as DossierId;
    const facts = historyUntil(isHeld ? 'leased' : 'waiting').events.map(({ fact }) =>
      own(fact, id),
    );
    const change = record(undefined, id, facts, { actor: officer, now: monday9 });
    return { change, chainHash: GENESIS, applicant: anApplicant };
  };
  const fill = async (count: number, isHeld: boolean): Promise<readonly DossierId[]> => {
    const writes = Array.from({ length: count }, () => waiting(isHeld));
    for (let n = 0; n < count; n += atOnce)
      expect(await ledger.commit({ dossiers: writes.slice(n, n + atOnce) })).toEqual({ ok: true });
    return writes.map(({ change }) => change.after.id);
  };
  let pages = 0;
  const counted: Stores['index'] = {
    ...index,
    inbox: (...asked) => {
      pages += 1;
      return index.inbox(...asked);
    },
  };
  const pull = makePullDossiers({ ledger, clock, index: counted });
  const take = async (max: number) => {
    pages = 0;
    const actor = { ...officer, agency };
    const taken = await pull({ actor, idempotency: undefined, agency, max, leaseSeconds: 600 });
    if (!taken.ok) throw new Error(taken.refusal.code);
    return { ids: taken.value.map(({ dossierId }) => dossierId), pages };
  };
  return { fill, take, advance };
};

describeBothStores('a pull', (open) => {
  it(`gets the free ones behind ${held} that colleagues hold, in a few pages`, async () => {
    const { fill, take } = await aDepartment(open(), 'ct-xd');
    await fill(held, true);
    const free = await fill(5, false);
    const { ids, pages } = await take(20);
    expect([...ids].sort()).toEqual([...free].sort());
    // The short first one, and then five hundred lines each.
    expect(pages).toBeLessThanOrEqual(1 + Math.ceil(held / 500));
  }, 180_000);

  it('of what lies on top reads one short page, and what colleagues let lapse is free again', async () => {
    const { fill, take, advance } = await aDepartment(open(), 'ct-ct');
    const lapsing = await fill(3, true);
    expect(await take(20)).toEqual({ ids: [], pages: 1 });
    advance(minutes(11));
    expect((await take(20)).ids.sort()).toEqual([...lapsing].sort());
  }, 60_000);
});

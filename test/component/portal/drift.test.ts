import { beforeEach, describe, expect, it } from 'vitest';
import { dossierCodeOf } from '#application/acceptance.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { seconds } from '#domain/time/instant.ts';
import { type DriftAsk, makeReadDrift } from '#functions/portal/application/read-drift.ts';
import { theAgency, theCatalogue } from '#test/support/national.ts';
import {
  aProvince,
  day,
  dossierAt,
  justice,
  leader,
  otherLeader,
  supervisor,
} from '#test/support/national-province.ts';

let world: Awaited<ReturnType<typeof aProvince>>;

beforeEach(async () => {
  world = await aProvince([
    [theAgency, 3],
    [justice, 2],
  ]);
});

const at = (index: number) => dossierAt(world, index);

describe('the report of a day', () => {
  it('is empty where every copy is right, and says how many codes it asked for', async () =>
    // Each agency's codes and the one after its last.
    expect(await world.report()).toEqual({ checked: 7, lines: [] }));

  it('names what is missing there, older there, other there and unknown here', async () => {
    const { copies, happens, push } = world;
    copies.delete(at(0).code);
    await happens(at(1).id, { type: 'withdrawal-requested', reason: '' });
    const third = copies.get(at(2).code);
    if (third) copies.set(at(2).code, { ...third, status: 9, agency: 'Sở Tư pháp' });
    const lost = dossierCodeOf(theCatalogue, theAgency, day, 4);
    if (third) copies.set(lost, { ...third, code: lost });
    expect((await world.report()).lines).toMatchObject([
      { kind: 'missing-there', code: at(0).code, sync: { state: 'pushed' } },
      { kind: 'older-there', code: at(1).code, asOf: 2, differences: [{ field: 'status' }] },
      {
        kind: 'differs',
        code: at(2).code,
        differences: [
          { field: 'status', ours: '2', there: '9' },
          { field: 'agency', there: 'Sở Tư pháp' },
        ],
      },
      { kind: 'unknown-here', code: lost, agency: 'ct-nnmt' },
    ]);
    await push.onChange(at(1).id, 3);
    expect((await world.report()).lines.map(({ code }) => code)).not.toContain(at(1).code);
  });

  it('comes in pages that together are the whole', async () => {
    world.copies.delete(at(1).code);
    world.copies.delete(at(4).code);
    const found: string[] = [];
    let checked = 0;
    let pages = 0;
    for (let after: DriftAsk['after'], more = true; more; pages++) {
      const page = await world.report(supervisor, { limit: 2, after });
      expect(page.checked).toBeLessThanOrEqual(2);
      found.push(...page.lines.map(({ code }) => code));
      checked += page.checked;
      after = page.next;
      more = after !== undefined;
    }
    expect(found).toEqual([at(1).code, at(4).code]);
    expect([checked, pages]).toEqual([7, 4]);
  });

  it('ends in time: what is left is for the next page', async () => {
    const { portal, advance } = world;
    const { find } = portal;
    portal.find = (code) => {
      advance(seconds(5));
      return find(code);
    };
    const page = await world.report();
    expect(page.checked).toBeLessThan(7);
    expect(page.next).toBeDefined();
  });

  it('is refused where the portal is silent, and cut short where it falls silent', async () => {
    const { behaviour, drift } = world;
    behaviour.next = () => 'unknown';
    expect(await drift(supervisor, { day, limit: 25 })).toMatchObject({
      refusal: { code: 'portal-unavailable', why: 'no-answer' },
    });
    let asked = 0;
    behaviour.next = () => {
      asked += 1;
      return asked <= 4 ? 'accepted' : 'unknown';
    };
    expect(await world.report()).toMatchObject({
      checked: 4,
      next: { agency: 'ct-tp', number: 1 },
    });
  });

  it('is refused while there is no account', async () => {
    const drift = makeReadDrift({ ...world.deps, portal: undefined, agencies: [theAgency] });
    expect(await drift(supervisor, { day, limit: 25 })).toMatchObject({
      refusal: { code: 'portal-unavailable', why: 'not-configured' },
    });
  });

  it('is a leader’s own agency’s, whichever is asked for', async () => {
    world.copies.clear();
    const codes = async (actor: Staff, agency?: string) =>
      (await world.report(actor, { agency })).lines.map(({ agency: of }) => of);
    expect(new Set(await codes(leader))).toEqual(new Set(['ct-nnmt']));
    expect(new Set(await codes(otherLeader))).toEqual(new Set(['ct-tp']));
    expect(new Set(await codes(supervisor, 'ct-tp'))).toEqual(new Set(['ct-tp']));
    expect(await world.drift(leader, { day, agency: 'ct-tp', limit: 5 })).toMatchObject({
      refusal: { code: 'agency-unknown' },
    });
    const cursor = { agency: 'ct-tp', number: 1 };
    expect(await world.drift(leader, { day, limit: 5, after: cursor })).toMatchObject({
      refusal: { code: 'agency-unknown' },
    });
  });

  it('leaves out what has gone to another department, for all but the supervisor', async () => {
    const { copies, happens } = world;
    await happens(at(0).id, {
      type: 'dossier-transferred',
      why: 'mis-routed',
      from: 'ct-nnmt',
      to: 'ct-tp',
      agency: 'ct-tp',
      reason: '',
    });
    copies.delete(at(0).code);
    const codes = async (actor: Staff) => (await world.report(actor)).lines.map(({ code }) => code);
    expect(await codes(leader)).not.toContain(at(0).code);
    expect(await codes(supervisor)).toContain(at(0).code);
  });
});

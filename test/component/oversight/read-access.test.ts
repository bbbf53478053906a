import { describe, expect, it } from 'vitest';
import { makeMemoryAccessLog } from '#adapters/memory/access-log.ts';
import { sha256 } from '#adapters/node/seals.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { makeReadAccess } from '#functions/oversight/application/read-access.ts';
import { mayReadAccessOf, placeRead } from '#functions/oversight/domain/access-readers.ts';
import { dossierId, officer, type Station } from '#test/support/dossiers.ts';
import { clerk, refusal } from '#test/support/shipments.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const supervisor: Staff = { kind: 'staff', id: 'binh', role: 'supervisor' };
const leader: Staff = { ...officer, id: 'phuc', role: 'leader' };
const foreign: Staff = { ...leader, id: 'ha', agency: 'ct-tp' };
const page = { limit: 10 };

/** Hoà has read for two agencies; Thảo for the other one alone. */
const aLog = async (station: Station = 'leased') => {
  const world = await aWorldAt(station);
  const lines = makeMemoryAccessLog({ clock: world.clock, sha256 });
  const read = (reader: string, place: string) => ({
    reader,
    capacity: 'officer' as const,
    place,
    operation: 'readDossier',
    what: 'dossier' as const,
    subject: dossierId,
  });
  await lines.append([read('staff:hoa', 'ct-nnmt')]);
  await lines.append([read('staff:hoa', 'ct-tp')]);
  await lines.append([read('staff:thao', 'ct-tp')]);
  return makeReadAccess({ ...world, lines });
};

type Found = Awaited<ReturnType<Awaited<ReturnType<typeof aLog>>['ofStaff']>>;
const seen = (found: Found) =>
  found.ok ? found.value.items.map(({ reader, place }) => `${reader} ${place}`) : found;

describe('the access log of a dossier', () => {
  it('is read by a leader of the agency that has it, whoever read it', async () => {
    const log = await aLog();
    const all = ['staff:hoa ct-nnmt', 'staff:hoa ct-tp', 'staff:thao ct-tp'];
    expect(seen(await log.ofDossier(leader, dossierId, page))).toEqual(expect.arrayContaining(all));
    expect(seen(await log.ofDossier(supervisor, dossierId, page))).toHaveLength(all.length);
  });

  it('is not there for another agency, nor before the dossier lies at theirs', async () => {
    const unknown = refusal('dossier-unknown');
    const log = await aLog();
    expect(await log.ofDossier(foreign, dossierId, page)).toEqual(unknown);
    expect(await (await aLog('accepted')).ofDossier(leader, dossierId, page)).toEqual(unknown);
  });

  it.each([clerk, officer])('is nobody else’s: $role', async (actor) => {
    const log = await aLog();
    expect(await log.ofDossier(actor, dossierId, page)).toEqual(refusal('dossier-unknown'));
    expect(await log.ofStaff(actor, 'hoa', page)).toEqual(refusal('staff-unknown'));
  });
});

describe('the access log of a person', () => {
  it('shows a leader what was read for their own agency', async () => {
    const log = await aLog();
    expect(seen(await log.ofStaff(leader, 'hoa', page))).toEqual(['staff:hoa ct-nnmt']);
    expect(seen(await log.ofStaff(foreign, 'hoa', page))).toEqual(['staff:hoa ct-tp']);
    expect(seen(await log.ofStaff(supervisor, 'hoa', page))).toHaveLength(2);
  });

  it('is refused of whoever has read nothing for it; the end of a list is none', async () => {
    const log = await aLog();
    expect(await log.ofStaff(leader, 'thao', page)).toEqual(refusal('staff-unknown'));
    expect(seen(await log.ofStaff(supervisor, 'nobody', page))).toEqual([]);
    expect(seen(await log.ofStaff(leader, 'hoa', { ...page, after: '0' }))).toEqual([]);
  });
});

describe('who reads whose access log', () => {
  it('takes a leader without an agency for nobody', () => {
    const { agency: _, ...nowhere } = leader;
    expect(placeRead(nowhere)).toEqual(refusal('staff-unknown'));
    expect(mayReadAccessOf(leader, undefined)).toBe(false);
    expect(mayReadAccessOf(supervisor, undefined)).toBe(true);
  });
});

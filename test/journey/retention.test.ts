import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Client } from '#local/play/client.ts';
import { registered, type Staff, staff } from '#test/support/journeys.ts';
import { person } from '#test/support/people.ts';

let who: Staff;
let second: Client;

beforeAll(async () => {
  who = await staff();
  second = await person('khoa.giamsat');
});

const lay = 'POST /v1/dossiers/{dossierId}/hold';
const lift = 'POST /v1/dossiers/{dossierId}/hold/lift';
const reason = 'Cơ quan điều tra đề nghị giữ';

describe('a dossier under lệnh giữ', () => {
  it('is held by one supervisor and let go by another, seen in the list and in the history', async () => {
    const { dossierId } = await registered(who.clerk);
    const asked = { params: { dossierId }, body: { reason } };
    const held = await who.supervisor.call(lay, asked);
    expect(held).toMatchObject({ dossierId, hold: { reason } });
    expect((await who.supervisor.refused(409, lay, asked)).code).toBe('dossier-on-hold');
    const own = await who.supervisor.refused(403, lift, asked);
    expect(own).toMatchObject({ code: 'hold-own', titleEn: expect.stringContaining('another') });
    const { items } = await second.call('GET /v1/holds', { query: {} });
    expect(items.map((each) => each.dossierId)).toContain(dossierId);

    const history = await who.clerk.call('GET /v1/dossiers/{dossierId}/history', {
      params: { dossierId },
    });
    expect(history.events.at(-1)).toMatchObject({ type: 'hold-laid' });
    expect(JSON.stringify(history)).not.toContain(reason);

    expect((await second.call(lift, asked)).hold).toBeUndefined();
    expect((await second.refused(409, lift, asked)).code).toBe('dossier-not-on-hold');
  });
});

describe('npm run ops -- retention', () => {
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['ops/main.ts', 'retention', '--directory', inject('stackDirectory'), ...args],
      { encoding: 'utf8', env: {} },
    );
    return { status, said: `${stdout}${stderr}` };
  };

  it('shows by class what would go, of the running stack, and writes nothing', () => {
    const { status, said } = run('--dry-run', '--on', '2099-01-01T00:00:00Z');
    expect(said).toMatch(/^2099-01-01/);
    expect(said).toMatch(/10-years +\d+ would go {2}kept: /);
    expect(said).toMatch(/permanent +0 would go/);
    expect(status).toBe(0);
  });

  it.each([[[]], [['--dry-run', '--on', 'soon']], [['--all']]])('refuses %j', (args) => {
    const refused = run(...args);
    expect(refused.status).toBe(2);
    expect(refused.said).toContain('npm run ops -- retention --dry-run');
  });
});

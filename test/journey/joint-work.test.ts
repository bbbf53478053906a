import { beforeAll, describe, expect, it } from 'vitest';
import type { Sent, Told } from '#local/play/client.ts';
import { acknowledged, type Staff, scanned, staff } from '#test/support/journeys.ts';
import { jpegPage } from '#test/support/papers.ts';
import { type Person, person, raw } from '#test/support/people.ts';

let who: Staff;
let builder: Person;
let trader: Person;

beforeAll(async () => {
  who = await staff();
  builder = await person('khanh.xd');
  trader = await person('son.ct');
});

const limit = { unit: 'working-days', amount: 2 } as const;
const leg = (agency: string) => ({ agency, task: 'Cho ý kiến về hồ sơ', limit });

const read = 'GET /v1/dossiers/{dossierId}/assignments/{assignment}';
const consult = 'POST /v1/dossiers/{dossierId}/consultations';
const planLegs = 'POST /v1/dossiers/{dossierId}/legs';
const list = 'GET /v1/departments/{agencyId}/assignments';
const take = 'POST /v1/dossiers/{dossierId}/assignments/{assignment}/take';
const reply = 'POST /v1/dossiers/{dossierId}/assignments/{assignment}/answer';

/** The tasks of one dossier in an agency's inbox. */
const tasksOf = async (
  officer: Person,
  agencyId: string,
  dossierId: string,
  state: 'open' | 'closed' = 'open',
) => {
  const lines: Told<typeof list>['items'] = [];
  let after: string | undefined;
  do {
    const page = await officer.call(list, {
      params: { agencyId },
      query: { state, limit: 2, after },
    });
    lines.push(...page.items.filter((line) => line.dossierId === dossierId));
    after = page.next;
  } while (after !== undefined);
  return lines;
};

const answer = async (
  officer: Person,
  dossierId: string,
  assignment: number,
  change: Partial<Sent<typeof reply>> = {},
) => {
  const params = { dossierId, assignment };
  const { leaseNo } = await officer.call(take, { params, body: { leaseSeconds: 600 } });
  return officer.call(reply, {
    params,
    body: { leaseNo, outcome: 'agreed', opinion: 'Thống nhất', ...change },
  });
};

describe('a sequential liên thông', () => {
  it('opens each agency’s inbox when the one before has answered, and hands its answer on', async () => {
    const { dossierId, leaseNo } = await acknowledged(who.clerk, who.officer);
    const planned = await who.officer.call(planLegs, {
      params: { dossierId },
      body: { leaseNo, plan: { mode: 'sequential', legs: [leg('ct-xd'), leg('ct-ct')] } },
    });
    expect(planned).toMatchObject({ assignments: [{ state: 'open' }, { state: 'planned' }] });
    expect(await tasksOf(trader, 'ct-ct', dossierId)).toEqual([]);
    const params = { dossierId, assignment: 2 };
    await trader.refused(404, read, { params });
    await trader.refused(404, take, { params, body: { leaseSeconds: 600 } });

    const page = await jpegPage(8_001);
    const scanId = await scanned(builder, dossierId, page, { assignment: 1 });
    expect(await answer(builder, dossierId, 1, { scanId })).toMatchObject({ state: 'answered' });
    const [task] = await tasksOf(trader, 'ct-ct', dossierId);
    expect(task).toMatchObject({ assignment: 2, purpose: 'leg', lead: 'ct-nnmt' });
    expect(await tasksOf(builder, 'ct-xd', dossierId)).toEqual([]);
    expect(await tasksOf(builder, 'ct-xd', dossierId, 'closed')).toHaveLength(1);

    const shown = await trader.call(read, { params });
    expect(shown.earlier).toMatchObject([{ agency: 'ct-xd', answer: { scan: scanId } }]);
    await trader.call('GET /v1/dossiers/{dossierId}/scans/{scanId}/content', {
      params: { dossierId, scanId },
    });
    await answer(trader, dossierId, 2);

    const sheet = await who.clerk.call('GET /v1/dossiers/{dossierId}/assignments', {
      params: { dossierId },
    });
    expect(sheet.control.map(({ to, timeliness }) => [to, timeliness])).toEqual([
      ['ct-nnmt', undefined],
      ['ct-xd', 'early'],
      ['ct-ct', 'early'],
    ]);
  });
});

describe('two answers at the same moment', () => {
  it('both count, and a repeat of one gets the same answer', async () => {
    const { dossierId, leaseNo } = await acknowledged(who.clerk, who.officer);
    const params = { dossierId };
    await who.officer.call(planLegs, {
      params,
      body: { leaseNo, plan: { mode: 'parallel', legs: [leg('ct-xd'), leg('ct-ct')] } },
    });
    const [first, second] = await Promise.all([
      answer(builder, dossierId, 1),
      answer(trader, dossierId, 2, { outcome: 'disagreed' }),
    ]);
    expect([first.state, second.state]).toEqual(['answered', 'answered']);
    const asked = {
      params,
      body: { leaseNo, ...leg('ct-xd') },
      key: 'one-and-the-same-key',
    };
    const once = await who.officer.call(consult, asked);
    expect(await who.officer.call(consult, asked)).toEqual(once);
    expect(await tasksOf(builder, 'ct-xd', dossierId)).toHaveLength(1);
  });
});

describe('an asked agency', () => {
  it('is told 404 by every other route of the dossier, and 404 by its own once recalled', async () => {
    const { dossierId, leaseNo } = await acknowledged(who.clerk, who.officer);
    const asked = { params: { dossierId }, body: { leaseNo, ...leg('ct-xd') } };
    await who.officer.call(consult, asked);
    const own = { dossierId, assignment: 1 };
    const shown = await builder.call(read, { params: own });
    expect(shown.applicant).toEqual({
      name: 'Nguyễn Thị Ánh',
      address: expect.any(String) as string,
    });
    expect(JSON.stringify(shown)).not.toMatch(/093190001234|912345678/);

    const { token } = builder;
    for (const path of ['', '/history', '/assignments'])
      expect((await raw('GET', `/v1/dossiers/${dossierId}${path}`, { token })).status).toBe(404);
    const lead = [
      ['decisions', { leaseNo, outcome: 'approved', resultScanId: dossierId }],
      ['lease/release', { leaseNo }],
      ['consultations', { leaseNo, ...leg('ct-ct') }],
      ['legs', { leaseNo, plan: { mode: 'parallel', legs: [leg('ct-ct')] } }],
      ['assignments/1/recall', { leaseNo, reason: 'x' }],
      ['assignments/1/reassign', { leaseNo, agency: 'ct-ct' }],
    ] as const;
    for (const [step, body] of lead) {
      const { status } = await raw('POST', `/v1/dossiers/${dossierId}/${step}`, { token, body });
      expect([step, status]).toEqual([step, 404]);
    }
    const spoken = { leaseNo, outcome: 'agreed', opinion: 'Thay mặt' } as const;
    await who.officer.refused(403, reply, { params: own, body: spoken });

    await who.officer.call('POST /v1/dossiers/{dossierId}/assignments/{assignment}/recall', {
      params: own,
      body: { leaseNo, reason: 'Không cần nữa' },
    });
    await builder.refused(404, read, { params: own });
    expect(await tasksOf(builder, 'ct-xd', dossierId)).toEqual([]);
  });

  it('has an inbox that no other department opens', async () => {
    await who.officer.refused(404, list, { params: { agencyId: 'ct-xd' } });
  });
});

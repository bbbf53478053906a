import { beforeAll, describe, expect, it } from 'vitest';
import { acknowledged, scanned, staff } from '#test/support/journeys.ts';
import { jpegPage } from '#test/support/papers.ts';
import { type Person, person } from '#test/support/people.ts';

let who: Awaited<ReturnType<typeof staff>>;
let builder: Person;
let trader: Person;

beforeAll(async () => {
  who = await staff();
  builder = await person('khanh.xd');
  trader = await person('son.ct');
});

const limit = { unit: 'working-days', amount: 2 };
const leg = (agency: string) => ({ agency, task: 'Cho ý kiến về hồ sơ', limit });

interface Line {
  readonly dossierId: string;
  readonly assignment: number;
  readonly dueAt: string;
  readonly openedAt: string;
}

/** The tasks of one dossier in an agency's inbox. */
const tasksOf = async (officer: Person, agency: string, dossierId: string, state = 'open') => {
  const lines: Line[] = [];
  let after = '';
  do {
    const { body } = await officer.get<{ items: Line[]; next?: string }>(
      `/v1/departments/${agency}/assignments?state=${state}&limit=2${after && `&after=${encodeURIComponent(after)}`}`,
    );
    lines.push(...body.items.filter((line) => line.dossierId === dossierId));
    after = body.next ?? '';
  } while (after);
  return lines;
};

const take = async (officer: Person, dossierId: string, assignment: number) =>
  (
    await officer.post<{ leaseNo: number }>(
      `/v1/dossiers/${dossierId}/assignments/${assignment}/take`,
      { leaseSeconds: 600 },
    )
  ).body.leaseNo;

const answer = async (officer: Person, dossierId: string, assignment: number, change = {}) => {
  const leaseNo = await take(officer, dossierId, assignment);
  return officer.post(`/v1/dossiers/${dossierId}/assignments/${assignment}/answer`, {
    leaseNo,
    outcome: 'agreed',
    opinion: 'Thống nhất',
    ...change,
  });
};

describe('a sequential liên thông', () => {
  it('opens each agency’s inbox when the one before has answered, and hands its answer on', async () => {
    const { dossierId, leaseNo } = await acknowledged(who.clerk, who.officer);
    const plan = { mode: 'sequential', legs: [leg('ct-xd'), leg('ct-ct')] };
    const planned = await who.officer.post(`/v1/dossiers/${dossierId}/legs`, { leaseNo, plan });
    expect(planned.body).toMatchObject({ assignments: [{ state: 'open' }, { state: 'planned' }] });
    expect(await tasksOf(trader, 'ct-ct', dossierId)).toEqual([]);
    const early = `/v1/dossiers/${dossierId}/assignments/2`;
    expect((await trader.get(early)).status).toBe(404);
    expect((await trader.post(`${early}/take`, { leaseSeconds: 600 })).status).toBe(404);

    const page = await jpegPage(8_001);
    const scanId = await scanned(builder, dossierId, page, { assignment: 1 });
    expect((await answer(builder, dossierId, 1, { scanId })).body).toMatchObject({
      state: 'answered',
    });
    const [task] = await tasksOf(trader, 'ct-ct', dossierId);
    expect(task).toMatchObject({ assignment: 2, purpose: 'leg', lead: 'ct-nnmt' });
    expect(await tasksOf(builder, 'ct-xd', dossierId)).toEqual([]);
    expect(await tasksOf(builder, 'ct-xd', dossierId, 'closed')).toHaveLength(1);

    const shown = await trader.get<{ earlier: unknown[] }>(early);
    expect(shown.body.earlier).toMatchObject([{ agency: 'ct-xd', answer: { scan: scanId } }]);
    const opened = await trader.get(`/v1/dossiers/${dossierId}/scans/${scanId}/content`);
    expect(opened.status).toBe(303);
    expect((await answer(trader, dossierId, 2)).status).toBe(200);

    const sheet = await who.clerk.get<{ control: { to: string; timeliness?: string }[] }>(
      `/v1/dossiers/${dossierId}/assignments`,
    );
    expect(sheet.body.control.map(({ to, timeliness }) => [to, timeliness])).toEqual([
      ['ct-nnmt', undefined],
      ['ct-xd', 'early'],
      ['ct-ct', 'early'],
    ]);
  });
});

describe('two answers at the same moment', () => {
  it('both count, and a repeat of one gets the same answer', async () => {
    const { dossierId, leaseNo } = await acknowledged(who.clerk, who.officer);
    const plan = { mode: 'parallel', legs: [leg('ct-xd'), leg('ct-ct')] };
    await who.officer.post(`/v1/dossiers/${dossierId}/legs`, { leaseNo, plan });
    const [first, second] = await Promise.all([
      answer(builder, dossierId, 1),
      answer(trader, dossierId, 2, { outcome: 'disagreed' }),
    ]);
    expect([first.body['state'], second.body['state']]).toEqual(['answered', 'answered']);
    const key = 'one-and-the-same-key';
    const path = `/v1/dossiers/${dossierId}/consultations`;
    const body = { leaseNo, ...leg('ct-xd') };
    const once = await who.officer.post(path, body, { key });
    const again = await who.officer.post(path, body, { key });
    expect(again.body).toEqual(once.body);
    expect(await tasksOf(builder, 'ct-xd', dossierId)).toHaveLength(1);
  });
});

describe('an asked agency', () => {
  it('is told 404 by every other route of the dossier, and 404 by its own once recalled', async () => {
    const { dossierId, leaseNo } = await acknowledged(who.clerk, who.officer);
    const asked = { leaseNo, ...leg('ct-xd') };
    await who.officer.post(`/v1/dossiers/${dossierId}/consultations`, asked);
    const own = `/v1/dossiers/${dossierId}/assignments/1`;
    const shown = await builder.get(own);
    expect(shown.body['applicant']).toEqual({
      name: 'Nguyễn Thị Ánh',
      address: expect.any(String) as string,
    });
    expect(JSON.stringify(shown.body)).not.toMatch(/093190001234|912345678/);

    for (const path of ['', '/history', '/assignments'])
      expect((await builder.get(`/v1/dossiers/${dossierId}${path}`)).status).toBe(404);
    const lead = [
      ['decisions', { leaseNo, outcome: 'approved', resultScanId: dossierId }],
      ['lease/release', { leaseNo }],
      ['consultations', { leaseNo, ...leg('ct-ct') }],
      ['legs', { leaseNo, plan: { mode: 'parallel', legs: [leg('ct-ct')] } }],
      ['assignments/1/recall', { leaseNo, reason: 'x' }],
      ['assignments/1/reassign', { leaseNo, agency: 'ct-ct' }],
    ] as const;
    for (const [step, body] of lead)
      expect([
        step,
        (await builder.post(`/v1/dossiers/${dossierId}/${step}`, body)).status,
      ]).toEqual([step, 404]);
    const spoken = { leaseNo, outcome: 'agreed', opinion: 'Thay mặt' };
    expect((await who.officer.post(`${own}/answer`, spoken)).status).toBe(403);

    await who.officer.post(`${own}/recall`, { leaseNo, reason: 'Không cần nữa' });
    expect((await builder.get(own)).status).toBe(404);
    expect(await tasksOf(builder, 'ct-xd', dossierId)).toEqual([]);
  });

  it('has an inbox that no other department opens', async () => {
    expect((await who.officer.get('/v1/departments/ct-xd/assignments')).status).toBe(404);
  });
});

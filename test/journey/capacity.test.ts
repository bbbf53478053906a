import { beforeAll, describe, expect, it } from 'vitest';
import { accepted, staff } from '#test/support/journeys.ts';
import { type Person, person, raw } from '#test/support/people.ts';

/** One-stop staff: a clerk at the post office and an officer of the department, in one person. */
let both: Person;
let dossierId: string;

const asking = (method: 'GET' | 'POST', path: string, capacity?: string, body?: unknown) =>
  raw(method, `/v1/dossiers/${dossierId}${path}`, {
    token: both.token,
    ...(capacity !== undefined && { headers: { 'acting-as': capacity } }),
    ...(body !== undefined && { body }),
  });

beforeAll(async () => {
  both = await person('ngan.motcua');
  ({ dossierId } = await accepted((await staff()).clerk));
});

describe('a person of two roles', () => {
  it('chooses where both may ask', async () => {
    const unchosen = await asking('GET', '');
    expect([unchosen.status, unchosen.body['code']]).toEqual([400, 'capacity-unchosen']);
    expect((await asking('GET', '', 'clerk')).status).toBe(200);
    expect((await asking('GET', '', 'leader')).body['code']).toBe('role-missing');
  });

  it('does one thing in one of them, and the history says in which', async () => {
    const reason = 'Người dân không muốn nộp nữa';
    expect(
      (await asking('POST', '/withdrawal', undefined, { reason, identityChecked: true })).status,
    ).toBe(200);
    const { body } = await asking('GET', '/history', 'clerk');
    expect(body['events']).toContainEqual(
      expect.objectContaining({ type: 'withdrawal-requested', capacity: 'clerk' }),
    );
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { readyToAccept, type Staff, staff } from '#test/support/journeys.ts';

let who: Staff;

beforeAll(async () => {
  who = await staff();
});

describe('a complaint at the counter', () => {
  it('is taken down with its day, seen by its office, and answered by a supervisor once', async () => {
    const { dossierId } = await readyToAccept(who.clerk);
    const params = { dossierId };
    const body = { subject: 'delay', text: 'Chậm một tuần' } as const;
    const lodged = await who.clerk.call('POST /v1/dossiers/{dossierId}/complaints', {
      params,
      body,
    });
    expect(lodged).toMatchObject({ state: 'open', route: 'within-province' });
    const asked = { params: { complaintId: lodged.complaintId } };
    const read = await who.clerk.call('GET /v1/complaints/{complaintId}', asked);
    expect(read).toMatchObject({ text: 'Chậm một tuần', isLate: false });
    const elsewhere = await who.otherClerk.refused(404, 'GET /v1/complaints/{complaintId}', asked);
    expect(elsewhere.code).toBe('complaint-unknown');
    const answer = { ...asked, body: { outcome: 'upheld', text: 'Hoàn cước' } as const };
    const path = 'POST /v1/complaints/{complaintId}/answer';
    expect(await who.supervisor.call(path, answer)).toMatchObject({ state: 'answered' });
    expect((await who.supervisor.refused(409, path, answer)).code).toBe('complaint-answered');
    const { items } = await who.supervisor.call('GET /v1/complaints', {
      query: { state: 'answered' },
    });
    expect(items.map(({ complaintId }) => complaintId)).toContain(lodged.complaintId);
  });
});

import { describe, expect, it } from 'vitest';
import { aRegistration, staff } from '#test/support/journeys.ts';

interface Many {
  readonly registered: number;
  readonly lines: readonly { dossierId?: string; problem?: { code: string; status: number } }[];
}

describe('a broker with fifty dossiers', () => {
  it('is served in one call, found by phone afterwards, and by no other office', async () => {
    const { clerk, otherClerk } = await staff();
    const { applicant, ...line } = await aRegistration();
    const broker = { ...applicant, name: 'Dịch vụ Minh Anh', phone: '0939 123 987' };
    const lines = Array.from({ length: 50 }, (_, n) =>
      n === 7 ? { ...line, procedure: '9.999999' } : line,
    );
    const body = { applicant: broker, lines };
    const key = `broker-${Date.now()}`;
    const answer = await clerk.post<Many>('/v1/dossiers/many', body, { key });
    expect([answer.status, answer.body.registered]).toEqual([200, 49]);
    expect(answer.body.lines[7]?.problem).toMatchObject({ code: 'procedure-unknown', status: 422 });
    const again = await clerk.post<Many>('/v1/dossiers/many', body, { key });
    expect(again.body.lines).toEqual(answer.body.lines);
    const found = await clerk.post('/v1/senders/find', { phone: '0939123987' });
    expect(found.body).toMatchObject({ name: 'Dịch vụ Minh Anh' });
    expect((await otherClerk.post('/v1/senders/find', { phone: '0939123987' })).status).toBe(404);
  });
});

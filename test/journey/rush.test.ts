import { describe, expect, it } from 'vitest';
import { aRegistration, staff } from '#test/support/journeys.ts';
import { call } from '#test/support/people.ts';

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

describe('a full hall', () => {
  it('has each number called once, shown on the wall without persons, and waits measured', async () => {
    const { clerk, otherClerk } = await staff();
    const taken = new Set<string>();
    for (const priority of [undefined, 'elderly', undefined]) {
      const ask = { group: 'nop-ho-so', ...(priority && { priority }) };
      const { body, status } = await clerk.post<{ number: string }>('/v1/queue/tickets', ask);
      expect(status).toBe(201);
      taken.add(body.number);
    }
    const calls = await Promise.all(
      ['quay-1', 'quay-2', 'quay-3'].map((counter) =>
        clerk.post<{ number: string; ticketId: string }>('/v1/queue/calls', { counter }),
      ),
    );
    expect(new Set(calls.map(({ body }) => body.number))).toEqual(taken);
    const wall = await call<{ serving: { number: string }[]; waiting: number }>(
      'GET',
      '/v1/queue/display?office=bd-vi-thanh',
    );
    expect(new Set(wall.body.serving.map(({ number }) => number))).toEqual(taken);
    expect(JSON.stringify(wall.body)).not.toContain('elderly');
    for (const { body } of calls) {
      const finish = `/v1/queue/tickets/${body.ticketId}/finish`;
      expect((await otherClerk.post(finish, {})).status).toBe(409);
      expect((await clerk.post(finish, {})).status).toBe(200);
    }
  });
});

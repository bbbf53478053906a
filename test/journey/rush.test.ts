import { describe, expect, it } from 'vitest';
import { aRegistration, staff } from '#test/support/journeys.ts';
import { anyone } from '#test/support/people.ts';

describe('a broker with fifty dossiers', () => {
  it('is served in one call, found by phone afterwards, and by no other office', async () => {
    const { clerk, otherClerk } = await staff();
    const { applicant, ...line } = await aRegistration();
    const broker = { ...applicant, name: 'Dịch vụ Minh Anh', phone: '0939 123 987' };
    const lines = Array.from({ length: 50 }, (_, n) =>
      n === 7 ? { ...line, procedure: '9.999999' } : line,
    );
    const asked = { body: { applicant: broker, lines }, key: `broker-${Date.now()}` };
    const many = await clerk.call('POST /v1/dossiers/many', asked);
    expect(many.registered).toBe(49);
    expect(many.lines[7]?.problem).toMatchObject({ code: 'procedure-unknown', status: 422 });
    const again = await clerk.call('POST /v1/dossiers/many', asked);
    expect(again.lines).toEqual(many.lines);
    const phone = { body: { phone: '0939123987' } };
    const found = await clerk.call('POST /v1/senders/find', phone);
    expect(found.name).toBe('Dịch vụ Minh Anh');
    await otherClerk.refused(404, 'POST /v1/senders/find', phone);
  });
});

describe('a full hall', () => {
  it('has each number called once, shown on the wall without persons, and waits measured', async () => {
    const { clerk, otherClerk } = await staff();
    const taken = new Set<string>();
    for (const priority of [undefined, 'elderly', undefined] as const) {
      const body = { group: 'nop-ho-so', priority };
      const { number } = await clerk.call('POST /v1/queue/tickets', { body });
      taken.add(number);
    }
    const calls = await Promise.all(
      ['quay-1', 'quay-2', 'quay-3'].map((counter) =>
        clerk.call('POST /v1/queue/calls', { body: { counter } }),
      ),
    );
    expect(new Set(calls.map(({ number }) => number))).toEqual(taken);
    const wall = await anyone().call('GET /v1/queue/display', { query: { office: 'bd-vi-thanh' } });
    expect(new Set(wall.serving.map(({ number }) => number))).toEqual(taken);
    expect(JSON.stringify(wall)).not.toContain('elderly');
    for (const { ticketId } of calls) {
      const finished = { params: { ticketId }, body: {} };
      await otherClerk.refused(409, 'POST /v1/queue/tickets/{ticketId}/finish', finished);
      await clerk.call('POST /v1/queue/tickets/{ticketId}/finish', finished);
    }
  });
});

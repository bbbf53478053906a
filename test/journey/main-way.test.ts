import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import {
  accepted,
  acknowledged,
  decided,
  dispatched,
  landProcedure,
  leased,
  registered,
  staff,
} from '#test/support/journeys.ts';
import { call, stackUrl } from '#test/support/people.ts';

let who: Awaited<ReturnType<typeof staff>>;

beforeAll(async () => {
  who = await staff();
});

const delivered = {
  code: 'EMI',
  occurredAt: new Date(Date.now() - 60_000).toISOString(),
  proof: { receiverName: 'Nguyễn Thị Ánh', identityChecked: true },
};

describe('the catalogue', () => {
  it('finds a procedure typed without diacritics, and tells papers, time and fees', async () => {
    const { code } = await landProcedure();
    const { body } = await call('GET', `/v1/procedures/${code}`);
    expect(body).toMatchObject({
      code,
      components: expect.arrayContaining([expect.objectContaining({ required: true })]),
      timeRule: expect.objectContaining({ unit: expect.any(String) }),
    });
  });

  it('says when there is no such procedure', async () => {
    const { status, body } = await call('GET', '/v1/procedures/9.999999');
    expect([status, body['code']]).toEqual([404, 'procedure-not-found']);
  });

  it('describes every route of the API', async () => {
    const { body } = await call<{ openapi: string; paths: Record<string, object> }>(
      'GET',
      '/openapi.json',
    );
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/v1/dossiers/{dossierId}/accept', '/v1/track', '/v1/shipments']),
    );
  });
});

describe('the counter', () => {
  it('gives a code, an appointment with its reasons and a tracking secret', async () => {
    const dossier = await accepted(who.clerk);
    expect(dossier).toMatchObject({
      code: expect.stringMatching(/-\d{6,8}-\d{4,}$/),
      agency: { id: 'ct-nnmt' },
      explanation: { vi: expect.arrayContaining([expect.any(String)]) },
      trackingSecret: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/),
    });
  });

  it('numbers the dossiers of an agency’s day without a gap, also in parallel', async () => {
    const codes = await Promise.all([1, 2, 3, 4].map(() => accepted(who.clerk)));
    const numbers = codes.map(({ code }) => Number(code.split('-').at(-1))).sort((a, b) => a - b);
    const [first = 0] = numbers;
    expect(numbers).toEqual([first, first + 1, first + 2, first + 3]);
  });

  it('prints a receipt, and marks a reprint', async () => {
    const { dossierId } = await accepted(who.clerk);
    const print = (query: string) =>
      fetch(`${stackUrl()}/v1/dossiers/${dossierId}/documents/receipt.pdf${query}`, {
        headers: { authorization: `Bearer ${who.clerk.token}` },
      });
    const [first, again] = await Promise.all([print(''), print('?reprint=1')]);
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(first.headers.get('content-type')).toBe('application/pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(false);
  });

  it('has no receipt before the dossier is accepted, and no form that does not exist', async () => {
    const { dossierId } = await registered(who.clerk);
    const early = await who.clerk.get(`/v1/dossiers/${dossierId}/documents/receipt.pdf`);
    expect([early.status, early.body['code']]).toEqual([409, 'form-not-available']);
    const unknown = await who.clerk.get(`/v1/dossiers/${dossierId}/documents/nothing.pdf`);
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'form-unknown']);
  });
});

describe('the department', () => {
  it('finds an accepted dossier in its inbox, ordered by appointment', async () => {
    const { dossierId } = await accepted(who.clerk);
    const items = await eventually(async () => {
      const { body } = await who.officer.get<{ items: { dossierId: string; dueAt: string }[] }>(
        '/v1/departments/ct-nnmt/inbox?limit=100',
      );
      return body.items.some((line) => line.dossierId === dossierId) ? body.items : undefined;
    });
    const dues = items.map(({ dueAt }) => dueAt);
    expect(dues).toEqual([...dues].sort());
  });

  it('pulls each dossier once, however many officers pull at the same time', async () => {
    const dossiers = await Promise.all([1, 2, 3].map(() => accepted(who.clerk)));
    await eventually(async () => {
      const seen = await Promise.all(
        dossiers.map(({ dossierId }) => who.officer.get(`/v1/dossiers/${dossierId}`)),
      );
      return seen.every(({ status }) => status === 200) ? true : undefined;
    });
    const pull = { max: 20, leaseSeconds: 60 };
    const pulls = await Promise.all(
      [who.officer, who.leader, who.officer, who.leader].map((person) =>
        person.post<{ leased: { dossierId: string }[] }>(
          '/v1/departments/ct-nnmt/inbox/pull',
          pull,
        ),
      ),
    );
    const taken = pulls.flatMap(({ body }) => body.leased.map(({ dossierId }) => dossierId));
    expect(new Set(taken).size).toBe(taken.length);
    for (const { dossierId } of dossiers) expect(taken).toContain(dossierId);
  });

  it('gets the same dossiers again for the same pull', async () => {
    await accepted(who.clerk);
    const key = `pull-${Date.now()}`;
    const ask = () =>
      who.officer.post('/v1/departments/ct-nnmt/inbox/pull', { max: 1, leaseSeconds: 60 }, { key });
    const first = await ask();
    expect((await ask()).body).toEqual(first.body);
  });

  it('extends and releases its lease', async () => {
    const { dossierId, leaseNo } = await leased(who.clerk, who.officer);
    const longer = await who.officer.post(`/v1/dossiers/${dossierId}/lease/extend`, {
      leaseNo,
      leaseSeconds: 3_600,
    });
    expect(longer.body).toMatchObject({ leaseNo, leasedUntil: expect.any(String) });
    const free = await who.officer.post(`/v1/dossiers/${dossierId}/lease/release`, { leaseNo });
    expect(free.body).not.toHaveProperty('leasedUntil');
  });

  it('opens a verified scan through a link that is not its own to pass on', async () => {
    const { dossierId } = await acknowledged(who.clerk, who.officer);
    const { body } = await who.officer.get<{ scans: { scanId: string }[] }>(
      `/v1/dossiers/${dossierId}`,
    );
    const opened = await who.officer.get(
      `/v1/dossiers/${dossierId}/scans/${body.scans[0]?.scanId}/content`,
    );
    expect(opened.status).toBe(303);
    const link = new URL(opened.headers.get('location') ?? '');
    expect(Number(link.searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(60);
    const file = await fetch(link);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    await file.body?.cancel();
  });
});

describe('the way back', () => {
  it('closes the dossier on proof of delivery, and only then', async () => {
    const { dossierId, shipmentId, waybill, code, trackingSecret } = await dispatched(
      who.clerk,
      who.officer,
    );
    expect(waybill).toMatch(/^[A-Z]{2}\d{9}VN$/);
    const path = `/v1/shipments/${shipmentId}/events`;
    const unproved = await who.courier.post(path, { ...delivered, proof: undefined });
    expect([unproved.status, unproved.body['code']]).toEqual([422, 'courier-event-invalid']);
    const future = new Date(Date.now() + 3_600_000).toISOString();
    const early = await who.courier.post(path, { ...delivered, occurredAt: future });
    expect([early.status, early.body['code']]).toEqual([422, 'courier-event-invalid']);
    const out = await who.courier.post(path, {
      code: 'EDG',
      occurredAt: new Date(Date.now() - 120_000).toISOString(),
    });
    expect(out.body).toMatchObject({ state: 'out-for-delivery', isNew: true });
    expect((await who.clerk.get(`/v1/dossiers/${dossierId}`)).body['status']).toBe('decided');
    const proved = await who.courier.post(path, delivered);
    expect(proved.body).toMatchObject({ state: 'delivered' });
    expect((await who.clerk.get(`/v1/dossiers/${dossierId}`)).body['status']).toBe('returned');
    const track = await call('POST', '/v1/track', { code, secret: trackingSecret });
    expect(track.body).toMatchObject({ status: 'returned', nationalStatus: 10 });
  });

  it('prints the label for the post, and for nobody else', async () => {
    const { dossierId } = await dispatched(who.clerk, who.officer);
    const path = `/v1/dossiers/${dossierId}/documents/label.pdf`;
    const label = await who.courier.get(path);
    expect([label.status, label.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const peeking = await who.officer.get(path);
    expect([peeking.status, peeking.body['code']]).toEqual([404, 'form-unknown']);
    const { dossierId: early } = await accepted(who.clerk);
    const none = await who.clerk.get(`/v1/dossiers/${early}/documents/label.pdf`);
    expect([none.status, none.body['code']]).toEqual([409, 'form-not-available']);
  });

  it('sends a result once', async () => {
    const { dossierId } = await dispatched(who.clerk, who.officer);
    const again = await who.clerk.post('/v1/shipments', { dossierId, carrier: 'vnpost' });
    expect([again.status, again.body['code']]).toEqual([409, 'step-not-allowed']);
  });
});

describe('the citizen', () => {
  it('is told by SMS, and can follow with code and secret however they are typed', async () => {
    const { code, trackingSecret } = await decided(who.clerk, who.officer);
    const typed = { code: ` ${code.toLowerCase()} `, secret: trackingSecret.toLowerCase() };
    const track = await call('POST', '/v1/track', typed);
    expect(track.body).toMatchObject({
      code,
      status: 'decided',
      statusText: { vi: 'Đã xử lý xong' },
    });
    expect(JSON.stringify(track.body)).not.toMatch(/Ánh|912345678|093190001234/);
  });

  it('is told nothing on a wrong secret, and is stopped after ten tries', async () => {
    const { code } = await accepted(who.clerk);
    const guess = (n: number) =>
      call('POST', '/v1/track', { code, secret: `GUESS${String(n).padStart(3, '0')}` });
    const answers = [];
    for (let n = 0; n < 11; n++) answers.push(await guess(n));
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(404), 429]);
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('the history', () => {
  it('names every step with its author, chained', async () => {
    const { dossierId } = await decided(who.clerk, who.officer);
    const { body } = await who.clerk.get<{
      intact: boolean;
      events: { version: number; type: string }[];
    }>(`/v1/dossiers/${dossierId}/history`);
    expect(body.intact).toBe(true);
    expect(body.events.map(({ version }) => version)).toEqual(body.events.map((_, n) => n + 1));
    expect(body.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'dossier-registered',
        'dossier-accepted',
        'department-reached',
        'lease-granted',
        'dossier-acknowledged',
        'dossier-decided',
      ]),
    );
    expect(JSON.stringify(body)).not.toMatch(/Ánh|912345678|093190001234/);
  });
});

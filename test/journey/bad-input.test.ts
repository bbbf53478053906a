import { beforeAll, describe, expect, it } from 'vitest';
import {
  accepted,
  acknowledged,
  announce,
  aRegistration,
  dispatched,
  leased,
  put,
  readyToAccept,
  registered,
  settledScan,
  staff,
} from '#test/support/journeys.ts';
import { jpegPage, sha256Of } from '#test/support/papers.ts';
import { type Answer, call } from '#test/support/people.ts';

let who: Awaited<ReturnType<typeof staff>>;

beforeAll(async () => {
  who = await staff();
});

/** A problem is a problem document: right type, both titles, its status. */
const expectProblem = (answer: Answer, status: number, code: string): void => {
  expect(answer.body).toMatchObject({
    type: `urn:problem:post-counter:${code}`,
    title: expect.stringMatching(/\S/),
    titleEn: expect.stringMatching(/\S/),
    status,
    code,
  });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
};

describe('a registration that is wrong is refused with its reason', () => {
  const applicant = {
    name: 'Nguyễn Thị Ánh',
    personalNumber: '093190001234',
    phone: '0912345678',
    address: 'Ấp 3',
  };

  it('names a procedure that does not exist', async () => {
    const answer = await who.clerk.post(
      '/v1/dossiers',
      await aRegistration({ procedure: '9.999999' }),
    );
    expectProblem(answer, 422, 'procedure-unknown');
  });

  it('lacks required components: all of them are named at once', async () => {
    const { components } = await aRegistration();
    const [first, ...missing] = components;
    const answer = await who.clerk.post(
      '/v1/dossiers',
      await aRegistration({ components: [first] }),
    );
    expectProblem(answer, 422, 'component-missing');
    expect(answer.body['components']).toEqual(missing.map(({ id }) => id));
  });

  it('brings a component that the procedure does not know', async () => {
    const components = [{ id: 'ho-chieu-vu-tru', copyKind: 'original', count: 1 }];
    const answer = await who.clerk.post('/v1/dossiers', await aRegistration({ components }));
    expectProblem(answer, 422, 'component-unknown');
  });

  it.each([
    ['a landline', { ...applicant, phone: '02933 878 911' }, 'body.applicant.phone'],
    ['letters for a phone', { ...applicant, phone: 'khong co' }, 'body.applicant.phone'],
    [
      'ten digits of identity',
      { ...applicant, personalNumber: '0931900012' },
      'body.applicant.personalNumber',
    ],
    ['a name of digits', { ...applicant, name: '12345' }, 'body.applicant.name'],
    [
      'a name of 10,000 characters',
      { ...applicant, name: 'Á'.repeat(10_000) },
      'body.applicant.name',
    ],
  ])('has %s: the field is named, its value is not', async (_, wrong, path) => {
    const answer = await who.clerk.post('/v1/dossiers', await aRegistration({ applicant: wrong }));
    expectProblem(answer, 400, 'request-invalid');
    expect(answer.body['issues']).toEqual([expect.objectContaining({ path })]);
    expect(JSON.stringify(answer.body)).not.toContain('0931900012');
  });

  it.each([
    ['negative', -1],
    ['fractional', 0.5],
    ['absurd', 1e15],
  ])('states %s money', async (_, stateFeesVnd) => {
    const fees = { stateFeesVnd, postageVnd: 0 };
    const answer = await who.clerk.post('/v1/dossiers', await aRegistration({ fees }));
    expectProblem(answer, 400, 'request-invalid');
  });

  it('is not JSON', async () => {
    const answer = await who.clerk.post('/v1/dossiers', undefined, { raw: '{"procedure": ' });
    expectProblem(answer, 400, 'body-not-json');
  });

  it('is larger than any form', async () => {
    const answer = await who.clerk.post('/v1/dossiers', { padding: 'x'.repeat(70_000) });
    expectProblem(answer, 413, 'body-too-large');
  });

  it('carries fields that nobody asked for', async () => {
    const answer = await who.clerk.post(
      '/v1/dossiers',
      await aRegistration({ office: 'bd-nga-bay' }),
    );
    expectProblem(answer, 400, 'request-invalid');
  });

  it('has no idempotency key', async () => {
    const answer = await who.clerk.post('/v1/dossiers', await aRegistration(), { key: '' });
    expectProblem(answer, 400, 'idempotency-key-missing');
  });
});

describe('an upload that is not what was announced never becomes a scan', () => {
  const open = async () => {
    const { dossierId, registration } = await registered(who.clerk);
    return { dossierId, component: registration.components[0]?.id ?? '' };
  };

  it('other bytes are refused by the store', async () => {
    const { dossierId, component } = await open();
    const bytes = await jpegPage(501);
    const { body } = await announce(who.clerk, dossierId, bytes, { component });
    const other = Buffer.from(bytes);
    other[200] = (other[200] ?? 0) ^ 0xff;
    expect((await put(body.upload, other)).status).toBe(400);
  });

  it('another size, another type and a second upload are refused by the store', async () => {
    const { dossierId, component } = await open();
    const bytes = await jpegPage(502);
    const { body } = await announce(who.clerk, dossierId, bytes, { component });
    expect((await put(body.upload, bytes.subarray(0, 100))).status).toBe(403);
    const asPdf = { ...body.upload.headers, 'content-type': 'application/pdf' };
    expect((await put(body.upload, bytes, asPdf)).status).toBe(403);
    expect((await put(body.upload, bytes)).status).toBe(200);
    expect((await put(body.upload, bytes)).status).toBe(412);
  });

  it('an address whose expiry is moved is refused by the store', async () => {
    const { dossierId, component } = await open();
    const bytes = await jpegPage(503);
    const { body } = await announce(who.clerk, dossierId, bytes, { component });
    const url = new URL(body.upload.url);
    url.searchParams.set('X-Amz-Expires', '604800');
    expect((await put({ ...body.upload, url: url.href }, bytes)).status).toBe(403);
    const past = new URL(body.upload.url);
    past.searchParams.set('X-Amz-Date', '20200101T000000Z');
    expect((await put({ ...body.upload, url: past.href }, bytes)).status).toBe(403);
  });

  it('a PDF that is not a PDF is rejected, and the dossier says why', async () => {
    const { dossierId, component } = await open();
    const fake = Buffer.from('%PDF-1.7\nnothing here is a document\n');
    const { body } = await announce(who.clerk, dossierId, fake, {
      component,
      mediaType: 'application/pdf',
    });
    expect((await put(body.upload, fake)).status).toBe(200);
    const settled = await settledScan(who.clerk, dossierId, body.scanId);
    expect(settled).toMatchObject({ state: 'rejected', why: 'unreadable' });
  });

  it('a picture announced as a PDF is rejected', async () => {
    const { dossierId, component } = await open();
    const bytes = await jpegPage(504);
    const { body } = await announce(who.clerk, dossierId, bytes, {
      component,
      mediaType: 'application/pdf',
    });
    await put(body.upload, bytes);
    const settled = await settledScan(who.clerk, dossierId, body.scanId);
    expect(settled).toMatchObject({ state: 'rejected', why: 'type-mismatch' });
  });

  it.each([
    ['too large', { bytes: 20_000_001 }],
    ['empty', { bytes: 0 }],
    ['of a type that is no scan', { mediaType: 'text/html' }],
    ['without a real hash', { sha256: 'abc' }],
  ])('a file %s is not even announced', async (_, change) => {
    const { dossierId, component } = await open();
    const answer = await announce(who.clerk, dossierId, await jpegPage(1), {
      component,
      ...change,
    });
    expectProblem(answer as unknown as Answer, 400, 'request-invalid');
  });

  it('an unverified scan cannot be opened', async () => {
    const { dossierId, component } = await open();
    const { body } = await announce(who.clerk, dossierId, await jpegPage(505), { component });
    const answer = await who.clerk.get(`/v1/dossiers/${dossierId}/scans/${body.scanId}/content`);
    expectProblem(answer, 409, 'scan-not-readable-yet');
  });
});

describe('a step out of order changes nothing', () => {
  it('accepting before every scan is verified', async () => {
    const { dossierId, registration } = await registered(who.clerk);
    const component = registration.components[0]?.id ?? '';
    await announce(who.clerk, dossierId, await jpegPage(601), { component });
    const answer = await who.clerk.post(`/v1/dossiers/${dossierId}/accept`, {});
    expectProblem(answer, 409, 'scan-unverified');
    const { body } = await who.clerk.get(`/v1/dossiers/${dossierId}`);
    expect(body).toMatchObject({ status: 'registered', version: 2 });
  });

  it('accepting twice: the same key gets the same answer, another key is refused', async () => {
    const { dossierId } = await readyToAccept(who.clerk);
    const path = `/v1/dossiers/${dossierId}/accept`;
    const first = await who.clerk.post(path, {}, { key: 'accept-once-0001' });
    const repeat = await who.clerk.post(path, {}, { key: 'accept-once-0001' });
    expect(repeat.body).toEqual(first.body);
    expectProblem(await who.clerk.post(path, {}), 409, 'step-not-allowed');
  });

  it('the same key with another body is refused', async () => {
    const key = 'register-once-0001';
    const registration = await aRegistration();
    expect((await who.clerk.post('/v1/dossiers', registration, { key })).status).toBe(201);
    const fees = { stateFeesVnd: 1, postageVnd: 1 };
    const other = await who.clerk.post('/v1/dossiers', { ...registration, fees }, { key });
    expectProblem(other, 422, 'idempotency-key-reused');
  });

  it('deciding with a lease that a colleague has taken over', async () => {
    const { dossierId, leaseNo, manifestHash } = await leased(who.clerk, who.officer);
    await who.officer.post(`/v1/dossiers/${dossierId}/lease/release`, { leaseNo });
    const stale = await who.officer.post(`/v1/dossiers/${dossierId}/acknowledge`, {
      leaseNo,
      manifestHash,
    });
    expectProblem(stale, 409, 'lease-not-held');
    const taken = await who.leader.post<{ leased: { leaseNo: number }[] }>(
      '/v1/departments/ct-nnmt/inbox/pull',
      { max: 1, leaseSeconds: 600, dossierIds: [dossierId] },
    );
    expect(taken.body.leased[0]?.leaseNo).toBe(leaseNo + 1);
    const fenced = await who.officer.post(`/v1/dossiers/${dossierId}/acknowledge`, {
      leaseNo,
      manifestHash,
    });
    expectProblem(fenced, 409, 'lease-stale');
  });

  it('acknowledging with a hash of other files', async () => {
    const { dossierId, leaseNo } = await leased(who.clerk, who.officer);
    const answer = await who.officer.post(`/v1/dossiers/${dossierId}/acknowledge`, {
      leaseNo,
      manifestHash: sha256Of(Buffer.from('something else')),
    });
    expectProblem(answer, 409, 'manifest-mismatch');
  });

  it('deciding without a result document, and refusing without a reason', async () => {
    const { dossierId, leaseNo } = await acknowledged(who.clerk, who.officer);
    const path = `/v1/dossiers/${dossierId}/decisions`;
    const resultScanId = '01KAPXJ5V0ZK9Q4T8N6W2C7D3F';
    const answer = await who.officer.post(path, { leaseNo, outcome: 'approved', resultScanId });
    expectProblem(answer, 409, 'result-missing');
  });

  it('dispatching a dossier that is not decided', async () => {
    const { dossierId } = await accepted(who.clerk);
    const answer = await who.clerk.post('/v1/shipments', { dossierId, carrier: 'vnpost' });
    expectProblem(answer, 409, 'step-not-allowed');
  });

  it('dispatching with a carrier that the post does not know', async () => {
    const { dossierId } = await accepted(who.clerk);
    const answer = await who.clerk.post('/v1/shipments', { dossierId, carrier: 'bo-cau' });
    expectProblem(answer, 404, 'carrier-unknown');
  });
});

describe('what a caller may not see does not exist', () => {
  it('an unknown dossier and one of another office get the same answer', async () => {
    const { dossierId } = await registered(who.clerk);
    const unknown = await who.otherClerk.get('/v1/dossiers/01KAPXJ5V0ZK9Q4T8N6W2C7D3F');
    const foreign = await who.otherClerk.get(`/v1/dossiers/${dossierId}`);
    expectProblem(unknown, 404, 'dossier-unknown');
    expect({ ...foreign.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
  });

  it('a decision by another department', async () => {
    const { dossierId, leaseNo } = await leased(who.clerk, who.officer);
    const answer = await who.otherOfficer.post(`/v1/dossiers/${dossierId}/decisions`, {
      leaseNo,
      outcome: 'approved',
      resultScanId: '01KAPXJ5V0ZK9Q4T8N6W2C7D3F',
    });
    expectProblem(answer, 404, 'dossier-unknown');
  });

  it('an id that is no id', async () => {
    expect((await who.clerk.get('/v1/dossiers/../../etc')).status).toBe(404);
    expectProblem(await who.clerk.get('/v1/dossiers/1'), 404, 'route-unknown');
  });

  it('a shipment of another office', async () => {
    const { shipmentId } = await dispatched(who.clerk, who.officer);
    const answer = await who.otherClerk.get(`/v1/shipments/${shipmentId}`);
    expectProblem(answer, 404, 'shipment-unknown');
  });
});

describe('a webhook without a true signature changes nothing', () => {
  const body = {
    eventId: 'e1',
    waybill: 'EE473124829VN',
    code: 'EMI',
    occurredAt: '2026-11-23T09:00:00+07:00',
  };
  const now = () => String(Math.floor(Date.now() / 1000));

  it.each([
    ['no signature', () => ({})],
    [
      'a made-up signature',
      () => ({ 'x-timestamp': now(), 'x-signature': `v1=${'0'.repeat(64)}` }),
    ],
    ['no timestamp', () => ({ 'x-signature': `v1=${'0'.repeat(64)}` })],
    ['another scheme', () => ({ 'x-timestamp': now(), 'x-signature': 'none' })],
  ])('from the carrier: %s', async (_, headers) => {
    const answer = await call('POST', '/v1/webhooks/courier/vnpost', body, { headers: headers() });
    expectProblem(answer, 401, 'webhook-forged');
  });

  it('from the SMS gateway: no token', async () => {
    const answer = await call('POST', '/v1/webhooks/sms/esms', {
      RequestId: '01KAPXJ5V0ZK9Q4T8N6W2C7D3F-6-accepted',
      SendSuccess: 1,
    });
    expectProblem(answer, 401, 'webhook-forged');
  });
});

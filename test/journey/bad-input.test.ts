import { beforeAll, describe, expect, it } from 'vitest';
import type { ProblemDetails } from '#api/problem-details.ts';
import {
  accepted,
  acknowledged,
  announce,
  aPage,
  aRegistration,
  dispatched,
  leased,
  pulled,
  put,
  type Registration,
  readyToAccept,
  registered,
  type Staff,
  settledScan,
  staff,
} from '#test/support/journeys.ts';
import { jpegPage, sha256Of } from '#test/support/papers.ts';
import { type RawAnswer, raw } from '#test/support/people.ts';

let who: Staff;

beforeAll(async () => {
  who = await staff();
});

/** A problem says for people and programs what it is. */
const expectCode = (problem: ProblemDetails | RawAnswer['body'], code: string): void => {
  expect(problem).toMatchObject({
    type: `urn:problem:post-counter:${code}`,
    title: expect.stringMatching(/\S/),
    titleEn: expect.stringMatching(/\S/),
    code,
  });
};

/** A problem is a problem document: right type, both titles, its status. */
const expectProblem = (answer: RawAnswer, status: number, code: string): void => {
  expectCode(answer.body, code);
  expect([answer.status, answer.body['status']]).toEqual([status, status]);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
};

/** A registration that its contract forbids. */
const registering = async (change: object, { key }: { readonly key?: string } = {}) =>
  raw('POST', '/v1/dossiers', {
    token: who.clerk.token,
    body: { ...(await aRegistration()), ...change },
    ...(key !== undefined && { key }),
  });

const accept = 'POST /v1/dossiers/{dossierId}/accept';
const acknowledge = 'POST /v1/dossiers/{dossierId}/acknowledge';
const decide = 'POST /v1/dossiers/{dossierId}/decisions';
const readDossier = 'GET /v1/dossiers/{dossierId}';
const nobodys = '01KAPXJ5V0ZK9Q4T8N6W2C7D3F';

describe('a registration that is wrong is refused with its reason', () => {
  const applicant = {
    name: 'Nguyễn Thị Ánh',
    personalNumber: '093190001234',
    phone: '0912345678',
    address: 'Ấp 3',
  };

  const refused = async (change: Partial<Registration>) =>
    who.clerk.refused(422, 'POST /v1/dossiers', { body: await aRegistration(change) });

  it('names a procedure that does not exist', async () => {
    expectCode(await refused({ procedure: '9.999999' }), 'procedure-unknown');
  });

  it('lacks required components: all of them are named at once', async () => {
    const { components } = await aRegistration();
    const [first, ...missing] = components;
    const problem = await refused({ components: first ? [first] : [] });
    expectCode(problem, 'component-missing');
    expect(problem).toMatchObject({ components: missing.map(({ id }) => id) });
  });

  it('brings a component that the procedure does not know', async () => {
    const unknown = { id: 'ho-chieu-vu-tru', copyKind: 'original', count: 1 } as const;
    expectCode(await refused({ components: [unknown] }), 'component-unknown');
  });

  it.each([
    ['a foreign telephone', { ...applicant, phone: '+1 212 555 0100' }, 'body.applicant.phone'],
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
    const answer = await registering({ applicant: wrong });
    expectProblem(answer, 400, 'request-invalid');
    expect(answer.body['issues']).toEqual([expect.objectContaining({ path })]);
    expect(JSON.stringify(answer.body)).not.toContain('0931900012');
  });

  it.each([
    ['negative', -1],
    ['fractional', 0.5],
    ['absurd', 1e15],
  ])('states %s money', async (_, stateFeesVnd) => {
    const answer = await registering({ fees: { stateFeesVnd, postageVnd: 0 } });
    expectProblem(answer, 400, 'request-invalid');
  });

  it('is not JSON', async () => {
    const { token } = who.clerk;
    const answer = await raw('POST', '/v1/dossiers', { token, text: '{"procedure": ' });
    expectProblem(answer, 400, 'body-not-json');
  });

  it('is larger than any form', async () => {
    const answer = await registering({ padding: 'x'.repeat(70_000) });
    expectProblem(answer, 413, 'body-too-large');
  });

  it('carries fields that nobody asked for', async () => {
    expectProblem(await registering({ office: 'bd-nga-bay' }), 400, 'request-invalid');
  });

  it('has no idempotency key', async () => {
    expectProblem(await registering({}, { key: '' }), 400, 'idempotency-key-missing');
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
    const { upload } = await announce(who.clerk, dossierId, bytes, { component });
    const other = Buffer.from(bytes);
    other[200] = (other[200] ?? 0) ^ 0xff;
    expect((await put(upload, other)).status).toBe(400);
  });

  it('another size, another type and a second upload are refused by the store', async () => {
    const { dossierId, component } = await open();
    const bytes = await jpegPage(502);
    const { upload } = await announce(who.clerk, dossierId, bytes, { component });
    expect((await put(upload, bytes.subarray(0, 100))).status).toBe(403);
    const asPdf = { ...upload.headers, 'content-type': 'application/pdf' };
    expect((await put(upload, bytes, asPdf)).status).toBe(403);
    expect((await put(upload, bytes)).status).toBe(200);
    expect((await put(upload, bytes)).status).toBe(412);
  });

  it('an address whose expiry is moved is refused by the store', async () => {
    const { dossierId, component } = await open();
    const bytes = await jpegPage(503);
    const { upload } = await announce(who.clerk, dossierId, bytes, { component });
    const url = new URL(upload.url);
    url.searchParams.set('X-Amz-Expires', '604800');
    expect((await put({ ...upload, url: url.href }, bytes)).status).toBe(403);
    const past = new URL(upload.url);
    past.searchParams.set('X-Amz-Date', '20200101T000000Z');
    expect((await put({ ...upload, url: past.href }, bytes)).status).toBe(403);
  });

  it('a PDF that is not a PDF is rejected, and the dossier says why', async () => {
    const { dossierId, component } = await open();
    const fake = Buffer.from('%PDF-1.7\nnothing here is a document\n');
    const { scanId, upload } = await announce(who.clerk, dossierId, fake, {
      component,
      mediaType: 'application/pdf',
    });
    expect((await put(upload, fake)).status).toBe(200);
    const settled = await settledScan(who.clerk, dossierId, scanId);
    expect(settled).toMatchObject({ state: 'rejected', remarks: [{ code: 'unreadable' }] });
  });

  it('a picture announced as a PDF is rejected', async () => {
    const { dossierId, component } = await open();
    const bytes = await jpegPage(504);
    const { scanId, upload } = await announce(who.clerk, dossierId, bytes, {
      component,
      mediaType: 'application/pdf',
    });
    await put(upload, bytes);
    const settled = await settledScan(who.clerk, dossierId, scanId);
    expect(settled).toMatchObject({ state: 'rejected', remarks: [{ code: 'type-mismatch' }] });
  });

  it.each([
    ['too large', { bytes: 20_000_001 }],
    ['empty', { bytes: 0 }],
    ['of a type that is no scan', { mediaType: 'text/html' }],
    ['without a real hash', { sha256: 'abc' }],
  ])('a file %s is not even announced', async (_, change) => {
    const { dossierId, component } = await open();
    const answer = await raw('POST', `/v1/dossiers/${dossierId}/scans`, {
      token: who.clerk.token,
      body: { ...aPage(await jpegPage(1), { component }), ...change },
    });
    expectProblem(answer, 400, 'request-invalid');
  });

  it('an unverified scan cannot be opened', async () => {
    const { dossierId, component } = await open();
    const { scanId } = await announce(who.clerk, dossierId, await jpegPage(505), {
      component,
    });
    const problem = await who.clerk.refused(
      409,
      'GET /v1/dossiers/{dossierId}/scans/{scanId}/content',
      { params: { dossierId, scanId } },
    );
    expectCode(problem, 'scan-not-readable-yet');
  });
});

describe('a step out of order changes nothing', () => {
  it('accepting before every scan is verified', async () => {
    const { dossierId, registration } = await registered(who.clerk);
    const params = { dossierId };
    const component = registration.components[0]?.id ?? '';
    await announce(who.clerk, dossierId, await jpegPage(601), { component });
    expectCode(await who.clerk.refused(409, accept, { params, body: {} }), 'scan-unverified');
    const dossier = await who.clerk.call(readDossier, { params });
    expect(dossier).toMatchObject({ status: 'registered', version: 2 });
  });

  it('accepting twice: the same key gets the same answer, another key is refused', async () => {
    const { dossierId } = await readyToAccept(who.clerk);
    const asked = { params: { dossierId }, body: {}, key: 'accept-once-0001' };
    const first = await who.clerk.call(accept, asked);
    expect(await who.clerk.call(accept, asked)).toEqual(first);
    const other = { ...asked, key: 'accept-once-0002' };
    expectCode(await who.clerk.refused(409, accept, other), 'step-not-allowed');
  });

  it('the same key with another body is refused', async () => {
    const key = 'register-once-0001';
    const registration = await aRegistration();
    await who.clerk.call('POST /v1/dossiers', { body: registration, key });
    const other = { ...registration, fees: { stateFeesVnd: 1, postageVnd: 1 } };
    const problem = await who.clerk.refused(422, 'POST /v1/dossiers', { body: other, key });
    expectCode(problem, 'idempotency-key-reused');
  });

  it('deciding with a lease that a colleague has taken over', async () => {
    const { dossierId, leaseNo, manifestHash } = await leased(who.clerk, who.officer);
    const params = { dossierId };
    await who.officer.call('POST /v1/dossiers/{dossierId}/lease/release', {
      params,
      body: { leaseNo },
    });
    const opened = { params, body: { leaseNo, manifestHash } };
    expectCode(await who.officer.refused(409, acknowledge, opened), 'lease-not-held');
    expect(await pulled(who.leader, 'ct-nnmt', dossierId)).toBe(leaseNo + 1);
    expectCode(await who.officer.refused(409, acknowledge, opened), 'lease-stale');
  });

  it('acknowledging with a hash of other files', async () => {
    const { dossierId, leaseNo } = await leased(who.clerk, who.officer);
    const problem = await who.officer.refused(409, acknowledge, {
      params: { dossierId },
      body: { leaseNo, manifestHash: sha256Of(Buffer.from('something else')) },
    });
    expectCode(problem, 'manifest-mismatch');
  });

  it('deciding without a result document, and refusing without a reason', async () => {
    const { dossierId, leaseNo } = await acknowledged(who.clerk, who.officer);
    const problem = await who.officer.refused(409, decide, {
      params: { dossierId },
      body: { leaseNo, outcome: 'approved', resultScanId: nobodys },
    });
    expectCode(problem, 'result-missing');
  });

  it('dispatching a dossier that is not decided', async () => {
    const { dossierId } = await accepted(who.clerk);
    const parcel = { body: { dossierId, carrier: 'vnpost' } };
    expectCode(await who.clerk.refused(409, 'POST /v1/shipments', parcel), 'step-not-allowed');
  });

  it('dispatching with a carrier that the post does not know', async () => {
    const { dossierId } = await accepted(who.clerk);
    const parcel = { body: { dossierId, carrier: 'bo-cau' } };
    expectCode(await who.clerk.refused(404, 'POST /v1/shipments', parcel), 'carrier-unknown');
  });
});

describe('what a caller may not see does not exist', () => {
  it('an unknown dossier and one of another office get the same answer', async () => {
    const { dossierId } = await registered(who.clerk);
    const read = (id: string) =>
      who.otherClerk.refused(404, readDossier, { params: { dossierId: id } });
    const unknown = await read(nobodys);
    expectCode(unknown, 'dossier-unknown');
    expect({ ...(await read(dossierId)), instance: '' }).toEqual({ ...unknown, instance: '' });
  });

  it('a decision by another department', async () => {
    const { dossierId, leaseNo } = await leased(who.clerk, who.officer);
    const problem = await who.otherOfficer.refused(404, decide, {
      params: { dossierId },
      body: { leaseNo, outcome: 'approved', resultScanId: nobodys },
    });
    expectCode(problem, 'dossier-unknown');
  });

  it('an id that is no id', async () => {
    const { token } = who.clerk;
    expect((await raw('GET', '/v1/dossiers/../../etc', { token })).status).toBe(404);
    expectProblem(await raw('GET', '/v1/dossiers/1', { token }), 404, 'route-unknown');
  });

  it('a shipment of another office', async () => {
    const { shipmentId } = await dispatched(who.clerk, who.officer);
    const params = { shipmentId };
    const problem = await who.otherClerk.refused(404, 'GET /v1/shipments/{shipmentId}', { params });
    expectCode(problem, 'shipment-unknown');
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
    const answer = await raw('POST', '/v1/webhooks/courier/vnpost', {
      body,
      headers: headers(),
    });
    expectProblem(answer, 401, 'webhook-forged');
  });

  it('from the SMS gateway: no token', async () => {
    const answer = await raw('POST', '/v1/webhooks/sms/esms', {
      body: { RequestId: '01KAPXJ5V0ZK9Q4T8N6W2C7D3F-6-accepted', SendSuccess: 1 },
    });
    expectProblem(answer, 401, 'webhook-forged');
  });
});

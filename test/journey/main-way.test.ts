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
  type Staff,
  staff,
} from '#test/support/journeys.ts';
import { anyone, raw } from '#test/support/people.ts';

let who: Staff;

beforeAll(async () => {
  who = await staff();
});

const form = 'GET /v1/dossiers/{dossierId}/documents/{form}';
const receiptOf = (dossierId: string) => ({ params: { dossierId, form: 'receipt.pdf' } });
const labelOf = (dossierId: string) => ({ params: { dossierId, form: 'label.pdf' } });
const readDossier = 'GET /v1/dossiers/{dossierId}';
const pull = 'POST /v1/departments/{agencyId}/inbox/pull';
const ofAgency = { params: { agencyId: 'ct-nnmt' } };

const delivered = {
  code: 'EMI',
  occurredAt: new Date(Date.now() - 60_000).toISOString(),
  proof: { receiverName: 'Nguyễn Thị Ánh', identityChecked: true },
};

describe('the catalogue', () => {
  it('finds a procedure typed without diacritics, and tells papers, time and fees', async () => {
    expect(await landProcedure()).toMatchObject({
      code: expect.stringMatching(/^\d\.\d{6}$/),
      components: expect.arrayContaining([expect.objectContaining({ required: true })]),
      timeRule: expect.objectContaining({ unit: expect.any(String) }),
    });
  });

  it('says when there is no such procedure', async () => {
    const none = await anyone().refused(404, 'GET /v1/procedures/{code}', {
      params: { code: '9.999999' },
    });
    expect(none.code).toBe('procedure-not-found');
  });

  it('describes every route of the API', async () => {
    const document = await anyone().call('GET /openapi.json');
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
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
    const print = async () => Buffer.from(await who.clerk.call(form, receiptOf(dossierId)));
    const first = await print();
    const again = await print();
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect(again.equals(first)).toBe(false);
  });

  it('has no receipt before the dossier is accepted, and no form that does not exist', async () => {
    const { dossierId } = await registered(who.clerk);
    const early = await who.clerk.refused(409, form, receiptOf(dossierId));
    expect(early.code).toBe('form-not-available');
    const unknown = await who.clerk.refused(404, form, {
      params: { dossierId, form: 'nothing.pdf' },
    });
    expect(unknown.code).toBe('form-unknown');
  });
});

describe('the department', () => {
  it('finds an accepted dossier in its inbox, ordered by appointment', async () => {
    const { dossierId } = await accepted(who.clerk);
    const items = await eventually(async () => {
      const inbox = await who.officer.call('GET /v1/departments/{agencyId}/inbox', {
        ...ofAgency,
        query: { limit: 100 },
      });
      return inbox.items.some((line) => line.dossierId === dossierId) ? inbox.items : undefined;
    });
    const dues = items.map(({ dueAt }) => dueAt);
    expect(dues).toEqual([...dues].sort());
  });

  it('pulls each dossier once, however many officers pull at the same time', async () => {
    const dossiers = await Promise.all([1, 2, 3].map(() => accepted(who.clerk)));
    await eventually(async () => {
      const seen = await Promise.all(
        dossiers.map(({ dossierId }) =>
          who.officer.attempt(readDossier, { params: { dossierId } }),
        ),
      );
      return seen.every(({ ok }) => ok) ? true : undefined;
    });
    const asked = { ...ofAgency, body: { max: 20, leaseSeconds: 60 } };
    const pulls = await Promise.all(
      [who.officer, who.leader, who.officer, who.leader].map((person) => person.call(pull, asked)),
    );
    const taken = pulls.flatMap(({ leased }) => leased.map(({ dossierId }) => dossierId));
    expect(new Set(taken).size).toBe(taken.length);
    for (const { dossierId } of dossiers) expect(taken).toContain(dossierId);
  });

  it('gets the same dossiers again for the same pull', async () => {
    await accepted(who.clerk);
    const asked = {
      ...ofAgency,
      body: { max: 1, leaseSeconds: 60 },
      key: `pull-${Date.now()}`,
    };
    const first = await who.officer.call(pull, asked);
    expect(await who.officer.call(pull, asked)).toEqual(first);
  });

  it('extends and releases its lease', async () => {
    const { dossierId, leaseNo } = await leased(who.clerk, who.officer);
    const params = { dossierId };
    const longer = await who.officer.call('POST /v1/dossiers/{dossierId}/lease/extend', {
      params,
      body: { leaseNo, leaseSeconds: 3_600 },
    });
    expect(longer).toMatchObject({ leaseNo, leasedUntil: expect.any(String) });
    const free = await who.officer.call('POST /v1/dossiers/{dossierId}/lease/release', {
      params,
      body: { leaseNo },
    });
    expect(free).not.toHaveProperty('leasedUntil');
  });

  it('opens a verified scan through a link that is not its own to pass on', async () => {
    const { dossierId } = await acknowledged(who.clerk, who.officer);
    const { scans } = await who.officer.call(readDossier, { params: { dossierId } });
    const opened = await who.officer.call('GET /v1/dossiers/{dossierId}/scans/{scanId}/content', {
      params: { dossierId, scanId: scans[0]?.scanId ?? '' },
    });
    const link = new URL(opened.location);
    expect(Number(link.searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(60);
    const file = await fetch(link);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    await file.body?.cancel();
  });

  it('sees the pages of a scan as pictures, whose links end, and which say what they show', async () => {
    const { dossierId } = await acknowledged(who.clerk, who.officer);
    const { scans } = await who.officer.call(readDossier, { params: { dossierId } });
    const [scan] = scans;
    const { items } = await who.officer.call('GET /v1/dossiers/{dossierId}/scans/{scanId}/pages', {
      params: { dossierId, scanId: scan?.scanId ?? '' },
    });
    expect(items).toMatchObject([{ page: 1, shows: { sha256: scan?.sha256, page: 1 } }]);
    for (const link of Object.values(items[0]?.links ?? {})) {
      const picture = await fetch(link);
      expect(picture.status).toBe(200);
      expect(picture.headers.get('content-type')).toBe('image/jpeg');
      expect(picture.headers.get('x-amz-meta-shows-sha256')).toBe(scan?.sha256);
      await picture.body?.cancel();
    }
    expect(Object.keys(items[0]?.links ?? {})).toEqual(['image', 'thumbnail']);
  });
});

describe('the way back', () => {
  it('closes the dossier on proof of delivery, and only then', async () => {
    const { dossierId, shipmentId, waybill, code, trackingSecret } = await dispatched(
      who.clerk,
      who.officer,
    );
    expect(waybill).toMatch(/^[A-Z]{2}\d{9}VN$/);
    const report = 'POST /v1/shipments/{shipmentId}/events';
    const params = { shipmentId };
    const unproved = await who.courier.refused(422, report, {
      params,
      body: { ...delivered, proof: undefined },
    });
    expect(unproved.code).toBe('courier-event-invalid');
    const future = new Date(Date.now() + 3_600_000).toISOString();
    const early = await who.courier.refused(422, report, {
      params,
      body: { ...delivered, occurredAt: future },
    });
    expect(early.code).toBe('courier-event-invalid');
    const out = await who.courier.call(report, {
      params,
      body: { code: 'EDG', occurredAt: new Date(Date.now() - 120_000).toISOString() },
    });
    expect(out).toMatchObject({ state: 'out-for-delivery', isNew: true });
    const statusNow = async () =>
      (await who.clerk.call(readDossier, { params: { dossierId } })).status;
    expect(await statusNow()).toBe('decided');
    const proved = await who.courier.call(report, { params, body: delivered });
    expect(proved.state).toBe('delivered');
    expect(await statusNow()).toBe('returned');
    const track = await anyone().call('POST /v1/track', { body: { code, secret: trackingSecret } });
    expect(track).toMatchObject({ status: 'returned', nationalStatus: 10 });
  });

  it('prints the label for the post, and for nobody else', async () => {
    const { dossierId } = await dispatched(who.clerk, who.officer);
    const label = await who.courier.call(form, labelOf(dossierId));
    expect(label).toBeInstanceOf(Uint8Array);
    const peeking = await who.officer.refused(404, form, labelOf(dossierId));
    expect(peeking.code).toBe('form-unknown');
    const early = await accepted(who.clerk);
    const none = await who.clerk.refused(409, form, labelOf(early.dossierId));
    expect(none.code).toBe('form-not-available');
  });

  it('sends a result once', async () => {
    const { dossierId } = await dispatched(who.clerk, who.officer);
    const again = await who.clerk.refused(409, 'POST /v1/shipments', {
      body: { dossierId, carrier: 'vnpost' },
    });
    expect(again.code).toBe('step-not-allowed');
  });
});

describe('the citizen', () => {
  it('is told by SMS, and can follow with code and secret however they are typed', async () => {
    const { code, trackingSecret } = await decided(who.clerk, who.officer);
    const typed = { code: ` ${code.toLowerCase()} `, secret: trackingSecret.toLowerCase() };
    const track = await anyone().call('POST /v1/track', { body: typed });
    expect(track).toMatchObject({
      code,
      status: 'decided',
      statusText: { vi: 'Đã xử lý xong' },
    });
    expect(JSON.stringify(track)).not.toMatch(/Ánh|912345678|093190001234/);
  });

  it('is told nothing on a wrong secret, and is stopped after ten tries', async () => {
    const { code } = await accepted(who.clerk);
    const guess = (n: number) =>
      raw('POST', '/v1/track', { body: { code, secret: `GUESS${String(n).padStart(3, '0')}` } });
    const answers = [];
    for (let n = 0; n < 11; n++) answers.push(await guess(n));
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(404), 429]);
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('the history', () => {
  it('names every step with its author, chained', async () => {
    const { dossierId } = await decided(who.clerk, who.officer);
    const history = await who.clerk.call('GET /v1/dossiers/{dossierId}/history', {
      params: { dossierId },
    });
    const { events, intact } = history;
    expect(intact).toBe(true);
    expect(events.map(({ version }) => version)).toEqual(events.map((_, n) => n + 1));
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'dossier-registered',
        'dossier-accepted',
        'department-reached',
        'lease-granted',
        'dossier-acknowledged',
        'dossier-decided',
      ]),
    );
    expect(JSON.stringify(history)).not.toMatch(/Ánh|912345678|093190001234/);
  });
});

import { describe, expect, it } from 'vitest';
import { type CaseStatus, nationalStatus } from '#domain/dossier/case-status.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { instant } from '#domain/time/instant.ts';
import { catalogue, type Destination } from '#events/catalogue.ts';
import { dossierDocument } from '#functions/portal/adapters/portal-documents.ts';
import { nationalDossier } from '#functions/portal/domain/national-dossier.ts';
import { nationalFacts, progressOf } from '#functions/portal/domain/progress.ts';
import {
  anAcceptance,
  aPayment,
  aSupplement,
  monday9,
  officer,
  type Station,
  shipmentId,
} from '#test/support/dossiers.ts';
import { eventsAfter, sourceOfEvents } from '#test/support/national.ts';
import { explored } from '#test/support/transitions/explore.ts';

const documentAfter = (station: Station, facts: readonly DossierFact[] = []) =>
  nationalDossier(sourceOfEvents(eventsAfter(station, facts)));

const { states } = explored();

const asked: DossierFact = {
  type: 'supplement-requested',
  leaseNo: 1,
  agency: 'ct-nnmt',
  requestedAt: instant(monday9 + 3_600_000),
  requestedBy: officer.id,
  items: aSupplement.items,
  reason: aSupplement.reason,
  answerBy: aSupplement.answerBy,
};
const newDue = instant(monday9 + 15 * 86_400_000);
const brought: DossierFact = {
  type: 'supplement-received',
  manifestHash: 'd'.repeat(64),
  dueAt: newDue,
  calendarVersions: [],
};
const pay = {
  type: 'payment-requested',
  number: 1,
  leaseNo: 1,
  agency: 'ct-nnmt',
  requestedBy: officer.id,
  ...aPayment,
} as const satisfies DossierFact;
const paid: DossierFact = {
  type: 'payment-received',
  number: 1,
  office: 'bd-vi-thanh',
  receipt: 'BL-1',
  dueAt: newDue,
  calendarVersions: [],
};
const cancelled: DossierFact = {
  type: 'payment-cancelled',
  number: 1,
  agency: 'ct-nnmt',
  reason: 'Được miễn',
  cancelledBy: officer.id,
  calendarVersions: [],
};
const withdrawn: readonly DossierFact[] = [
  { type: 'withdrawal-requested', reason: 'Nộp nhầm' },
  { type: 'withdrawal-granted' },
];
const stopped: DossierFact = {
  type: 'dossier-stopped',
  agency: 'ct-nnmt',
  why: 'department',
  reason: 'Chờ quy hoạch',
  stoppedBy: officer.id,
};

describe('the national status', () => {
  // Trạng thái hồ sơ 1–10, domain §1.5.
  it.each([
    ['registered', 1],
    ['accepted', 2],
    ['not-accepted', 3],
    ['in-progress', 4],
    ['supplement-requested', 5],
    ['payment-requested', 6],
    ['withdrawal-requested', 7],
    ['stopped', 8],
    ['decided', 9],
    ['returned', 10],
  ] as const satisfies readonly (readonly [CaseStatus, number])[])(
    'of %s is %i',
    (status, number) => expect(nationalStatus[status]).toBe(number),
  );

  it('has one number for each of ours, and none twice', () =>
    expect(Object.values(nationalStatus).sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]));
});

describe('the national document', () => {
  it.each([
    ['accepted', [], 2],
    ['waiting', [], 2],
    ['acknowledged', [], 4],
    ['acknowledged', [asked], 5],
    ['acknowledged', [asked, brought], 2],
    ['acknowledged', [pay], 6],
    ['acknowledged', [pay, paid], 4],
    ['acknowledged', withdrawn.slice(0, 1), 7],
    ['acknowledged', withdrawn, 8],
    ['acknowledged', [stopped], 8],
    ['acknowledged', [stopped, { type: 'dossier-resumed', calendarVersions: [] }], 4],
    ['decided', [], 9],
    ['dispatched', [], 9],
    ['returned', [], 10],
  ] as const satisfies readonly (readonly [Station, readonly DossierFact[], number])[])(
    'after %s and %j has status %i',
    (station, facts, status) => expect(documentAfter(station, facts)?.status).toBe(status),
  );

  it.each(['registered', 'announced', 'scanned'] as const)(
    'is none at %s: without a code the portal knows no dossier',
    (station) => expect(documentAfter(station)).toBeUndefined(),
  );

  it('is none for what a department refuses to take in: it never gets a code', () => {
    const refused: DossierFact = {
      type: 'reception-refused',
      agency: 'ct-nnmt',
      reason: 'Không thuộc thẩm quyền',
      refusedBy: officer.id,
      refusedAt: monday9,
    };
    expect(documentAfter('scanned', [refused])).toBeUndefined();
  });

  it('says postal in either way of intake, so no clerk’s typing counts as online filing', () => {
    const documents = states.flatMap(({ events }) => nationalDossier(sourceOfEvents(events)) ?? []);
    expect(documents.length).toBeGreaterThan(50);
    for (const { channel } of documents) expect(channel).toBe('postal');
  });

  it.each([
    [{ channel: 'direct' }, '1'],
    [{ channel: 'online' }, '2'],
    [{ channel: 'postal' }, '3'],
    [{ channel: 'online', helpedBy: 'nguoi-giup' }, '3'],
  ] as const)('says of %j the channel %s, and never who helped', (filing, number) => {
    const source = sourceOfEvents(eventsAfter('accepted', []));
    const document = nationalDossier({ ...source, dossier: { ...source.dossier, ...filing } });
    if (!document) throw new Error('no document');
    expect(dossierDocument(document).KenhThucHien).toBe(number);
    expect(JSON.stringify([document, dossierDocument(document)])).not.toContain('nguoi-giup');
  });

  it('has the State’s fees line by line, and no postage', () => {
    expect(documentAfter('accepted')?.fees).toEqual([
      { kind: 'fee', name: 'Phí thẩm định', amountVnd: 30_000, asked: 'at-intake' },
      { kind: 'charge', name: 'Lệ phí cấp giấy', amountVnd: 20_000, asked: 'at-intake' },
    ]);
  });

  it('has the one sum that is known where the published fees are another', () => {
    const source = sourceOfEvents(eventsAfter('accepted'));
    const dossier = { ...source.dossier, fees: { stateFeesVnd: 15_000, postageVnd: 28_000 } };
    expect(nationalDossier({ ...source, dossier })?.fees).toEqual([
      { kind: 'charge', name: 'Phí, lệ phí', amountVnd: 15_000, asked: 'at-intake' },
    ]);
  });

  it('has what was asked for later, unless it was taken back; a tax is no fee', () => {
    const later = { kind: 'fee', name: aPayment.reason, amountVnd: 500_000, asked: 'later' };
    expect(documentAfter('acknowledged', [pay])?.fees).toContainEqual(later);
    expect(documentAfter('acknowledged', [pay, paid])?.fees).toContainEqual(later);
    expect(documentAfter('acknowledged', [pay, cancelled])?.fees).toHaveLength(2);
    expect(documentAfter('acknowledged', [{ ...pay, kind: 'tax' }])?.fees).toHaveLength(2);
  });

  it('is of its owner, not of whoever filed it; the phone is the applicant’s', () => {
    const source = sourceOfEvents(eventsAfter('accepted'));
    const own = nationalDossier(source);
    expect(own?.owner).toEqual({
      kind: 'person',
      name: 'Nguyễn Thị Ánh',
      number: '093190001234',
    });
    const owner = { kind: 'organisation', name: 'Công ty Thử', address: 'Vị Thanh' } as const;
    const filed = nationalDossier({ ...source, applicant: { ...source.applicant, owner } });
    expect(filed?.owner).toEqual({ kind: 'organisation', name: 'Công ty Thử' });
    expect(filed?.contact).toEqual({ phone: '+84912345678' });
  });

  it('ends with the decision, and is returned with the result in the citizen’s hands', () => {
    expect(documentAfter('acknowledged')).not.toHaveProperty('finishedAt');
    expect(documentAfter('dispatched')).not.toHaveProperty('returnedAt');
    expect(documentAfter('returned')).toMatchObject({
      finishedAt: monday9,
      returnedAt: monday9,
      returnsBy: 'post',
      results: [{ name: 'Kết quả' }],
    });
  });

  it('is not returned any more where the parcel turns out to have gone back', () => {
    const back = documentAfter('returned', [
      {
        type: 'result-returned-to-agency',
        shipment: '01KAPXJ5V0ZK9Q4T8N6W2C7D3J' as never,
        returnedAt: monday9,
      },
    ]);
    expect(back).toMatchObject({ status: 9 });
    expect(back).not.toHaveProperty('returnedAt');
  });

  it('is not returned by the parcel that takes the papers of an ended dossier home', () => {
    const source = sourceOfEvents(eventsAfter('acknowledged', withdrawn));
    const delivery = {
      shipment: shipmentId,
      carrier: 'vnpost',
      waybill: 'EE1',
      deliveredAt: monday9,
    };
    const home = nationalDossier({ ...source, dossier: { ...source.dossier, delivery } });
    expect(home).not.toHaveProperty('returnedAt');
  });

  it('ends with a withdrawal that was granted, and only then', () => {
    expect(documentAfter('acknowledged', withdrawn.slice(0, 1))).not.toHaveProperty('finishedAt');
    expect(documentAfter('acknowledged', withdrawn)).toHaveProperty('finishedAt');
    expect(documentAfter('acknowledged', [stopped])).not.toHaveProperty('finishedAt');
  });

  it('tells of each supplement what it did to the appointment', () => {
    expect(documentAfter('acknowledged', [asked])?.supplements).toEqual([
      {
        requestedBy: 'Sở Nông nghiệp và Môi trường',
        what: 'Hồ sơ thiếu bản vẽ',
        requestedAt: instant(monday9 + 3_600_000),
        dueBefore: anAcceptance.dueAt,
      },
    ]);
    const [done] = documentAfter('acknowledged', [asked, brought])?.supplements ?? [];
    expect(done).toMatchObject({ dueBefore: anAcceptance.dueAt, dueAfter: newDue });
    expect(done?.receivedAt).toBe(instant(monday9 + 2 * 3_600_000));
  });

  it('is of the department that has it now', () => {
    const moved: DossierFact = {
      type: 'dossier-transferred',
      why: 'mis-routed',
      from: 'ct-nnmt',
      to: 'ct-tp',
      agency: 'ct-tp',
      reason: '',
    };
    expect(documentAfter('acknowledged', [moved])?.agency).toBe('Sở Tư pháp');
  });
});

describe('what is told the portal', () => {
  const toPortal = Object.entries(catalogue)
    .filter(([, { destinations }]) => (destinations as readonly Destination[]).includes('portal'))
    .map(([type]) => type.replace(/^vn\.post-counter\.|\.v1$/g, ''));

  it('are exactly the events of the facts that change a document', () =>
    expect(toPortal.sort()).toEqual([...nationalFacts].sort()));

  it('leaves out no fact that changes a document, in any state that a dossier can reach', () => {
    const changing = new Set<string>();
    for (const { events } of states)
      for (let n = Math.max(1, events.length - 2); n < events.length; n++) {
        const [before, now] = [events.slice(0, n), events.slice(0, n + 1)].map((some) =>
          JSON.stringify(nationalDossier(sourceOfEvents(some))),
        );
        if (before !== now) changing.add(events[n]?.fact.type ?? '');
      }
    expect(changing.size).toBeGreaterThan(8);
    expect([...changing].filter((type) => !toPortal.includes(type))).toEqual([]);
  });

  it('are all steps since the acceptance, each with its desk, unit and date', () => {
    const entries = progressOf(eventsAfter('returned'), {
      agency: () => 'Sở',
      office: () => 'Bưu điện',
    });
    expect(entries.map(({ by, unit, what, status }) => [by, unit, what, status])).toEqual([
      ['Giao dịch viên bưu điện', 'Bưu điện', 'Tiếp nhận hồ sơ', 2],
      ['Chuyên viên', 'Sở', 'Bắt đầu xử lý hồ sơ', 4],
      ['Chuyên viên', 'Sở', 'Đã có kết quả giải quyết', 9],
      ['Bưu tá', 'Bưu điện', 'Đã trả kết quả qua bưu chính', 10],
    ]);
    for (const entry of entries)
      expect(entry).toMatchObject({ startedAt: monday9, dueAt: anAcceptance.dueAt });
  });

  it('name the leader where the decision needed two persons', () => {
    const events = eventsAfter('returned').map((event) =>
      event.fact.type === 'dossier-decided'
        ? { ...event, fact: { ...event.fact, proposedBy: 'hoa', decidedBy: 'phuc' } }
        : event,
    );
    const entries = progressOf(events, { agency: String, office: String });
    expect(entries.find(({ status }) => status === 9)?.by).toBe('Lãnh đạo');
  });

  it('counts the work anew from a supplement on', () => {
    const events = eventsAfter('acknowledged', [asked, brought]);
    const last = progressOf(events, { agency: String, office: String }).at(-1);
    expect(last).toMatchObject({ startedAt: events.at(-1)?.effectiveAt, dueAt: newDue });
  });
});

describe('whose dossier it is, and what lies in it', () => {
  const source = sourceOfEvents(eventsAfter('accepted'));

  it('is told as far as it is known', () => {
    const { applicant } = source;
    const owner = { kind: 'organisation', name: 'HTX Vị Tân', address: 'Ấp 3' } as const;
    const of = (change: object) =>
      nationalDossier({ ...source, applicant: { ...applicant, ...change } });
    expect(of({})?.contact).toEqual({ phone: applicant.phone });
    expect(of({ email: 'anh@example.vn' })?.contact).toMatchObject({ email: 'anh@example.vn' });
    expect(of({ owner })?.owner).toEqual({ kind: 'organisation', name: owner.name });
    const numbered = { ...owner, number: '6300000001' };
    expect(of({ owner: numbered })?.owner).toMatchObject({ number: '6300000001' });
  });

  it('goes by its id where the procedure does not list the paper any more', () => {
    const procedure = { ...source.procedure, components: [] };
    expect(nationalDossier({ ...source, procedure })?.papers).toMatchObject([
      { component: 'don-de-nghi', name: 'don-de-nghi' },
    ]);
  });
});

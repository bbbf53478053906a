import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Asked,
  type Asker,
  askEverything,
  unfilled,
  withoutThings,
} from '#test/support/canary/asking.ts';
import { listenTo, makeCanary } from '#test/support/canary/listening.ts';
import { named } from '#test/support/canary/named.ts';
import { eventually } from '#test/support/eventually.ts';
import {
  accepted,
  acknowledged,
  pulled,
  readyToAccept,
  type Staff,
  scanned,
  staff,
} from '#test/support/journeys.ts';
import { aPairedDevice } from '#test/support/paired-device.ts';
import { jpegPage } from '#test/support/papers.ts';
import { anyone, type Person, person, simulators } from '#test/support/people.ts';

const canary = makeCanary();
const { say } = canary;
const ids: Record<string, string[]> = {};
const noted: Asked[] = [];
/** Parameters of paths that nothing stood for, the last time. */
let left: readonly string[] = [];
let who: Staff;
let builder: Person;
let trader: Person;
let stop: () => void;

const keep = (name: string, value: string): void => {
  ids[name] = [...(ids[name] ?? []), value];
};

/** Telephones of their own: a number gets three codes an hour. */
const phones = { worked: '+84986100101', decided: '+84986100102' };
const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

const limit = { unit: 'working-days', amount: 2 } as const;
const on = (dossierId: string) => ({ dossierId });
const consult = 'POST /v1/dossiers/{dossierId}/consultations';
const extend = 'POST /v1/dossiers/{dossierId}/extension';

beforeAll(async () => {
  who = await staff();
  builder = await person('khanh.xd');
  trader = await person('son.ct');
  const tokens = {
    clerk: who.clerk,
    courier: who.courier,
    guest: who.otherClerk,
    officer: who.officer,
    leader: who.leader,
    stranger: who.otherOfficer,
    supervisor: who.supervisor,
    asked: builder,
    laterLeg: trader,
  } as const;
  for (const [reader, { token }] of Object.entries(tokens))
    canary.is(reader as keyof typeof tokens, token);
  stop = listenTo(canary);
});

afterAll(() => stop());

const applicant = (phone: string, personalNumber: string, except: Parameters<typeof say>[1]) => ({
  name: say('registerDossier body.applicant.name', except),
  address: say('registerDossier body.applicant.address', except),
  personalNumber,
  phone,
  owner: {
    kind: 'organisation' as const,
    name: say('registerDossier body.applicant.owner.name', except),
    address: say('registerDossier body.applicant.owner.address', except),
  },
});

const acknowledge = async (dossierId: string, manifestHash: string): Promise<number> => {
  const leaseNo = await pulled(who.officer, 'ct-nnmt', dossierId);
  await who.officer.call('POST /v1/dossiers/{dossierId}/acknowledge', {
    params: on(dossierId),
    body: { leaseNo, manifestHash },
  });
  return leaseNo;
};

const answer = async (officer: Person, dossierId: string, assignment: number, opinion: string) => {
  const params = { dossierId, assignment };
  const { leaseNo } = await officer.call(
    'POST /v1/dossiers/{dossierId}/assignments/{assignment}/take',
    { params, body: { leaseSeconds: 600 } },
  );
  await officer.call('POST /v1/dossiers/{dossierId}/assignments/{assignment}/answer', {
    params,
    body: { leaseNo, outcome: 'disagreed', opinion },
  });
};

/** A session of this dossier, by the digits of the SMS. */
const session = async (phone: string, words: { code: string; trackingSecret: string }) => {
  const shown = { code: words.code, secret: words.trackingSecret };
  await anyone().call('POST /v1/track/otp', { body: shown });
  const otp = await eventually(async () => {
    const messages = await simulators().messages(phone);
    return messages.flatMap(({ text }) => /Ma xac nhan (\d{6})/.exec(text)?.[1] ?? []).at(-1);
  });
  const { token } = await anyone().call('POST /v1/track/session', { body: { ...shown, otp } });
  canary.is('citizen', token);
  return token;
};

/** Warned, consulted on, put off twice, asked for money and for papers, and brought to a guest. */
const worked = async (): Promise<string> => {
  const { clerk, officer, leader, otherClerk } = who;
  const person093 = applicant(phones.worked, '093185004411', ['laterLeg']);
  const { dossierId } = await readyToAccept(clerk, {
    applicant: person093,
    incident: say('registerDossier body.incident'),
    agreement: say('registerDossier body.agreement'),
    fees: {
      stateFeesVnd: 49_000,
      postageVnd: 28_000,
      reason: say('registerDossier body.fees.reason'),
    },
  });
  const params = on(dossierId);
  await clerk.call('POST /v1/dossiers/{dossierId}/warnings', {
    params,
    body: { text: say('recordWarning body.text') },
  });
  const taken = await clerk.call('POST /v1/dossiers/{dossierId}/accept', { params, body: {} });
  const leaseNo = await acknowledge(dossierId, taken.manifestHash);
  const task = (agency: string) => ({
    leaseNo,
    agency,
    task: say('openConsultation body.task'),
    limit,
  });
  await officer.call(consult, { params, body: task('ct-xd') });
  await answer(builder, dossierId, 1, say('answerAssignment body.opinion', ['laterLeg']));
  await officer.call(consult, { params, body: task('ct-vhttdl') });
  await officer.call('POST /v1/dossiers/{dossierId}/assignments/{assignment}/recall', {
    params: { dossierId, assignment: 2 },
    body: { leaseNo, reason: say('recallAssignment body.reason') },
  });
  const due = (taken.dueAt ?? '').slice(0, 10);
  const put = { leaseNo, newDueDay: workingDayAfter(due) };
  await officer.call(extend, {
    params,
    body: { ...put, reason: say('extendDeadline body.reason') },
  });
  await officer.call('POST /v1/dossiers/{dossierId}/lease/release', { params, body: { leaseNo } });
  const signing = await pulled(leader, 'ct-nnmt', dossierId);
  const override = say('extendDeadline body.override');
  const newDueDay = workingDayAfter(put.newDueDay);
  await leader.call(extend, {
    params,
    body: { leaseNo: signing, newDueDay, reason: 'Vẫn chờ', override },
  });
  await askForMoney(dossierId, signing);
  await askForPapers(dossierId, await pulled(officer, 'ct-nnmt', dossierId));
  const { code, trackingSecret: secret } = taken;
  await otherClerk.call('POST /v1/dossiers/join', { body: { code, secret } });
  keep('dossierId', dossierId);
  keep('code', code);
  return session(phones.worked, taken);
};

const workingDayAfter = (iso: string): string => {
  const day = new Date(`${iso}T00:00:00Z`);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() % 6 === 0);
  return day.toISOString().slice(0, 10);
};

const askForMoney = async (dossierId: string, leaseNo: number): Promise<void> => {
  await who.leader.call('POST /v1/dossiers/{dossierId}/payment-requests', {
    params: on(dossierId),
    body: {
      leaseNo,
      kind: 'fee',
      amountVnd: 50_000,
      reason: say('requestPayment body.reason'),
      payBy: inDays(20),
      ways: ['treasury'],
      instructions: say('requestPayment body.instructions'),
    },
  });
  await who.officer.call('POST /v1/dossiers/{dossierId}/payment-requests/{number}/settlement', {
    params: { dossierId, number: 1 },
    body: { outcome: 'cancelled', reason: say('settlePaymentRequest body.reason') },
  });
};

const askForPapers = async (dossierId: string, leaseNo: number): Promise<void> => {
  const reason = say('requestSupplement body.items.reason');
  await who.officer.call('POST /v1/dossiers/{dossierId}/supplements', {
    params: on(dossierId),
    body: {
      leaseNo,
      items: [{ id: 'don-dang-ky', copyKind: 'original', count: 1, reason }],
      reason: say('requestSupplement body.reason'),
      answerBy: inDays(20),
    },
  });
};

/** Through two agencies one after the other; then refused. */
const planned = async () => {
  const { clerk, officer } = who;
  const person093 = applicant(phones.decided, '093185004422', ['guest']);
  const taken = await accepted(clerk, { applicant: person093 });
  const { dossierId } = taken;
  const leaseNo = await acknowledge(dossierId, taken.manifestHash);
  const leg = (agency: string, except: Parameters<typeof say>[1] = []) => ({
    agency,
    task: say('planLegs body.plan.legs.task', except),
    limit,
  });
  await officer.call('POST /v1/dossiers/{dossierId}/legs', {
    params: on(dossierId),
    body: {
      leaseNo,
      plan: { mode: 'sequential', legs: [leg('ct-xd'), leg('ct-ct', ['asked'])] },
    },
  });
  await answer(builder, dossierId, 1, say('answerAssignment body.opinion'));
  keep('dossierId', dossierId);
  return { ...taken, leaseNo };
};

const stoppedAndWithdrawn = async (): Promise<void> => {
  const { dossierId, leaseNo } = await acknowledged(who.clerk, who.officer);
  const params = on(dossierId);
  await who.officer.call('POST /v1/dossiers/{dossierId}/stop', {
    params,
    body: { leaseNo, reason: say('stopDossier body.reason') },
  });
  keep('dossierId', dossierId);
  const other = await acknowledged(who.clerk, who.officer);
  await who.clerk.call('POST /v1/dossiers/{dossierId}/withdrawal', {
    params: on(other.dossierId),
    body: { reason: say('withdrawDossier body.reason'), identityChecked: true },
  });
  keep('dossierId', other.dossierId);
};

const transferred = async (): Promise<void> => {
  const { dossierId, leaseNo } = await acknowledged(who.clerk, who.officer);
  const params = on(dossierId);
  await who.officer.call('POST /v1/dossiers/{dossierId}/transfer', {
    params,
    body: { leaseNo, toAgency: 'ct-tp', reason: say('transferDossier body.reason') },
  });
  await eventually(async () => {
    const seen = await who.otherOfficer.attempt('GET /v1/dossiers/{dossierId}', { params });
    return seen.ok || undefined;
  });
  keep('dossierId', dossierId);
};

interface Recipient {
  readonly name: string;
  readonly reference: string;
}

/** The result by pouch to the counter, with something to remark, and by post to the door. */
const brought = async (dossierId: string): Promise<void> => {
  const { officer, courier, clerk } = who;
  const recipient = {
    name: say('authoriseRecipient body.name'),
    reference: say('authoriseRecipient body.reference'),
  };
  await clerk.call('POST /v1/dossiers/{dossierId}/authorised-recipient', {
    params: on(dossierId),
    body: { ...recipient, personalNumber: '093185004433' },
  });
  const to = { kind: 'office', id: 'bd-vi-thanh' } as const;
  const { pouchId } = await officer.call('POST /v1/pouches', { body: { to } });
  const params = { pouchId };
  const sealNumber = say('sealPouch body.sealNumber');
  await officer.call('POST /v1/pouches/{pouchId}/pack', { params, body: { dossierId } });
  await officer.call('POST /v1/pouches/{pouchId}/seal', { params, body: { sealNumber } });
  await courier.call('POST /v1/pouches/{pouchId}/take', { params, body: { sealNumber } });
  const remark = say('countPouch body.lines.remark');
  const { countNo = 0 } = await clerk.call('POST /v1/pouches/{pouchId}/count', {
    params,
    body: {
      isSealIntact: true,
      lines: [{ dossierId, verdict: 'complete', remark }],
      strays: [say('countPouch body.strays')],
    },
  });
  const signing = { params, body: { countNo } };
  await courier.call('POST /v1/pouches/{pouchId}/sign', signing);
  await clerk.call('POST /v1/pouches/{pouchId}/sign', signing);
  keep('pouchId', pouchId);
  const { shipmentId } = await eventually(async () => {
    const body = { dossierId, carrier: 'vnpost' } as const;
    const sent = await clerk.attempt('POST /v1/shipments', { body });
    return sent.ok ? sent.body : undefined;
  });
  keep('shipmentId', shipmentId);
  await visited(shipmentId, recipient);
};

const visited = async (shipmentId: string, { name, reference }: Recipient): Promise<void> => {
  const report = 'POST /v1/shipments/{shipmentId}/events';
  const params = { shipmentId };
  const occurredAt = () => new Date().toISOString();
  await who.courier.call(report, {
    params,
    body: { code: 'H', occurredAt: occurredAt(), note: say('recordCourierEvent body.note') },
  });
  await who.courier.call(report, {
    params,
    body: {
      code: 'I',
      occurredAt: occurredAt(),
      proof: {
        receiverName: name,
        relation: say('recordCourierEvent body.proof.relation'),
        reference,
        identityChecked: true,
        signatureSha256: 'a'.repeat(64),
      },
    },
  });
};

const decide = async ({ dossierId, leaseNo }: { dossierId: string; leaseNo: number }) => {
  await answer(trader, dossierId, 2, 'Thống nhất');
  const resultScanId = await scanned(who.officer, dossierId, await jpegPage(9_901), {});
  keep('scanId', resultScanId);
  await who.officer.call('POST /v1/dossiers/{dossierId}/decisions', {
    params: on(dossierId),
    body: { leaseNo, outcome: 'refused', resultScanId, reason: say('decideDossier body.reason') },
  });
};

const askAll = async (citizen: string, about: readonly string[]): Promise<void> => {
  const machine = await aPairedDevice('bd-vi-thanh', 'kiosk');
  canary.is('kiosk', machine.token);
  const askers: readonly Asker[] = [
    { reader: 'clerk', token: who.clerk.token, role: 'clerk' },
    { reader: 'courier', token: who.courier.token, role: 'courier' },
    { reader: 'guest', token: who.otherClerk.token, role: 'clerk' },
    { reader: 'officer', token: who.officer.token, role: 'officer' },
    { reader: 'leader', token: who.leader.token, role: 'leader' },
    { reader: 'asked', token: builder.token, role: 'officer' },
    { reader: 'laterLeg', token: trader.token, role: 'officer' },
    { reader: 'stranger', token: who.otherOfficer.token, role: 'officer' },
    { reader: 'supervisor', token: who.supervisor.token, role: 'supervisor' },
    { reader: 'citizen', token: citizen, role: 'citizen' },
    { reader: 'kiosk', token: machine.token, role: 'kiosk' },
    { reader: 'anyone', token: undefined, role: 'anyone' },
  ];
  const day = [today()];
  const agencyId = ['ct-nnmt', 'ct-xd', 'ct-ct', 'ct-tp'];
  const things = { ...ids, dossierId: about, day, agencyId, assignment: ['1', '2'] };
  for (const asker of askers) noted.push(...(await askEverything(asker, things)));
  left = unfilled(things);
};

describe('a mark in every free text along a dossier’s way', () => {
  it('is shown to those who are named and to nobody else, whatever they ask', async () => {
    canary.watch('number of the applicant', '093185004411', [
      'clerk',
      'courier',
      'guest',
      'officer',
      'leader',
    ]);
    canary.watch('phone of the applicant', '986100101', [
      'clerk',
      'courier',
      'guest',
      'officer',
      'leader',
      'supervisor',
      'portal',
      'sms',
    ]);
    const ofWorked = await worked();
    const legs = await planned();
    await stoppedAndWithdrawn();
    await transferred();
    await askAll(ofWorked, ids['dossierId'] ?? []);
    await decide(legs);
    await brought(legs.dossierId);
    await askAll(await session(phones.decided, legs), [legs.dossierId]);
    expect(canary.breaches()).toEqual([]);
  }, 600_000);

  it('is heard: each was seen by somebody, and each that is named was sent', () => {
    expect(canary.unseen()).toEqual([]);
    const sent = new Set(canary.sent());
    expect(Object.keys(named).filter((field) => !sent.has(field))).toEqual([]);
  });

  it('was asked for as the routes want to be asked', () => {
    expect(noted.length).toBeGreaterThan(500);
    expect(noted.filter(({ status }) => status === 400 || status >= 500)).toEqual([]);
    expect([...left].sort()).toEqual([...withoutThings].sort());
  });

  it('is in the national copy where the portal is named, and in no SMS', async () => {
    const { messages } = await simulators().get<{ messages: unknown }>('/sim/phone/messages');
    canary.hear('sms', JSON.stringify(messages));
    for (const code of ids['code'] ?? []) {
      const copy = await simulators().get<object>(`/sim/portal/copies/${code}`);
      canary.hear('portal', JSON.stringify(copy));
    }
    expect(canary.breaches()).toEqual([]);
  });
});

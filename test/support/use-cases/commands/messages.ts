import { eventToday } from '#adapters/stored/event.ts';
import { publishedEvent } from '#application/published-event.ts';
import type { PhoneActor } from '#domain/actor/phone.ts';
import { isPublished } from '#domain/dossier/publication.ts';
import { minutes, plus } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { bulkReadingKind } from '#functions/oversight/records.ts';
import { sealedText } from '#functions/tracking/application/one-time-code.ts';
import { amendmentKind } from '#ports/kernel-records.ts';
import { anApplicant } from '../../dossiers.ts';
import {
  type Commands,
  counter,
  leadership,
  never,
  type Place,
  reading,
  type Scene,
  supervision,
  work,
} from '../command.ts';
import { clerk } from '../staff.ts';

const sourceIp = '203.0.113.7';
const codeOf = ({ dossier }: Place): string => dossier?.acceptance?.code ?? 'H13.01-261123-9999';

const newestTold = ({ stand, dossierId }: Place) =>
  stand.dossiers
    .get(dossierId)
    ?.events.findLast(({ written }) => isPublished(eventToday({ written, texts: [] }).fact.type));

const referenceOf = ({ stand }: Place): string => [...stand.sms.keys()].at(-1) ?? 'none';

/** A session of the citizen, as the digits of an SMS open it. */
const sessionOf = async ({ at, world }: Scene): Promise<string> => {
  const claim = `${at.dossierId}.${plus(at.now, minutes(5))}`;
  return `${claim}.${await world.deps.seals.mac('session', claim)}`;
};

const asCitizen = async ({ at, world }: Scene) => ({
  code: codeOf(at),
  secret: await world.deps.seals.trackingSecret(at.dossierId),
  sourceIp,
});

const { phone } = anApplicant;
const challenge = 'c'.repeat(43);
const asPhone = async ({ world }: Scene): Promise<PhoneActor> => ({
  kind: 'phone',
  phone: await world.deps.seals.mac('phone', phone),
  session: 'session',
});

/** What the public, the queues, the minute and the province do. */
export const messageCommands: Commands = {
  makePublishEvent: work(async ({ on, at }) => {
    const [waiting] = at.stand.unpublished.values();
    return waiting && on.makePublishEvent(waiting.event);
  }),
  makeSweepOutbox: work(({ on }) => on.makeSweepOutbox()),
  makeSendSms: work(async ({ on, at }) => {
    const told = newestTold(at);
    const event = told && publishedEvent(eventToday(told));
    return event && on.makeSendSms(event);
  }),
  'makeSendSms: refused by the gateway': work(async ({ on, at, world }) => {
    world.tells({ gateway: { outcome: 'refused', why: 'told to' } });
    const told = newestTold(at);
    const event = told && publishedEvent(eventToday(told));
    return event && on.makeSendSms(event);
  }),
  makeReleaseHeldSms: work(({ on }) => on.makeReleaseHeldSms()),
  makeListUnreached: work(({ on, at }) => on.makeListUnreached(referenceOf(at))),
  makeListAllUnreached: work(({ on }) => on.makeListAllUnreached()),
  'makeSettleCall: reached': {
    ...counter(({ on, at }, { actor }) =>
      on.makeSettleCall({ actor, reference: referenceOf(at), outcome: 'reached' }),
    ),
    keyless: true,
  },
  makeListCalls: reading({
    who: () => clerk,
    run: ({ on }, { actor }) => on.makeListCalls({ actor, page: { limit: 10 } }),
  }),
  makeCorrectContact: counter(({ on, at }, by) =>
    on.makeCorrectContact({
      ...by,
      dossierId: at.dossierId,
      phone: '+84987654321',
      why: 'wrong-number',
    }),
  ),
  makeRequestOtp: work(async (scene) => scene.on.makeRequestOtp(await asCitizen(scene))),
  makeSendOtp: work(({ on, at }) =>
    on.makeSendOtp({
      id: '01KAPXJ5V0ZK9Q4T8N6W2C9999',
      askedAt: at.now,
      ...(at.dossier && { dossierId: at.dossierId }),
    }),
  ),
  'makeSendOtp: for a phone': work(async ({ on, at, world }) => {
    const id = '01KAPXJ5V0ZK9Q4T8N6W2C8888';
    await world.deps.phoneAsks.keep(id, { phone, codeName: 'phone#x' }, plus(at.now, minutes(5)));
    return on.makeSendOtp({ id, askedAt: at.now, isOfPhone: true });
  }),
  makeRequestPhoneCode: work(({ on }) => on.makeRequestPhoneCode({ phone, sourceIp })),
  makeOpenPhoneSession: work(async ({ on, at, world }) => {
    const { codes, seals } = world.deps;
    const opens = await seals.mac('phone', phone);
    const seal = await seals.mac('otp', sealedText(opens, 's', '12345678'));
    const name = `phone#${seals.sha256(challenge)}`;
    await codes.put(name, { salt: 's', seal, validUntil: plus(at.now, minutes(5)), tries: 5 });
    return on.makeOpenPhoneSession({ phone, challenge, otp: '12345678', sourceIp });
  }),
  makeReadPhoneSession: reading(work(({ on }) => on.makeReadPhoneSession(challenge))),
  makeEndPhoneSession: work(async (scene) => scene.on.makeEndPhoneSession(await asPhone(scene))),
  makeListPhoneDossiers: reading(
    work(async (scene) => scene.on.makeListPhoneDossiers(await asPhone(scene), { limit: 10 })),
  ),
  makeOpenSession: work(async (scene) => {
    const { on, at, world } = scene;
    const seal = await world.deps.seals.mac('otp', sealedText(at.dossierId, 's', '123456'));
    const validUntil = plus(at.now, minutes(5));
    await world.deps.codes.put(at.dossierId, { salt: 's', seal, validUntil, tries: 5 });
    return on.makeOpenSession({ ...(await asCitizen(scene)), otp: '123456' });
  }),
  makeTrackDossier: reading(
    work(async (scene) => scene.on.makeTrackDossier(await asCitizen(scene))),
  ),
  makeReadDetail: reading(work(async (scene) => scene.on.makeReadDetail(await sessionOf(scene)))),
  makeProveHistory: reading(
    work(async (scene) => scene.on.makeProveHistory(await sessionOf(scene))),
  ),
  makeReadAnchor: never(reading(work(({ on }) => on.makeReadAnchor('2026-11-22' as VietnamDay)))),
  makeProjectFigures: reading(
    work(async ({ on, at }) => {
      const told = newestTold(at);
      const event = told && publishedEvent(eventToday(told));
      return event && on.makeProjectFigures(event);
    }),
  ),
  makeNoteMiss: reading(work(({ on }) => on.makeNoteMiss('xin phép thả diều', 'nothing'))),
  makeAnchorDays: work(({ on }) => on.makeAnchorDays()),
  'makeAmendCalendar.propose': supervision(({ on }, by) =>
    on.makeAmendCalendar.propose({
      ...by,
      change: {
        holidays: [{ day: '2026-11-26' as VietnamDay, name: 'Nghỉ theo quyết định' }],
        makeUpDays: [],
        reason: 'Quyết định của Thủ tướng',
      },
    }),
  ),
  'makeAmendCalendar.propose: nothing': never(
    supervision(({ on }, by) =>
      on.makeAmendCalendar.propose({
        ...by,
        change: { holidays: [], makeUpDays: [], reason: 'Không' },
      }),
    ),
  ),
  'makeAmendCalendar.confirm': supervision(({ on, at }, by) =>
    on.makeAmendCalendar.confirm({
      ...by,
      id: at.idOf(amendmentKind),
      reannounces: true,
    }),
  ),
  makeForeseeMoves: reading(
    work(({ on, at }) =>
      on.makeForeseeMoves(
        at.idOf(amendmentKind),
        { agency: 'ct-nnmt', list: 'waiting' },
        { limit: 10 },
      ),
    ),
  ),
  makeWatchLimits: work(async ({ on }) => {
    const watched = await on.makeWatchLimits();
    // It goes on past a dossier that fails; here that is a fault of its own.
    if (watched.ok && watched.value.failed.length > 0) throw watched.value.failed[0];
    return watched;
  }),
  makeWatchReading: work(({ on }) => on.makeWatchReading()),
  'makeReadAccess.ofDossier': reading(
    leadership(({ on, at }, { actor }) =>
      on.makeReadAccess.ofDossier(actor, at.dossierId, { limit: 10 }),
    ),
  ),
  'makeReadAccess.ofStaff': reading(
    supervision(({ on }, { actor }) => on.makeReadAccess.ofStaff(actor, 'lan', { limit: 10 })),
  ),
  makeListAmendments: reading(work(({ on }) => on.makeListAmendments('proposed', { limit: 10 }))),
  makeListBulkReadings: reading(work(({ on }) => on.makeListBulkReadings('open', { limit: 10 }))),
  makeSettleBulkReading: never(
    supervision(({ on, at }, by) =>
      on.makeSettleBulkReading({ ...by, id: at.idOf(bulkReadingKind), finding: 'Kiểm kê' }),
    ),
  ),
  makeReadOwnAccess: reading(
    work(async (scene) => scene.on.makeReadOwnAccess(await sessionOf(scene), { limit: 10 })),
  ),
  makeReadPhoneAccess: reading(
    work(async (scene) =>
      scene.on.makeReadPhoneAccess(await asPhone(scene), scene.at.dossier?.acceptance?.code ?? '', {
        limit: 10,
      }),
    ),
  ),
  makeEndRetention: work(({ on }) => on.makeEndRetention()),
  makeForeseeRetention: reading(work(({ on }) => on.makeForeseeRetention())),
  'makeWorkHolds.lay': supervision(({ on, at }, by) =>
    on.makeWorkHolds.lay({ ...by, dossierId: at.dossierId, reason: 'Thanh tra đề nghị' }),
  ),
  'makeWorkHolds.lift': supervision(({ on, at }, by) =>
    on.makeWorkHolds.lift({
      ...by,
      actor: { ...by.actor, id: 'khoa' },
      dossierId: at.dossierId,
      reason: 'Đã xong',
    }),
  ),
  'makeWorkHolds.list': reading(supervision(({ on }) => on.makeWorkHolds.list({ limit: 10 }))),
  makeListWarned: reading({
    who: () => clerk,
    run: ({ on }, { actor }) =>
      on.makeListWarned(actor, { warning: 'overdue', of: undefined }, { limit: 10 }),
  }),
  makeAnnounceEdition: work(({ on }) => on.makeAnnounceEdition()),
  makeWatchCalendars: reading(work(({ on }) => on.makeWatchCalendars())),
  makeReannounceDates: work(({ on }) => on.makeReannounceDates()),
  makeMoveToSuccessor: work(({ on }) => on.makeMoveToSuccessor()),
};

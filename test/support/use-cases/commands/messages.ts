import { eventToday } from '#adapters/stored/event.ts';
import { publishedEvent } from '#application/published-event.ts';
import { isPublished } from '#domain/dossier/publication.ts';
import { minutes, plus } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { sealedText } from '#functions/tracking/application/one-time-code.ts';
import { amendmentKind } from '#ports/kernel-records.ts';
import {
  type Commands,
  counter,
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
  stand.dossiers.get(dossierId)?.events.findLast(({ fact }) => isPublished(fact.type));

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
  makeListWarned: reading({
    who: () => clerk,
    run: ({ on }, { actor }) =>
      on.makeListWarned(actor, { warning: 'overdue', of: undefined }, { limit: 10 }),
  }),
  makeReannounceDates: work(({ on }) => on.makeReannounceDates()),
  makeMoveToSuccessor: work(({ on }) => on.makeMoveToSuccessor()),
};

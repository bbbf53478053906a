import { publishedEvent } from '#application/published-event.ts';
import { hours, type Instant } from '#domain/time/instant.ts';
import { makeMemorySmsLedger } from '#functions/notifications/adapters/memory/sms-ledger.ts';
import { makeListAllUnreached } from '#functions/notifications/application/list-unreached.ts';
import { makeReleaseHeldSms } from '#functions/notifications/application/release-held.ts';
import { makeSendSms } from '#functions/notifications/application/send-sms.ts';
import { makeTellNumbers } from '#functions/notifications/application/tell-numbers.ts';
import { makeTellOrders } from '#functions/notifications/application/tell-orders.ts';
import type { OutgoingSms, SmsGateway, SmsOutcome } from '#functions/notifications/ports/sms.ts';
import { provinceSmsTexts } from '#test/support/province.ts';
import { monday9, type Station } from './dossiers.ts';
import { aWorldAt } from './worlds.ts';

type Played = SmsOutcome | 'crash';

/** A gateway that answers as it is told, and `sent` when nobody tells it. */
const aChannel = (
  name: string,
  outcomes: readonly Played[],
  o: Pick<SmsGateway, 'givesNoReceipts'> = {},
) => {
  const calls: OutgoingSms[] = [];
  const gateway: SmsGateway = {
    ...o,
    name,
    send: async (message) => {
      calls.push(message);
      const outcome = outcomes[calls.length - 1] ?? { outcome: 'sent', gatewayId: 'g' };
      if (outcome === 'crash') throw new Error('the function was killed');
      return outcome;
    },
  };
  return { gateway, calls };
};

interface Channels {
  readonly outcomes?: readonly Played[];
  /** Tried before the one with `outcomes`. */
  readonly zalo?: readonly Played[];
  readonly givesNoReceipts?: boolean;
}

type World = Awaited<ReturnType<typeof aWorldAt>>;

/** The same over a world that a test has made. */
export const aDeskOver = (world: World, o: Channels = {}) => {
  const sms = makeMemorySmsLedger();
  const { gateway, calls } = aChannel('test', o.outcomes ?? [], {
    ...(o.givesNoReceipts && { givesNoReceipts: true }),
  });
  const zalo = o.zalo && aChannel('zalo', o.zalo);
  const deps = {
    ...world,
    sms,
    channels: zalo ? [zalo.gateway, gateway] : [gateway],
    texts: provinceSmsTexts,
    keepsQuietHours: true,
    receiptWithin: hours(72),
    officeName: () => 'Buu dien Vi Thanh',
  };
  const send = makeSendSms(deps);
  return {
    ...deps,
    calls,
    zaloCalls: zalo?.calls ?? [],
    send,
    /** Everything that the history has to say. */
    tellAll: async () => {
      for (const link of await world.ledger.history(world.dossierId)) {
        const event = publishedEvent(link);
        if (event) await send(event);
      }
    },
    tellOrders: makeTellOrders(deps),
    tellNumbers: makeTellNumbers(deps),
    release: makeReleaseHeldSms(deps),
    listUnreached: makeListAllUnreached(deps),
  };
};

/** The workers that text citizens, over a memory world that holds one dossier at a station. */
export const aDesk = async (
  o: Channels & { readonly now?: Instant; readonly station?: Station } = {},
) => {
  const world = await aWorldAt(o.station ?? 'accepted');
  world.setTo(o.now ?? monday9);
  return aDeskOver(world, o);
};

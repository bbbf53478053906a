import { inForce, ruleOn } from '#domain/catalogue/effective.ts';
import type { Province } from '#domain/catalogue/province.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import type { Clock } from '#ports/clock.ts';
import type { listsContract } from './lists-contract.ts';

export interface ListDeps {
  readonly clock: Clock;
  readonly province: Pick<Province, 'agencies' | 'prices' | 'queueRules'>;
}

export const makeListHandlers = ({ clock, province }: ListDeps): Handlers<typeof listsContract> => {
  const today = () => dayOf(clock.now());
  return {
    listAgencies: async () => {
      const day = today();
      const agencies = province.agencies.filter((agency) => inForce(agency, day));
      return {
        status: 200,
        body: {
          items: agencies.map(({ id, name, level, address, takesDossiers }) => ({
            id,
            name,
            level,
            address,
            takesDossiers,
          })),
        },
      };
    },
    listQueueGroups: async () => {
      const { groups } = ruleOn(province.queueRules, today(), 'queues');
      return { status: 200, body: { items: [...groups] } };
    },
    listPostage: async () => {
      const day = today();
      const prices = province.prices.filter((price) => inForce(price, day));
      return {
        status: 200,
        body: {
          items: prices.map(({ effective: _, note: __, ...price }) => price),
        },
      };
    },
  };
};

import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { userAccountIn } from '#adapters/aws/secrets/user-account.ts';
import type { Agency } from '#domain/catalogue/agency.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import { makeVnpostDesk } from './vnpost-desk.ts';

/** The settings of both courier workers. */
interface CourierSettings {
  readonly DOSSIERS_TABLE: string;
  readonly LEDGER_TABLE: string;
  readonly COURIER_ACCOUNT_SECRET: string;
  readonly COURIER_URL: string;
  readonly COURIER_CUSTOMER_CODE: string;
}

/** Who may send a parcel. */
interface Senders {
  readonly agencies: readonly Agency[];
  readonly postOffices: readonly PostOffice[];
}

/** What the two courier workers share: stores, the carrier's desk, who sends. */
export const makeCourierDesk = (env: CourierSettings, { agencies, postOffices }: Senders) => ({
  ...makeStores(env),
  desk: makeVnpostDesk({
    baseUrl: env.COURIER_URL,
    customerCode: env.COURIER_CUSTOMER_CODE,
    account: userAccountIn(env.COURIER_ACCOUNT_SECRET),
  }),
  senderOf: (shipment: Shipment) => {
    const agency = agencies.find(({ id }) => id === shipment.agency);
    const office = postOffices.find(({ id }) => id === shipment.office);
    return {
      name: agency?.name ?? office?.name ?? shipment.office,
      phone: agency?.phone ?? '',
      address: office ? `${office.name}, ${office.address}` : '',
    };
  },
});

import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { userAccountFrom } from '#adapters/aws/secrets/user-account.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { makeNationalPortal } from './national-portal.ts';

/** The settings of everything that speaks with the portal. */
interface PortalVariables {
  readonly DOSSIERS_TABLE: string;
  readonly LEDGER_TABLE: string;
  readonly PORTAL_URL: string;
  readonly PORTAL_ACCOUNT_SECRET: string;
  readonly PORTAL_UNIT_CODE: string;
}

/** What the portal's functions share: stores, catalogue, and the portal where there is an account. */
export const makePortalDesk = (env: PortalVariables, catalogue: Catalogue) => ({
  ...makeStores(env),
  catalogue,
  portal:
    env.PORTAL_URL === 'not-configured'
      ? undefined
      : makeNationalPortal({
          baseUrl: env.PORTAL_URL,
          unitCode: env.PORTAL_UNIT_CODE,
          account: userAccountFrom(env.PORTAL_ACCOUNT_SECRET),
        }),
});

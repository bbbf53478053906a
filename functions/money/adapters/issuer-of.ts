import { userAccountFrom } from '#adapters/aws/secrets/user-account.ts';
import type { ReceiptIssuer } from '#functions/money/ports/receipt-issuer.ts';
import { makeReceiptIssuer } from './receipt-issuer.ts';

interface IssuerVariables {
  readonly RECEIPT_URL: string;
  readonly RECEIPT_ACCOUNT_SECRET: string;
  readonly MANDATARY_NAME: string;
  readonly MANDATARY_ADDRESS: string;
  readonly MANDATARY_TAX_CODE: string;
  readonly MANDATE: string;
}

/** Undefined until the province has a mandate and an issuer: phiếu thu stand, and their biên lai wait. */
export const issuerOf = (env: IssuerVariables): ReceiptIssuer | undefined =>
  env.RECEIPT_URL === 'not-configured'
    ? undefined
    : makeReceiptIssuer({
        baseUrl: env.RECEIPT_URL,
        account: userAccountFrom(env.RECEIPT_ACCOUNT_SECRET),
        mandatary: {
          name: env.MANDATARY_NAME,
          address: env.MANDATARY_ADDRESS,
          taxCode: env.MANDATARY_TAX_CODE,
          mandate: env.MANDATE,
        },
      });

import { hours, minutes } from '#domain/time/instant.ts';
import { records } from '#plan/items.ts';
import { answering, type ServicePlan, sweeping } from '#plan/service-plan.ts';
import type { Source, Variables } from '#plan/sources.ts';
import { accessTable, catalogueBucket, tables } from '#plan/variables.ts';
import type { Env } from './api/env.ts';
import type { Env as IssueEnv } from './issue-receipts/env.ts';
import type { Env as TellEnv } from './tell-left-open/env.ts';
import type { Env as TaxEnv } from './tell-tax-office/env.ts';

const setting = (parameter: string, description: string, fallback = 'replace-me') =>
  ({ setting: { parameter, description, fallback } }) as const;

const receiptIssuer = {
  RECEIPT_URL: setting(
    'ReceiptUrl',
    'Base address of who issues biên lai điện tử; they wait until it is set',
    'not-configured',
  ),
  RECEIPT_ACCOUNT_SECRET: { secret: 'receipts' },
  MANDATARY_NAME: setting('MandataryName', 'Bên được ủy nhiệm lập biên lai, as the mandate has it'),
  MANDATARY_ADDRESS: setting('MandataryAddress', 'Its address'),
  MANDATARY_TAX_CODE: setting('MandataryTaxCode', 'Its mã số thuế'),
  MANDATE: setting('Mandate', 'Number and day of the written mandate (NĐ 254/2026 điều 25)'),
  RECEIPT_REHEARSAL: setting(
    'ReceiptRehearsal',
    'yes: placeholders of tax codes will do, because the issuer is none that counts',
    'no',
  ),
} as const satisfies Readonly<Record<string, Source>>;

/** Money across the counter. */
export const money = {
  functions: {
    api: {
      ...answering,
      environment: { ...tables, ...accessTable, ...catalogueBucket } satisfies Variables<
        typeof Env
      >,
      impact: 'counters cannot take fees or close their drawers',
      grants: {
        items: {
          read: [
            'dossier',
            'money-number',
            'answer',
            'access-entry',
            ...records(
              'calendar-amendment',
              'door-money',
              'dossier-account',
              'drawer',
              'electronic-receipt',
              'give-back',
              'number-watch',
              'pouch',
              'receipt',
              'remittance',
              'safe',
              'shift',
            ),
          ],
          put: [
            'dossier',
            'money-number',
            'answer',
            'access-entry',
            ...records(
              'door-money',
              'dossier-account',
              'drawer',
              'electronic-receipt',
              'give-back',
              'number-notice',
              'pouch',
              'receipt',
              'remittance',
              'safe',
              'shift',
            ),
          ],
        },
        catalogue: ['read'],
      },
    },
    'tell-left-open': {
      ...sweeping,
      environment: tables satisfies Variables<typeof TellEnv>,
      impact: 'drawers that absent clerks left open are forgotten, with the money in them',
      grants: { items: { read: ['record:shift'] } },
    },
    'issue-receipts': {
      ...sweeping,
      environment: { ...tables, ...catalogueBucket, ...receiptIssuer } satisfies Variables<
        typeof IssueEnv
      >,
      impact: 'who paid fees has a phiếu thu and no biên lai',
      grants: {
        items: {
          read: ['dossier', 'record:electronic-receipt'],
          put: ['record:electronic-receipt'],
        },
        catalogue: ['read'],
        secrets: { receipts: ['read'] },
      },
    },
    'tell-tax-office': {
      ...sweeping,
      environment: { ...tables, ...receiptIssuer } satisfies Variables<typeof TaxEnv>,
      impact: 'the tax office does not have the day’s biên lai, which the law wants the same day',
      grants: {
        items: { read: ['record:electronic-receipt'], put: ['record:electronic-receipt'] },
        secrets: { receipts: ['read'] },
      },
    },
  },
  schedules: {
    IssueReceipts: { worker: 'issue-receipts', every: minutes(1) },
    TellTaxOffice: { worker: 'tell-tax-office', every: hours(1) },
    // 06:30 in Vietnam, before the counters open.
    TellLeftOpen: { worker: 'tell-left-open', dailyAt: { hour: 23, minute: 30 } },
  },
  alarms: {
    ReceiptRejected: {
      harm: 'a biên lai that citizens paid for is refused by its issuer: they have none, and the tax office does not know of it',
      runbook: 'receipt-rejected',
    },
    ShiftLeftOpen: {
      harm: 'money of citizens lies in drawers that nobody closes: it is in no safe, and no agency gets it',
      runbook: 'shift-left-open',
    },
  },
} as const satisfies ServicePlan;

import { Duration } from 'aws-cdk-lib';
import type * as z from 'zod';
import type { FunctionName } from '../function-sources.ts';

/** What a function may do with a table. Nobody may scan or delete. */
export type Access = 'read' | 'write' | 'update';

/** One function: what it needs, what it may touch, and what people suffer while it fails. */
export interface FunctionPlan {
  /** The alarm's first line. */
  readonly impact: string;
  readonly timeout: Duration;
  /** 512 MB unless told. */
  readonly memoryMb?: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly dossiers?: readonly Access[];
  readonly ledger?: readonly Access[];
  /** Derives its keys from the master key. */
  readonly seals?: boolean;
  /** Reads the account at the SMS gateway, renews Zalo's tokens, publishes to telephones by SNS. */
  readonly textsCitizens?: boolean;
  /** Checks Zalo's signature. */
  readonly hearsZalo?: boolean;
  /** Reads the account at the carrier. */
  readonly callsCarrier?: boolean;
  /** Reads the account at the national portal. */
  readonly callsPortal?: boolean;
  /** Sends to every queue of the catalogue of events. */
  readonly publishes?: boolean;
  /** Works the queues of the departments. */
  readonly worksDepartments?: boolean;
  /** Sends to the queue of requests for one-time codes. */
  readonly asksForCodes?: boolean;
  /** S3 actions on the anchors of past days; their list is open to whoever has any. */
  readonly anchors?: readonly string[];
  /** S3 actions on quarantined and on verified files. */
  readonly quarantine?: readonly string[];
  readonly evidence?: readonly string[];
}

export type Plans = Readonly<Partial<Record<FunctionName, FunctionPlan>>>;

/** The variables of a function's `env.ts`: a forgotten one does not compile. */
export type Vars<E extends z.ZodType> = Readonly<Record<keyof z.input<E> & string, string>>;

/** What the plans are made from: names that only the deployment knows. */
export interface Surroundings {
  readonly tables: { readonly DOSSIERS_TABLE: string; readonly LEDGER_TABLE: string };
  readonly buckets: { readonly QUARANTINE_BUCKET: string; readonly EVIDENCE_BUCKET: string };
  readonly queues: {
    readonly NOTIFICATIONS_QUEUE: string;
    readonly COURIER_QUEUE: string;
    readonly PORTAL_QUEUE: string;
    readonly DEPARTMENT_QUEUE_PREFIX: string;
  };
  readonly otpQueue: string;
  readonly keysSecret: string;
  readonly smsAccountSecret: string;
  readonly zaloAccountSecret: string;
  readonly courierAccountSecret: string;
  readonly portalAccountSecret: string;
  readonly settings: {
    readonly publicUrl: string;
    readonly smsGatewayUrl: string;
    readonly smsBrandname: string;
    readonly quietHours: string;
    readonly smsChannels: string;
    readonly smsReceiptHours: string;
    readonly zaloUrl: string;
    readonly zaloOauthUrl: string;
    readonly otpDailyBudget: string;
    readonly courierUrl: string;
    readonly courierCustomerCode: string;
    readonly portalUrl: string;
    readonly portalUnitCode: string;
  };
}

export const timeouts = {
  api: Duration.seconds(10),
  sendSms: Duration.seconds(30),
  announceShipment: Duration.seconds(50),
  pushDossier: Duration.seconds(50),
  compareCopies: Duration.seconds(25),
  receiveDossier: Duration.seconds(20),
  publish: Duration.seconds(30),
  sweep: Duration.seconds(50),
  anchor: Duration.minutes(10),
} as const;

/** Behind the HTTP API somebody waits: more memory is more processor. */
export const api = { timeout: timeouts.api, memoryMb: 1_024 } as const;

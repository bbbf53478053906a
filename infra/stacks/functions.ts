import { Duration, Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env as DepartmentsEnv } from '#functions/departments/api/env.ts';
import type { Env as IntakeEnv } from '#functions/intake/api/env.ts';
import type { Env as PrintEnv } from '#functions/intake/print-form/env.ts';
import type { Env as SendSmsEnv } from '#functions/notifications/send-sms/env.ts';
import type { Env as ReturnsEnv } from '#functions/returns/api/env.ts';
import type { Env as PublishEnv } from '#functions/routing/publish-events/env.ts';
import type { Env as ScanningEnv } from '#functions/scanning/api/env.ts';
import type { DepartmentQueues } from '../constructs/department-queues.ts';
import { type CodeOf, ServiceFunction } from '../constructs/service-function.ts';
import type { WorkQueue } from '../constructs/work-queue.ts';
import type { FunctionName } from '../function-sources.ts';
import { verifyTimeout } from './scans.ts';
import type { StateStack } from './state-stack.ts';

type Vars<E extends z.ZodType> = Readonly<Record<keyof z.input<E> & string, string>>;

export interface FunctionsProps {
  readonly codeOf: CodeOf;
  readonly state: StateStack;
  readonly notifications: WorkQueue;
  readonly departments: DepartmentQueues;
  readonly settings: {
    readonly publicUrl: string;
    readonly smsGatewayUrl: string;
    readonly smsBrandname: string;
    readonly quietHours: string;
  };
}

type ServiceName = Exclude<FunctionName, 'identity/shape-token'>;

/** What a function may do with the records. Nobody may scan or delete. */
const doing = {
  read: ['dynamodb:GetItem', 'dynamodb:Query'],
  write: ['dynamodb:PutItem'],
  update: ['dynamodb:UpdateItem'],
} as const;

/** All functions of the service stack, each with its variables and no permission beyond its work. */
export class Functions extends Construct {
  static readonly timeouts = {
    api: Duration.seconds(10),
    sendSms: Duration.seconds(30),
    receiveDossier: Duration.seconds(20),
    publish: Duration.seconds(30),
    sweep: Duration.seconds(50),
  } as const;

  readonly all: Readonly<Record<ServiceName, ServiceFunction<string>>>;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    this.all = {
      ...this.counter(props),
      ...this.scanning(props),
      ...this.workers(props),
      ...this.messages(props),
    };
    this.grantRecords(props.state);
    this.grantScans(props.state);
    this.grantSecrets(props.state);
    this.grantQueues(props);
  }

  private counter({ codeOf, state, settings }: FunctionsProps) {
    const tables = tablesOf(state);
    const keyed: Vars<typeof IntakeEnv> & Vars<typeof ReturnsEnv> = {
      ...tables,
      KEYS_SECRET: state.keys.secretArn,
    };
    const printing: Vars<typeof PrintEnv> = { ...keyed, PUBLIC_URL: settings.publicUrl };
    const desk: Vars<typeof DepartmentsEnv> = tables;
    const api = { codeOf, timeout: Functions.timeouts.api, memoryMb: 1_024 };
    return {
      'catalogue/api': new ServiceFunction(this, 'Catalogue', {
        ...api,
        name: 'catalogue/api',
        environment: {},
        impact: 'clerks cannot look up a procedure',
      }),
      'intake/api': new ServiceFunction(this, 'Intake', {
        ...api,
        name: 'intake/api',
        environment: keyed,
        impact: 'post offices cannot take in dossiers',
      }),
      'intake/print-form': new ServiceFunction(this, 'PrintForm', {
        ...api,
        name: 'intake/print-form',
        environment: printing,
        impact: 'citizens leave the counter without a receipt',
      }),
      'departments/api': new ServiceFunction(this, 'DepartmentDesk', {
        ...api,
        name: 'departments/api',
        environment: desk,
        impact: 'departments cannot pull or decide dossiers',
      }),
      'returns/api': new ServiceFunction(this, 'Returns', {
        ...api,
        name: 'returns/api',
        environment: keyed,
        impact: 'results are not dispatched and courier news is not taken in',
      }),
      'tracking/api': new ServiceFunction(this, 'Tracking', {
        ...api,
        name: 'tracking/api',
        environment: keyed,
        impact: 'citizens cannot follow their dossiers',
      }),
    };
  }

  private scanning({ codeOf, state }: FunctionsProps) {
    const environment: Vars<typeof ScanningEnv> = {
      ...tablesOf(state),
      QUARANTINE_BUCKET: state.scans.quarantine.bucketName,
      EVIDENCE_BUCKET: state.scans.evidence.bucketName,
    };
    return {
      'scanning/api': new ServiceFunction(this, 'Scanning', {
        name: 'scanning/api',
        codeOf,
        environment,
        timeout: Functions.timeouts.api,
        memoryMb: 1_024,
        impact: 'clerks cannot upload and departments cannot open scans',
      }),
      'scanning/verify-scan': new ServiceFunction(this, 'VerifyScan', {
        name: 'scanning/verify-scan',
        codeOf,
        environment,
        timeout: verifyTimeout,
        memoryMb: 1_536,
        impact: 'scans stay unverified and dossiers cannot be accepted',
      }),
    };
  }

  private workers({ codeOf, state, notifications, departments }: FunctionsProps) {
    const tables = tablesOf(state);
    const publishing: Vars<typeof PublishEnv> = {
      ...tables,
      NOTIFICATIONS_QUEUE: notifications.queue.queueUrl,
      DEPARTMENT_QUEUES: Stack.of(this).toJsonString(departments.urls()),
    };
    return {
      'routing/publish-events': new ServiceFunction(this, 'PublishEvents', {
        name: 'routing/publish-events',
        codeOf,
        environment: publishing,
        timeout: Functions.timeouts.publish,
        impact: 'events wait for the sweeper: departments and citizens hear a minute late',
      }),
      'departments/receive-dossier': new ServiceFunction(this, 'ReceiveDossier', {
        name: 'departments/receive-dossier',
        codeOf,
        environment: tables,
        timeout: Functions.timeouts.receiveDossier,
        impact: 'accepted dossiers do not appear in department inboxes',
      }),
      'oversight/sweep-outbox': new ServiceFunction(this, 'SweepOutbox', {
        name: 'oversight/sweep-outbox',
        codeOf,
        environment: publishing,
        timeout: Functions.timeouts.sweep,
        impact: 'an event that the stream misses stays unpublished',
      }),
    };
  }

  private messages({ codeOf, state, settings }: FunctionsProps) {
    const keyed = { ...tablesOf(state), KEYS_SECRET: state.keys.secretArn };
    const texting: Vars<typeof SendSmsEnv> = {
      ...keyed,
      SMS_ACCOUNT_SECRET: state.smsAccount.secretArn,
      SMS_GATEWAY_URL: settings.smsGatewayUrl,
      SMS_BRANDNAME: settings.smsBrandname,
      PUBLIC_URL: settings.publicUrl,
      QUIET_HOURS: settings.quietHours,
    };
    return {
      'notifications/send-sms': new ServiceFunction(this, 'SendSms', {
        name: 'notifications/send-sms',
        codeOf,
        environment: texting,
        timeout: Functions.timeouts.sendSms,
        impact: 'citizens do not get their SMS',
      }),
      'notifications/release-held': new ServiceFunction(this, 'ReleaseHeld', {
        name: 'notifications/release-held',
        codeOf,
        environment: texting,
        timeout: Functions.timeouts.sweep,
        impact: 'SMS held over the night are not sent in the morning',
      }),
      'notifications/api': new ServiceFunction(this, 'SmsWebhook', {
        name: 'notifications/api',
        codeOf,
        environment: keyed,
        timeout: Functions.timeouts.api,
        impact: 'delivery receipts of SMS are not recorded',
      }),
    };
  }

  private grantRecords({ records, key }: StateStack): void {
    const { read, write, update } = doing;
    const onDossiers: Partial<Record<ServiceName, readonly string[]>> = {
      'intake/api': [...read, ...write],
      'intake/print-form': [...read, ...write],
      'scanning/api': [...read, ...write],
      'scanning/verify-scan': [...read, ...write],
      'departments/api': [...read, ...write],
      'departments/receive-dossier': [...read, ...write],
      'returns/api': [...read, ...write],
      'tracking/api': [...read],
      'routing/publish-events': [...update],
      'oversight/sweep-outbox': [...read, ...update],
      'notifications/send-sms': [...read],
      'notifications/release-held': [...read],
    };
    const onLedger: Partial<Record<ServiceName, readonly string[]>> = {
      'intake/api': [...read, ...write],
      'scanning/api': [...read, ...write],
      'departments/api': [...read, ...write],
      'departments/receive-dossier': [...write],
      'returns/api': [...read, ...write],
      'tracking/api': [...update],
      'notifications/send-sms': [...read, ...write, ...update],
      'notifications/release-held': [...read, ...write, ...update],
      'notifications/api': [...read, ...update],
    };
    for (const [name, actions] of Object.entries(onDossiers))
      this.allow(name as ServiceName, (to) => records.dossiers.grant(to, ...actions));
    for (const [name, actions] of Object.entries(onLedger))
      this.allow(name as ServiceName, (to) => records.ledger.grant(to, ...actions));
    const touching = new Set([...Object.keys(onDossiers), ...Object.keys(onLedger)]);
    for (const name of touching)
      this.allow(name as ServiceName, (to) => key.grantEncryptDecrypt(to));
  }

  private grantScans({ scans: { quarantine, evidence } }: StateStack): void {
    const objects = (name: ServiceName, bucket: Bucket, ...actions: readonly string[]) =>
      this.allow(name, (grantee) =>
        Grant.addToPrincipal({
          grantee,
          actions: [...actions],
          resourceArns: [bucket.arnForObjects('*')],
        }),
      );
    objects('scanning/api', quarantine, 's3:PutObject');
    objects('scanning/api', evidence, 's3:GetObject');
    objects('scanning/verify-scan', quarantine, 's3:GetObject', 's3:DeleteObject');
    // GetObject too: a repeat finds its own file there and must see that the bytes are the same.
    objects('scanning/verify-scan', evidence, 's3:PutObject', 's3:GetObject');
  }

  private grantSecrets({ keys, smsAccount, key }: StateStack): void {
    const sealing = [
      'intake/api',
      'intake/print-form',
      'returns/api',
      'tracking/api',
      'notifications/send-sms',
      'notifications/release-held',
      'notifications/api',
    ] as const;
    // By ARN: granted on the secret itself, CDK would write the role into the key's policy, and the
    // state stack would come to depend on this one.
    const master = Secret.fromSecretCompleteArn(this, 'Keys', keys.secretArn);
    const sms = Secret.fromSecretCompleteArn(this, 'SmsAccount', smsAccount.secretArn);
    for (const name of sealing) this.allow(name, (to) => master.grantRead(to));
    this.allow('notifications/send-sms', (to) => sms.grantRead(to));
    this.allow('notifications/release-held', (to) => sms.grantRead(to));
    for (const name of sealing) this.allow(name, (to) => key.grantDecrypt(to));
  }

  private grantQueues({ notifications, departments }: FunctionsProps): void {
    for (const name of ['routing/publish-events', 'oversight/sweep-outbox'] as const)
      for (const { queue } of [notifications, ...departments.queues.values()])
        this.allow(name, (to) => queue.grantSendMessages(to));
  }

  private allow(name: ServiceName, grant: (to: IGrantable) => Grant): void {
    grant(this.all[name].lambda);
  }
}

const tablesOf = ({ records }: StateStack) => ({
  DOSSIERS_TABLE: records.dossiers.tableName,
  LEDGER_TABLE: records.ledger.tableName,
});

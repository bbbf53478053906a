import { Aws, Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { departmentPlans } from '#functions/departments/plan.ts';
import { handoverPlans } from '#functions/handover/plan.ts';
import { intakePlans } from '#functions/intake/plan.ts';
import { moneyPlans } from '#functions/money/plan.ts';
import { oversightPlans } from '#functions/oversight/plan.ts';
import { portalPlans } from '#functions/portal/plan.ts';
import { queueingPlans } from '#functions/queueing/plan.ts';
import { returnPlans } from '#functions/returns/plan.ts';
import { satisfactionPlans } from '#functions/satisfaction/plan.ts';
import { scanningPlans } from '#functions/scanning/plan.ts';
import { trackingPlans } from '#functions/tracking/plan.ts';
import { type CodeOf, ServiceFunction } from '../constructs/service-function.ts';
import type { WorkQueue } from '../constructs/work-queue.ts';
import { queuePrefix } from '../departments.ts';
import type { FunctionName } from '../function-sources.ts';
import { messagePlans } from '../functions/messages.ts';
import type { Access, FunctionPlan, Surroundings } from '../functions/plan.ts';
import type { StateStack } from './state-stack.ts';

export interface FunctionsProps {
  readonly codeOf: CodeOf;
  readonly state: StateStack;
  readonly notifications: WorkQueue;
  readonly courier: WorkQueue;
  readonly portal: WorkQueue;
  readonly otp: WorkQueue;
  readonly settings: Surroundings['settings'];
}

const actions: Readonly<Record<Access, readonly string[]>> = {
  read: ['dynamodb:GetItem', 'dynamodb:Query'],
  write: ['dynamodb:PutItem'],
  update: ['dynamodb:UpdateItem'],
};

/** What an event source mapping does with its queue in the function's name. */
const working = [
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibility',
  'sqs:GetQueueAttributes',
] as const;

/** Made by the state stack, as part of the user pool. */
type ServiceName = Exclude<FunctionName, 'identity/shape-token'>;

/** All functions of the service stack, each with its variables and no permission beyond its plan. */
export class Functions extends Construct {
  readonly all: Readonly<Record<ServiceName, ServiceFunction<string>>>;

  private readonly secrets: Readonly<
    Record<'master' | 'sms' | 'zalo' | 'courier' | 'portal', ISecret>
  >;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    // By ARN: granted on the secret itself, CDK would write the role into the key's policy, and the
    // state stack would come to depend on this one.
    const { keys, smsAccount, zaloAccount, courierAccount, portalAccount } = props.state;
    this.secrets = {
      master: Secret.fromSecretCompleteArn(this, 'Keys', keys.secretArn),
      sms: Secret.fromSecretCompleteArn(this, 'SmsAccount', smsAccount.secretArn),
      zalo: Secret.fromSecretCompleteArn(this, 'ZaloAccount', zaloAccount.secretArn),
      courier: Secret.fromSecretCompleteArn(this, 'CourierAccount', courierAccount.secretArn),
      portal: Secret.fromSecretCompleteArn(this, 'PortalAccount', portalAccount.secretArn),
    };
    const around = surroundings(props);
    const plans: Readonly<Record<ServiceName, FunctionPlan>> = {
      ...intakePlans(around),
      ...scanningPlans(around),
      ...moneyPlans(around),
      ...handoverPlans(around),
      ...departmentPlans(around),
      ...returnPlans(around),
      ...messagePlans(around),
      ...trackingPlans(around),
      ...portalPlans(around),
      ...queueingPlans(around),
      ...satisfactionPlans(around),
      ...oversightPlans(around),
    };
    this.all = Object.fromEntries(
      Object.entries(plans).map(([name, plan]) => [
        name,
        this.functionOf(name as ServiceName, plan, props),
      ]),
    ) as Record<ServiceName, ServiceFunction<string>>;
  }

  private functionOf(name: ServiceName, plan: FunctionPlan, props: FunctionsProps) {
    const { codeOf } = props;
    const made = new ServiceFunction<string>(this, idOf(name), { ...plan, name, codeOf });
    this.grantRecords(made.lambda, plan, props.state);
    this.grantFiles(made.lambda, plan, props.state);
    this.grantAnchors(made.lambda, plan, props.state);
    this.grantSecrets(made.lambda, plan, props.state);
    if (plan.textsCitizens) made.lambda.addToRolePolicy(this.textingRights());
    if (plan.publishes) {
      for (const { queue } of [props.notifications, props.courier, props.portal])
        queue.grantSendMessages(made.lambda);
      this.grantDepartments(made.lambda, ['sqs:SendMessage']);
    }
    if (plan.worksDepartments) this.grantDepartments(made.lambda, working);
    if (plan.asksForCodes) props.otp.queue.grantSendMessages(made.lambda);
    return made;
  }

  /** By name: a statement for each of a hundred queues is more than a role's policy may hold. */
  private grantDepartments(grantee: IGrantable, allowed: readonly string[]): void {
    Grant.addToPrincipal({
      grantee,
      actions: [...allowed],
      resourceArns: [Stack.of(this).formatArn({ service: 'sqs', resource: `${queuePrefix}*` })],
    });
  }

  private grantRecords(to: IGrantable, plan: FunctionPlan, { records, key }: StateStack): void {
    const of = (access: readonly Access[]) => access.flatMap((each) => actions[each]);
    if (plan.dossiers) records.dossiers.grant(to, ...of(plan.dossiers));
    if (plan.ledger) records.ledger.grant(to, ...of(plan.ledger));
    if (plan.dossiers || plan.ledger) key.grantEncryptDecrypt(to);
  }

  private grantFiles(grantee: IGrantable, plan: FunctionPlan, { scans }: StateStack): void {
    const allow = (bucket: Bucket, allowed: readonly string[]) =>
      Grant.addToPrincipal({
        grantee,
        actions: [...allowed],
        resourceArns: [bucket.arnForObjects('*')],
      });
    if (plan.quarantine) allow(scans.quarantine, plan.quarantine);
    if (plan.evidence) allow(scans.evidence, plan.evidence);
  }

  /** Without the right to list, a missing key and a forbidden one look the same. */
  private grantAnchors(grantee: IGrantable, { anchors }: FunctionPlan, state: StateStack): void {
    if (!anchors) return;
    const { evidence } = state.scans;
    Grant.addToPrincipal({
      grantee,
      actions: [...anchors],
      resourceArns: [evidence.arnForObjects('anchors/*')],
    });
    Grant.addToPrincipal({
      grantee,
      actions: ['s3:ListBucket'],
      resourceArns: [evidence.bucketArn],
      conditions: { StringLike: { 's3:prefix': 'anchors/*' } },
    });
  }

  private grantSecrets(to: IGrantable, plan: FunctionPlan, { key }: StateStack): void {
    if (plan.seals) this.secrets.master.grantRead(to);
    if (plan.textsCitizens) this.secrets.sms.grantRead(to);
    if (plan.textsCitizens || plan.hearsZalo) this.secrets.zalo.grantRead(to);
    if (plan.textsCitizens) this.grantRenewal(to);
    if (plan.callsCarrier) this.secrets.courier.grantRead(to);
    if (plan.callsPortal) this.secrets.portal.grantRead(to);
    if (plan.seals || plan.textsCitizens || plan.callsCarrier || plan.callsPortal)
      key.grantDecrypt(to);
  }

  /** Zalo's tokens go back into the secret that they came from. */
  private grantRenewal(grantee: IGrantable): void {
    const { secretArn } = this.secrets.zalo;
    Grant.addToPrincipal({
      grantee,
      actions: ['secretsmanager:PutSecretValue'],
      resourceArns: [secretArn],
    });
  }

  /** SNS to telephone numbers, which are no resources: to everything that is not a topic. */
  private textingRights(): PolicyStatement {
    return new PolicyStatement({
      actions: ['sns:Publish'],
      notResources: [`arn:${Aws.PARTITION}:sns:*:*:*`],
    });
  }
}

/** `forms/print-form` → `FormsPrintForm` */
const idOf = (name: string): string =>
  name.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase());

const surroundings = ({
  state,
  notifications,
  courier,
  portal,
  otp,
  settings,
}: FunctionsProps): Surroundings => ({
  tables: {
    DOSSIERS_TABLE: state.records.dossiers.tableName,
    LEDGER_TABLE: state.records.ledger.tableName,
  },
  buckets: {
    QUARANTINE_BUCKET: state.scans.quarantine.bucketName,
    EVIDENCE_BUCKET: state.scans.evidence.bucketName,
  },
  queues: {
    NOTIFICATIONS_QUEUE: notifications.queue.queueUrl,
    COURIER_QUEUE: courier.queue.queueUrl,
    PORTAL_QUEUE: portal.queue.queueUrl,
    DEPARTMENT_QUEUE_PREFIX: queuePrefix,
  },
  otpQueue: otp.queue.queueUrl,
  keysSecret: state.keys.secretArn,
  smsAccountSecret: state.smsAccount.secretArn,
  zaloAccountSecret: state.zaloAccount.secretArn,
  courierAccountSecret: state.courierAccount.secretArn,
  portalAccountSecret: state.portalAccount.secretArn,
  settings,
});

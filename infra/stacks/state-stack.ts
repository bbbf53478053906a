import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  OAuthScope,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolGroup,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { roles } from '#domain/actor/actor.ts';
import { type KeyPurpose, keyPurposes } from '#domain/identifiers/key-purpose.ts';
import type { KeySecret } from '#plan/sources.ts';
import { type CodeOf, constructId, ServiceFunction } from '../constructs/service-function.ts';
import type { Kept } from '../constructs/surroundings.ts';
import type { WorkQueueProps } from '../constructs/work-queue.ts';
import { functionPlans } from '../services.ts';
import { Records } from './records.ts';
import { Scans } from './scans.ts';

/** What each key seals, for whoever finds it in Secrets Manager. */
const keyUses: Readonly<Record<KeyPurpose, string>> = {
  callback: 'Tokens in the addresses that SMS gateways report to',
  'carrier-vnpost': 'Signatures of the carrier’s webhooks, agreed with it',
  device: 'Credentials of paired machines',
  'device-token': 'Tokens that machines call with',
  otp: 'One-time codes',
  pairing: 'Codes that pair a machine',
  phone: 'Telephone numbers as they are found again',
  sender: 'Numbers of senders as an office finds them again',
  session: 'Sessions of citizens',
  tracking: 'Tracking secrets on receipts',
};

export interface StateStackProps extends StackProps {
  readonly codeOf: CodeOf;
  /** The queue that the quarantine bucket fills, as its worker's plan wants it. */
  readonly uploads: WorkQueueProps;
  /** Where CloudFront's stack reads its copy of the secret. */
  readonly edgeRegion: string;
}

/** Where the web app runs; the local runtime is among them, for developers. */
/** Where pages may call from. Other origins come by the context key `webOrigins`, as on a developer's machine. */
export const webOriginsIn = (scope: Construct): readonly string[] => [
  'https://ho-so.example.vn',
  ...((scope.node.tryGetContext('webOrigins') as readonly string[] | undefined) ?? []),
];

/** Everything that must outlive any deployment: records, scans, people, keys. */
export class StateStack extends Stack {
  /** Encrypts tables, scans and secrets. */
  readonly key: Key;
  readonly records: Records;
  readonly scans: Scans;
  readonly userPool: UserPool;
  readonly webClient: UserPoolClient;
  /** Tables, buckets and secrets by the names that plans use. */
  readonly kept: Kept;

  constructor(scope: Construct, id: string, props: StateStackProps) {
    super(scope, id, props);
    this.key = new Key(this, 'Key', {
      description: 'Dossiers, scans and secrets of the post-office counter',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.records = new Records(this, 'Records', { key: this.key });
    this.scans = new Scans(this, 'Scans', {
      key: this.key,
      webOrigins: webOriginsIn(this),
      uploads: props.uploads,
    });
    const { records, scans } = this;
    this.kept = {
      key: this.key,
      // CDK's own types disagree with each other under exactOptionalPropertyTypes.
      tables: {
        dossiers: records.dossiers as ITable,
        ledger: records.ledger as ITable,
        figures: records.figures as ITable,
        access: records.access as ITable,
      },
      buckets: {
        quarantine: scans.quarantine as IBucket,
        evidence: scans.evidence as IBucket,
        catalogue: this.makeCatalogue() as IBucket,
        previews: scans.previews as IBucket,
      },
      secrets: {
        ...this.makePurposeKeys(),
        edge: this.makeEdgeSecret(props.edgeRegion),
        sms: this.makeSmsAccount(),
        zalo: this.makeZaloAccount(),
        courier: this.makeAccount('CourierAccount', 'User and password at the carrier'),
        portal: this.makeAccount('PortalAccount', 'User and password at the national portal'),
        receipts: this.makeAccount('ReceiptsAccount', 'User and password at who issues biên lai'),
      },
    };
    this.userPool = this.makeUserPool(props.codeOf);
    this.webClient = this.makeWebClient();
    this.tellPages();
  }

  /** What staff pages have to know, for the parameters of the same names of the stack Edge. */
  private tellPages(): void {
    const tell = (name: string, value: string) => new CfnOutput(this, name, { value });
    tell('TokenIssuer', this.userPool.userPoolProviderUrl);
    tell('WebClientId', this.webClient.userPoolClientId);
    const { quarantine, evidence, previews } = this.scans;
    const buckets = [quarantine, evidence, previews];
    tell(
      'ScanOrigins',
      buckets.map((each) => `https://${each.bucketRegionalDomainName}`).join(' '),
    );
  }

  /** Public by its nature, so S3's own keys do; a decision names its version, so nothing is deleted. */
  private makeCatalogue(): Bucket {
    return new Bucket(this, 'Catalogue', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      encryption: BucketEncryption.S3_MANAGED,
      // The pointer's versions say what was in force when.
      versioned: true,
      serverAccessLogsBucket: this.scans.accessLogs as IBucket,
      serverAccessLogsPrefix: 'catalogue/',
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** A key a purpose (ADR 022). A deployment that had one master key puts into each what it stood for. */
  private makePurposeKeys(): Readonly<Record<KeySecret, Secret>> {
    return Object.fromEntries(
      keyPurposes.map((purpose) => [`${purpose}-key`, this.makePurposeKey(purpose)]),
    ) as Record<KeySecret, Secret>;
  }

  private makePurposeKey(purpose: KeyPurpose): Secret {
    return new Secret(this, `${constructId(purpose)}Key`, {
      description: `${keyUses[purpose]}; the operator rotates it, with the old one as previous`,
      encryptionKey: this.key,
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'key',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Read by CloudFront, whose stack lies in another region, and by functions that count by address. */
  private makeEdgeSecret(region: string): Secret {
    const secret = new Secret(this, 'EdgeSecret', {
      description: 'CloudFront proves with it that the address beside it is the viewer’s',
      encryptionKey: this.key,
      replicaRegions: [{ region }],
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'edge',
        passwordLength: 48,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new CfnOutput(this, 'EdgeProofName', {
      value: secret.secretName,
      description: 'The parameter of the same name of the stack Edge',
    });
    return secret;
  }

  private makeSmsAccount(): Secret {
    return new Secret(this, 'SmsAccount', {
      description: 'API key and secret of the SMS gateway; the operator replaces the generated one',
      encryptionKey: this.key,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ apiKey: 'replace-me' }),
        generateStringKey: 'secretKey',
        passwordLength: 40,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private makeAccount(id: string, what: string): Secret {
    return new Secret(this, id, {
      description: `${what}; the operator replaces the generated ones`,
      encryptionKey: this.key,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username: 'replace-me' }),
        generateStringKey: 'password',
        passwordLength: 40,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private makeZaloAccount(): Secret {
    return new Secret(this, 'ZaloAccount', {
      description:
        'Official Account at Zalo: the operator’s part, and the tokens that renew themselves',
      encryptionKey: this.key,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({
          appId: 'replace-me',
          appSecret: 'replace-me',
          refreshToken: 'replace-me',
          templates: {},
        }),
        generateStringKey: 'oaSecretKey',
        passwordLength: 40,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private makeUserPool(codeOf: CodeOf): UserPool {
    const pool = new UserPool(this, 'Staff', {
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.NONE,
      featurePlan: FeaturePlan.ESSENTIALS,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      standardAttributes: { fullname: { required: true, mutable: true } },
      // Mutable by the administrator; the web client may not write them.
      customAttributes: {
        office: new StringAttribute({ mutable: true }),
        agency: new StringAttribute({ mutable: true }),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const role of roles)
      new UserPoolGroup(this, `Role-${role}`, { userPool: pool, groupName: role });
    for (const [name, plan] of functionPlans) {
      if (!plan.trigger) continue;
      const made = new ServiceFunction(this, constructId(name), {
        name,
        codeOf,
        plan,
        environment: {},
      });
      pool.addTrigger(
        UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
        made.lambda,
        LambdaVersion.V2_0,
      );
    }
    return pool;
  }

  private makeWebClient(): UserPoolClient {
    const domain = this.userPool.addDomain('Login', {
      cognitoDomain: { domainPrefix: 'ho-so-buu-dien' },
    });
    new CfnOutput(this, 'LoginUrl', { value: domain.baseUrl() });
    return this.userPool.addClient('Web', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: webOriginsIn(this).map((origin) => `${origin}/signed-in`),
        logoutUrls: webOriginsIn(this).map((origin) => `${origin}/dang-nhap`),
      },
      authFlows: { userSrp: true },
      // Under `name` stand signatures, by `office` and `agency` one sees: who has an account changes none.
      readAttributes: new ClientAttributes()
        .withStandardAttributes({ fullname: true, locale: true })
        .withCustomAttributes('office', 'agency'),
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    });
  }
}

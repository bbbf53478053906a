import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  type AddBehaviorOptions,
  type BehaviorOptions,
  CachePolicy,
  Function as CloudFrontFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type IOrigin,
  ResponseHeadersPolicy,
  type ResponseHeadersPolicyProps,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import {
  assetsAt,
  fileOf,
  settingsAt,
  shellWorkerAt,
  type WebSettings,
  type WebTrust,
  webPlaces,
} from '#plan/web-places.ts';

export interface WebSiteProps {
  readonly settings: WebSettings;
  /** Of the buckets that pages send scans to and read them from, with a space between. */
  readonly scanOrigins: string;
}

interface Behaviour extends AddBehaviorOptions {
  readonly pattern: string;
}

/**
 * The pages: files in a private bucket that CloudFront alone reads, and under which addresses and
 * headers it gives them (ADR 038). Nothing in here is kept only here: the bucket is filled from a build.
 */
export class WebSite extends Construct {
  readonly origin: IOrigin;
  readonly behaviours: readonly Behaviour[];
  readonly bucket: Bucket;
  private readonly shortly: CachePolicy;
  private readonly policies = new Map<WebTrust, ResponseHeadersPolicy>();
  private readonly around: WebSiteProps;

  constructor(scope: Construct, id: string, around: WebSiteProps) {
    super(scope, id);
    this.around = around;
    const locked = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      encryption: BucketEncryption.S3_MANAGED,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    // Who changed a page. Readers are CloudFront alone, and keys name no person.
    const logs = new Bucket(this, 'AccessLogs', {
      ...locked,
      lifecycleRules: [{ expiration: Duration.days(5 * 366) }],
    });
    this.bucket = new Bucket(this, 'Files', {
      ...locked,
      // CDK's own types disagree with each other under exactOptionalPropertyTypes.
      serverAccessLogsBucket: logs as IBucket,
    });
    this.origin = S3BucketOrigin.withOriginAccessControl(
      // CDK's own types disagree with each other under exactOptionalPropertyTypes.
      this.bucket as IBucket,
    );
    this.shortly = this.keptShortly();
    this.behaviours = [...this.pages(), this.settings(), this.shellWorker(), this.assets()];
  }

  /** Every address of a place shows its page; the page reads the rest of the address itself. */
  private pages(): readonly Behaviour[] {
    const toItsPage = new CloudFrontFunction(this, 'ToItsPage', {
      comment: 'Every address of a place shows its page',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(pageFunction),
    });
    const shared = {
      ...readOnly,
      cachePolicy: this.shortly,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: toItsPage }],
    };
    return webPlaces.flatMap(({ at, trust }) =>
      [at, `${at}/*`].map((pattern) => ({
        pattern,
        ...shared,
        responseHeadersPolicy: this.policyOf(trust),
      })),
    );
  }

  /** Written into a function, so that a deployment of the template tells pages of it, and no file. */
  private settings(): Behaviour {
    const tellSettings = new CloudFrontFunction(this, 'TellSettings', {
      comment: 'Where staff pages sign in',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(settingsFunction(this.around.settings)),
    });
    return {
      pattern: settingsAt,
      ...readOnly,
      cachePolicy: this.shortly,
      responseHeadersPolicy: this.policyOf('public'),
      functionAssociations: [
        { eventType: FunctionEventType.VIEWER_REQUEST, function: tellSettings },
      ],
    };
  }

  /** Asked for anew like a page, and under a page's policy: what it fetches is judged by its own. */
  private shellWorker(): Behaviour {
    return {
      pattern: shellWorkerAt,
      ...readOnly,
      cachePolicy: this.shortly,
      responseHeadersPolicy: this.policyOf('staff'),
    };
  }

  private assets(): Behaviour {
    return {
      pattern: `${assetsAt}/*`,
      ...readOnly,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: new ResponseHeadersPolicy(this, 'AssetHeaders', {
        comment: 'Files whose names change with their content',
        securityHeadersBehavior: {
          contentTypeOptions: { override: true },
          strictTransportSecurity,
        },
        customHeadersBehavior: {
          customHeaders: [always('Cache-Control', 'public, max-age=31536000, immutable')],
        },
      }),
    };
  }

  /** A new page is seen within a minute of its publication, without an invalidation. */
  private keptShortly(): CachePolicy {
    return new CachePolicy(this, 'KeptShortly', {
      comment: 'Pages, which name the files of their build',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.minutes(1),
      maxTtl: Duration.minutes(1),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  private policyOf(trust: WebTrust): ResponseHeadersPolicy {
    const policy =
      this.policies.get(trust) ??
      new ResponseHeadersPolicy(this, `Headers-${trust}`, {
        comment: `Pages, ${trust}`,
        ...headersOf(trust, this.around),
      });
    this.policies.set(trust, policy);
    return policy;
  }
}

const readOnly = {
  viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  compress: true,
} satisfies Partial<BehaviorOptions>;

const always = (header: string, value: string) => ({ header, value, override: true });

const strictTransportSecurity = {
  accessControlMaxAge: Duration.days(730),
  includeSubdomains: true,
  override: true,
};

/** What pages may load, by how far they are trusted. Trusted Types: no text of anybody becomes markup. */
const contentPolicy = (trust: WebTrust, { settings, scanOrigins }: WebSiteProps): string => {
  const staff = trust === 'staff';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    // A page of a dossier is fetched with the token, hashed, and only then shown.
    `img-src 'self'${staff ? ' blob:' : ''}`,
    `connect-src 'self'${staff ? ` ${settings.loginUrl} ${scanOrigins}` : ''}`,
    ...(staff ? ["worker-src 'self'", 'frame-src blob:'] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // Of staff, one policy, which lets one address through: the worker that keeps the pages.
    `trusted-types ${staff ? 'shell-worker' : "'none'"}`,
  ].join('; ');
};

const permissions: Readonly<Record<WebTrust, string>> = {
  public: 'camera=(), geolocation=(), hid=(), microphone=(), serial=(), usb=()',
  // Scanners and cameras of the counter.
  staff: 'camera=(self), geolocation=(), hid=(self), microphone=(), serial=(self), usb=()',
};

const headersOf = (trust: WebTrust, around: WebSiteProps): ResponseHeadersPolicyProps => ({
  securityHeadersBehavior: {
    contentSecurityPolicy: {
      contentSecurityPolicy: contentPolicy(trust, around),
      override: true,
    },
    contentTypeOptions: { override: true },
    frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
    // The address of a page may hold the code of a dossier.
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
    strictTransportSecurity,
  },
  customHeadersBehavior: {
    customHeaders: [
      always('Cache-Control', 'no-cache'),
      always('Cross-Origin-Opener-Policy', 'same-origin'),
      always('Cross-Origin-Resource-Policy', 'same-origin'),
      always('Permissions-Policy', permissions[trust]),
    ],
  },
});

const pageFunction = `var pages = ${JSON.stringify(
  Object.fromEntries(webPlaces.map(({ at, page }) => [at.slice(1), fileOf(page)])),
)};
function handler(event) {
  event.request.uri = pages[event.request.uri.split('/')[1]];
  return event.request;
}`;

const settingsFunction = (
  settings: WebSettings,
): string => `var settings = ${JSON.stringify(settings)};
function handler() {
  return {
    statusCode: 200,
    statusDescription: 'OK',
    headers: { 'content-type': { value: 'application/json; charset=utf-8' } },
    body: JSON.stringify(settings),
  };
}`;

/** Findings of the rule packs that stay, each with the reason why; a new finding fails the tests. */
export const acknowledgements: readonly { readonly id: string; readonly reason: string }[] = [
  {
    id: 'AwsSolutions::AwsSolutions-SMG4',
    reason:
      'The keys of the purposes seal what is printed on receipts and agreed with carriers; an operator rotates each and keeps the previous one beside it. The SMS account is the gateway’s to change.',
  },
  {
    id: 'AwsSolutions::AwsSolutions-COG8',
    reason:
      'Staff accounts are made by the administrator, self sign-up is off and a second factor is required; the Plus tier’s risk scoring is a go-live decision of cost.',
  },
  {
    id: 'AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    reason: 'It allows writing the function’s own logs and nothing else.',
  },
  ...['kms:ReEncrypt*', 'kms:GenerateDataKey*'].map((action) => ({
    id: `AwsSolutions::AwsSolutions-IAM5[Action::${action}]`,
    reason: 'One key, named; the stars stand for variants of the same right.',
  })),
  ...[
    'State:ExportsOutputFnGetAttRecordsDossiers99F8788DArn14E4D530/index/*',
    'State:ExportsOutputFnGetAttRecordsLedgerC701FDC0Arn914A0B60/index/*',
    'State:ExportsOutputFnGetAttRecordsAccessA5359AF4Arn8A38D813/index/*',
  ].map((resource) => ({
    id: `AwsSolutions::AwsSolutions-IAM5[Resource::${resource}]`,
    reason: 'The indexes of one named table; rights on them are the rights on the table.',
  })),
  ...[
    'State:ExportsOutputFnGetAttScansQuarantineC0EFCABBArnA07D7347/*',
    'State:ExportsOutputFnGetAttScansEvidence9FC64215Arn8FBCAA93/*',
    'State:ExportsOutputFnGetAttScansPreviewsCD801920Arn7564E673/*',
  ].map((resource) => ({
    id: `AwsSolutions::AwsSolutions-IAM5[Resource::${resource}]`,
    reason: 'Objects of one named bucket; keys are chosen at run time.',
  })),
  ...[
    'State:ExportsOutputFnGetAttScansEvidence9FC64215Arn8FBCAA93/0*',
    'State:ExportsOutputFnGetAttScansPreviewsCD801920Arn7564E673/0*',
  ].map((resource) => ({
    id: `AwsSolutions::AwsSolutions-IAM5[Resource::${resource}]`,
    reason: 'Files of dossiers, whose ids begin so; the anchors of past days are out of reach.',
  })),
  {
    id: 'AwsSolutions::AwsSolutions-IAM5[Resource::State:ExportsOutputFnGetAttScansEvidence9FC64215Arn8FBCAA93/anchors/*]',
    reason: 'The anchors, one object a day; scans beside them stay closed.',
  },
  {
    id: 'AwsSolutions::AwsSolutions-IAM5[Resource::State:ExportsOutputFnGetAttCatalogue6D2BB205ArnE7DB71BF/v1/*]',
    reason: 'The pointer and the publications, one object each; they are read, never written.',
  },
  {
    id: 'AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:sqs:ap-southeast-1:<AWS::AccountId>:Department-*]',
    reason:
      'The queues of the departments and nothing else; a statement for each would burst the policy of a role.',
  },
  {
    id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
    reason: 'X-Ray takes no resource: writing traces is the only right given so.',
  },
  {
    id: 'AwsSolutions::AwsSolutions-APIG4',
    reason:
      'Catalogue, API description, tracking and anchors are public by law and purpose; webhooks prove themselves by signature or token, citizens by the session that a one-time code opened. Every other route has the JWT authorizer, and a test compares each with its contract.',
  },
  {
    id: 'Serverless::Serverless-SQSRedrivePolicy',
    reason:
      'Dead-letter queues are where the way ends; every work queue has one, and a test says so.',
  },
  {
    id: 'Serverless::Serverless-LambdaDLQ',
    reason:
      'No function is invoked asynchronously with a payload of its own: queues and the stream keep what failed, HTTP callers repeat, schedules run again in a minute.',
  },
  {
    id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
    reason:
      'Queue sources fail into their queue’s dead-letter queue; the stream has its destination.',
  },
  {
    id: 'Serverless::Serverless-EventBusDLQ',
    reason: 'A missed minute or night is made good by the next: every job takes all that is due.',
  },
  {
    id: 'AwsSolutions::AwsSolutions-CFR1',
    reason:
      'Citizens follow their dossiers from wherever they are; a country is no ground to refuse.',
  },
  {
    id: 'AwsSolutions::AwsSolutions-CFR3',
    reason:
      'The API logs route, status and times of every request; a log of the edge would hold addresses and paths, which name persons and dossiers.',
  },
  {
    id: 'AwsSolutions::AwsSolutions-CFR4',
    reason:
      'The province’s own name and certificate come with the web application; CloudFront’s name has a certificate whose lowest version cannot be chosen.',
  },
];

/** What the runtime builds a working counterpart of. */
const served = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SecretsManager::Secret',
  'AWS::SQS::Queue',
  'AWS::WAFv2::WebACL',
]);

/** What may stand in a template without changing what a request does on one machine, and why. */
const inert: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'usage figures for AWS',
  'AWS::CertificateManager::Certificate': 'the local port speaks plain HTTP',
  'AWS::CloudFront::CachePolicy': 'no edge cache locally',
  'AWS::CloudFront::OriginAccessControl': 'no edge locally',
  'AWS::CloudFront::OriginRequestPolicy': 'no edge locally',
  'AWS::CloudWatch::Alarm': 'nobody is paged from a laptop',
  'AWS::CloudWatch::CompositeAlarm': 'nobody is paged from a laptop',
  'AWS::CloudWatch::Dashboard': 'figures are in the logs',
  'AWS::Cognito::ManagedLoginBranding': 'the local login has its own page',
  'AWS::Cognito::UserPoolDomain': 'the local login is at /login',
  'AWS::Cognito::UserPoolGroup': 'demo users carry their groups',
  'AWS::Cognito::UserPoolResourceServer': 'scopes come with the client',
  'AWS::IAM::ManagedPolicy': 'IAM is proved by tests over the template',
  'AWS::KMS::Alias': 'nothing is encrypted by key locally',
  'AWS::KMS::Key': 'nothing is encrypted by key locally',
  'AWS::Lambda::Permission': 'IAM is proved by tests over the template',
  'AWS::Logs::LogGroup': 'logs go to a file',
  'AWS::Logs::MetricFilter': 'figures are in the logs',
  'AWS::SecretsManager::ResourcePolicy': 'IAM is proved by tests over the template',
  'AWS::SecretsManager::SecretTargetAttachment': 'no database locally',
  'AWS::SNS::Subscription': 'nobody is paged from a laptop',
  'AWS::SNS::Topic': 'nobody is paged from a laptop',
  'AWS::SNS::TopicPolicy': 'IAM is proved by tests over the template',
  'AWS::SQS::QueuePolicy': 'IAM is proved by tests over the template',
  'AWS::WAFv2::WebACLAssociation': 'rate limits are enforced by the local gateway',
  'Custom::S3AutoDeleteObjects': 'runs when a stack is deleted; npm run reset does that',
};

export type Standing = 'served' | 'inert';

/** A type we do not know is refused: skipped quietly, it would be a hole found in production. */
export const standingOf = (type: string, where: string): Standing => {
  if (served.has(type)) return 'served';
  if (type in inert) return 'inert';
  if (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource')
    throw new Error(
      `${where}: custom resource ${type} runs code at deployment, which the local runtime refuses; use the native property`,
    );
  throw new Error(
    `${where}: the local runtime knows no ${type}; serve it in local/ or list it with its reason in local/cloud/assembly/resource-types.ts`,
  );
};

import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { featureFlags } from '#infra/build-app.ts';
import { allRoutes as routes } from '#infra/services.ts';
import { EdgeStack } from '#infra/stacks/edge-stack.ts';

/** The template of what stands before API and pages, without the other stacks. */
export const edgeTemplate = (): Template =>
  Template.fromStack(
    new EdgeStack(new App({ context: featureFlags }), 'Edge', {
      env: { region: 'us-east-1' },
      routes,
    }),
  );

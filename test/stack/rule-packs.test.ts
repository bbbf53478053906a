import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { acknowledgements } from '#infra/acknowledgements.ts';
import { buildApp } from '#infra/build-app.ts';

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly { readonly ruleName: string }[];
  }[];
}

describe('the rule packs of AWS', () => {
  it('find nothing that is not acknowledged with a reason', async () => {
    const app = await buildApp();
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
    const { directory } = app.synth();
    const report = readFileSync(join(directory, 'validation-report.json'), 'utf8');
    const { pluginReports } = JSON.parse(report) as Report;
    const open = pluginReports.flatMap(({ violations }) =>
      violations.map(({ ruleName }) => ruleName),
    );
    expect(open).toEqual([]);
  });

  it('are answered in sentences, each rule once', () => {
    for (const { reason } of acknowledgements) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
    const ids = acknowledgements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import rules from '../../.dependency-cruiser.mjs';

const roots = ['shared', 'functions', 'events', 'infra', 'local'];

describe('architecture', () => {
  it('keeps every dependency pointing inwards, and really looked', async () => {
    const { output } = await cruise(roots, { ...rules.options, ruleSet: rules, validate: true });
    const { summary } = output as ICruiseResult;
    expect(summary.violations).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(10);
  });
});

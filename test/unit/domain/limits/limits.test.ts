import { describe, expect, it } from 'vitest';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { record } from '#domain/dossier/record.ts';
import { flagLimits, remind } from '#domain/dossier/steps/flag-limits.ts';
import { limitsOf } from '#domain/limits/limits.ts';
import type { Thresholds } from '#domain/limits/thresholds.ts';
import { everyWarning } from '#domain/limits/warnings.ts';
import { type Instant, instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { aDossier, anAcceptance, dossierId, monday9 } from '#test/support/dossiers.ts';

const at = (moment: Instant): Thresholds =>
  Object.fromEntries(everyWarning.map((warning) => [warning, moment])) as Record<
    (typeof everyWarning)[number],
    Instant
  >;
const longAfter = at(instant((anAcceptance.dueAt ?? 0) + 1));
const rules = {
  effective: { from: '2021-01-01' as VietnamDay },
  warnWorkingDays: 2,
  acknowledgeWorkingDays: 1,
  remindDays: 3,
  smsPerDossier: 10,
  note: 'test',
};

describe('a warning', () => {
  it('is given once', () => {
    const dossier = aDossier('acknowledged');
    const first = flagLimits(dossier, longAfter);
    if (!first.ok) throw new Error(first.refusal.code);
    expect(first.value.map((fact) => 'warning' in fact && fact.warning)).toEqual(['overdue']);
    const by = { actor: { kind: 'system', id: 'test' }, now: monday9 } as const;
    const warned = record(dossier, dossierId, first.value, by).after;
    expect(flagLimits(warned, longAfter)).toEqual({ ok: true, value: [] });
  });

  it('is not given of a dossier that never lay in the inbox', () => {
    const { receivedAt: _, ...department } = aDossier('waiting').department ?? never();
    const dossier: Dossier = { ...aDossier('waiting'), department };
    expect(limitsOf(dossier).map(({ kind }) => kind)).toEqual(['due']);
  });

  it('reminds no citizen who is asked for nothing', () =>
    expect(remind(aDossier('acknowledged'), 0, rules)).toEqual([]));
});

const never = (): never => {
  throw new Error('at no department');
};

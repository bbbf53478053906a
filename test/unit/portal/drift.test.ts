import { describe, expect, it } from 'vitest';
import { instant } from '#domain/time/instant.ts';
import { driftOf, type NationalCopy } from '#functions/portal/domain/drift.ts';
import { nationalDossier } from '#functions/portal/domain/national-dossier.ts';
import { answersFor } from '#functions/portal/domain/oversight.ts';
import { monday9, officer } from '#test/support/dossiers.ts';
import { copyOf, eventsAfter, sourceOfEvents } from '#test/support/national.ts';

const events = eventsAfter('decided');
const source = sourceOfEvents(events);
const past = (version: number) => sourceOfEvents(events.slice(0, version));

const copyAfter = (station: Parameters<typeof eventsAfter>[0]): NationalCopy => {
  const dossier = nationalDossier(sourceOfEvents(eventsAfter(station)));
  if (!dossier) throw new Error(`no document at ${station}`);
  return copyOf(dossier);
};

const current = copyAfter('decided');
const drift = (copy: NationalCopy | undefined) => driftOf(source, copy, past);

describe('the national copy', () => {
  it('that is as pushed is right, though the portal writes no fractions of a second', () =>
    expect(drift(current)).toBeUndefined());

  it('may be missing there', () => expect(drift(undefined)).toEqual({ kind: 'missing-there' }));

  it('may be as the dossier was, and then its last such version is named', () => {
    const old = drift(copyAfter('acknowledged'));
    const acknowledged =
      events.findLast(({ fact }) => fact.type === 'dossier-decided')?.version ?? 0;
    expect(old).toMatchObject({
      kind: 'older-there',
      asOf: acknowledged - 1,
      differences: [
        { field: 'status', ours: '9', there: '4' },
        { field: 'finishedAt', ours: '2026-11-23T09:00:00+07:00' },
      ],
    });
  });

  it.each([
    ['status', { status: 8 }, { ours: '9', there: '8' }],
    ['channel', { channel: 'online' }, { ours: 'postal', there: 'online' }],
    ['agency', { agency: 'Sở Tư pháp' }, { there: 'Sở Tư pháp' }],
    ['procedure', { procedure: '1.999999' }, { there: '1.999999' }],
    ['dueAt', { dueAt: instant(monday9 + 1_000) }, { there: '2026-11-23T09:00:01+07:00' }],
    ['returnedAt', { returnedAt: monday9 }, { there: '2026-11-23T09:00:00+07:00' }],
  ] as const)('may show another %s', (field, change, shown) =>
    expect(drift({ ...current, ...change })).toMatchObject({
      kind: 'differs',
      differences: [{ field, ...shown }],
    }),
  );

  it('may show no status at all, and of a dossier without a document there is none', () => {
    const { status: _, ...without } = current;
    expect(drift(without)).toMatchObject({ kind: 'differs', differences: [{ field: 'status' }] });
    const unsent = sourceOfEvents(eventsAfter('registered'));
    expect(driftOf(unsent, undefined, past)).toBeUndefined();
  });

  it('of another name or phone is said to differ, and nobody is named', () => {
    const found = drift({ ...current, ownerName: 'Lê Văn Út', phone: '+84900000000' });
    expect(found).toMatchObject({ differences: [{ field: 'ownerName' }, { field: 'phone' }] });
    expect(JSON.stringify(found)).not.toMatch(/Út|Ánh|\+84/);
  });
});

describe('who answers for a copy', () => {
  const leader = { ...officer, role: 'leader' } as const;
  it.each([
    ['the supervisor', { ...officer, role: 'supervisor' } as const, 'ct-tp', true],
    ['the agency’s leader', leader, 'ct-nnmt', true],
    ['another agency’s leader', leader, 'ct-tp', false],
    ['an officer', officer, 'ct-nnmt', false],
    ['a leader of nothing known', leader, undefined, false],
    [
      'a worker of our own',
      { kind: 'system', id: 'portal/push-dossier' } as const,
      undefined,
      true,
    ],
    ['a carrier', { kind: 'carrier', id: 'vnpost' } as const, 'ct-nnmt', false],
  ])('%s: %s %s', (_, actor, agency, may) => expect(answersFor(actor, agency)).toBe(may));
});

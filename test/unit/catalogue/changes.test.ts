import { describe, expect, it } from 'vitest';
import { province } from '#data/province.ts';
import type { Province } from '#domain/catalogue/province.ts';
import { publicationText } from '#domain/catalogue/publication.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { catalogueChanges } from '#functions/catalogue/domain/catalogue-changes.ts';
import { isTouched, mayTouch } from '#functions/catalogue/domain/touched-dossiers.ts';
import { aDossier } from '#test/support/dossiers.ts';

const [procedure] = province.procedures;
const [office] = province.postOffices;
if (!procedure || !office) throw new Error('an empty province');
const others = province.procedures.slice(1);
const named = `${procedure.code} ${procedure.version}`;

const changed = (data: Partial<Province>) => catalogueChanges(province, { ...province, ...data });

describe('what a publication changes', () => {
  it('is nothing where it says the same, in whatever order', () => {
    expect(changed({})).toEqual([]);
    const turned = Object.fromEntries(Object.entries(procedure).reverse()) as typeof procedure;
    expect(changed({ procedures: [turned, ...others] })).toEqual([]);
    expect(publicationText({ ...province, procedures: [turned, ...others] })).toBe(
      publicationText(province),
    );
  });

  it('is everything where nothing was published before', () => {
    const changes = catalogueChanges(undefined, province);
    const entries = Object.values(province).reduce((sum, { length }) => sum + length, 0);
    expect(changes).toHaveLength(entries);
    expect(new Set(changes.map(({ how }) => how))).toEqual(new Set(['added']));
  });

  it('names what was taken away, what is new and which members differ', () => {
    const edited = { ...procedure, nameEn: 'Another', field: 'Another' };
    const next = { ...procedure, version: '2027-01-01' };
    expect(changed({ procedures: [edited, next, ...others] })).toEqual([
      { part: 'procedures', entry: named, how: 'changed', members: ['nameEn', 'field'] },
      {
        part: 'procedures',
        entry: `${procedure.code} 2027-01-01`,
        how: 'added',
        members: [],
      },
    ]);
    expect(changed({ procedures: others })).toEqual([
      { part: 'procedures', entry: named, how: 'removed', members: [] },
    ]);
  });

  it('sees a member that is new or gone', () => {
    const { sensitive: _, ...rest } = procedure;
    expect(changed({ procedures: [rest as typeof procedure, ...others] })).toMatchObject([
      { how: 'changed', members: ['sensitive'] },
    ]);
  });

  it.each(Object.keys(province) as (keyof Province)[])('tells the entries of %s apart', (part) => {
    const entries = province[part] as readonly object[];
    expect(changed({ [part]: [] })).toHaveLength(entries.length);
  });
});

describe('whom a change touches', () => {
  const dossier: Dossier = {
    ...aDossier('accepted'),
    procedure: { code: procedure.code, version: procedure.version },
    office: office.id,
  };
  const change = (part: keyof Province, entry: string, how: 'added' | 'changed' | 'removed') =>
    ({ part, entry, how, members: [] }) as const;

  it.each([
    ['procedures', named],
    ['postOffices', office.id],
    ['calendars', '2026'],
    ['agencies', dossier.department?.agency ?? ''],
  ] as const)('is who goes on by that entry of %s', (part, entry) => {
    expect(isTouched(dossier, change(part, entry, 'changed'))).toBe(true);
    expect(isTouched(dossier, change(part, entry, 'removed'))).toBe(true);
    expect(isTouched(dossier, change(part, 'another', 'changed'))).toBe(false);
    expect(mayTouch(change(part, entry, 'changed'))).toBe(true);
  });

  it('is nobody who is done with', () => {
    for (const status of ['returned', 'not-accepted', 'stopped'] as const)
      expect(isTouched({ ...dossier, status }, change('procedures', named, 'changed'))).toBe(false);
  });

  it('is nobody where something is new, or only the texts of messages change', () => {
    expect(isTouched(dossier, change('procedures', named, 'added'))).toBe(false);
    expect(mayTouch(change('procedures', named, 'added'))).toBe(false);
    expect(mayTouch(change('smsTemplates', 'accepted', 'changed'))).toBe(false);
    expect(isTouched(dossier, change('smsTemplates', 'accepted', 'changed'))).toBe(false);
  });

  it('is, where a calendar changes, nobody to whom no date was promised', () => {
    const { acceptance: _, ...unpromised } = dossier;
    expect(isTouched(unpromised, change('calendars', '2026', 'changed'))).toBe(false);
  });
});

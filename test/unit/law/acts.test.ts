import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { sampleForms } from '#local/play/forms/sample-forms.ts';
import type { OfficialForm } from '#ports/official-form.ts';
import {
  citedIn,
  endedAlone,
  knownActs,
  ofTheirTime,
  stateOf,
  successorOf,
} from '../../../tools/law/citations.ts';

/** What stands on a paper and no longer holds, or never did, on the day that it was printed for. */
const wrongOn = (form: Pick<OfficialForm, 'printedFor' | 'source'>): readonly string[] =>
  citedIn(JSON.stringify(form)).filter(
    (id) => !['in-force', 'unchecked'].includes(stateOf(id, dayOf(instant(form.printedFor)))),
  );

describe('the acts that papers name', () => {
  const forms = [...sampleForms()];
  it.each(forms)('%s: are in force on the day of the paper', (_, form) => {
    expect(wrongOn(form)).toEqual([]);
  });

  it('are found out where they have ended', () => {
    const [, form] = forms[0] ?? [];
    if (!form) throw new Error('no form');
    const today = { ...form, printedFor: instant(Date.UTC(2026, 10, 29)) };
    expect(wrongOn({ ...today, source: 'Phiếu tạm (NĐ 61/2018/NĐ-CP điều 39)' })).toEqual([
      'NĐ 61/2018',
    ]);
    expect(wrongOn({ ...today, source: 'Nghị định số 9999/2026/NĐ-CP' })).toEqual(['NĐ 9999/2026']);
  });
});

describe('a citation', () => {
  it.each([
    ['NĐ 118/2025/NĐ-CP điều 17', ['NĐ 118/2025']],
    ['Nghị định số 61/2018/NĐ-CP; Thông tư 01/2018/TT-VPCP', ['NĐ 61/2018', 'TT 01/2018']],
    ['QĐ 2304/QĐ-BNNMT ngày 23/06/2025', ['QĐ 2304/QĐ-BNNMT']],
    ['Luật Hộ tịch 60/2014/QH13 art. 18(1)', ['Luật Hộ tịch 60/2014']],
    ['Luật Không có 77/2099/QH30', ['Luật Không có 77/2099']],
    ['BLDS art. 148(5), ngày 24/11/2026', []],
  ])('in %j is of %j', (text, acts) => expect(citedIn(text)).toEqual(acts));
});

describe('what the code says of the law', () => {
  const files = globSync('{shared,functions,events,web,local/play}/**/*.{ts,tsx}').filter(
    (name) => !name.includes('node_modules') && !ofTheirTime.includes(name),
  );

  it('names no act that has ended without the one that has taken its place', () => {
    const today = '2026-11-29';
    const found = files.flatMap((name) =>
      endedAlone(readFileSync(name, 'utf8'), today).map((id) => `${name}: ${id}`),
    );
    expect(found).toEqual([]);
    expect(files.length).toBeGreaterThan(500);
  });

  it.each([
    ['/** Once (NĐ 61/2018 art. 19(9)). */', ['NĐ 61/2018']],
    ['/**\n * Once (NĐ 61/2018\n * art. 19(9), since replaced by NĐ 118/2025).\n */', []],
    ["// NĐ 61/2018\n// now NĐ 118/2025\nconst a = 'TT 01/2018';", ['TT 01/2018']],
    ["const ground = 'NĐ 118/2025/NĐ-CP điều 17';", []],
  ])('in %j is wrong: %j', (source, ended) =>
    expect(endedAlone(source, '2026-11-29')).toEqual(ended),
  );
});

describe('the list of acts', () => {
  it('has each once, with an end behind its beginning and a successor that is listed', () => {
    const ids = knownActs.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, from = '', until, certainty } of knownActs) {
      if (until !== undefined) expect([id, from < until]).toEqual([id, true]);
      const next = successorOf(id);
      if (next !== undefined) expect([id, ids.includes(next)]).toEqual([id, true]);
      expect(['H', 'M', 'L', 'unchecked']).toContain(certainty);
    }
  });

  it.each([
    ['NĐ 61/2018', '2025-06-30', 'in-force'],
    ['NĐ 61/2018', '2025-07-01', 'ended'],
    ['Luật Hộ tịch 03/2026', '2027-02-28', 'not-yet'],
    ['Luật Hộ tịch 03/2026', '2027-03-01', 'in-force'],
    ['TT 47/2019', '2026-11-29', 'unchecked'],
    ['NĐ 1/1900', '2026-11-29', 'unknown'],
  ])('%s on %s: %s', (id, on, state) => expect(stateOf(id, on)).toBe(state));
});

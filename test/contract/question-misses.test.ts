import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { days, minutes, plus } from '#domain/time/instant.ts';
import {
  makeQuestionMisses,
  questionMissesOf,
} from '#functions/catalogue/adapters/question-misses.ts';
import type { MissedText, MissKind, Week } from '#functions/catalogue/domain/question/miss.ts';
import { monday9 as now } from '#test/support/dossiers.ts';
import { startTables } from '#test/support/tables.ts';

let tables: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  tables = await startTables();
}, 120_000);
afterAll(() => tables.stop());

const at = () => ({ client: tables.document, table: tables.figures });
const note = (text: string, kind: MissKind, week: string, when = now) =>
  makeQuestionMisses(at()).note({ text: text as MissedText, week: week as Week, kind }, when);

describe('questions that led nowhere', () => {
  it('are counted by week, text and why, most asked first', async () => {
    await note('tha dieu', 'nothing', '2026-W47');
    await note('nuoi ong', 'nothing', '2026-W47');
    await note('nuoi ong', 'not-meant', '2026-W47');
    await note('nuoi ong', 'nothing', '2026-W46');
    expect(await questionMissesOf(at(), '2026-W47' as Week, now)).toEqual([
      { text: 'nuoi ong', nothing: 1, notMeant: 1 },
      { text: 'tha dieu', nothing: 1, notMeant: 0 },
    ]);
  });

  it('are gone 90 days after they were first asked', async () => {
    await note('tha dieu', 'nothing', '2026-W40');
    await note('tha dieu', 'nothing', '2026-W40', plus(now, days(10)));
    const left = (after: number) =>
      questionMissesOf(at(), '2026-W40' as Week, plus(now, days(after)));
    expect((await left(89)).length).toBe(1);
    expect(await left(90)).toEqual([]);
  });

  it('are not noted beyond thirty a minute, however many ask at once', async () => {
    const later = plus(now, minutes(30));
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, n) => note(`cau hoi ${n}`, 'nothing', '2026-W41', later)),
    );
    expect(all.filter((each) => each === 'noted').length).toBe(30);
    expect((await questionMissesOf(at(), '2026-W41' as Week, later)).length).toBe(30);
    expect(await note('cau hoi', 'nothing', '2026-W41', plus(later, minutes(1)))).toBe('noted');
  });
});

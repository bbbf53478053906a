import { beforeEach, describe, expect, it } from 'vitest';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import { record } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { type Instant, minutes, plus } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  linesInPart,
  makePrintTrackingBook,
} from '#functions/forms/application/print-tracking-book.ts';
import type { OfficialForm } from '#ports/official-form.ts';
import { anApplicant, monday9 } from '#test/support/dossiers.ts';
import { provinceCatalogue as catalogue } from '#test/support/province.ts';
import { aClock } from '#test/support/worlds.ts';
import { printer } from '../../unit/adapters/pdf/printer.ts';

const clerk: Staff = { kind: 'staff', id: 'lan', role: 'clerk', office: 'bd-vi-thanh' };
const supervisor: Staff = { kind: 'staff', id: 'binh', role: 'supervisor' };
const monday = '2026-11-23' as VietnamDay;

/** An office's book, and what was set and whose names were read. */
const aBook = () => {
  const { ledger, index } = makeMemoryUnitOfWork(sha256);
  const ids = makeUlids();
  const forms: OfficialForm[] = [];
  const print = makePrintTrackingBook({
    ledger,
    index,
    catalogue,
    clock: aClock().clock,
    printer: {
      ...printer,
      officialForm: async (form) => {
        forms.push(form);
        return new Uint8Array();
      },
    },
  });
  return {
    print,
    rows: () => forms.at(-1)?.blocks.flatMap((block) => ('rows' in block ? block.rows : [])) ?? [],
    form: () => forms.at(-1),
    takeIn: async (registeredAt: Instant, office = 'bd-vi-thanh') => {
      const id = ids.next(registeredAt) as string as DossierId;
      const fact = {
        type: 'dossier-registered',
        id,
        office,
        intakeMode: 'onestop',
        channel: 'postal',
        procedure: { code: '1.012783', version: '2025-07-01' },
        components: [],
        circumstances: {},
        fees: { stateFeesVnd: 0, postageVnd: 0 },
      } as const;
      const change = record(undefined, id, [fact], { actor: clerk, now: registeredAt });
      await ledger.commit({ dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }] });
      return id;
    },
  };
};

let book: ReturnType<typeof aBook>;
beforeEach(() => {
  book = aBook();
});

describe('the tracking book of a post office', () => {
  it('has the day’s dossiers from its first to its last minute, in the order of intake', async () => {
    await book.takeIn(plus(at(monday, 0), minutes(-1)));
    const last = await book.takeIn(at(monday, 24 * 60 - 1));
    const first = await book.takeIn(at(monday, 0));
    await book.takeIn(at(monday, 24 * 60));
    await book.takeIn(monday9, 'bd-nga-bay');
    expect(
      await book.print({ actor: clerk, asked: undefined, day: monday, part: 1 }),
    ).toMatchObject({ ok: true, value: { about: [first, last] } });
    expect(book.rows().map(([number, , , , taken]) => [number, taken])).toEqual([
      ['1', '00:00 23/11/2026'],
      ['2', '23:59 23/11/2026'],
    ]);
  });

  it('is the office’s own, whatever a clerk asks for; a supervisor names one', async () => {
    await book.takeIn(monday9, 'bd-nga-bay');
    await book.print({ actor: clerk, asked: 'bd-nga-bay', day: monday, part: 1 });
    expect(book.rows()).toEqual([]);
    await book.print({ actor: supervisor, asked: 'bd-nga-bay', day: monday, part: 1 });
    expect(book.rows()).toHaveLength(1);
    const unnamed = await book.print({ actor: supervisor, asked: undefined, day: monday, part: 1 });
    expect(unnamed).toMatchObject({ refusal: { code: 'office-unknown' } });
  });

  it('goes on in parts where a day is long, numbered through, and ends', async () => {
    for (let n = 0; n <= linesInPart; n++) await book.takeIn(plus(monday9, minutes(n)));
    await book.print({ actor: clerk, asked: undefined, day: monday, part: 1 });
    expect(book.rows()).toHaveLength(linesInPart);
    await book.print({ actor: clerk, asked: undefined, day: monday, part: 2 });
    expect(book.rows().map(([number]) => number)).toEqual([`${linesInPart + 1}`]);
    expect(book.form()?.subtitle).toBe('Ngày 23/11/2026, phần 2/2');
    const third = await book.print({ actor: clerk, asked: undefined, day: monday, part: 3 });
    expect(third).toMatchObject({ refusal: { code: 'book-part-unknown', parts: 2 } });
  });

  it('says of each part whether it is printed again, and of whom it is the first print', async () => {
    for (let n = 0; n <= linesInPart; n++) await book.takeIn(plus(monday9, minutes(n)));
    const marked = async (change: object) => {
      await book.print({ actor: clerk, asked: undefined, day: monday, part: 1, ...change });
      return book.form()?.reprint;
    };
    expect([await marked({}), await marked({}), await marked({ part: 2 })]).toEqual([0, 1, 0]);
    await book.takeIn(plus(monday9, minutes(200)));
    expect(await marked({ part: 2 })).toBe(1);
    expect(await marked({ day: '2026-11-24' })).toBe(0);
    const ofProvince = { actor: supervisor, asked: 'bd-vi-thanh' };
    expect([await marked(ofProvince), await marked(ofProvince)]).toEqual([0, 1]);
    expect(await marked({ actor: supervisor, asked: 'bd-nga-bay' })).toBe(0);
  });

  it('that is asked for again by its name is the same print; one that is not made is none', async () => {
    const ask = { actor: clerk, asked: undefined, day: monday, part: 1 };
    expect(await book.print({ ...ask, part: 2 })).toMatchObject({ ok: false });
    for (let n = 0; n < 2; n++) {
      await book.print({ ...ask, print: 'quay-2-in-1' });
      expect(book.form()?.reprint).toBe(0);
    }
    await book.print({ ...ask, print: 'quay-2-in-2' });
    expect(book.form()?.reprint).toBe(1);
  });

  it.each([
    ['2026-11-23', 'Mẫu số 07 (Thông tư 03/2025/TT-VPCP)'],
    ['2025-09-14', 'Mẫu số 06 (Thông tư 01/2018/TT-VPCP)'],
  ])('of %s is set as the form was then: %s', async (day, source) => {
    await book.print({ actor: clerk, asked: undefined, day: day as VietnamDay, part: 1 });
    expect(book.form()).toMatchObject({ source, paper: 'A4', isLandscape: true });
  });
});

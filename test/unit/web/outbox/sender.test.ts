import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Act, mayCorrect, stateOf } from '../../../../web/api/outbox/act.ts';
import { carryBy } from '../../../../web/api/outbox/carry.ts';
import { doneOf, type Line, lineOf, type Page } from '../../../../web/api/outbox/intake.ts';
import { type ActBook, type Rest, sendDue } from '../../../../web/api/outbox/sender.ts';
import { aSystem, type Fault, faults } from './a-system.ts';

const by = { person: 'lan', role: 'clerk', office: 'vi-thanh' };
const lan = { person: 'lan', capacities: [{ role: 'clerk', office: 'vi-thanh' }] };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pageOf = (intake: number, n: number): Page => ({
  id: `${intake}-${n}`,
  component: `paper-${n}`,
  name: 'a.jpg',
  mediaType: 'image/jpeg',
  bytes: 64,
  sha256: `${intake}${n}`.repeat(32),
});

let keys = 0;
const newKey = (): string => {
  keys += 1;
  return `key-${keys}`;
};

const lineAt = (intake: number): Line =>
  lineOf(
    {
      number: `TAM-00${intake}`,
      by,
      draft: {},
      pages: [pageOf(intake, 1), pageOf(intake, 2)],
      first: { kind: 'enter', body: JSON.stringify({ number: `TAM-00${intake}` }) },
      last: 'accept',
    },
    { now: Date.now() + intake, newKey },
  );

class Crash extends Error {}
type BookFault = 'none' | 'before' | 'after';

/** A browser whose page may end at any moment: what its book has answered is there afterwards. */
const aBrowser = (lines: readonly Line[], bookScript: BookFault[] = []) => {
  let acts: readonly Act[] = lines.flatMap((line) => line.acts);
  let isDead = false;
  const end = (): void => {
    isDead = true;
  };
  const system = aSystem(end);
  const pages = new Map(
    lines.flatMap(({ intake }) => intake.pages).map((page) => [page.id, page.sha256]),
  );
  /** As the book does it in the same step: pages of what is done go, and matters that are. */
  const tidied = (after: readonly Act[]): readonly Act[] => {
    for (const { page, state } of after) if (page && state === 'done') pages.delete(page);
    const isOver = (id: string) => doneOf(after.filter(({ intake }) => intake === id));
    return after.filter(({ intake }) => !isOver(intake));
  };
  const book: ActBook = {
    change: async (next) => {
      const fault = bookScript.shift() ?? 'none';
      if (isDead || fault === 'before') throw new Crash();
      const after = next(acts);
      acts = tidied(after);
      if (fault === 'after') throw new Crash();
      return after;
    },
  };
  const round = async (): Promise<Rest | undefined> => {
    isDead = false;
    const carry = carryBy({
      token: async () => 'token',
      fetch: system.fetch,
      blob: async (page) => {
        const text = pages.get(page);
        return text === undefined ? undefined : new Blob([text]);
      },
    });
    const world = { now: Date.now, random: () => 0.5, newKey };
    const over = { is: false };
    const going = sendDue({ book, carry, sender: lan, world })
      .catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
        return undefined;
      })
      .finally(() => {
        over.is = true;
      });
    while (!over.is) await vi.advanceTimersByTimeAsync(1_000);
    return going;
  };
  /** Round after round, as a page does it, until there is nothing left to send. */
  const work = async (): Promise<void> => {
    for (let rounds = 0; rounds < 200; rounds += 1) {
      const rest = await round();
      if (rest?.kind === 'nothing') return;
      await vi.advanceTimersByTimeAsync(rest?.kind === 'due-in' ? rest.ms : 1_000);
    }
    throw new Error(`still at it: ${JSON.stringify(acts)}`);
  };
  return { system, work, round, acts: () => acts, pages };
};

/** Each matter once, each file once and whole, each accepted once; and nothing left in the browser. */
const isRight = ({ system, acts, pages }: ReturnType<typeof aBrowser>, lines: readonly Line[]) => {
  expect(acts()).toEqual([]);
  expect(pages.size).toBe(0);
  const dossiers = [...system.dossiers.entries()];
  expect(dossiers.map(([, { number }]) => number).sort()).toEqual(
    lines.map(({ intake }) => intake.number).sort(),
  );
  for (const [dossierId, { number, accepted }] of dossiers) {
    expect(accepted).toBe(1);
    const line = lines.find(({ intake }) => intake.number === number);
    const verified = system.scans.filter(
      (scan) => scan.dossierId === dossierId && scan.state === 'verified',
    );
    expect(verified.map(({ sha256 }) => sha256).sort()).toEqual(
      line?.intake.pages.map(({ sha256 }) => sha256).sort(),
    );
  }
  const bodies = Map.groupBy(system.sent, ({ key }) => key);
  for (const [, sent] of bodies) expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
};

describe('the outbox before any order of loss, refusal and crash', () => {
  it('has each matter in the system once, with every file, and nothing left', async () => {
    const script = fc.array(fc.constantFrom(...faults), { maxLength: 40 });
    const bookScript = fc.array(
      fc.constantFrom<BookFault[]>('none', 'none', 'none', 'before', 'after'),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(script, bookScript, async (faultsOnTheWay, ends) => {
        const lines = [lineAt(1), lineAt(2)];
        const browser = aBrowser(lines, [...ends]);
        browser.system.script.push(...faultsOnTheWay);
        await browser.work();
        isRight(browser, lines);
      }),
      { numRuns: 400 },
    );
  });

  /** Requests of one matter with two files, when nothing goes wrong. */
  const requests = 10;
  const cases = faults.flatMap((fault) =>
    Array.from({ length: requests }, (_, at) => [fault, at] as const),
  );
  it.each(cases)('%s at request %i', async (fault, at) => {
    const lines = [lineAt(1)];
    const browser = aBrowser(lines);
    browser.system.script.push(...Array<Fault>(at).fill('none'), fault);
    await browser.work();
    isRight(browser, lines);
  });
});

describe('a round', () => {
  it('ends where somebody has to sign in, and goes on with the same bytes', async () => {
    const lines = [lineAt(1)];
    const browser = aBrowser(lines);
    browser.system.script.push('401');
    expect(await browser.round()).toEqual({ kind: 'signed-out' });
    expect(browser.acts()[0]).toMatchObject({ state: 'queued', why: { kind: 'signed-out' } });
    await browser.work();
    isRight(browser, lines);
  });

  it('stops a matter whose slip has another dossier, and sends nothing more of it', async () => {
    const taken = lineAt(1);
    const late = lineOf(
      {
        number: 'TAM-001',
        by,
        draft: {},
        pages: [pageOf(2, 1)],
        first: { kind: 'enter', body: '{"number":"TAM-001","x":1}' },
        last: 'accept',
      },
      { now: Date.now() + 9, newKey },
    );
    const browser = aBrowser([taken, late]);
    await browser.work();
    const left = browser.acts();
    expect(left.map(({ state }) => state)).toEqual(['refused', 'parked', 'parked']);
    expect(left[0]?.why).toMatchObject({ refusal: { code: 'temporary-number-used' } });
    expect(stateOf(left)).toBe('stopped');
    expect(mayCorrect(left)).toBe(true);
    expect(browser.system.dossiers.size).toBe(1);
    // Its picture waits for what the clerk decides.
    expect(browser.pages.size).toBe(1);
  });

  it('has an act on the disk as under way before its first byte leaves', async () => {
    const { acts } = lineAt(1);
    let kept: readonly Act[] = acts;
    const seen: string[] = [];
    const book: ActBook = {
      change: async (next) => {
        kept = next(kept);
        return kept;
      },
    };
    const carry = async (act: Act) => {
      seen.push(`${act.kind} ${kept.find(({ id }) => id === act.id)?.state}`);
      return { kind: 'no-answer' } as const;
    };
    await sendDue({ book, carry, sender: lan, world: { now: Date.now, random: () => 0, newKey } });
    expect(seen).toEqual(['enter sending']);
  });

  it('sends nothing of another person', async () => {
    const browser = aBrowser(
      [lineAt(1)].map((line) => ({
        ...line,
        acts: line.acts.map((act) => ({ ...act, by: { ...by, person: 'minh' } })),
      })),
    );
    expect(await browser.round()).toEqual({ kind: 'nothing' });
    expect(browser.system.sent).toEqual([]);
  });
});

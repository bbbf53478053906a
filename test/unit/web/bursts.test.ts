import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Burst,
  fallSilent,
  isFromScanner,
  type Keystroke,
  press,
  quiet,
  type Run,
  type Step,
} from '../../../web/kit/react/scanner/bursts.ts';
import { scannedBy, soughtIn } from '../../../web/kit/react/scanner/scanned.ts';

/** What has the focus: a field, a button that a blank or an Enter presses, a dialog, or the page with its letters. */
const places = ['field', 'button', 'dialog', 'page'] as const;
type Place = (typeof places)[number];

/** How letters come: as they are; as Unikey rewrites them; as an input method that composes them. */
const methods = ['none', 'unikey', 'composing'] as const;
type Method = (typeof methods)[number];

const typed = 'Ấp 3';

const isCharacter = (key: string): boolean => [...key].length === 1;

/** What a key does where nobody keeps it away. */
const pressesAt: Readonly<Record<Place, (key: string) => boolean>> = {
  field: (key) => key === 'Enter',
  page: (key) => /^[a-z]$/i.test(key),
  button: (key) => key === ' ' || key === 'Enter',
  dialog: (key) => key === ' ' || key === 'Enter',
};

const typedInto = (field: string, key: string): string => {
  if (key === 'Backspace') return field.slice(0, -1);
  return isCharacter(key) ? field + key : field;
};

/** A page that does with a key what a browser does with it. */
const aPage = (place: Place) => {
  let run: Run = quiet;
  let field = typed;
  let before = field;
  let acts = 0;
  const bursts: Burst[] = [];
  const end = (burst: Burst): void => {
    const isScan = isFromScanner(burst);
    field = isScan ? before : before + burst.text;
    if (isScan) bursts.push(burst);
  };
  const take = ({ run: next, burst, moment }: Step): void => {
    run = next;
    if (burst) end(burst);
    if (moment === 'first') before = field;
    if (moment === 'began') field = before;
  };
  return {
    key: (pressed: Keystroke): void => {
      const step = press(run, pressed);
      take(step);
      if (step.swallow) return;
      if (pressesAt[place](pressed.key)) acts += 1;
      if (place === 'field') field = typedInto(field, pressed.key);
    },
    rest: (): void => take(fallSilent(run)),
    seen: () => ({ acts, field, bursts }),
  };
};

const stroke = (key: string, at: number, change: Partial<Keystroke> = {}): Keystroke => ({
  key,
  at,
  isComposing: false,
  isCommand: false,
  ...change,
});

/** The keys of one character. */
const keysOf = (
  character: string,
  method: Method,
): readonly Pick<Keystroke, 'key' | 'isComposing'>[] => {
  const plain = { key: character, isComposing: false };
  if (method === 'none' || !/\p{L}/u.test(character)) return [plain];
  return method === 'unikey'
    ? [plain, { key: 'Backspace', isComposing: false }, plain]
    : [{ key: 'Process', isComposing: true }];
};

const digits = (length: number) =>
  fc.stringMatching(new RegExp(`^\\d{${length}}$`)).filter((text) => text.length === length);

const scan = fc.record({
  number: digits(12),
  name: fc.constantFrom('Nguyễn Thị Ánh', 'Đỗ Quỳnh', "Y'Bliă Êban", 'Lê A'),
  residence: fc.constantFrom('Ấp 3, Vị Tân', 'Khu vực 4, phường Vị Thanh', ''),
  place: fc.constantFrom(...places),
  method: fc.constantFrom(...methods),
  gaps: fc.array(fc.double({ min: 0.1, max: 34, noNaN: true }), { minLength: 8, maxLength: 8 }),
  enterAfter: fc.oneof(fc.constant(undefined), fc.double({ min: 0.1, max: 480, noNaN: true })),
});

type Scan = typeof scan extends fc.Arbitrary<infer T> ? T : never;

/** The keys of a card as they come. */
const scanInto = (page: ReturnType<typeof aPage>, asked: Scan): void => {
  const { number, name, residence, method, gaps, enterAfter } = asked;
  const text = `${number}|361234567|${name}|02091990|Nữ|${residence}|01072021`;
  let at = 1_000;
  for (const [n, { key, isComposing }] of [...text]
    .flatMap((each) => keysOf(each, method))
    .entries()) {
    at += Number(gaps[n % gaps.length]);
    if (/[\p{Lu}|]/u.test(key)) page.key(stroke('Shift', at));
    page.key(stroke(key, at, { isComposing }));
  }
  if (enterAfter === undefined) page.rest();
  else page.key(stroke('Enter', at + enterAfter));
};

const isItsCard = (burst: Burst, { number, name, method }: Scan): boolean => {
  const scanned = scannedBy(burst);
  if (method !== 'none') return scanned.kind === 'card-number' && scanned.number === number;
  const fields = scanned.kind === 'card' ? scanned.card.fields : undefined;
  return fields?.number === number && fields.name === name;
};

/** What came of a scan that should not have, or did not that should. */
const faultOf = (asked: Scan): string | undefined => {
  const page = aPage(asked.place);
  scanInto(page, asked);
  const { acts, field, bursts } = page.seen();
  const [burst] = bursts;
  if (acts > 0) return `${acts} acts`;
  if (field !== typed) return `the field holds ${field}`;
  if (!burst || bursts.length > 1) return `${bursts.length} scans`;
  return isItsCard(burst, asked) ? undefined : 'another card';
};

describe('a scan into whatever has the focus', () => {
  it('presses nothing, leaves the field as it was and loses no digit, 10,000 times', () => {
    const isRight = fc.property(scan, (asked) => faultOf(asked) === undefined);
    fc.assert(isRight, { numRuns: 10_000 });
  });
});

describe('hands', () => {
  it('type as before, however fast two of their keys come', () => {
    const pair = fc.record({
      keys: fc.constantFrom('ab', 'a ', '71'),
      pause: fc.double({ min: 36, max: 400, noNaN: true }),
      gap: fc.double({ min: 1, max: 400, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const page = aPage('field');
        let at = 0;
        for (const { keys, pause, gap } of pairs) {
          const [first = '', second = ''] = keys;
          page.key(stroke(first, at + pause));
          page.key(stroke(second, at + pause + gap));
          at += pause + gap;
        }
        expect(page.seen().field).toBe(typed + pairs.map(({ keys }) => keys).join(''));
      }),
    );
  });

  it('that were as fast as a scanner get back what they typed', () => {
    const page = aPage('field');
    for (const [n, key] of [...'1234'].entries()) page.key(stroke(key, 100 + n * 20));
    expect(page.seen().field).toBe(typed);
    page.rest();
    expect(page.seen().field).toBe(`${typed}1234`);
    page.key(stroke('5', 900));
    expect(page.seen().field).toBe(`${typed}12345`);
  });

  it('that go on after a scan without an Enter are heard, and so is the scan', () => {
    const page = aPage('field');
    for (const [n, key] of [...'093190001234'].entries()) page.key(stroke(key, 100 + n * 5));
    page.key(stroke('x', 400));
    const { field, bursts } = page.seen();
    expect(field).toBe(`${typed}x`);
    expect(bursts).toEqual([{ text: '093190001234', isSuspect: false }]);
  });

  it('may press Enter, F9 and shortcuts at any time', () => {
    expect(press(quiet, stroke('Enter', 5)).swallow).toBe(false);
    expect(press(quiet, stroke('F9', 5)).swallow).toBe(false);
    expect(press(quiet, stroke('a', 5, { isCommand: true })).swallow).toBe(false);
    const page = aPage('field');
    page.key(stroke('1', 5));
    page.key(stroke('Enter', 15));
    expect(page.seen().acts).toBe(1);
  });
});

describe('a scan with a key in it that belongs to no text', () => {
  it('does nothing with it, and is not trusted but for its number', () => {
    const page = aPage('field');
    for (const [n, key] of [...'093190001234', 'F9', '|', 'A'].entries())
      page.key(stroke(key, 100 + n * 5));
    page.key(stroke('Enter', 180));
    const { acts, bursts } = page.seen();
    expect(acts).toBe(0);
    expect(bursts).toEqual([{ text: '093190001234|A', isSuspect: true }]);
  });
});

describe('what was scanned', () => {
  it.each([
    ['CMD:F9', false, { kind: 'command', key: 'F9' }],
    ['093190001234', false, { kind: 'card-number', number: '093190001234' }],
    ['H13.01-261126-0032', false, { kind: 'paper', number: 'H13.01-261126-0032' }],
    ['361234567', false, { kind: 'paper', number: '361234567' }],
    ['0931900012345|x', true, { kind: 'paper', number: '0931900012345|x' }],
  ])('%s', (text, isSuspect, scanned) => {
    expect(scannedBy({ text, isSuspect })).toEqual(scanned);
  });
});

describe('what there is to look for in a scan', () => {
  it.each([
    ['CMD:F9', undefined],
    ['093190001234', '093190001234'],
    ['093190001234||Lê A|02091990|Nữ|Ấp 3|01072021', '093190001234'],
    ['H13.01-261126-0032', 'H13.01-261126-0032'],
  ])('%s: %s', (text, sought) => {
    expect(soughtIn({ text, isSuspect: false })).toBe(sought);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOf, componentAt, partLines, shows } from '../../../web/counter/batch.ts';

const file = (name: string, type = 'image/jpeg', size = 1_000) => ({ name, type, size });
const pdf = file('tap.pdf', 'application/pdf');

describe('what was given as a batch', () => {
  it.each([
    ['nothing', [], { why: 'empty' }],
    [
      'an empty page',
      [file('1.jpg'), file('2.jpg', 'image/jpeg', 0)],
      { why: 'empty', name: '2.jpg' },
    ],
    ['a photo of a telephone', [file('1.heic', 'image/heic')], { why: 'heic', name: '1.heic' }],
    ['a PDF among pages', [file('1.jpg'), pdf], { why: 'pdf-among-pages', name: 'tap.pdf' }],
    ['two PDFs', [pdf, pdf], { why: 'pdf-among-pages', name: 'tap.pdf' }],
    [
      'a page that is too large',
      [file('1.jpg', 'image/jpeg', 20_000_001)],
      { why: 'too-large', name: '1.jpg' },
    ],
    ['more pages than there may be', Array(101).fill(file('1.jpg')), { why: 'too-many-files' }],
    [
      'more bytes than there may be',
      Array(6).fill(file('1.tif', 'image/tiff', 19_000_000)),
      { why: 'batch-too-large' },
    ],
  ])('%s is none', (_, files, told) => {
    expect(batchOf(files)).toEqual({ kind: 'unfit', ...told });
  });

  it('is one PDF, or pages in the order of their numbers', () => {
    expect(batchOf([pdf])).toEqual({ kind: 'pdf', file: pdf });
    const given = ['quet10.jpg', 'quet9.jpg', 'quet1.tif'].map((name) => file(name, ''));
    const batch = batchOf(given);
    const names = batch.kind === 'pages' ? batch.files.map(({ name }) => name) : [];
    expect(names).toEqual(['quet1.tif', 'quet9.jpg', 'quet10.jpg']);
  });

  it('is in the feeder’s order, in whatever order it was chosen', () => {
    const order = fc.shuffledSubarray([...Array(30).keys()], { minLength: 1 });
    fc.assert(
      fc.property(order, (numbers) => {
        const batch = batchOf(numbers.map((n) => file(`img_${n}.png`, 'image/png')));
        const names = batch.kind === 'pages' ? batch.files.map(({ name }) => name) : [];
        const sorted = numbers.toSorted((a, b) => a - b);
        expect(names).toEqual(sorted.map((n) => `img_${n}.png`));
      }),
    );
  });
});

const parts = [
  { component: 'don', from: 2, to: 3 },
  { component: 'gcn', from: 5, to: 5 },
  { component: 'don', from: 7, to: 7 },
  { component: 'ban-ve', from: 9, to: 10 },
];

describe('the parts of a batch, beside what was counted', () => {
  it.each([
    ['gcn', 1, 'fits'],
    ['gcn', undefined, 'fits'],
    ['gcn', 2, 'differs'],
    ['ban-ve', 2, 'fits'],
    ['don', 3, 'twice'],
    ['uy-quyen', 1, 'missing'],
  ])('%s, of which %s were counted: %s', (component, counted, state) => {
    const counts = counted === undefined ? {} : { [component]: counted };
    const [line] = partLines([component], counts, { parts });
    expect(line).toMatchObject({ component, state, counted });
  });

  it('are missing where there are none at all', () => {
    expect(partLines(['don'], {}, {})).toMatchObject([{ found: [], state: 'missing' }]);
  });
});

describe('what a file shows', () => {
  it.each([
    [{ state: 'verified', component: 'don' }, 'don', true],
    [{ state: 'rejected', component: 'don' }, 'don', false],
    [{ state: 'verified', parts }, 'gcn', true],
    [{ state: 'verified', parts }, 'uy-quyen', false],
    [{ state: 'quarantined', parts }, 'gcn', false],
  ] as const)('%j shows %s: %s', (scan, wanted, isShown) => {
    expect(shows({ ...scan, parts: 'parts' in scan ? [...scan.parts] : undefined }, wanted)).toBe(
      isShown,
    );
  });

  it('is found by the page', () => {
    expect(componentAt({ parts }, 3)).toBe('don');
    expect(componentAt({ parts }, 4)).toBeUndefined();
    expect(componentAt({ component: 'gcn' }, 1)).toBe('gcn');
    expect(componentAt({}, 1)).toBeUndefined();
  });
});

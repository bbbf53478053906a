import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pieces, takeBytes, takeReport } from '../../../web/kit/react/scanner/hid-reports.ts';

const report = (data: Uint8Array, isMore: boolean): Uint8Array => {
  const bytes = new Uint8Array(63);
  bytes[0] = data.length;
  bytes.set(Buffer.from(']Q1'), 1);
  bytes.set(data, 4);
  bytes[62] = isMore ? 1 : 0;
  return bytes;
};

/** Cut at any places into reports of 56 bytes at most. */
const cut = (bytes: Uint8Array, sizes: readonly number[]): readonly Uint8Array[] => {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let n = 0; from < bytes.length; n++) {
    const size = sizes.length === 0 ? 56 : (sizes[n % sizes.length] ?? 56);
    parts.push(bytes.slice(from, from + size));
    from += size;
  }
  return parts;
};

const heardOf = (parts: readonly Uint8Array[]): readonly string[] => {
  let pieces: Pieces = [];
  return parts.flatMap((part, n) => {
    const step = takeReport(pieces, 2, report(part, n < parts.length - 1));
    pieces = step.pieces;
    return step.text === undefined ? [] : [step.text];
  });
};

const texts = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
  .filter((text) => text.isWellFormed() && !/[\r\n\ufeff]/.test(text));
const sizes = fc.array(fc.integer({ min: 20, max: 56 }), { maxLength: 6 });

describe('a scanner in HID-POS mode', () => {
  it('says the same text wherever its reports cut it, letters in the middle too', () => {
    fc.assert(
      fc.property(texts, sizes, (text, at) => {
        fc.pre(Buffer.byteLength(text) < 1_200);
        expect(heardOf(cut(Buffer.from(text), at))).toEqual([text]);
      }),
    );
  });

  it('says a card as it stands there, without the end of a line', () => {
    const card = '093190001234||Nguyễn Thị Ánh|02091990|Nữ|Ấp 3, xã Vị Tân, TP Cần Thơ|01072021';
    expect(heardOf(cut(Buffer.from(`${card}\r\n`), []))).toEqual([card]);
  });

  it.each([
    ['another report', 3, report(Buffer.from('x'), false)],
    ['an empty one', 2, new Uint8Array()],
  ])('passes over %s', (_, id, bytes) => {
    const before = [Buffer.from('a')];
    expect(takeReport(before, id, bytes)).toEqual({ pieces: before });
  });

  it('says nothing where nothing was read, and lets go of what never ends', () => {
    expect(takeReport([], 2, report(new Uint8Array(), false))).toEqual({ pieces: [] });
    let pieces: Pieces = [];
    let most = 0;
    for (let n = 0; n < 300; n++) {
      ({ pieces } = takeReport(pieces, 2, report(Buffer.from('x'), true)));
      most = Math.max(most, pieces.length);
    }
    expect(most).toBeLessThan(80);
    expect(
      takeReport([], 2, report(Buffer.alloc(56, 'x'), false).subarray(0, 40)).text,
    ).toHaveLength(36);
    const tooLong = report(Buffer.alloc(56, 'x'), false);
    tooLong[0] = 255;
    expect(takeReport([], 2, tooLong).text).toBe('x'.repeat(56));
  });
});

describe('a scanner at a serial port', () => {
  it('says its lines, wherever its bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(texts, { maxLength: 5 }),
        fc.constantFrom('\r', '\n', '\r\n'),
        sizes,
        (lines, end, at) => {
          let rest = new Uint8Array();
          const heard = cut(Buffer.from(lines.map((line) => `${line}${end}`).join('')), at).flatMap(
            (part) => {
              const step = takeBytes(rest, part);
              ({ rest } = step);
              return step.texts;
            },
          );
          expect(heard).toEqual(lines);
          expect(rest).toHaveLength(0);
        },
      ),
    );
  });

  it('lets go of what never ends', () => {
    expect(takeBytes(new Uint8Array(4_000), new Uint8Array(200)).rest).toHaveLength(0);
  });
});

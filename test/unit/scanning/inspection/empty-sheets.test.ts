import { describe, expect, it } from 'vitest';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { textPath } from '#local/play/paper/glyphs.ts';
import { scanned } from '#local/play/paper/scan-page.ts';
import { engines } from './engines.ts';

const { inspect } = makeScanInspector(engines);

/** In millimetres of A4. */
const scan = (drawing: string, skewDegrees: number): Promise<Buffer> =>
  scanned(
    { seed: 5, skewDegrees, noise: 0.05, dpi: 150, format: 'jpeg' },
    (width, height) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 210 297"><rect width="100%" height="100%" fill="#f8f7f2"/>${drawing}</svg>`,
  );

const findingsOf = async (drawing: string, skewDegrees: number): Promise<readonly string[]> => {
  const result = await inspect(await scan(drawing, skewDegrees), 'image/jpeg');
  if (!result.ok) throw new Error(result.refusal);
  return result.inspection.findings;
};

const holes = (fill: string, across = 12): string =>
  [108.5, 188.5]
    .map((down) => `<circle cx="${across}" cy="${down}" r="3" fill="${fill}"/>`)
    .join('');

const stroke = (x: number, y: number, degrees: number): string =>
  `<rect x="${x - 4.5}" y="${y - 0.35}" width="9" height="0.7" fill="#777" transform="rotate(${degrees} ${x} ${y})"/>`;

const pricks =
  '<circle cx="10" cy="12" r="0.6" fill="#555"/><circle cx="18" cy="9" r="0.6" fill="#555"/>';

const shadow =
  '<defs><linearGradient id="s"><stop stop-opacity="0.6"/><stop offset="1" stop-opacity="0"/></linearGradient></defs><rect width="5" height="297" fill="url(#s)"/>';

const edge = '<path d="M8 0L11 297" stroke="#999" stroke-width="0.6"/>';

const pencil = (level: number, y = 120, text = 'Đã nhận đủ hồ sơ ngày 12 tháng 3'): string =>
  `<g fill="rgb(${level},${level},${level})">${textPath(text, { x: 30, y, size: 4.4 })}</g>`;

/** A fine lead, held lightly: hardly more than a dot wide. */
const fineLead = (level: number): string => {
  const letters = Array.from({ length: 18 }, (_, n) => `M${30 + n * 7.5} 120q1.5 -4 2 0t2 0t2 0`);
  return `<path d="${letters.join('')}" fill="none" stroke="rgb(${level},${level},${level})" stroke-width="0.3"/>`;
};

type Sheet = readonly [name: string, drawing: string, skewDegrees: number];

describe('a sheet on which nothing is written is blank, though it lies askew', () => {
  it.each<Sheet>([
    ['punched', holes('#8b8880'), 2.6],
    ['punched, the other way', holes('#8b8880'), -2.9],
    ['punched, on a dark lid', holes('#222'), -1.8],
    ['punched deep', holes('#8b8880', 18), 1.5],
    ['punched, on a light lid', holes('#cfccc4'), 2],
    ['with a staple', stroke(14, 12, -40), -2],
    ['where a staple was', pricks, 2.5],
    ['with the shadow of its edge', edge, 1],
    ['with all of it', holes('#555') + stroke(14, 12, -45) + pricks + shadow, -2.5],
  ])('%s', async (_, drawing, skewDegrees) => {
    expect(await findingsOf(drawing, skewDegrees)).toEqual(['blank-page']);
  });
});

describe('what somebody wrote is not blank', () => {
  it.each<Sheet>([
    ['a line of faint pencil', pencil(200), 0],
    ['a line of faint pencil, askew', pencil(190), 2.8],
    ['a line of a fine lead', fineLead(200), 0],
    ['a line of a fine lead, askew', fineLead(205), -2.4],
    ['a few words of pencil', pencil(190, 200, 'xong ngày 12'), -1],
    ['pencil on a punched sheet', holes('#555') + pencil(190), -2],
    ['pencil close to the top', pencil(170, 16), 0.5],
    [
      'a word on a ruled line close to the top',
      `<path d="M20 17H195" stroke="#444" stroke-width="0.3"/>${pencil(90, 16.9, 'congnhan '.repeat(9))}`,
      0,
    ],
    ['two boxes that were filled in', '<path d="M18 80h6v6h-6zM18 100h6v6h-6z" fill="#333"/>', 0],
    [
      'two rings',
      '<g fill="none" stroke="#333"><circle cx="21" cy="80" r="3"/><circle cx="21" cy="110" r="3"/></g>',
      0,
    ],
    [
      'two points in the middle',
      '<circle cx="90" cy="120" r="3"/><circle cx="120" cy="120" r="3"/>',
      0,
    ],
    ['an eleven in the corner', stroke(186, 16, 88) + stroke(192, 16, 92), 0],
    ['two strokes in the middle', stroke(90, 120, -40) + stroke(110, 120, -40), 0],
    ['a ruled line in the middle', '<path d="M20 120H190" stroke="#444" stroke-width="0.5"/>', 0],
  ])('%s', async (_, drawing, skewDegrees) => {
    expect(await findingsOf(drawing, skewDegrees)).not.toContain('blank-page');
  });
});

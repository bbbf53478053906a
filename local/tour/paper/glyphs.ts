import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('@expo-google-fonts/be-vietnam-pro/package.json'));

/** Where the tour's paper takes its letters from: the machine may have no Vietnamese font. */
export const fontFile = (weight: '400Regular' | '700Bold'): Buffer =>
  readFileSync(join(folder, weight, `BeVietnamPro_${weight}.ttf`));

const fonts = new Map<string, Font>();
const fontOf = (weight: '400Regular' | '700Bold'): Font => {
  const known = fonts.get(weight) ?? (create(fontFile(weight)) as Font);
  fonts.set(weight, known);
  return known;
};

/** A line of text as one SVG path element, so that no system font is needed to draw it. */
export const textPath = (
  text: string,
  at: { readonly x: number; readonly y: number; readonly size: number; readonly bold?: boolean },
): string => {
  const font = fontOf(at.bold ? '700Bold' : '400Regular');
  const scale = at.size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text.normalize('NFC'));
  let pen = 0;
  const paths = glyphs.map((glyph, n) => {
    const path = `<path transform="translate(${pen} 0)" d="${glyph.path.toSVG()}"/>`;
    pen += positions[n]?.xAdvance ?? 0;
    return path;
  });
  return `<g transform="translate(${at.x} ${at.y}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
};

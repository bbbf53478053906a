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

/** One letter: its outline in font units, and where the pen stands after it. */
export interface Letter {
  readonly outline: string;
  /** In units of the text's size. */
  readonly advance: number;
}

interface Lettering {
  readonly size: number;
  readonly bold?: boolean;
}

const unitsPerEm = 1000;

/** Composed letters (NFC) as outlines, so that no system font is needed to draw them. */
export const lettersOf = (text: string, bold = false): readonly Letter[] => {
  const font = fontOf(bold ? '700Bold' : '400Regular');
  const { glyphs, positions } = font.layout(text.normalize('NFC'));
  return glyphs.map((glyph, n) => ({
    outline: glyph.path.toSVG(),
    advance: (positions[n]?.xAdvance ?? 0) / unitsPerEm,
  }));
};

export const widthOf = (text: string, { size, bold }: Lettering): number =>
  lettersOf(text, bold).reduce((sum, { advance }) => sum + advance, 0) * size;

/** Breaks a text into lines of this width; a longer word stands alone. */
export const wrapped = (text: string, width: number, lettering: Lettering): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer, lettering) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
};

/** A line of text as one SVG group. */
export const textPath = (
  text: string,
  at: Lettering & { readonly x: number; readonly y: number; readonly centred?: boolean },
): string => {
  const scale = at.size / unitsPerEm;
  const x = at.centred ? at.x - widthOf(text, at) / 2 : at.x;
  let pen = 0;
  const paths = lettersOf(text, at.bold).map(({ outline, advance }) => {
    const path = `<path transform="translate(${pen} 0)" d="${outline}"/>`;
    pen += advance * unitsPerEm;
    return path;
  });
  return `<g transform="translate(${x} ${at.y}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
};

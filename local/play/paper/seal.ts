import { type Letter, lettersOf } from './glyphs.ts';

/** A red round stamp that says of itself that it is a specimen: no agency's real seal. */
export interface Seal {
  /** Runs along the rim. */
  readonly rim: string;
  readonly radius: number;
}

/** A filled outline in font units, turned about the middle of the seal. */
interface Mark {
  readonly outline: string;
  /** Degrees, clockwise from the top. */
  readonly turn: number;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export const sealRed = '#c8102e';

/** Radii of the three rings, in parts of the seal's own. */
const rings = [1, 0.94, 0.62] as const;

const star = (radius: number): string => {
  const corners = Array.from({ length: 10 }, (_, n) => {
    const reach = n % 2 === 0 ? radius : radius * 0.4;
    const angle = (Math.PI * n) / 5;
    return `${(Math.sin(angle) * reach).toFixed(1)} ${(Math.cos(angle) * reach).toFixed(1)}`;
  });
  return `M${corners.join('L')}Z`;
};

/** Letters along the rim, over five sixths of it at most; then the star and the word below it. */
const marksOf = ({ rim, radius }: Seal): readonly Mark[] => {
  const letters = lettersOf(`${rim.toUpperCase()}`, true);
  const length = letters.reduce((sum, { advance }) => sum + advance, 0);
  const path = radius * 0.7;
  const size = Math.min(radius * 0.19, (path * Math.PI * 1.67) / length);
  const degrees = (advance: number): number => ((advance * size) / path) * (180 / Math.PI);
  let turn = -degrees(length) / 2;
  const along = letters.map((letter): Mark => {
    const middle = turn + degrees(letter.advance) / 2;
    turn += degrees(letter.advance);
    const x = -(letter.advance * size) / 2;
    return { outline: letter.outline, turn: middle, x, y: -path, scale: size / 1000 };
  });
  const middle: Mark = {
    outline: star(340),
    turn: 0,
    x: 0,
    y: -radius * 0.08,
    scale: radius / 1000,
  };
  return [...along, middle, ...level(lettersOf('BẢN MẪU', true), radius)];
};

const level = (letters: readonly Letter[], radius: number): readonly Mark[] => {
  const size = radius * 0.17;
  let x = (-letters.reduce((sum, { advance }) => sum + advance, 0) * size) / 2;
  return letters.map(({ outline, advance }) => {
    const mark: Mark = { outline, turn: 0, x, y: radius * 0.43, scale: size / 1000 };
    x += advance * size;
    return mark;
  });
};

export const sealSvg = (seal: Seal, x: number, y: number): string => {
  const circles = rings.map(
    (part) => `<circle r="${seal.radius * part}" stroke-width="${seal.radius * 0.025}"/>`,
  );
  const marks = marksOf(seal).map(
    (mark) =>
      `<path transform="rotate(${mark.turn}) translate(${mark.x} ${mark.y}) scale(${mark.scale} ${-mark.scale})" d="${mark.outline}"/>`,
  );
  return `<g transform="translate(${x} ${y}) rotate(-7)" opacity="0.82">
    <g fill="none" stroke="${sealRed}">${circles.join('')}</g><g fill="${sealRed}">${marks.join('')}</g>
  </g>`;
};

export const drawSeal = (doc: PDFKit.PDFDocument, seal: Seal, x: number, y: number): void => {
  doc.save().translate(x, y).rotate(-7).opacity(0.82);
  for (const part of rings)
    doc
      .circle(0, 0, seal.radius * part)
      .lineWidth(seal.radius * 0.025)
      .stroke(sealRed);
  for (const mark of marksOf(seal)) {
    doc.save().rotate(mark.turn).translate(mark.x, mark.y).scale(mark.scale, -mark.scale);
    // A blank has an empty outline, which pdfkit cannot parse.
    if (mark.outline) doc.path(mark.outline).fill(sealRed);
    doc.restore();
  }
  doc.restore();
};

/** A stroke of a pen about 120 wide and 50 high, from the left; nobody's signature. */
export const penStroke =
  'M0 34C10 4 22 0 24 14C26 34 8 52 12 40C18 22 30 14 34 24C36 34 28 42 36 36C46 26 46 18 50 24C54 32 48 40 56 34C66 24 74 22 78 28C84 36 98 30 120 12M18 46C50 42 84 40 112 36';

export const penBlue = '#1a2f8f';

import { code128, qrcode } from 'bwip-js/generic';

/** A code as the outline of its dark modules, filled even-odd; the quiet zone lies inside the box. */
export interface CodeShape {
  readonly width: number;
  readonly height: number;
  /** SVG path data, so that paper and tests draw the same thing. */
  readonly path: string;
}

/** A QR code, error correction M; four modules of quiet zone, as ISO/IEC 18004 asks. */
export const qrCode = (text: string): CodeShape => {
  // bwip-js draws a QR module two units wide.
  const quiet = 8;
  return qrcode({ bcid: 'qrcode', text, scale: 1 }, outline({ across: quiet, down: quiet }));
};

/** A Code 128 for hand scanners, one unit high; its text is printed beside it. */
export const barCode = (text: string): CodeShape => {
  const quiet = { across: 10, down: 0 };
  const { width, path } = code128({ bcid: 'code128', text, scale: 1, height: 1 }, outline(quiet));
  return { width, height: 1, path };
};

type Outline = Parameters<typeof qrcode<CodeShape>>[1];

/** Gathers what bwip-js draws, inside a quiet zone. Bars are one unit high; the page stretches them. */
const outline = (quiet: { readonly across: number; readonly down: number }): Outline => {
  const parts: string[] = [];
  let width = 0;
  let height = 0;
  return {
    scale: (x, y) => [x, y],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (w, h) => {
      width = w + quiet.across * 2;
      height = h + quiet.down * 2;
    },
    line: (x, _y, _x1, _y1, thickness) => {
      // bwip-js gives the middle of a bar, rounded up where the bar is an odd number of units wide.
      const left = Math.floor(x - thickness / 2) + quiet.across;
      parts.push(`M${left} 0H${left + thickness}V1H${left}Z`);
    },
    polygon: (points) => {
      const corners = points.map(([x, y]) => `${x + quiet.across} ${y + quiet.down}`);
      parts.push(`M${corners.join('L')}Z`);
    },
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => ({ width, height, path: parts.join('') }),
  };
};

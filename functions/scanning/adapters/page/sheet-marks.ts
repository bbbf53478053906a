import type { Mark, Mask } from './marks.ts';

/** Of a page that is A4, or shown as large. */
const longSide = 297;

/** In millimetres; a punch makes 5 to 7, and what lies in the hole blurs its rim. */
const hole = { least: 3.5, most: 9, fromSide: 25 } as const;
/** Of a disc so much is dark, and so little lies outside of it: a full stop is smaller, a letter is open. */
const disc = { least: 0.8, outside: 0.06 } as const;

/** A staple, or the dent that it left. Nobody writes a digit that lies on its side. */
const staple = { least: 7, most: 16, thickness: 1.8, fromCorner: 35, upright: 35 } as const;
/** The pricks of one, and a crumb. */
const prick = { most: 2, fromCorner: 35 } as const;

/** The shadow that the edge of a sheet throws on the lid: along a side, and thin. */
const shadow = { least: 60, thickness: 2, fromSide: 22 } as const;

/** Whether a mark is none of a pen, but shows the sheet itself. */
export const isOfTheSheetIn =
  (mask: Mask) =>
  (mark: Mark): boolean => {
    const looked = lookedAt(mask, mark);
    return isHole(mask, mark, looked) || isStaple(looked) || isPrick(looked) || isShadow(looked);
  };

/** In millimetres. */
interface Looked {
  readonly width: number;
  readonly height: number;
  /** Between its middle and the nearer side, across and down. */
  readonly aside: { readonly across: number; readonly down: number };
  /** Along its longest way, and across that: of writing on a ruled line as much as its letters are high. */
  readonly length: number;
  readonly thickness: number;
  /** Degrees from upright, 0 to 90. */
  readonly slant: number;
}

const lookedAt = (mask: Mask, mark: Mark): Looked => {
  const dots = Math.max(mask.width, mask.height) / longSide;
  const { length, thickness, slant } = lineThrough(mask, mark);
  return {
    width: mark.width / dots,
    height: mark.height / dots,
    aside: {
      across: asideOf(mark.left + mark.width / 2, mask.width) / dots,
      down: asideOf(mark.top + mark.height / 2, mask.height) / dots,
    },
    length: length / dots,
    thickness: thickness / dots,
    slant,
  };
};

const asideOf = (middle: number, whole: number): number => Math.min(middle, whole - middle);

/** The line along which a mark lies: how far its places scatter along it and across, and its slant. */
const lineThrough = ({ width }: Mask, { places }: Mark) => {
  const points = places.map((at) => [at % width, Math.floor(at / width)] as const);
  const mean = (of: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [middle, centre] = [mean(([x]) => x), mean(([, y]) => y)];
  const across = mean(([x]) => (x - middle) ** 2);
  const down = mean(([, y]) => (y - centre) ** 2);
  const both = mean(([x, y]) => (x - middle) * (y - centre));
  const uneven = Math.hypot((across - down) / 2, both);
  const angle = Math.atan2(2 * both, across - down) / 2;
  return {
    length: evenLength((across + down) / 2 + uneven),
    thickness: evenLength((across + down) / 2 - uneven),
    slant: 90 - Math.abs((angle * 180) / Math.PI),
  };
};

/** Of what is even the variance is a twelfth of its squared length. */
const evenLength = (variance: number): number => Math.max(1, Math.sqrt(12 * variance));

const isHole = (mask: Mask, mark: Mark, { width, height, aside }: Looked): boolean => {
  if (Math.min(width, height) < hole.least || Math.max(width, height) > hole.most) return false;
  if (Math.min(aside.across, aside.down) > hole.fromSide) return false;
  return isDisc(mask, mark);
};

const isDisc = ({ width }: Mask, { places, left, top, ...box }: Mark): boolean => {
  const inside = places.filter((at) => {
    const across = (2 * ((at % width) - left) + 1) / box.width - 1;
    const down = (2 * (Math.floor(at / width) - top) + 1) / box.height - 1;
    return across ** 2 + down ** 2 <= 1.1;
  }).length;
  const whole = (Math.PI / 4) * box.width * box.height;
  return inside >= disc.least * whole && places.length - inside <= disc.outside * whole;
};

const isNearCorner = ({ aside }: Looked, most: number): boolean =>
  aside.across <= most && aside.down <= most;

const isStaple = (looked: Looked): boolean =>
  looked.length >= staple.least &&
  looked.length <= staple.most &&
  looked.thickness <= staple.thickness &&
  looked.slant >= staple.upright &&
  isNearCorner(looked, staple.fromCorner);

const isPrick = (looked: Looked): boolean =>
  Math.max(looked.width, looked.height) <= prick.most && isNearCorner(looked, prick.fromCorner);

const isShadow = ({ length, thickness, aside, width, height }: Looked): boolean =>
  length >= shadow.least &&
  thickness <= shadow.thickness &&
  (height > width ? aside.across : aside.down) <= shadow.fromSide;

import * as z from 'zod';
import type {
  PlaceFigures,
  ProvinceFigures,
} from '#functions/satisfaction/application/read-figures.ts';
import type { Figures } from '#functions/satisfaction/domain/figures.ts';
import { indices, levels } from '#functions/satisfaction/domain/rating.ts';

const n = z.int();

const Parts = z.object({
  /** All answers, also where nothing more is shown. */
  answers: n,
  ways: z.object({ counter: n, courier: n, none: n }).optional(),
  practice: z
    .object({
      n,
      levels: z.record(z.enum(levels), n),
      satisfiedPercent: z.number(),
      reasons: z.record(z.string(), n),
    })
    .optional(),
  legal: z
    .object({
      n,
      index: z.number(),
      class: z.string(),
      byIndex: z.record(z.enum(indices), z.number()),
    })
    .optional(),
});

const Place = z.object({ kind: z.enum(['office', 'agency']), id: z.string() });
const Label = z.object({ vi: z.string(), en: z.string() });

/** What the figures are, so that nobody reads them as another measure (domain §4). */
const label = {
  vi: 'Tỷ lệ trên số phiếu đánh giá tự nguyện (n); không phải chỉ số SIPAS',
  en: 'Share of voluntary answers (n); not the SIPAS survey',
} as const;

export const FiguresView = z.object({
  month: z.string(),
  label: Label,
  place: Place,
  ...Parts.shape,
});

export const ProvinceFiguresView = z.object({
  month: z.string(),
  label: Label,
  whole: Parts,
  offices: z.array(z.object({ place: Place, ...Parts.shape })),
  leftOut: z.object({ offices: n, answers: n }),
});

const partsView = ({ answers, ways, practice, legal }: Figures): z.output<typeof Parts> => ({
  answers,
  ...(ways && { ways }),
  ...(practice && { practice }),
  ...(legal && { legal }),
});

const placeView = ({ place, ...figures }: PlaceFigures) => ({ place, ...partsView(figures) });

export const figuresView = (
  month: string,
  figures: PlaceFigures,
): z.output<typeof FiguresView> => ({ month, label, ...placeView(figures) });

export const provinceFiguresView = (
  month: string,
  { whole, offices, leftOut }: ProvinceFigures,
): z.output<typeof ProvinceFiguresView> => ({
  month,
  label,
  whole: partsView(whole),
  offices: offices.map(placeView),
  leftOut,
});

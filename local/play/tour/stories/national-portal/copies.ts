import { simulatorsAt } from '#local/play/simulators.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import type { Stage } from '#local/play/tour/stage.ts';

/** What the simulated portal holds of a dossier, and how it is told to behave. */
interface Copy {
  readonly versions: readonly { readonly document: Readonly<Record<string, unknown>> }[];
  readonly progress: readonly { readonly NoiDungXuLy: string }[];
}

const copyPath = (code: string) => `/sim/portal/copies/${encodeURIComponent(code)}` as const;

/** The copy once it has this status. */
export const copyWithStatus = (
  { url }: Stage,
  code: string,
  status: string,
  /** Steps of the progress, which come in requests of their own behind the document. */
  steps = 0,
): Promise<Copy['versions'][number]['document'] & Pick<Copy, 'progress'>> =>
  eventually(`national status ${status}`, async () => {
    const response = await fetch(`${url}${copyPath(code)}`);
    if (!response.ok) return undefined;
    const { versions, progress } = (await response.json()) as Copy;
    const document = versions.at(-1)?.document;
    const isThere = document?.['TrangThaiHoSo'] === status && progress.length >= steps;
    return isThere ? { ...document, progress } : undefined;
  });

export const behaves = async ({ url }: Stage, mode: string): Promise<void> => {
  await simulatorsAt(url).post('/sim/portal/behaviour', { mode });
};

/** Makes the copy wrong, as in life a restore or a lost write does. */
export const spoil = async (
  { url }: Stage,
  code: string,
  how: 'forget' | 'rewind',
): Promise<void> => {
  await simulatorsAt(url).post(`${copyPath(code)}/${how}`, {});
};

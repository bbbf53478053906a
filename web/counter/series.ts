import type { Told } from '../api/ask.ts';

/** A dossier that was opened with others of its sender. */
export interface SeriesLine {
  readonly dossierId: string;
  readonly procedure: string;
  /** The same person handed in for the same procedure before. */
  readonly earlier?: Told<'POST /v1/dossiers'>['earlier'] | undefined;
  /** The counter has done with it what it had to. */
  readonly isDone: boolean;
}

/** Several dossiers of one sender, gone through one after the other. */
export interface Series {
  readonly lines: readonly SeriesLine[];
  /** So many were refused, and wait in the intake. */
  readonly refused: number;
}

/** What was opened, by the answer; an earlier dossier that is of this very series tells nothing. */
export const seriesOf = (
  lines: Told<'POST /v1/dossiers/many'>['lines'],
  procedureOf: (line: number) => string,
): Series => {
  const ids = new Set(lines.map(({ dossierId }) => dossierId));
  return {
    lines: lines.flatMap(({ line, dossierId, earlier }) => {
      if (dossierId === undefined) return [];
      const told = earlier && !ids.has(earlier.dossierId) ? { earlier } : {};
      return [{ dossierId, procedure: procedureOf(line), isDone: false, ...told }];
    }),
    refused: lines.filter(({ problem }) => problem !== undefined).length,
  };
};

export const withDone = (series: Series, dossierId: string): Series => ({
  ...series,
  lines: series.lines.map((line) =>
    line.dossierId === dossierId ? { ...line, isDone: true } : line,
  ),
});

/** Where to go on: the next one after it that is not done, else the first. */
export const nextIn = ({ lines }: Series, dossierId: string): SeriesLine | undefined => {
  const at = lines.findIndex((line) => line.dossierId === dossierId);
  const inTurn = [...lines.slice(at + 1), ...lines.slice(0, at)];
  return inTurn.find(({ isDone }) => !isDone);
};

import { Link, useNavigate } from 'react-router';
import { useWords } from '../kit/react/language.tsx';
import { en } from './dossier-words.en.ts';
import { vi } from './dossier-words.vi.ts';
import { useSeries } from './keep-series.ts';
import { useProcedureName } from './procedures.ts';
import { nextIn, type Series, type SeriesLine } from './series.ts';

/** What F9 leads to after a dossier of a series. */
export interface NextOfSeries {
  readonly word: string;
  readonly go: () => void;
}

/** The series that a dossier is one of, and where it goes on: the next dossier, then what was refused. */
export const useSeriesAt = (dossierId: string) => {
  const words = useWords({ vi, en });
  const navigate = useNavigate();
  const { series: kept, markDone } = useSeries();
  const isOfIt = kept?.lines.some((line) => line.dossierId === dossierId) === true;
  const series = isOfIt ? kept : undefined;
  const line = series && nextIn(series, dossierId);
  const nextOf = (): NextOfSeries | undefined => {
    if (!series) return undefined;
    if (line)
      return {
        word: words.nextInSeries(series.lines.indexOf(line) + 1, series.lines.length),
        go: () =>
          void navigate(`/quay/ho-so/${line.dossierId}`, { state: { earlier: line.earlier } }),
      };
    return series.refused > 0
      ? { word: words.refusedInSeries(series.refused), go: () => void navigate('/quay/nhan') }
      : undefined;
  };
  return {
    series,
    next: nextOf(),
    markDone: () => {
      if (isOfIt) markDone(dossierId);
    },
  };
};

const stateOf = (line: SeriesLine, isHere: boolean): 'here' | 'done' | 'open' => {
  if (line.isDone) return 'done';
  return isHere ? 'here' : 'open';
};

const shapes = { here: '▸', done: '●', open: '○' } as const;

/** The dossiers that one sender handed in together: which is shown, which are done. */
export const SeriesBar = ({
  series,
  dossierId,
}: {
  readonly series: Series;
  readonly dossierId: string;
}) => {
  const words = useWords({ vi, en });
  const nameOf = useProcedureName();
  const { lines } = series;
  const at = lines.findIndex((line) => line.dossierId === dossierId);
  return (
    <nav className="series" aria-label={words.series}>
      <strong>{words.nth(at + 1, lines.length)}</strong>
      <ol className="matters">
        {lines.map((line) => {
          const state = stateOf(line, line.dossierId === dossierId);
          return (
            <li key={line.dossierId}>
              <Link
                to={`/quay/ho-so/${line.dossierId}`}
                state={{ earlier: line.earlier }}
                {...(line.dossierId === dossierId && { 'aria-current': 'page' as const })}
              >
                <span aria-hidden="true">{shapes[state]}</span> {nameOf(line.procedure)}{' '}
                <span className="hint">({words.seriesState[state]})</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};

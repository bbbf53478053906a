import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { openFile } from '../api/files.ts';
import { pagePicture } from '../api/page-picture.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { Empty, Waiting } from '../kit/react/states.tsx';
import { useLetterKeys } from '../kit/react/use-letter-keys.ts';
import type { DossierTold } from './choices.ts';
import { filesOf, nameOfFile, type ScanTold, shownScans } from './manifest.ts';
import { contentPath, type Files } from './use-files.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

const zooms = [50, 75, 100, 150, 200, 300] as const;

interface PlaceInFiles {
  readonly scan: ScanTold;
  readonly page: number;
}

/** All pages in a row, so that one key goes through everything. */
const placesIn = (dossier: DossierTold): readonly PlaceInFiles[] =>
  shownScans(dossier).flatMap((scan) =>
    Array.from({ length: scan.pages ?? 1 }, (_, n) => ({ scan, page: n + 1 })),
  );

const nameOfScan = (dossier: DossierTold, scan: ScanTold, purpose: string): string => {
  const component = dossier.components.find(({ id }) => id === scan.component);
  return component?.name ?? scan.component ?? purpose;
};

const useView = (count: number) => {
  const [at, setAt] = useState(0);
  const [zoom, setZoom] = useState<number>(100);
  const [turn, setTurn] = useState(0);
  const go = (to: number): void => setAt(Math.max(0, Math.min(count - 1, to)));
  const size = (by: 1 | -1): void => {
    const next = zooms[zooms.indexOf(zoom as (typeof zooms)[number]) + by];
    if (next !== undefined) setZoom(next);
  };
  return {
    at,
    zoom,
    turn,
    go,
    size,
    fit: () => setZoom(100),
    rotate: () => setTurn((turn + 90) % 360),
  };
};

type View = ReturnType<typeof useView>;

const Tools = ({ view, count }: { readonly view: View; readonly count: number }) => {
  const { viewer } = useWords({ vi, en });
  const { at, go, size, fit, rotate, zoom } = view;
  return (
    <div className="row tools">
      <Button shortcut="←" onPress={() => go(at - 1)}>
        {viewer.previous}
      </Button>
      <b role="status">{viewer.page(at + 1, count)}</b>
      <Button shortcut="→" onPress={() => go(at + 1)}>
        {viewer.next}
      </Button>
      <Button shortcut="−" onPress={() => size(-1)}>
        {viewer.smaller}
      </Button>
      <span>{viewer.zoom(zoom)}</span>
      <Button shortcut="+" onPress={() => size(1)}>
        {viewer.larger}
      </Button>
      <Button shortcut="0" onPress={fit}>
        {viewer.fit}
      </Button>
      <Button shortcut="O" onPress={rotate}>
        {viewer.turn}
      </Button>
    </div>
  );
};

const Picture = (p: {
  readonly dossierId: string;
  readonly place: PlaceInFiles;
  readonly alt: string;
  readonly view: View;
  readonly shown: () => void;
}) => {
  const desk = useDesk();
  const { viewer } = useWords({ vi, en });
  const { scanId } = p.place.scan;
  const { data, isPending } = useQuery({
    queryKey: ['picture', p.dossierId, scanId, p.place.page],
    queryFn: async () =>
      (await pagePicture(desk, { dossierId: p.dossierId, scanId }, p.place.page)) ?? null,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another page has come, not when told anew
  useEffect(() => {
    if (!isPending) p.shown();
  }, [isPending, scanId, p.place.page]);
  if (isPending) return <Waiting />;
  if (!data) return <p className="empty">{viewer.noPicture}</p>;
  return (
    <img
      src={data}
      alt={p.alt}
      style={{ width: `${p.view.zoom}%`, transform: `rotate(${p.view.turn}deg)` }}
    />
  );
};

/** One click away: it was fetched to be hashed already, or is fetched when asked for. */
const Original = ({
  dossierId,
  place,
  files,
}: {
  readonly dossierId: string;
  readonly place: PlaceInFiles;
  readonly files: Files;
}) => {
  const desk = useDesk();
  const { viewer } = useWords({ vi, en });
  const all = filesOf(place.scan);
  const file = all[all.length > 1 ? place.page - 1 : 0];
  const open = async (): Promise<void> => {
    if (!file) return;
    const known = files.opened.get(nameOfFile(file));
    const came = known ?? (await openFile(desk, contentPath(dossierId, file), file.mediaType));
    if (came) globalThis.open(came.url, '_blank', 'noopener');
  };
  return <Button onPress={() => void open()}>{viewer.original}</Button>;
};

/** Pages beside the data: which of which file, larger, smaller, turned; the original behind one press. */
export const ViewPages = (p: {
  readonly dossier: DossierTold;
  readonly files: Files;
  readonly seen: (page: string) => void;
}) => {
  const words = useWords({ vi, en });
  const { dossierId } = p.dossier;
  const places = placesIn(p.dossier);
  const view = useView(places.length);
  const { go, at, size } = view;
  useLetterKeys({
    arrowleft: () => go(at - 1),
    arrowright: () => go(at + 1),
    '+': () => size(1),
    '=': () => size(1),
    '-': () => size(-1),
    '0': view.fit,
    o: view.rotate,
  });
  const place = places[at];
  if (!place) return <Empty>{words.viewer.noFiles}</Empty>;
  const name = nameOfScan(p.dossier, place.scan, words.purpose[place.scan.purpose]);
  const alt = `${name}, ${words.viewer.page(place.page, place.scan.pages ?? 1)}`;
  return (
    <section className="viewer stack" aria-label={words.viewer.pages}>
      <div className="row between">
        <FileTabs dossier={p.dossier} places={places} view={view} />
        <Original dossierId={dossierId} place={place} files={p.files} />
      </div>
      <Tools view={view} count={places.length} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section className="sheet" tabIndex={0} aria-label={alt}>
        <Picture
          dossierId={dossierId}
          place={place}
          alt={alt}
          view={view}
          shown={() => p.seen(`${place.scan.scanId}/${place.page}`)}
        />
      </section>
    </section>
  );
};

const FileTabs = (p: {
  readonly dossier: DossierTold;
  readonly places: readonly PlaceInFiles[];
  readonly view: View;
}) => {
  const words = useWords({ vi, en });
  const here = p.places[p.view.at]?.scan.scanId;
  return (
    <nav className="tabs" aria-label={words.papers}>
      {shownScans(p.dossier).map((scan) => (
        <button
          key={scan.scanId}
          type="button"
          aria-current={scan.scanId === here ? 'true' : undefined}
          onClick={() => p.view.go(p.places.findIndex((place) => place.scan === scan))}
        >
          {nameOfScan(p.dossier, scan, words.purpose[scan.purpose])}
        </button>
      ))}
    </nav>
  );
};

import './department.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { type Heard, heard } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { useLetterKeys } from '../kit/react/use-letter-keys.ts';
import { ActPanel } from './act-panel.tsx';
import type { Worked } from './acts.ts';
import { type Choice, type DossierTold, paperOf } from './choices.ts';
import { HoldingBar } from './holding-bar.tsx';
import { KeyHelp } from './key-help.tsx';
import { citizenScans, pagesOf } from './manifest.ts';
import { ShowFacts } from './show-facts.tsx';
import { type PaperForm, ShowPaper } from './show-paper.tsx';
import { type Files, useFiles } from './use-files.ts';
import { nextHeld } from './use-inbox.ts';
import { useLease } from './use-lease.ts';
import { ViewPages } from './view-pages.tsx';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

/** Read when somebody comes to it and after an act of theirs, and never else: each reading is recorded. */
const useDossier = (dossierId: string) => {
  const { api } = useDesk();
  const visit = useRef(crypto.randomUUID());
  const query = useQuery({
    queryKey: ['dossier', dossierId, visit.current],
    queryFn: (): Promise<Heard<DossierTold>> =>
      heard(api.call('GET /v1/dossiers/{dossierId}', { params: { dossierId } })),
    gcTime: 0,
  });
  return { read: query.data, again: () => query.refetch() };
};

/** Whether what was opened is what was accepted: said, and not only checked. */
const Hashes = ({
  files,
  seen,
  pages,
}: {
  readonly files: Files;
  readonly seen: number;
  readonly pages: number;
}) => {
  const { viewer } = useWords({ vi, en });
  const kit = useKitWords();
  const text = {
    opening: viewer.opening(files.opened.size, files.all),
    fit: viewer.allFit(files.all),
    wrong: viewer.wrong,
    'line-cut': viewer.lineCut,
  }[files.state];
  const mood = { opening: 'plain', fit: 'good', wrong: 'bad', 'line-cut': 'waits' }[files.state];
  return (
    <div className="row" role="status">
      <span className={`chip ${mood}`}>
        {files.state === 'fit' ? '✓ ' : ''}
        {text}
      </span>
      <span className="soft">{viewer.seen(seen, pages)}</span>
      {files.state === 'line-cut' && <Button onPress={files.again}>{kit.again}</Button>}
    </div>
  );
};

/** J and K: the others that one holds, without the list between. */
const useNext = (dossierId: string) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [isNone, setNone] = useState(false);
  const go = async (): Promise<void> => {
    const next = await nextHeld(desk, dossierId);
    setNone(next === undefined);
    if (next !== undefined) void navigate(`/so/ho-so/${next}`);
  };
  const next = (): void => void go();
  useLetterKeys({ j: next, k: next, l: () => void navigate('/so/hop?muc=mine') });
  return { isNone, next };
};

const formsNow = ({ status, supplements }: DossierTold): readonly PaperForm[] => [
  ...(status === 'supplement-requested' && supplements.length > 0 ? (['supplement'] as const) : []),
  ...(status === 'stopped' ? (['stop'] as const) : []),
  ...(status === 'not-accepted' ? (['refusal'] as const) : []),
];

const Header = ({
  dossier,
  next,
}: {
  readonly dossier: DossierTold;
  readonly next: ReturnType<typeof useNext>;
}) => {
  const words = useWords({ vi, en });
  return (
    <div className="row between">
      <div className="row">
        <Link to="/so/hop">{words.back}</Link>
        <h1>{dossier.acceptance?.code ?? words.dossier}</h1>
      </div>
      <div className="row">
        <span className="soft" role="status">
          {next.isNone ? words.noneLeft : ''}
        </span>
        <Button shortcut="J" onPress={next.next}>
          {words.next}
        </Button>
        <KeyHelp of="dossier" />
      </div>
    </div>
  );
};

const useSeen = (dossier: DossierTold) => {
  const pages = useMemo(() => pagesOf(dossier), [dossier]);
  const [seen, see] = useState<ReadonlySet<string>>(new Set());
  const look = useCallback((page: string) => see((before) => new Set(before).add(page)), []);
  return { pages, count: pages.filter((page) => seen.has(page)).length, look };
};

const Desk = ({
  dossier,
  again,
}: {
  readonly dossier: DossierTold;
  readonly again: () => Promise<unknown>;
}) => {
  const words = useWords({ vi, en });
  const queries = useQueryClient();
  const holding = useLease(dossier);
  const files = useFiles(dossier);
  const seen = useSeen(dossier);
  const next = useNext(dossier.dossierId);
  const [last, setLast] = useState<Choice>();
  const [isGone, setGone] = useState(false);
  const done = (choice: Choice, worked: Worked): void => {
    holding.keep(worked);
    void queries.invalidateQueries({ queryKey: ['pulse'] });
    void queries.invalidateQueries({ queryKey: ['inbox'] });
    // The agency that gave it away sees it no more.
    if (choice === 'transfer') setGone(true);
    // Said when the screen shows it: what it opens can be pressed then.
    else void again().then(() => setLast(choice));
  };
  const paper = last && paperOf[last];
  const papers = new Set([...(paper ? [paper] : []), ...formsNow(dossier)]);
  if (isGone)
    return (
      <div className="stack" role="status">
        <p>{words.done}</p>
        <Button kind="main" onPress={next.next}>
          {words.next}
        </Button>
      </div>
    );
  return (
    <div className="stack">
      <Header dossier={dossier} next={next} />
      <p role="status" className="soft">
        {last === undefined ? '' : `${words.choice[last]}: ${words.done}`}
      </p>
      <div className="desk">
        <ViewPages dossier={dossier} files={files} seen={seen.look} />
        <div className="stack side">
          <HoldingBar dossier={dossier} holding={holding} again={() => void again()} />
          {citizenScans(dossier).length > 0 && (
            <Hashes files={files} seen={seen.count} pages={seen.pages.length} />
          )}
          <ActPanel
            dossier={dossier}
            holding={holding}
            files={files}
            allSeen={seen.count === seen.pages.length}
            done={done}
          />
          {[...papers].map((form) => (
            <ShowPaper
              key={`${form}${dossier.version}`}
              dossierId={dossier.dossierId}
              form={form}
            />
          ))}
          <ShowFacts dossier={dossier} />
        </div>
      </div>
    </div>
  );
};

const OneDossier = ({ dossierId }: { readonly dossierId: string }) => {
  const words = useWords({ vi, en });
  const { read, again } = useDossier(dossierId);
  if (!read) return <Waiting />;
  if (!read.ok)
    return (
      <div className="stack">
        <h1>{words.dossier}</h1>
        <TroubleNotice trouble={read.trouble} again={() => void again()} />
      </div>
    );
  return <Desk dossier={read.body} again={again} />;
};

/** D2 · One dossier: its pages beside its data, who holds it, and everything one officer may do. */
export const WorkDossier = () => {
  const dossierId = useParams()['*'] ?? '';
  return <OneDossier key={dossierId} dossierId={dossierId} />;
};

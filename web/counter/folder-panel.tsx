import { useState } from 'react';
import { Button } from '../kit/react/button.tsx';
import { Dialog } from '../kit/react/dialog.tsx';
import { Choice } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { useKeys } from '../kit/react/use-keys.ts';
import { en } from './folder-words.en.ts';
import { vi } from './folder-words.vi.ts';
import type { Batches } from './use-batches.ts';
import { type Folder, type GiveOn, useFolder } from './use-folder.ts';
import type { Scans } from './use-scans.ts';

interface PanelProps {
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly scans: Scans;
  readonly batches: Batches;
}

const batch = 'batch:';

/** What the next file shows: the first paper without a scan, until the clerk says another. */
const useTarget = ({ rows, scans }: PanelProps) => {
  const first = rows.find(({ id }) => !scans.hasScan(id)) ?? rows[0];
  const [target, setTarget] = useState(first?.id ?? batch);
  const all = [...rows.map(({ id }) => id), batch];
  const next = (): void => setTarget(all[(all.indexOf(target) + 1) % all.length] ?? batch);
  return { target, setTarget, next };
};

/** What will be deleted is said before the browser asks. */
const Choose = ({ folder, word }: { readonly folder: Folder; readonly word: string }) => {
  const words = useWords({ vi, en });
  const [isAsking, ask] = useState(false);
  const go = (): void => {
    ask(false);
    void folder.choose();
  };
  return (
    <>
      <Button onPress={() => ask(true)}>{word}</Button>
      <Dialog title={words.askTitle} isOpen={isAsking} close={() => ask(false)}>
        <p>{words.ask}</p>
        <p>{words.askOld}</p>
        <div className="row">
          <Button kind="main" onPress={go}>
            {words.go}
          </Button>
          <Button onPress={() => ask(false)}>{words.cancel}</Button>
        </div>
      </Dialog>
    </>
  );
};

const State = ({ folder }: { readonly folder: Folder }) => {
  const words = useWords({ vi, en });
  const { news, name = '' } = folder;
  switch (news.state) {
    case 'none':
      return <p className="hint">{folder.isPossible ? words.none : words.impossible}</p>;
    case 'opening':
      return <p className="soft">{name !== '' && words.opening(name)}</p>;
    case 'ask':
      return <p className="notice">{words.ask2(name)}</p>;
    case 'lost':
    case 'gone':
      return (
        <p className="notice" role="alert">
          {words[news.state](name)}
        </p>
      );
    default:
      return <p className="lamp good">{words.watching(name)}</p>;
  }
};

const Coming = ({ folder }: { readonly folder: Folder }) => {
  const words = useWords({ vi, en });
  const { news, files } = folder;
  if (news.state !== 'watching') return null;
  return (
    <>
      {news.old.length > 0 && (
        <div className="row">
          <span className="hint">{words.old(news.old.length)}</span>
          <Button onPress={folder.takeOld}>{words.takeOld}</Button>
        </div>
      )}
      <div role="status">
        {news.writing.length > 0 && (
          <p className="lamp">{words.writing(news.writing.join(', '))}</p>
        )}
        {files.length > 0 && (
          <ul className="remarks" aria-label={words.files}>
            {files.map((file) => (
              <li key={file.name}>
                {file.name}: {words.file[file.state]}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
};

const Ways = ({ folder }: { readonly folder: Folder }) => {
  const words = useWords({ vi, en });
  const { state } = folder.news;
  if (!folder.isPossible || state === 'opening') return null;
  return (
    <div className="row">
      {(state === 'ask' || state === 'lost') && (
        <Button kind="main" onPress={() => void folder.allow()}>
          {words.allow}
        </Button>
      )}
      <Choose folder={folder} word={state === 'none' ? words.choose : words.another} />
      {state !== 'none' && <Button onPress={() => void folder.drop()}>{words.drop}</Button>}
    </div>
  );
};

/** Quét vào thư mục: what the scanner's own program writes there goes into this dossier, and off the disk. */
export const FolderPanel = (p: PanelProps) => {
  const words = useWords({ vi, en });
  const { rows, scans, batches } = p;
  const { target, setTarget, next } = useTarget(p);
  const giveOn: GiveOn = (file, ended) => {
    if (target === batch)
      batches.add([file], (end) => ended(end?.step === 'done' && end.scan.state === 'verified'));
    else
      scans.give(target, file, (end) =>
        ended(end.step === 'done' && end.scan.state === 'verified'),
      );
  };
  const folder = useFolder(giveOn);
  useKeys([['F4', next]]);
  const options = [
    ...rows.map(({ id, name }) => [id, name] as const),
    [batch, words.batch] as const,
  ];
  return (
    <section className="card stack" aria-labelledby="folder">
      <h2 id="folder">{words.title}</h2>
      <State folder={folder} />
      {folder.news.state === 'watching' && (
        <Choice
          id="folder-target"
          label={words.target}
          shortcut="F4"
          value={target}
          options={options}
          change={setTarget}
        />
      )}
      <Coming folder={folder} />
      <Ways folder={folder} />
    </section>
  );
};

import { type FormEvent, useState } from 'react';
import { type Verdict, verdicts } from '#domain/handover/pouch.ts';
import type { Pouch } from '../api/packing.ts';
import { useLineState } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Choice, Field } from '../kit/react/field.tsx';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { useScanner } from '../kit/react/scanner/use-scanner.ts';
import { TroubleNotice } from '../kit/react/states.tsx';
import {
  differsFromList,
  isLeftBehind,
  type Listed,
  listedIn,
  paperKey,
  verdictOf,
} from './count-draft.ts';
import { papersInWords } from './papers-words.ts';
import { type Counting, type Scanned, useCounting } from './use-counting.ts';
import { isStopped, useWaiting } from './use-packing.ts';
import { useKeeper } from './use-pouches.ts';
import { en } from './words.en.ts';
import { type PouchWords, vi } from './words.vi.ts';

interface LineProps {
  readonly listed: Listed;
  readonly counting: Counting;
}

/** Copy by copy: fewer are missing, more are beyond the list. */
const Copies = ({ listed, counting }: LineProps) => {
  const words = useWords({ vi, en });
  const { copyKind } = useKitWords();
  const { copies = {} } = counting.draft.lines[listed.id] ?? {};
  return (
    <fieldset className="copies">
      <legend className="heard">{words.sheets}</legend>
      {listed.papers?.map((paper) => (
        <Field
          key={paperKey(paper)}
          id={`${listed.id}-${paperKey(paper).replace(' ', '-')}`}
          label={`${paper.name ?? paper.id} (${copyKind[paper.copyKind]})`}
          value={copies[paperKey(paper)] ?? String(paper.count)}
          change={(typed) =>
            counting.setLine(listed.id, { copies: { ...copies, [paperKey(paper)]: typed } })
          }
          inputMode="numeric"
        />
      ))}
    </fieldset>
  );
};

/** What differs has a word, and may go back with the courier. */
const Difference = ({ listed, counting }: LineProps) => {
  const words = useWords({ vi, en });
  const line = counting.draft.lines[listed.id] ?? {};
  const verdict = verdictOf(line, listed);
  const mayGoBack = verdict === 'damaged' || verdict === 'broken-seal';
  const { remark = '' } = line;
  return (
    <>
      {mayGoBack && (
        <label className="tick">
          <input
            type="checkbox"
            checked={isLeftBehind(line, listed)}
            onChange={({ target }) => counting.setLine(listed.id, { isLeft: target.checked })}
          />
          {words.notTakenBack}
        </label>
      )}
      {verdict === 'wrong-department' && <p>{words.notTakenBack}</p>}
      <Field
        id={`remark-${listed.id}`}
        label={words.remark}
        value={remark}
        change={(typed) => counting.setLine(listed.id, { remark: typed })}
        wrong={remark.trim() === '' ? words.remarkMissing : undefined}
      />
    </>
  );
};

const optionsIn = (words: PouchWords): readonly (readonly [Verdict, string])[] =>
  verdicts.map((verdict) => [verdict, words.verdict[verdict]] as const);

const shapeOf = (verdict: Verdict | undefined, isWhole: boolean): string => {
  if (verdict === undefined) return '○';
  return isWhole ? '●' : '■';
};

const CountLine = ({ listed, counting }: LineProps) => {
  const words = useWords({ vi, en });
  const { copyKind } = useKitWords();
  const line = counting.draft.lines[listed.id] ?? {};
  const verdict = verdictOf(line, listed);
  const isWhole =
    verdict === undefined || (verdict === 'complete' && !differsFromList(line, listed));
  return (
    <li className="stack">
      <div className="counted-line">
        <span>
          <span aria-hidden="true">{shapeOf(verdict, isWhole)}</span>{' '}
          <strong>{listed.number}</strong>
          <span className="soft papers-in">
            {listed.papers ? papersInWords(listed.papers, copyKind) : words.order}
          </span>
        </span>
        <Choice
          id={`verdict-${listed.id}`}
          label={words.verdictOf(listed.number)}
          isLabelHidden
          value={verdict ?? ''}
          options={optionsIn(words)}
          change={(chosen) => counting.setLine(listed.id, { verdict: chosen })}
          none={words.notCounted}
        />
      </div>
      {listed.papers && (
        <details open={verdict === 'missing'}>
          <summary>{words.sheets}</summary>
          <Copies listed={listed} counting={counting} />
        </details>
      )}
      {differsFromList(line, listed) && <Difference listed={listed} counting={counting} />}
    </li>
  );
};

const Strays = ({ counting }: Pick<LineProps, 'counting'>) => {
  const words = useWords({ vi, en });
  const [typed, type] = useState('');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() === '') return;
    counting.addStray(typed.trim());
    type('');
  };
  return (
    <form className="stack" onSubmit={add}>
      <h3>{words.strays}</h3>
      <p className="soft">{words.straysHelp}</p>
      <ul className="sets">
        {counting.draft.strays.map((what) => (
          <li key={what}>
            <span>■ {what}</span>
            <Button onPress={() => counting.dropStray(what)}>{words.dropOf(what)}</Button>
          </li>
        ))}
      </ul>
      <Field id="stray" label={words.strayField} value={typed} change={type} />
      <div className="row">
        <Button type="submit">{words.addStray}</Button>
      </div>
    </form>
  );
};

const Seal = ({ counting }: Pick<LineProps, 'counting'>) => {
  const words = useWords({ vi, en });
  const { isSealIntact } = counting.draft;
  const answered = isSealIntact ? 'intact' : 'broken';
  return (
    <Choice
      id="seal-found"
      label={words.sealFound}
      value={isSealIntact === undefined ? '' : answered}
      options={[
        ['intact', words.sealIntact],
        ['broken', words.sealBroken],
      ]}
      change={(found) => counting.setSeal(found === 'intact')}
      none={words.notAnswered}
    />
  );
};

const SendCount = ({ counting }: Pick<LineProps, 'counting'>) => {
  const words = useWords({ vi, en });
  const line = useLineState();
  const keeps = useKeeper() !== undefined;
  const { act, draft, left } = counting;
  const reasons = [
    [draft.isSealIntact === undefined, words.sealUnanswered],
    [left.uncounted > 0, words.left(left.uncounted)],
    [left.wordless > 0, words.wordsLeft(left.wordless)],
    [line === 'down' && !keeps, words.needsLine],
  ] as const;
  return (
    <>
      {act.trouble && <TroubleNotice trouble={act.trouble} />}
      <div className="row">
        <Button
          kind="main"
          isBusy={act.isBusy}
          shutBecause={reasons.find(([is]) => is)?.[1]}
          onPress={counting.send}
        >
          {words.countAct}
        </Button>
      </div>
    </>
  );
};

const saidOf = (words: PouchWords, { what, number }: Scanned): string =>
  what === 'sealRead' || what === 'isCard' ? words[what] : words[what](number);

/** Kiểm đếm từng dòng, both sides together: by scanner, and by hand where something differs. */
export const CountPanel = (p: { readonly pouch: Pouch; readonly told: (pouch: Pouch) => void }) => {
  const words = useWords({ vi, en });
  const counting = useCounting(p.pouch, p.told);
  const { scanned } = counting;
  const isKept = useWaiting(p.pouch.pouchId).some((line) => !isStopped(line));
  useScanner(counting.scan);
  if (isKept) return <p className="notice">{words.countKept}</p>;
  const said = scanned && saidOf(words, scanned);
  return (
    <section className="card stack" aria-label={words.count}>
      <h2>{words.count}</h2>
      <p className="hint">{words.countHelp}</p>
      <p role="status">{said !== undefined && <strong>{said}</strong>}</p>
      <Seal counting={counting} />
      <ul className="sets counted">
        {listedIn(p.pouch).map((listed) => (
          <CountLine key={listed.id} listed={listed} counting={counting} />
        ))}
      </ul>
      <Strays counting={counting} />
      <SendCount counting={counting} />
    </section>
  );
};

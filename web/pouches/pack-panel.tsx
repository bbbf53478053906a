import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { PouchActKind } from '../api/outbox/act.ts';
import type { Pouch } from '../api/packing.ts';
import { Button } from '../kit/react/button.tsx';
import { Field } from '../kit/react/field.tsx';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { useScanner } from '../kit/react/scanner/use-scanner.ts';
import { TroubleNotice } from '../kit/react/states.tsx';
import { setsIn } from './groups.ts';
import { papersInWords } from './papers-words.ts';
import { SealPanel } from './seal-panel.tsx';
import { isStopped, type Judged, type Packing, usePacking, useWaiting } from './use-packing.ts';
import { en } from './words.en.ts';
import { type PouchWords, vi } from './words.vi.ts';

const good: readonly Judged['verdict'][] = ['isIn', 'isOut', 'isKept'];

const saidOf = (
  words: PouchWords,
  verdict: Exclude<Judged['verdict'], 'isIn'>,
  number: string,
): string =>
  verdict === 'tooShort' || verdict === 'isCard' ? words[verdict] : words[verdict](number);

/** What became of one number: in the pouch, or why not and what to do. */
const JudgedItem = (p: {
  readonly judged: Judged;
  readonly pouch: Pouch;
  readonly asSeal: (number: string) => void;
}) => {
  const words = useWords({ vi, en });
  const { copyKind } = useKitWords();
  const { verdict, number, trouble, again } = p.judged;
  const line = [...p.pouch.lines, ...p.pouch.orders].find((each) => each.number === number);
  const inIt = papersInWords(line?.papers ?? [], copyKind);
  const said = verdict === 'isIn' ? words.isIn(number, inIt) : saidOf(words, verdict, number);
  return (
    <li className={good.includes(verdict) ? 'judged good' : 'judged notice'}>
      <span>
        <span aria-hidden="true">{good.includes(verdict) ? '●' : '■'}</span> {said}
      </span>
      {trouble && <TroubleNotice trouble={trouble} />}
      {again && <p>{words.unknownEnd}</p>}
      {again && <Button onPress={again}>{words.again}</Button>}
      {verdict === 'unknownNumber' && (
        <Button onPress={() => p.asSeal(number)}>{words.asSeal}</Button>
      )}
    </li>
  );
};

/** By scanner, whatever has the focus, or typed. */
const PutIn = ({ packing }: { readonly packing: Packing }) => {
  const words = useWords({ vi, en });
  const [typed, type] = useState('');
  useScanner(packing.scan);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() === '') return;
    packing.put(typed);
    type('');
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field
        id="pack-number"
        label={words.number}
        value={typed}
        change={type}
        hint={words.numberHint}
      />
      <div className="row">
        <Button type="submit" kind="main" isBusy={packing.isBusy}>
          {words.putIn}
        </Button>
      </div>
    </form>
  );
};

/** What is listed, and for whoever packs the way out again. */
export const Contents = (p: { readonly pouch: Pouch; readonly packing?: Packing }) => {
  const words = useWords({ vi, en });
  const { copyKind } = useKitWords();
  const { lines, orders, remittances } = p.pouch;
  const sets = [
    ...lines.map((line) => ({ ...line, content: { dossierId: line.dossierId }, note: '' })),
    ...orders.map((line) => ({
      ...line,
      content: { returnOrderId: line.returnOrderId },
      note: ` · ${words.order}`,
    })),
  ];
  return (
    <>
      <ul className="sets">
        {sets.map(({ number, papers, content, note }) => (
          <li key={number}>
            <span>
              <strong>{number}</strong>
              {note}
              <span className="soft papers-in">{papersInWords(papers, copyKind)}</span>
            </span>
            {p.packing && (
              <Button onPress={() => p.packing?.takeOut({ number, content })}>
                {words.takeOut} <span className="heard">{number}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {remittances.length > 0 && (
        <p>
          {words.remittances}: {remittances.join(', ')}
        </p>
      )}
    </>
  );
};

/** Acts that lie in this browser until there is a line; drawn where they are about this pouch. */
export const Waits = (p: { readonly pouch: Pouch; readonly sent: () => void }) => {
  const words = useWords({ vi, en });
  const waiting = useWaiting(p.pouch.pouchId);
  const before = useRef(waiting.length);
  useEffect(() => {
    if (waiting.length < before.current) p.sent();
    before.current = waiting.length;
  });
  if (waiting.length === 0) return null;
  return (
    <section className="card stack" aria-label={words.waiting}>
      <h2>{words.waiting}</h2>
      <ul className="sets">
        {waiting.map((line) => (
          <li key={line.intake.id}>
            <span>
              <strong>{line.intake.inPouch?.of}</strong>{' '}
              {words.waitingAct[(line.acts[0]?.kind ?? 'pack') as PouchActKind]}
              {isStopped(line) && ` · ${words.notTaken}`}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/quay/cho-gui">{words.unsent}</Link>
      </p>
    </section>
  );
};

/** Đóng túi: what goes in, each judged at once, and the seal at the end. */
export const PackPanel = (p: { readonly pouch: Pouch; readonly told: (pouch: Pouch) => void }) => {
  const words = useWords({ vi, en });
  const packing = usePacking(p.pouch, p.told);
  const [sealNumber, typeSeal] = useState('');
  return (
    <>
      <section className="card stack" aria-label={words.putIn}>
        <PutIn packing={packing} />
        <div role="status">
          <ul className="judgements">
            {packing.judged.map((judged) => (
              <JudgedItem key={judged.id} judged={judged} pouch={p.pouch} asSeal={typeSeal} />
            ))}
          </ul>
        </div>
      </section>
      <section className="card stack" aria-label={words.contents}>
        <h2>
          {words.contents} <span className="soft">({words.lines(setsIn(p.pouch))})</span>
        </h2>
        {setsIn(p.pouch) === 0 && <p className="soft">{words.emptyPouch}</p>}
        <Contents pouch={p.pouch} packing={packing} />
      </section>
      <SealPanel
        pouch={p.pouch}
        told={p.told}
        typed={sealNumber}
        type={typeSeal}
        unsent={packing.waiting.length}
      />
    </>
  );
};

import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { instant } from '#domain/time/instant.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import {
  type Act,
  type IntakeState,
  mayCorrect,
  mayDiscard,
  stateOf,
  type Why,
} from '../api/outbox/act.ts';
import type { Line } from '../api/outbox/intake.ts';
import { useDesk, useOutboxLines } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { Dialog } from '../kit/react/dialog.tsx';
import { Field } from '../kit/react/field.tsx';
import { useKitWords, useLanguage, useWords } from '../kit/react/language.tsx';
import { Empty } from '../kit/react/states.tsx';
import { useKeys } from '../kit/react/use-keys.ts';
import './counter.css';
import { en } from './slip-words.en.ts';
import { vi } from './slip-words.vi.ts';

const looks: Readonly<Record<IntakeState, readonly [mood: string, shape: string]>> = {
  waiting: ['plain', '○'],
  sending: ['moving', '◐'],
  unknown: ['waits', '◇'],
  stopped: ['bad', '■'],
  discarded: ['plain', '×'],
  done: ['good', '●'],
};

const stateOfLine = ({ intake, acts }: Line): IntakeState =>
  intake.done && acts.length === 0 ? 'done' : stateOf(acts);

/** What the system said, in the words of who reads, with the number to read out. */
const Said = ({ why }: { readonly why: Why }) => {
  const kit = useKitWords();
  const { language } = useLanguage();
  if (why.kind === 'rejected') return <> {why.reasons.join(' · ')}</>;
  if (why.kind !== 'refused') return null;
  const { refusal } = why;
  return (
    <>
      {' '}
      <strong>{language === 'vi' ? refusal.title : refusal.titleEn}</strong>
      {refusal.instance !== undefined && (
        <>
          {' '}
          ({kit.request}: <code>{refusal.instance}</code>)
        </>
      )}
    </>
  );
};

const Reason = ({ act }: { readonly act: Act }) => {
  const words = useWords({ vi, en });
  const { why, state, word, kind } = act;
  if (state === 'discarded')
    return (
      <li>
        {words.act[kind]}. {words.discardedBecause}: {word}
      </li>
    );
  if (!why) return null;
  return (
    <li>
      {words.act[kind]}: {words.why[why.kind]}
      <Said why={why} />
      {state === 'parked' && act.mayBeThere && ` ${words.mayBeThere}`}
    </li>
  );
};

const Discard = ({ line }: { readonly line: Line }) => {
  const words = useWords({ vi, en });
  const { outbox } = useDesk();
  const [isAsking, ask] = useState(false);
  const [word, setWord] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = word.trim() === '';
  const discard = (): void => {
    setTried(true);
    if (!isMissing) void outbox?.discard(line.intake.id, word.trim());
  };
  return (
    <>
      <Button kind="danger" onPress={() => ask(true)}>
        {words.discard}
      </Button>
      <Dialog title={words.discardAsk} isOpen={isAsking} close={() => ask(false)}>
        <p>{words.discardHelp}</p>
        <Field
          id={`word-${line.intake.id}`}
          label={words.word}
          value={word}
          change={setWord}
          wrong={isTried && isMissing ? words.wordMissing : undefined}
        />
        <div className="row">
          <Button kind="danger" onPress={discard}>
            {words.discard}
          </Button>
          <Button onPress={() => ask(false)}>{words.stay}</Button>
        </div>
      </Dialog>
    </>
  );
};

/** What one can do about it: each way only where it leads somewhere. */
const Ways = ({ line, state }: { readonly line: Line; readonly state: IntakeState }) => {
  const words = useWords({ vi, en });
  const { outbox } = useDesk();
  const navigate = useNavigate();
  const { intake, acts } = line;
  const { inPouch } = intake;
  const dossierId = inPouch ? undefined : (intake.done?.dossierId ?? acts[0]?.answer?.dossierId);
  const isOver = state === 'done' || state === 'discarded';
  return (
    <div className="row">
      {inPouch && <Link to={`/quay/tui/${inPouch.pouch}`}>{words.openPouch}</Link>}
      {!inPouch && mayCorrect(acts) && (
        <Button
          kind="main"
          onPress={() => void navigate('/quay/nhan', { state: { instead: intake.id } })}
        >
          {words.correct}
        </Button>
      )}
      {dossierId !== undefined && (
        <Link to={`/quay/ho-so/${dossierId}`}>
          {state === 'done' ? words.printReceipt : words.openDossier}
        </Link>
      )}
      {mayDiscard(acts) && <Discard line={line} />}
      {isOver && <Button onPress={() => void outbox?.forget(intake.id)}>{words.forget}</Button>}
    </div>
  );
};

const Item = ({ line }: { readonly line: Line }) => {
  const words = useWords({ vi, en });
  const { intake, acts } = line;
  const state = stateOfLine(line);
  const [mood, shape] = looks[state];
  return (
    <li className="card stack">
      <div className="row">
        <h2>{intake.number ?? intake.inPouch?.of ?? words.opened}</h2>
        <span className={`chip ${mood}`}>
          <span aria-hidden="true">{shape}</span> {words.state[state]}
        </span>
      </div>
      <p className="soft">
        {words.takenOn} {shortMoment(isoVietnam(instant(intake.madeAt)))}
        {intake.done?.code !== undefined && ` · ${intake.done.code}`}
      </p>
      {acts.length > 0 && (
        <ul className="remarks">
          {acts.map((act) => (
            <Reason key={act.id} act={act} />
          ))}
        </ul>
      )}
      <Ways line={line} state={state} />
    </li>
  );
};

/** Chờ gửi: everything that lies in this browser, whole, with its reason and what to do. */
export const ListUnsent = () => {
  const words = useWords({ vi, en });
  const { outbox } = useDesk();
  const lines = useOutboxLines();
  const navigate = useNavigate();
  useKeys([
    ['F9', () => void outbox?.sendNow()],
    ['F2', () => void navigate('/quay/nhan')],
  ]);
  return (
    <div className="stack">
      <h1>{words.title}</h1>
      {lines.length === 0 && <Empty>{words.empty}</Empty>}
      {lines.length > 0 && (
        <>
          <p className="soft">{words.lead}</p>
          <div className="row">
            <Button kind="main" shortcut="F9" onPress={() => void outbox?.sendNow()}>
              {words.sendNow}
            </Button>
          </div>
          <ul className="unsent stack">
            {lines.map((line) => (
              <Item key={line.intake.id} line={line} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
};

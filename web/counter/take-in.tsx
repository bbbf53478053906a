import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Trouble } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useLineState } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Dialog } from '../kit/react/dialog.tsx';
import { useWords } from '../kit/react/language.tsx';
import { Empty, TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { useKeys } from '../kit/react/use-keys.ts';
import './counter.css';
import { DatePart } from './date-part.tsx';
import { type Flaws, flawsOf, isUntouched, type ProcedureView } from './draft.ts';
import { en } from './intake-words.en.ts';
import { vi } from './intake-words.vi.ts';
import { useKept } from './keep-draft.ts';
import { MoneyPart, postageFor } from './money-part.tsx';
import { PapersPart } from './papers-part.tsx';
import { ProcedurePart } from './procedure-part.tsx';
import { useProcedure } from './procedures.ts';
import { slipNumberIn } from './slip.ts';
import { HandOver, SlipChoice, SlipNews } from './slip-news.tsx';
import { SlipPagesPart, SlipPart } from './slip-part.tsx';
import { en as slipEn } from './slip-words.en.ts';
import { vi as slipVi } from './slip-words.vi.ts';
import { isUnknown, type Opened, useOpenDossier } from './use-open-dossier.ts';
import { useScanner } from './use-scanner.ts';
import { type SenderNews, useSender } from './use-sender.ts';
import { type SlipDesk, useSlip } from './use-slip.ts';
import { type PartProps, WhoPart } from './who-part.tsx';

const fieldsIn = (form: HTMLElement): readonly HTMLElement[] => [
  ...form.querySelectorAll<HTMLElement>('input, select'),
];

/** Enter leads on: a hand stays at the figures. */
const goOn = (event: KeyboardEvent<HTMLElement>): void => {
  const { target, currentTarget } = event;
  if (event.key !== 'Enter' || !(target instanceof HTMLElement)) return;
  if (!target.matches('input, select')) return;
  event.preventDefault();
  const fields = fieldsIn(currentTarget);
  fields[fields.indexOf(target) + 1]?.focus();
};

const focusOn = (id: string): void => document.getElementById(id)?.focus();

const News = ({ news }: { readonly news: SenderNews }) => {
  const words = useWords({ vi, en });
  const { card, warnings = [], isKnown } = news;
  return (
    <div role="status" className="news">
      {card === undefined && !isKnown && <p className="soft">{words.scanHint}</p>}
      {card === 'card' && <p>{words.cardRead}</p>}
      {card === 'card-number' && <p>{words.onlyNumber}</p>}
      {warnings.map((warning) => (
        <p key={warning} className="wrong">
          {words.cardWarning[warning]}
        </p>
      ))}
      {isKnown && <p>{words.knownSender}</p>}
      {card === 'paper' && <p className="wrong">{words.paperScanned}</p>}
    </div>
  );
};

/** A refusal with what it is about; of an act whose end nobody knows, what to do. */
const Refused = ({
  trouble,
  procedure,
}: {
  readonly trouble: Trouble;
  readonly procedure: ProcedureView;
}) => {
  const words = useWords({ vi, en });
  const nameOf = (id: string) =>
    procedure.components.find((component) => component.id === id)?.name ?? id;
  const problem = trouble.kind === 'refused' ? trouble.problem : undefined;
  return (
    <>
      <TroubleNotice trouble={trouble} />
      {isUnknown(trouble) && (
        <p className="notice">
          <strong>{words.unknown}</strong> {words.unknownHelp}
        </p>
      )}
      {problem?.code === 'component-missing' && (
        <p>
          {problem.inDataBase.length > 0 ? words.lookUp : words.missing}{' '}
          {problem.components.map(nameOf).join(' · ')}
        </p>
      )}
    </>
  );
};

const Anew = ({ begin, isShown }: { readonly begin: () => void; readonly isShown: boolean }) => {
  const words = useWords({ vi, en });
  const [isAsking, ask] = useState(false);
  if (!isShown) return null;
  return (
    <>
      <Button onPress={() => ask(true)}>{words.anew}</Button>
      <Dialog title={words.anewAsk} isOpen={isAsking} close={() => ask(false)}>
        <div className="row">
          <Button
            kind="danger"
            onPress={() => {
              ask(false);
              begin();
            }}
          >
            {words.yes}
          </Button>
          <Button onPress={() => ask(false)}>{words.no}</Button>
        </div>
      </Dialog>
    </>
  );
};

/** What the catalogue says of the chosen procedure, and what the post takes. */
const useLaidDown = (code: string) => {
  const procedure = useProcedure(code);
  const postage = useRead('GET /v1/postage');
  return {
    procedure: procedure.state === 'here' ? procedure.value : undefined,
    prices: postage.state === 'here' ? postage.value.items : undefined,
    reading: procedure,
  };
};

type Prices = Parameters<typeof postageFor>[1];

const useIntake = () => {
  const kept = useKept();
  const sender = useSender(kept);
  const navigate = useNavigate();
  const laid = useLaidDown(kept.draft.procedure);
  const [isTried, setTried] = useState(false);
  const slip = useSlip(kept, (useLocation().state ?? {}) as { readonly instead?: string });
  const begin = (): void => {
    kept.begin();
    slip.drop();
    sender.forget();
    setTried(false);
    opening.forget();
    focusOn('in-number');
  };
  const opened = ({ dossierId, ...told }: Opened): void => {
    kept.begin();
    void navigate(`/quay/ho-so/${dossierId}`, { state: told });
  };
  const opening = useOpenDossier({ ...kept, opened });
  const flaws: Flaws = isTried ? flawsOf(kept.draft) : {};
  const sendIt = (procedure: ProcedureView, prices: Prices): void => {
    const postage = postageFor(kept.draft, prices);
    if (!slip.isOn) {
      void opening.open(kept.draft, procedure, postage);
      return;
    }
    sender.forget();
    setTried(false);
    void slip.take(procedure, postage);
  };
  const send = (): void => {
    setTried(true);
    const [first] = Object.keys(flawsOf(kept.draft));
    const hasSlipFlaws = slip.isOn && slip.hasFlaws();
    const wrong = first ?? (hasSlipFlaws ? 'slip' : undefined);
    if (wrong !== undefined) focusOn(`in-${wrong}`);
    else if (laid.procedure && laid.prices) sendIt(laid.procedure, laid.prices);
  };
  const isEmptyAtFirst = useRef(isUntouched(kept.draft));
  useEffect(() => {
    if (isEmptyAtFirst.current) focusOn('in-number');
  }, []);
  useScanner((burst) => {
    const number = slip.isOn ? slipNumberIn(burst.text) : undefined;
    if (number === undefined) sender.scanned(burst);
    else slip.change({ number });
  });
  useKeys([
    ['F9', send],
    ['F2', () => focusOn('in-number')],
  ]);
  return { kept, sender, laid, flaws, opening, send, begin, slip };
};

type Laid = ReturnType<typeof useLaidDown>;

const Chosen = ({
  laid,
  slip,
  ...p
}: PartProps & { readonly laid: Laid; readonly slip: SlipDesk }) => {
  const words = useWords({ vi, en });
  const isUp = useLineState() === 'up';
  const { procedure, prices, reading } = laid;
  if (p.draft.procedure === '') return <Empty>{words.pickProcedure}</Empty>;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  if (!procedure || !prices) return <Waiting />;
  return (
    <>
      <PapersPart {...p} procedure={procedure} />
      {slip.isOn && <SlipPagesPart draft={p.draft} procedure={procedure} pages={slip.pages} />}
      <MoneyPart {...p} procedure={procedure} prices={prices} />
      {isUp && <DatePart {...p} procedure={procedure} />}
    </>
  );
};

/** Nhận hồ sơ in one screen, by keyboard and scanner: F9 opens the dossier, and leads on to its scans. */
export const TakeIn = () => {
  const words = useWords({ vi, en });
  const slipWords = useWords({ vi: slipVi, en: slipEn });
  const { kept, sender, laid, flaws, opening, send, begin, slip } = useIntake();
  const part: PartProps = { draft: kept.draft, flaws, change: kept.change };
  const { trouble } = opening;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field leads to the next one; every field is its own control.
    <div className="stack" onKeyDown={goOn}>
      <h1>{words.title}</h1>
      <SlipNews slip={slip} />
      <News news={sender.news} />
      <fieldset className="intake" disabled={opening.isBusy || isUnknown(trouble)}>
        <legend className="heard">{words.title}</legend>
        <div className="stack">
          {slip.isOn && <SlipPart desk={slip} />}
          <WhoPart {...part} findSender={sender.find} />
          <ProcedurePart {...part} procedure={laid.procedure} />
        </div>
        <div className="stack">
          <Chosen {...part} laid={laid} slip={slip} />
        </div>
      </fieldset>
      {trouble && laid.procedure && <Refused trouble={trouble} procedure={laid.procedure} />}
      <div className="row act">
        <Button kind="main" shortcut="F9" isBusy={opening.isBusy} onPress={send}>
          {slip.isOn ? slipWords.take : words.open}
        </Button>
        <SlipChoice slip={slip} />
        {isUnknown(trouble) && <HandOver slip={slip} forget={opening.forget} />}
        <Anew begin={begin} isShown={!isUntouched(kept.draft) && !isUnknown(trouble)} />
      </div>
    </div>
  );
};

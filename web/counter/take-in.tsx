import { type KeyboardEvent, useState } from 'react';
import type { ProblemDetails } from '#api/problem-details.ts';
import type { Trouble } from '../api/ask.ts';
import { useLineState } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Dialog } from '../kit/react/dialog.tsx';
import { useWords } from '../kit/react/language.tsx';
import { Empty, TroubleNotice, Waiting } from '../kit/react/states.tsx';
import './counter.css';
import { DatePart } from './date-part.tsx';
import { type Draft, isUntouched, type ProcedureView } from './draft.ts';
import { en } from './intake-words.en.ts';
import { vi } from './intake-words.vi.ts';
import { KeyHelp, ScannerNews } from './key-help.tsx';
import { MoneyPart } from './money-part.tsx';
import { PapersPart } from './papers-part.tsx';
import { ProcedurePart } from './procedure-part.tsx';
import { mattersOf } from './several.ts';
import { SeveralPart } from './several-part.tsx';
import { HandOver, SlipChoice, SlipNews } from './slip-news.tsx';
import { SlipPagesPart, SlipPart } from './slip-part.tsx';
import { en as slipEn } from './slip-words.en.ts';
import { vi as slipVi } from './slip-words.vi.ts';
import { useIntake } from './use-intake.ts';
import type { Laid } from './use-laid-down.ts';
import { isUnknown } from './use-open-dossier.ts';
import type { SenderNews } from './use-sender.ts';
import type { SlipDesk } from './use-slip.ts';
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

const News = ({ news }: { readonly news: SenderNews }) => {
  const words = useWords({ vi, en });
  const { card, warnings = [], isKnown, isAnother } = news;
  return (
    <div role="status" className="news">
      {isAnother && <p className="wrong">{words.otherCard}</p>}
      {card === undefined && !isKnown && !isAnother && <p className="soft">{words.scanHint}</p>}
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
  readonly procedure: ProcedureView | undefined;
}) => {
  const words = useWords({ vi, en });
  const nameOf = (id: string) =>
    procedure?.components.find((component) => component.id === id)?.name ?? id;
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

/** Of several dossiers those that were refused, and why the one in the form was. */
const StillRefused = ({
  draft,
  procedure,
}: {
  readonly draft: Draft;
  readonly procedure: ProcedureView | undefined;
}) => {
  const words = useWords({ vi, en });
  const isRefused = ({ problem }: { readonly problem?: ProblemDetails | undefined }) =>
    problem !== undefined;
  const count = mattersOf(draft).filter(isRefused).length;
  if (count === 0) return null;
  return (
    <>
      <p className="notice">{words.stillRefused(count)}</p>
      {draft.problem && (
        <Refused trouble={{ kind: 'refused', problem: draft.problem }} procedure={procedure} />
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

type Intake = ReturnType<typeof useIntake>;

/** F9 and what else there is to press, with what came of it. */
const Acts = ({ intake }: { readonly intake: Intake }) => {
  const words = useWords({ vi, en });
  const slipWords = useWords({ vi: slipVi, en: slipEn });
  const { kept, laid, opening, send, begin, slip } = intake;
  const { trouble } = opening;
  const { draft } = kept;
  const hasOthers = draft.others.length > 0;
  const open = hasOthers ? words.openMany(mattersOf(draft).length) : words.open;
  return (
    <>
      {trouble && <Refused trouble={trouble} procedure={laid.procedure} />}
      {!trouble && <StillRefused draft={draft} procedure={laid.procedure} />}
      {laid.others.state === 'trouble' && !slip.isOn && (
        <TroubleNotice trouble={laid.others.trouble} again={laid.others.again} />
      )}
      <div className="row act">
        <Button kind="main" shortcut="F9" isBusy={opening.isBusy} onPress={send}>
          {slip.isOn ? slipWords.take : open}
        </Button>
        <SlipChoice slip={slip} />
        {isUnknown(trouble) && !hasOthers && <HandOver slip={slip} forget={opening.forget} />}
        <KeyHelp />
        <Anew begin={begin} isShown={!isUntouched(draft) && !isUnknown(trouble)} />
      </div>
    </>
  );
};

/** Nhận hồ sơ in one screen, by keyboard and scanner: F9 opens what was typed, and leads on to its scans. */
export const TakeIn = () => {
  const words = useWords({ vi, en });
  const intake = useIntake();
  const { kept, sender, laid, flaws, opening, matters, slip } = intake;
  const part: PartProps = { draft: kept.draft, flaws, change: kept.change };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field leads to the next one; every field is its own control.
    <div className="stack" onKeyDown={goOn}>
      <h1>{words.title}</h1>
      <ScannerNews />
      <SlipNews slip={slip} />
      <News news={sender.news} />
      <fieldset className="intake" disabled={opening.isShut}>
        <legend className="heard">{words.title}</legend>
        <div className="stack">
          {slip.isOn && <SlipPart desk={slip} />}
          <WhoPart {...part} findSender={sender.find} />
          <ProcedurePart {...part} procedure={laid.procedure} />
          <SeveralPart {...part} {...matters} isOnSlip={slip.isOn} />
        </div>
        <div className="stack">
          <Chosen {...part} laid={laid} slip={slip} />
        </div>
      </fieldset>
      <Acts intake={intake} />
    </div>
  );
};

import { useState } from 'react';
import { lacking } from '#domain/custody/holding.ts';
import type { Verdict } from '#domain/handover/pouch.ts';
import { useAct } from '../api/act.ts';
import { heard, isRefusedAs } from '../api/ask.ts';
import type { Pouch } from '../api/packing.ts';
import { useDesk, useLineState } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Field } from '../kit/react/field.tsx';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { PrintRow, usePrinting } from '../kit/react/printing.tsx';
import { SecondPerson } from '../kit/react/second-person.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { CountPanel } from './count-panel.tsx';
import { differs } from './groups.ts';
import { namedAs, papersInWords } from './papers-words.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

interface PouchProps {
  readonly pouch: Pouch;
}
interface SignProps extends PouchProps {
  readonly told: (pouch: Pouch) => void;
  readonly again: () => void;
}

type Line = Pouch['lines'][number];

/** What differs on one line, in words. */
const useDifference = () => {
  const words = useWords({ vi, en });
  const { copyKind } = useKitWords();
  return (line: Line): readonly string[] => {
    const { counted } = line;
    if (!counted) return [];
    const lost = lacking(counted.found, line.papers);
    const told = (papers: Parameters<typeof namedAs>[0]) =>
      papersInWords(namedAs(papers, line), copyKind);
    return [
      ...(lost.length > 0 ? [words.lacks(told(lost))] : []),
      ...(counted.extra.length > 0 ? [words.surplus(told(counted.extra))] : []),
    ];
  };
};

interface ResultLine {
  readonly number: string;
  readonly counted?:
    | {
        readonly verdict: string;
        readonly isTaken: boolean;
        readonly remark?: string | undefined;
      }
    | undefined;
}

const ResultItem = (p: { readonly line: ResultLine; readonly said: readonly string[] }) => {
  const words = useWords({ vi, en });
  const { number, counted } = p.line;
  if (!counted) return null;
  const isWhole = counted.verdict === 'complete' && p.said.length === 0;
  const said = [
    ...p.said,
    ...(counted.isTaken ? [] : [words.goesBack]),
    ...(counted.remark === undefined ? [] : [counted.remark]),
  ];
  return (
    <li>
      <span>
        <strong>{number}</strong>
        {said.length > 0 && <span className="papers-in">{said.join(' · ')}</span>}
      </span>
      <span className={`chip ${isWhole ? 'good' : 'bad'}`}>
        <span aria-hidden="true">{isWhole ? '●' : '■'}</span>{' '}
        {words.verdict[counted.verdict as Verdict]}
      </span>
    </li>
  );
};

/** What the count came to, line by line. */
export const CountResult = ({ pouch }: PouchProps) => {
  const words = useWords({ vi, en });
  const difference = useDifference();
  return (
    <section className="card stack" aria-label={words.result}>
      <h2>{words.result}</h2>
      <p className={differs(pouch) ? 'notice' : undefined}>
        {differs(pouch) ? words.differs : words.balanced}
      </p>
      {pouch.isSealIntact === false && <p>■ {words.brokenSeal}</p>}
      <ul className="sets">
        {pouch.lines.map((line) => (
          <ResultItem key={line.dossierId} line={line} said={difference(line)} />
        ))}
        {pouch.orders.map((line) => (
          <ResultItem key={line.returnOrderId} line={line} said={[]} />
        ))}
      </ul>
      {pouch.strays.length > 0 && (
        <p>
          ■ {words.strays}: {pouch.strays.join(', ')}
        </p>
      )}
    </section>
  );
};

/** Ký thay: a colleague of the same post office, who has not counted, says why. */
const ByColleague = ({ pouch, told }: Omit<SignProps, 'again'>) => {
  const words = useWords({ vi, en });
  const [why, type] = useState('');
  const { pouchId, countNo = 0 } = pouch;
  return (
    <details>
      <summary>{words.courierAway}</summary>
      <div className="stack">
        <Field id="giver-absence" label={words.whyAway} value={why} change={type} />
        <div className="row">
          <SecondPerson
            roles={['clerk', 'courier']}
            ask={(api, key) => {
              const body = { countNo, giverAbsence: why.trim() };
              return api.call('POST /v1/pouches/{pouchId}/sign', {
                params: { pouchId },
                body,
                key,
              });
            }}
            done={told}
            word={words.colleagueSigns}
            help={words.colleagueWindow}
            sameSignatory={words.colleagueSame}
            shutBecause={why.trim() === '' ? words.whyAwayMissing : undefined}
          />
        </div>
      </div>
    </details>
  );
};

const ByGiver = ({ pouch, told }: Omit<SignProps, 'again'>) => {
  const words = useWords({ vi, en });
  const { pouchId, countNo = 0, signatures } = pouch;
  if (signatures.giver) return <p>● {words.courierSigned}</p>;
  return (
    <>
      <div className="row">
        <SecondPerson
          kind="main"
          roles={['courier']}
          ask={(api, key) => {
            const params = { pouchId };
            return api.call('POST /v1/pouches/{pouchId}/sign', { params, body: { countNo }, key });
          }}
          done={told}
          word={words.courierSigns}
          help={words.courierWindow}
          sameSignatory={words.courierSame}
        />
      </div>
      <ByColleague pouch={pouch} told={told} />
    </>
  );
};

/** Ký nhận: last, so that no receipt exists for what the giver disputes. */
const ByReceiver = ({ pouch, told, again }: SignProps) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const line = useLineState();
  const act = useAct();
  const { pouchId, countNo = 0, signatures } = pouch;
  const sign = async (): Promise<void> => {
    const params = { pouchId };
    const signed = await act.run((key) =>
      heard(api.call('POST /v1/pouches/{pouchId}/sign', { params, body: { countNo }, key })),
    );
    if (signed) told(signed);
  };
  const giverFirst = signatures.giver ? undefined : words.giverFirst;
  const isOther =
    isRefusedAs(act.trouble, 'count-changed') || isRefusedAs(act.trouble, 'pouch-state');
  return (
    <>
      <p className="hint">{words.signHelp}</p>
      {act.trouble && <TroubleNotice trouble={act.trouble} again={isOther ? again : undefined} />}
      <div className="row">
        <Button
          kind="main"
          isBusy={act.isBusy}
          shutBecause={line === 'down' ? words.needsLine : giverFirst}
          onPress={() => void sign()}
        >
          {words.sign}
        </Button>
      </div>
    </>
  );
};

/** Ký biên bản giao nhận, under exactly the count that is shown. */
export const SignPanel = (p: SignProps) => {
  const words = useWords({ vi, en });
  // Only what is open hears the scanner.
  const [isOpen, open] = useState(false);
  return (
    <>
      <section className="card stack" aria-label={words.signatures}>
        <h2>{words.signatures}</h2>
        <ByGiver pouch={p.pouch} told={p.told} />
        <ByReceiver {...p} />
      </section>
      <details className="card" onToggle={({ currentTarget }) => open(currentTarget.open)}>
        <summary>{words.countAgain}</summary>
        <p>{words.countAgainHelp}</p>
        {isOpen && <CountPanel pouch={p.pouch} told={p.told} />}
      </details>
    </>
  );
};

/** Biên bản giao nhận: once both have signed. */
export const PrintRecord = ({ pouch }: PouchProps) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const { print, ...printing } = usePrinting();
  const { pouchId } = pouch;
  const printRecord = (): void =>
    void print((name) =>
      api.call('GET /v1/pouches/{pouchId}/record.pdf', {
        params: { pouchId },
        query: { print: name },
      }),
    );
  return (
    <section className="card stack" aria-label={words.print}>
      <p role="status">● {words.done}</p>
      <PrintRow printing={printing} openSheet={words.openSheet}>
        <Button kind="main" isBusy={printing.isBusy} onPress={printRecord}>
          {words.print}
        </Button>
      </PrintRow>
    </section>
  );
};

import { useState } from 'react';
import { Link } from 'react-router';
import { formatDong } from '#domain/money/format-dong.ts';
import { isRefusedAs, type Told } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { ActAnswer } from './act-bar.tsx';
import { en } from './money-words.en.ts';
import { vi } from './money-words.vi.ts';
import { isNothing, noPurses, PurseFields, pursesIn, type TypedPurses } from './purse-fields.tsx';
import { useAct } from './use-act.ts';
import type { DossierTold } from './use-scans.ts';

type Money = Told<'GET /v1/dossiers/{dossierId}/money'>;
type Payment = DossierTold['payments'][number];

/** What the department waits for and the counter may take. */
const askedFor = (dossier: DossierTold): Payment | undefined =>
  dossier.payments.find(({ end, ways }) => end === undefined && ways.includes('counter'));

const useTaking = (dossier: DossierTold, money: Money, taken: (number: string) => void) => {
  const { api } = useDesk();
  const { postageVnd } = money.outstanding;
  const [typed, setTyped] = useState<TypedPurses>({
    ...noPurses,
    postage: postageVnd > 0 ? formatDong(postageVnd) : '',
  });
  const [why, setWhy] = useState('');
  const asked = askedFor(dossier);
  const [isForRequest, setForRequest] = useState(asked !== undefined);
  const meant = pursesIn(typed);
  const purses = meant && !isNothing(meant) ? meant : undefined;
  const act = useAct(
    (key) =>
      api.call('POST /v1/dossiers/{dossierId}/payments', {
        params: { dossierId: dossier.dossierId },
        body: {
          ...purses,
          ...(asked && isForRequest && { paymentRequest: asked.number }),
          ...(why.trim() !== '' && { moreThanDue: why.trim() }),
        },
        key,
      }),
    ({ number }) => taken(number),
  );
  return { typed, setTyped, why, setWhy, asked, isForRequest, setForRequest, purses, act };
};

type Taking = ReturnType<typeof useTaking>;

const Asked = ({ asked, isForRequest, setForRequest }: Taking) => {
  const words = useWords({ vi, en });
  if (!asked) return null;
  return (
    <>
      <p className="notice">
        {words.asked(formatDong(asked.amountVnd))} {asked.reason}
      </p>
      <label className="tick">
        <input
          type="checkbox"
          checked={isForRequest}
          onChange={({ target }) => setForRequest(target.checked)}
        />
        {words.forRequest}
      </label>
    </>
  );
};

/** Why it was refused, and the way on: a shift to open, a word to give. */
const Answer = ({ act, why, setWhy }: Taking) => {
  const words = useWords({ vi, en });
  const isMore = isRefusedAs(act.trouble, 'more-than-due');
  return (
    <>
      <ActAnswer act={act} />
      {isRefusedAs(act.trouble, 'shift-unknown') && (
        <p>
          {words.noShift} <Link to="/quay/ca">{words.openShift}</Link>
        </p>
      )}
      {(isMore || why !== '') && (
        <Field id="take-why" label={words.moreThanDue} value={why} change={setWhy} />
      )}
    </>
  );
};

/** Thu tiền, lập phiếu thu: each purse as its own sum, into the open drawer. */
export const TakeMoney = (p: {
  readonly dossier: DossierTold;
  readonly money: Money;
  readonly taken: (number: string) => void;
}) => {
  const words = useWords({ vi, en });
  const taking = useTaking(p.dossier, p.money, p.taken);
  const { act, purses, why } = taking;
  const lacksWhy = isRefusedAs(act.trouble, 'more-than-due') && why.trim() === '';
  const lacks = lacksWhy ? words.moreThanDueMissing : undefined;
  return (
    <section className="stack" aria-labelledby="take-money">
      <h3 id="take-money">{words.take}</h3>
      <p className="hint">{words.takeHelp}</p>
      <Asked {...taking} />
      <PurseFields of="take" typed={taking.typed} change={taking.setTyped} />
      <Answer {...taking} />
      <div className="row">
        <Button
          kind="main"
          isBusy={act.isBusy}
          shutBecause={purses ? lacks : words.nothingTyped}
          onPress={act.act}
        >
          {words.takeAct}
        </Button>
      </div>
    </section>
  );
};

import { useState } from 'react';
import { formatDong } from '#domain/money/format-dong.ts';
import { purseNames } from '#domain/money/purses.ts';
import { type GiveBackKind, giveBackKinds } from '#functions/money/domain/give-back.ts';
import type { Asking, Told } from '../api/ask.ts';
import { type Desk, useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Choice, Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { ActAnswer } from './act-bar.tsx';
import { en } from './money-words.en.ts';
import { vi } from './money-words.vi.ts';
import { isNothing, noPurses, PurseFields, pursesIn, type TypedPurses } from './purse-fields.tsx';
import { useAct } from './use-act.ts';

type Receipt = Told<'GET /v1/dossiers/{dossierId}/money'>['receipts'][number];
type GiveBackTold = Told<'GET /v1/give-backs'>['items'][number];

interface Typed {
  readonly kind: GiveBackKind;
  readonly purses: TypedPurses;
  readonly reason: string;
  readonly signedBy: string;
}

/** What came, to begin a correction with. */
const typedFrom = (sums: Receipt['taken']): TypedPurses =>
  Object.fromEntries(
    purseNames.map((name) => [name, sums[name] === 0 ? '' : formatDong(sums[name])]),
  ) as TypedPurses;

const asking = (
  api: Desk['api'],
  receiptNumber: string,
  { kind, purses, reason, signedBy }: Typed,
  key: string,
): Asking<GiveBackTold> => {
  const params = { receiptNumber };
  const sums = pursesIn(purses) ?? {};
  if (kind === 'refund')
    return api.call('POST /v1/receipts/{receiptNumber}/refund', {
      params,
      body: { purses: sums, reason, signedBy },
      key,
    });
  if (kind === 'reversal')
    return api.call('POST /v1/receipts/{receiptNumber}/reversal', {
      params,
      body: { reason, signedBy },
      key,
    });
  return api.call('POST /v1/receipts/{receiptNumber}/correction', {
    params,
    body: { purses: sums, reason },
    key,
  });
};

const purseFlaw = ({ kind, purses }: Typed): boolean => {
  const sums = pursesIn(purses);
  if (kind === 'reversal') return false;
  // A correction to nothing says that nothing had come.
  return sums === undefined || (kind === 'refund' && isNothing(sums));
};

/** Hoàn, hủy, sửa phiếu thu: asked for by one, and nothing moves until a second person confirms. */
export const AskGiveBack = (p: {
  readonly receipt: Receipt;
  readonly asked: (number: string) => void;
}) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const { number, taken } = p.receipt;
  const [typed, setTyped] = useState<Typed>({
    kind: 'refund',
    purses: noPurses,
    reason: '',
    signedBy: '',
  });
  const put = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const said = { ...typed, reason: typed.reason.trim(), signedBy: typed.signedBy.trim() };
  const act = useAct(
    (key) => asking(api, number, said, key),
    () => p.asked(number),
  );
  const handsNotes = typed.kind !== 'correction';
  const lacks = [
    purseFlaw(typed) ? words.nothingTyped : undefined,
    said.reason === '' ? words.reasonMissing : undefined,
    handsNotes && said.signedBy === '' ? words.signedMissing : undefined,
  ].find((each) => each !== undefined);
  return (
    <details>
      <summary>{words.giveBack}</summary>
      <div className="stack">
        <Choice
          id={`give-${number}`}
          label={words.giveBackKind}
          value={typed.kind}
          options={giveBackKinds.map((kind) => [kind, words.giveBackKinds[kind]])}
          change={(kind) =>
            put({ kind, purses: kind === 'correction' ? typedFrom(taken) : noPurses })
          }
        />
        <p className="hint">{words.giveBackHelp[typed.kind]}</p>
        {typed.kind !== 'reversal' && (
          <PurseFields
            of={`give-${number}`}
            typed={typed.purses}
            change={(purses) => put({ purses })}
          />
        )}
        <Field
          id={`give-reason-${number}`}
          label={words.giveBackReason}
          value={typed.reason}
          change={(reason) => put({ reason })}
        />
        {handsNotes && (
          <Field
            id={`give-signed-${number}`}
            label={words.signedBy}
            value={typed.signedBy}
            change={(signedBy) => put({ signedBy })}
            hint={words.signedHint}
          />
        )}
        <ActAnswer act={act} />
        <div className="row">
          <Button kind="danger" isBusy={act.isBusy} shutBecause={lacks} onPress={act.act}>
            {words.giveBackAct}
          </Button>
        </div>
      </div>
    </details>
  );
};

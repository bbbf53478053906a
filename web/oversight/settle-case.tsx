import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import {
  type ComplaintOutcome,
  complaintOutcomes,
} from '#functions/complaints/domain/complaint.ts';
import { useAct } from '../api/act.ts';
import { type Asking, heard, type RouteName } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { type Desk, useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Choice } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import type { Case, OtherList } from './cases.ts';
import { deskList } from './desk-lists.ts';
import { WordField } from './word-field.tsx';
import { en } from './words.en.ts';
import type { OversightWords } from './words.vi.ts';
import { vi } from './words.vi.ts';

interface SettleProps {
  readonly it: Case;
  readonly done: () => void;
}

type Api = Desk['api'];
type Ask = (api: Api, id: string, text: string, key: string) => Asking<unknown>;

/** An act on a case: one key while its end is unknown; afterwards the list is read anew where one goes next. */
const useSettle = (list: OtherList, { it, done }: SettleProps) => {
  const { api } = useDesk();
  const queries = useQueryClient();
  const { run, isBusy, trouble } = useAct();
  const route: RouteName = deskList(list).route;
  const settle = async (ask: Ask, text: string): Promise<void> => {
    const came = await run((key) => heard(ask(api, it.id, text, key)));
    if (came === undefined) return;
    void queries.invalidateQueries({ queryKey: [route], refetchType: 'none' });
    done();
  };
  return { settle: (ask: Ask, text: string) => void settle(ask, text), isBusy, trouble };
};

type Named = (words: OversightWords) => string;

/** By a word: what came of looking into it, why it is lifted. */
interface ByWordSettling {
  readonly field: Named;
  readonly missing: Named;
  readonly act: Named;
  readonly ask: Ask;
}

/** By a press: asked for again. */
interface ByPressSettling {
  readonly act: Named;
  readonly ask: Ask;
}

interface ListProps extends SettleProps {
  readonly list: OtherList;
}

const ByWord = ({ settling, list, ...p }: ListProps & { readonly settling: ByWordSettling }) => {
  const words = useWords({ vi, en });
  const [text, setText] = useState('');
  const { settle, isBusy, trouble } = useSettle(list, p);
  return (
    <div className="stack">
      <WordField label={settling.field(words)} value={text} change={setText} most={500} />
      <div className="row">
        <Button
          isBusy={isBusy}
          shutBecause={text.trim() === '' ? settling.missing(words) : undefined}
          onPress={() => settle(settling.ask, text.trim())}
        >
          {settling.act(words)}
        </Button>
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
    </div>
  );
};

const ByPress = ({ settling, list, ...p }: ListProps & { readonly settling: ByPressSettling }) => {
  const words = useWords({ vi, en });
  const { settle, isBusy, trouble } = useSettle(list, p);
  return (
    <div className="stack">
      <div className="row">
        <Button isBusy={isBusy} onPress={() => settle(settling.ask, '')}>
          {settling.act(words)}
        </Button>
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
    </div>
  );
};

const finding: Omit<ByWordSettling, 'ask'> = {
  field: (words) => words.finding,
  missing: (words) => words.findingMissing,
  act: (words) => words.settle,
};

const reviewed: Ask = (api, shipmentId, text, key) =>
  api.call('POST /v1/shipments/{shipmentId}/review', {
    params: { shipmentId },
    body: { finding: text },
    key,
  });

const settledUntimely: Ask = (api, number, text, key) =>
  api.call('POST /v1/back-entries/untimely/{number}/settlement', {
    params: { number },
    body: { finding: text },
    key,
  });

const settledReading: Ask = (api, bulkReadingId, text, key) =>
  api.call('POST /v1/bulk-readings/{bulkReadingId}/settlement', {
    params: { bulkReadingId },
    body: { finding: text },
    key,
  });

const lifted: Ask = (api, dossierId, text, key) =>
  api.call('POST /v1/dossiers/{dossierId}/hold/lift', {
    params: { dossierId },
    body: { reason: text },
    key,
  });

const retried: Ask = (api, receiptNumber, _, key) =>
  api.call('POST /v1/electronic-receipts/{receiptNumber}/retry', {
    params: { receiptNumber },
    body: {},
    key,
  });

const pushed: Ask = (api, dossierId, _, key) =>
  api.call('POST /v1/national-portal/pushes', { body: { dossierIds: [dossierId] }, key });

const confirmed: Ask = (api, giveBackId, _, key) =>
  api.call('POST /v1/give-backs/{giveBackId}/confirmation', {
    params: { giveBackId },
    body: {},
    key,
  });

const refused: Ask = (api, giveBackId, text, key) =>
  api.call('POST /v1/give-backs/{giveBackId}/refusal', {
    params: { giveBackId },
    body: { reason: text },
    key,
  });

/** The second person of a refund: only now anything moves. */
const SettleGiveBack = (p: SettleProps) => {
  const words = useWords({ vi, en });
  const [reason, setReason] = useState('');
  const { settle, isBusy, trouble } = useSettle('give-backs', p);
  return (
    <div className="stack">
      <WordField label={words.refuseReason} value={reason} change={setReason} most={300} />
      <div className="row">
        <Button kind="main" isBusy={isBusy} onPress={() => settle(confirmed, '')}>
          {words.confirm}
        </Button>
        <Button
          kind="danger"
          isBusy={isBusy}
          shutBecause={reason.trim() === '' ? words.refuseReason : undefined}
          onPress={() => settle(refused, reason.trim())}
        >
          {words.refuse}
        </Button>
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
    </div>
  );
};

/** What the citizen wrote; reading it is recorded, so that it is asked for. */
const ComplaintText = ({ complaintId }: { readonly complaintId: string }) => {
  const words = useWords({ vi, en });
  const reading = useRead('GET /v1/complaints/{complaintId}', { params: { complaintId } });
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  return (
    <blockquote>
      <p className="soft">{words.complaintText}</p>
      <p className="written">{reading.value.text}</p>
    </blockquote>
  );
};

const AnswerComplaint = (p: SettleProps) => {
  const words = useWords({ vi, en });
  const [isOpen, open] = useState(false);
  const [outcome, setOutcome] = useState<ComplaintOutcome | ''>('');
  const [text, setText] = useState('');
  const { settle, isBusy, trouble } = useSettle('complaints', p);
  if (!isOpen)
    return (
      <div className="row">
        <Button onPress={() => open(true)}>{words.readComplaint}</Button>
      </div>
    );
  const lacks = text.trim() === '' ? words.answerMissing : undefined;
  return (
    <div className="stack">
      <ComplaintText complaintId={p.it.id} />
      <Choice
        id={`outcome-${p.it.id}`}
        label={words.outcomeAsk}
        value={outcome}
        none={words.choose}
        options={complaintOutcomes.map((each) => [each, words.outcome[each]])}
        change={setOutcome}
      />
      <WordField label={words.answer} value={text} change={setText} most={2_000} />
      <div className="row">
        <Button
          kind="main"
          isBusy={isBusy}
          shutBecause={outcome === '' ? words.choose : lacks}
          onPress={() => {
            if (outcome === '') return;
            const answered: Ask = (api, complaintId, said, key) =>
              api.call('POST /v1/complaints/{complaintId}/answer', {
                params: { complaintId },
                body: { outcome, text: said },
                key,
              });
            settle(answered, text.trim());
          }}
        >
          {words.sendAnswer}
        </Button>
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
    </div>
  );
};

const byWord: Partial<Readonly<Record<OtherList, ByWordSettling>>> = {
  flagged: { ...finding, ask: reviewed },
  'name-inexact': { ...finding, ask: reviewed },
  untimely: { ...finding, ask: settledUntimely },
  'bulk-readings': { ...finding, ask: settledReading },
  holds: {
    ...finding,
    field: (words) => words.liftReason,
    act: (words) => words.lift,
    ask: lifted,
  },
};

const byPress: Partial<Readonly<Record<OtherList, ByPressSettling>>> = {
  receipts: { act: (words) => words.retry, ask: retried },
  rejected: { act: (words) => words.pushAgain, ask: pushed },
};

const own: Partial<Readonly<Record<OtherList, ComponentType<SettleProps>>>> = {
  complaints: AnswerComplaint,
  'give-backs': SettleGiveBack,
};

/** What a supervisor can do about a case of a list; nothing where it is mended where it lies. */
export const SettleCase = ({ list, ...p }: ListProps) => {
  const Own = own[list];
  const word = byWord[list];
  const press = byPress[list];
  if (Own) return <Own {...p} />;
  if (word) return <ByWord list={list} settling={word} {...p} />;
  return press && <ByPress list={list} settling={press} {...p} />;
};

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { readVietnamPhone } from '#domain/identifiers/phone.ts';
import { type CallOutcome, callOutcomes } from '#functions/notifications/domain/unreached.ts';
import { heard, type Told, type Trouble } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { Choice, Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { cursorAt, MorePages, type PagePlace, usePages } from '../kit/react/pages.tsx';
import { Empty, TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { en } from './call-words.en.ts';
import { vi } from './call-words.vi.ts';
import './counter.css';
import { forgetLists } from './forget-lists.ts';
import { en as intakeEn } from './intake-words.en.ts';
import { vi as intakeVi } from './intake-words.vi.ts';

type Call = Told<'GET /v1/call-list'>['items'][number];

/** Tells how a call went, and puts the number right where it was another’s. */
const useSettle = (call: Call) => {
  const { api } = useDesk();
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState<{ readonly outcome: CallOutcome; readonly hasPhone: boolean }>();
  const settled = (outcome: CallOutcome) =>
    heard(
      api.call('POST /v1/call-list/{reference}/settled', {
        params: { reference: call.reference },
        body: { outcome },
      }),
    );
  const corrected = (phone: string) =>
    heard(
      api.call('POST /v1/dossiers/{dossierId}/contact', {
        params: { dossierId: call.dossierId },
        body: { phone, reason: 'wrong-number' },
        key,
      }),
    );
  const settle = async (outcome: CallOutcome, phone: string): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const hasPhone = phone !== '';
    // The number first: what is said again goes to it.
    const right = hasPhone ? await corrected(phone) : undefined;
    const answer = right?.ok === false ? right : await settled(outcome);
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    forgetLists(queries);
    setDone({ outcome, hasPhone });
  };
  return { settle, isBusy, trouble, done };
};

const Settle = ({ call }: { readonly call: Call }) => {
  const words = useWords({ vi, en });
  const { flaw } = useWords({ vi: intakeVi, en: intakeEn });
  const { settle, isBusy, trouble, done } = useSettle(call);
  const [outcome, setOutcome] = useState<CallOutcome | ''>('');
  const [phone, setPhone] = useState('');
  const read = readVietnamPhone(phone);
  const wrong = phone.trim() === '' || read.ok ? undefined : flaw[read.reason];
  if (done)
    return (
      <p role="status">
        ● {words.saved(words.outcome[done.outcome])} {done.hasPhone && words.savedPhone}
      </p>
    );
  return (
    <div className="stack">
      <div className="row">
        <Choice
          id={`call-${call.reference}`}
          label={words.result}
          value={outcome}
          none={words.choose}
          options={callOutcomes.map((each) => [each, words.outcome[each]])}
          change={setOutcome}
        />
        {outcome === 'wrong-number' && (
          <Field
            id={`call-phone-${call.reference}`}
            label={words.newPhone}
            value={phone}
            change={setPhone}
            inputMode="tel"
            wrong={wrong}
          />
        )}
        <Button
          isBusy={isBusy}
          shutBecause={outcome === '' ? words.choose : wrong}
          onPress={() => {
            if (outcome !== '') void settle(outcome, phone.trim());
          }}
        >
          {words.save}
        </Button>
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
    </div>
  );
};

const Line = ({ call }: { readonly call: Call }) => {
  const words = useWords({ vi, en });
  const { dossierId, code, reason, since, phone } = call;
  return (
    <li className="card stack">
      <div className="row">
        <strong>
          {phone === undefined ? words.noPhone : <a href={`tel:${phone}`}>{phone}</a>}
        </strong>
        <span>{words.reason[reason]}</span>
        <span className="hint">
          {words.since} {shortMoment(since)}
        </span>
        <Link to={`/quay/ho-so/${dossierId}`}>{code ?? words.open}</Link>
      </div>
      <Settle call={call} />
    </li>
  );
};

const Page = ({ after, ...place }: PagePlace) => {
  const words = useWords({ vi, en });
  const query = cursorAt(after);
  const reading = useRead('GET /v1/call-list', { query });
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  const { items, next } = reading.value;
  if (items.length === 0 && after === undefined) return <Empty>{words.nobody}</Empty>;
  return (
    <>
      <ul className="drops">
        {items.map((call) => (
          <Line key={call.reference} call={call} />
        ))}
      </ul>
      <MorePages {...place} next={next} />
    </>
  );
};

/** Gọi cho người dân: whom no message has reached. Each reading of the list is recorded. */
export const ListCalls = () => {
  const words = useWords({ vi, en });
  const pages = usePages();
  return (
    <div className="stack">
      <h1>{words.title}</h1>
      <p className="soft">{words.lead}</p>
      {pages.map((place) => (
        <Page key={place.after ?? ''} {...place} />
      ))}
    </div>
  );
};

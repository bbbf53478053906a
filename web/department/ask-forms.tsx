import { useId, useState } from 'react';
import { copyKinds } from '#domain/custody/paper.ts';
import { paymentKinds, paymentWays } from '#domain/dossier/payment.ts';
import { useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { ActForm, DayField, type FormProps, ReasonField } from './act-form.tsx';
import type { DossierTold } from './choices.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

export type OfDossier = FormProps & { readonly dossier: DossierTold };

interface Asked {
  readonly id: string;
  readonly name?: string | undefined;
  readonly copyKind: string;
}

const Item = ({ item }: { readonly item: Asked }) => {
  const { form } = useWords({ vi, en });
  const kit = useKitWords();
  const [isAsked, ask] = useState(false);
  const id = useId();
  return (
    <div className="item">
      <label className="check">
        <input
          type="checkbox"
          name="item"
          value={item.id}
          checked={isAsked}
          onChange={() => ask(!isAsked)}
        />
        {item.name ?? item.id}
      </label>
      {isAsked && (
        <div className="row">
          <span>
            <label htmlFor={`${id}k`}>{form.copyKind}</label>
            <select id={`${id}k`} name={`${item.id}.copyKind`} defaultValue={item.copyKind}>
              {copyKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kit.copyKind[kind]}
                </option>
              ))}
            </select>
          </span>
          <span>
            <label htmlFor={`${id}c`}>{form.count}</label>
            <input
              id={`${id}c`}
              name={`${item.id}.count`}
              type="number"
              min={1}
              max={99}
              defaultValue={1}
              required
            />
          </span>
          <span className="wide">
            <label htmlFor={`${id}r`}>{form.itemReason}</label>
            <input id={`${id}r`} name={`${item.id}.reason`} maxLength={500} required />
          </span>
        </div>
      )}
    </div>
  );
};

/** S · Mẫu 02: once and completely, with everything that the procedure may ask for in one list. */
export const AskSupplement = (p: OfDossier) => {
  const { form } = useWords({ vi, en });
  const { now } = useDesk();
  const procedure = useRead('GET /v1/procedures/{code}', {
    params: { code: p.dossier.procedure.code },
  });
  const all: readonly Asked[] =
    procedure.state === 'here' ? procedure.value.components : p.dossier.components;
  return (
    <ActForm {...p}>
      {p.dossier.supplements.length > 0 && (
        <>
          <p className="notice">{form.repeated}</p>
          <label className="check">
            <input type="checkbox" name="confirmsRepeat" required />
            {form.repeat}
          </label>
        </>
      )}
      <fieldset>
        <legend>{form.what}</legend>
        {all.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </fieldset>
      <ReasonField choice="supplement" label={form.reason} />
      <DayField name="answerBy" label={form.answerBy} from={now().slice(0, 10)} />
    </ActForm>
  );
};

/** Thông báo nghĩa vụ tài chính: a tax goes to the treasury only. */
export const AskPayment = (p: OfDossier) => {
  const words = useWords({ vi, en });
  const { form } = words;
  const { now } = useDesk();
  const [kind, setKind] = useState<(typeof paymentKinds)[number]>('charge');
  const [ways, setWays] = useState<ReadonlySet<string>>(new Set(['counter']));
  const id = useId();
  const isWay = (way: (typeof paymentWays)[number]): boolean =>
    kind === 'tax' ? way === 'treasury' : ways.has(way);
  const toggle = (way: string): void => {
    const next = new Set(ways);
    if (!next.delete(way)) next.add(way);
    setWays(next);
  };
  return (
    <ActForm {...p}>
      <div>
        <label htmlFor={`${id}k`}>{form.kind}</label>
        <select
          id={`${id}k`}
          name="kind"
          value={kind}
          onChange={(event) =>
            setKind(paymentKinds.find((each) => each === event.target.value) ?? kind)
          }
        >
          {paymentKinds.map((each) => (
            <option key={each} value={each}>
              {words.paymentKind[each]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}a`}>{form.amount}</label>
        <input id={`${id}a`} name="amount" inputMode="numeric" pattern="[0-9][0-9. ]*" required />
      </div>
      <fieldset>
        <legend>{form.ways}</legend>
        {paymentWays.map((way) => (
          <label key={way} className="check">
            <input
              type="checkbox"
              name="way"
              value={way}
              checked={isWay(way)}
              disabled={kind === 'tax' && way === 'counter'}
              onChange={() => toggle(way)}
            />
            {words.paymentWay[way]}
          </label>
        ))}
      </fieldset>
      {isWay('treasury') && (
        <div>
          <label htmlFor={`${id}i`}>{form.instructions}</label>
          <textarea id={`${id}i`} name="instructions" rows={2} maxLength={500} required />
        </div>
      )}
      <ReasonField choice="payment" label={form.reason} />
      <DayField name="payBy" label={form.payBy} from={now().slice(0, 10)} />
    </ActForm>
  );
};

/** What treasury or bank printed; of the request that is open. */
export const SettlePayment = (p: OfDossier) => {
  const { form } = useWords({ vi, en });
  const id = useId();
  const open = p.dossier.payments.at(-1);
  return (
    <ActForm {...p}>
      <input type="hidden" name="number" value={open?.number ?? 1} />
      <div>
        <label htmlFor={id}>{form.reference}</label>
        <input id={id} name="reference" maxLength={60} required />
      </div>
    </ActForm>
  );
};

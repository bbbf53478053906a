import { useState } from 'react';
import { type DayPart, dayParts } from '#domain/dossier/chosen-delivery.ts';
import { formatDong } from '#domain/money/format-dong.ts';
import type { Sent, Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { type DeliveryTyped, deliveryIn, deliveryPlaces } from '../kit/delivery.ts';
import { Button } from '../kit/react/button.tsx';
import { Dialog } from '../kit/react/dialog.tsx';
import { Choice, Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { AskedAct } from './act-bar.tsx';
import { en } from './delivery-words.en.ts';
import { vi } from './delivery-words.vi.ts';
import { en as dossierEn } from './dossier-words.en.ts';
import { vi as dossierVi } from './dossier-words.vi.ts';
import { useAct } from './use-act.ts';

type Ways = Told<'GET /v1/dossiers/{dossierId}/delivery'>;

interface PartProps {
  readonly ways: Ways;
  readonly typed: DeliveryTyped;
  readonly change: (part: Partial<DeliveryTyped>) => void;
}

const nothing: DeliveryTyped = { place: 'stay', there: '', address: '', day: '', part: '' };

const Where = ({ ways, typed, change }: PartProps) => {
  const words = useWords({ vi, en });
  const places = typed.place === 'office' ? ways.offices : ways.communes;
  const chosen = places.find(({ id }) => id === typed.there);
  const kinds = deliveryPlaces.filter((each) => each !== 'address' || ways.communes.length > 0);
  return (
    <>
      <Choice
        id="delivery-place"
        label={words.where}
        value={typed.place}
        options={kinds.map((each) => [each, words.places[each]])}
        change={(place) => change({ place, there: '' })}
      />
      {typed.place !== 'stay' && (
        <Choice
          id="delivery-there"
          label={typed.place === 'office' ? words.office : words.commune}
          value={typed.there}
          none={words.choose}
          options={places.map(({ id, name }) => [id, name])}
          change={(there) => change({ there })}
        />
      )}
      {typed.place === 'address' && (
        <Field
          id="delivery-address"
          label={words.address}
          value={typed.address}
          change={(address) => change({ address })}
        />
      )}
      <p role="status">
        {chosen && (chosen.moreVnd > 0 ? words.more(formatDong(chosen.moreVnd)) : words.noMore)}
      </p>
    </>
  );
};

const When = ({ ways, typed, change }: PartProps) => {
  const words = useWords({ vi, en });
  return (
    <div className="pair">
      <div className="field">
        <label htmlFor="delivery-day">{words.day}</label>
        <input
          id="delivery-day"
          type="date"
          min={ways.days.from}
          max={ways.days.until}
          value={typed.day}
          aria-describedby="delivery-day-note"
          onChange={({ target }) => change({ day: target.value })}
        />
        <span id="delivery-day-note" className="hint">
          {words.dayHint}
        </span>
      </div>
      <Choice<DayPart>
        id="delivery-part"
        label={words.part}
        value={dayParts.find((each) => each === typed.part) ?? ''}
        none={words.anyPart}
        options={dayParts.map((each) => [each, words.parts[each]])}
        change={(part) => change({ part })}
      />
    </div>
  );
};

interface AskProps {
  readonly dossierId: string;
  readonly close: () => void;
  readonly done: () => void;
}

const Form = ({ dossierId, ways, close, done }: AskProps & { readonly ways: Ways }) => {
  const words = useWords({ vi, en });
  const { cancel } = useWords({ vi: dossierVi, en: dossierEn });
  const { api } = useDesk();
  const [typed, setTyped] = useState(nothing);
  const [isChecked, check] = useState(false);
  const change = (part: Partial<DeliveryTyped>): void => setTyped({ ...typed, ...part });
  const said = deliveryIn(typed);
  const body: Sent<'POST /v1/dossiers/{dossierId}/delivery'> = { ...said, identityChecked: true };
  const params = { dossierId };
  const choosing = useAct(
    (key) => api.call('POST /v1/dossiers/{dossierId}/delivery', { params, body, key }),
    done,
  );
  const lacks = said ? undefined : words.missing;
  const part = { ways, typed, change };
  return (
    <>
      <p>{words.home(ways.home.name)}</p>
      {ways.inPerson !== undefined && <p className="notice">{words.inPerson(ways.inPerson)}</p>}
      <Where {...part} />
      <When {...part} />
      <label className="tick">
        <input
          type="checkbox"
          checked={isChecked}
          onChange={({ target }) => check(target.checked)}
        />
        {words.checked}
      </label>
      <p className="soft">{words.lead}</p>
      <AskedAct
        act={choosing}
        word={words.record}
        shutBecause={lacks ?? (isChecked ? undefined : words.checked)}
        cancel={{ word: cancel, press: close }}
      />
    </>
  );
};

const Asking = (p: AskProps) => {
  const words = useWords({ vi, en });
  const { cancel } = useWords({ vi: dossierVi, en: dossierEn });
  const ways = useRead('GET /v1/dossiers/{dossierId}/delivery', {
    params: { dossierId: p.dossierId },
  });
  if (ways.state === 'here' && ways.value.shut === undefined)
    return <Form {...p} ways={ways.value} />;
  return (
    <>
      {ways.state === 'waiting' && <Waiting />}
      {ways.state === 'trouble' && <TroubleNotice trouble={ways.trouble} again={ways.again} />}
      {ways.state === 'here' && (
        <p className="notice">{ways.value.chosen ? words.before : words.left}</p>
      )}
      <div className="row">
        <Button onPress={p.close}>{cancel}</Button>
      </div>
    </>
  );
};

/** Đổi cách nhận kết quả, for the citizen who stands at the counter: once, before it leaves. */
export const ChooseDelivery = (p: { readonly dossierId: string; readonly done: () => void }) => {
  const words = useWords({ vi, en });
  const [isAsking, ask] = useState(false);
  // The places are read once somebody wants them: each reading of a dossier is recorded.
  const [wasAsked, setAsked] = useState(false);
  const open = (): void => {
    setAsked(true);
    ask(true);
  };
  const close = (): void => ask(false);
  return (
    <>
      <Button onPress={open}>{words.open}</Button>
      <Dialog title={words.open} isOpen={isAsking} close={close}>
        <div className="stack">
          {wasAsked && <Asking dossierId={p.dossierId} close={close} done={p.done} />}
        </div>
      </Dialog>
    </>
  );
};

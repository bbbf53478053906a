/** @jsxImportSource preact */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { formatDong } from '#domain/money/format-dong.ts';
import { parseDay } from '#domain/time/vietnam-time.ts';
import { apiFor, heard, type Told, type Trouble } from '../api/ask.ts';
import { deliveryIn, deliveryPlaces, type PlaceKind } from '../kit/delivery.ts';
import { dayInWords, type Language } from '../kit/format.ts';
import { deliveryWords } from './delivery-words.ts';
import { TroubleNotice } from './trouble.tsx';
import type { Words } from './words.vi.ts';

type Ways = Told<'GET /v1/track/delivery'>;

interface ChooseProps {
  readonly token: string;
  readonly words: Words;
  readonly language: Language;
}

const newKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

const Chosen = ({ ways, language }: { readonly ways: Ways; readonly language: Language }) => {
  const words = deliveryWords[language];
  const { chosen } = ways;
  if (!chosen) return <p class="card">{words.left}</p>;
  const { to, wish, moreVnd } = chosen;
  const day = wish && parseDay(wish.day);
  const where = to?.kind === 'address' ? `${to.address}, ${to.name}` : to?.name;
  return (
    <div class="card" role="status">
      <strong>{words.chosen}</strong>
      {where !== undefined && <p>{words.chosenAt(where)}</p>}
      {day && (
        <p>
          {words.wished(dayInWords(day, language))}
          {wish?.part && `, ${words.parts[wish.part].toLowerCase()}`}
        </p>
      )}
      <p>{moreVnd > 0 ? words.more(formatDong(moreVnd)) : words.noMore}</p>
    </div>
  );
};

const Where = (p: {
  readonly ways: Ways;
  readonly language: Language;
  readonly place: PlaceKind;
  readonly there: string;
  readonly go: (there: string) => void;
}) => {
  const words = deliveryWords[p.language];
  if (p.place === 'stay') return null;
  const places = p.place === 'office' ? p.ways.offices : p.ways.communes;
  const chosen = places.find(({ id }) => id === p.there);
  return (
    <>
      <label for="there">{p.place === 'office' ? words.office : words.commune}</label>
      <select id="there" value={p.there} onChange={(event) => p.go(event.currentTarget.value)}>
        <option value="">{words.choose}</option>
        {places.map(({ id, name }) => (
          <option key={`${id}${name}`} value={id}>
            {name}
          </option>
        ))}
      </select>
      {p.place === 'address' && (
        <>
          <label for="address">{words.address}</label>
          <input id="address" name="address" maxLength={200} autocomplete="street-address" />
        </>
      )}
      <p class="below" role="status">
        {chosen && (chosen.moreVnd > 0 ? words.more(formatDong(chosen.moreVnd)) : words.noMore)}
      </p>
    </>
  );
};

const Wish = ({ ways, language }: { readonly ways: Ways; readonly language: Language }) => {
  const words = deliveryWords[language];
  return (
    <>
      <label for="day">{words.day}</label>
      <input
        id="day"
        name="day"
        type="date"
        min={ways.days.from}
        max={ways.days.until}
        aria-describedby="day-hint"
      />
      <p class="soft below" id="day-hint">
        {words.dayHint}
      </p>
      <label for="part">{words.part}</label>
      <select id="part" name="part">
        <option value="">{words.anyPart}</option>
        <option value="morning">{words.parts.morning}</option>
        <option value="afternoon">{words.parts.afternoon}</option>
      </select>
    </>
  );
};

const Form = (p: ChooseProps & { readonly ways: Ways; readonly done: () => void }) => {
  const words = deliveryWords[p.language];
  // One choice, however often it is sent.
  const key = useRef(newKey());
  const [place, setPlace] = useState<PlaceKind>('stay');
  const [there, go] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (typed: FormData): Promise<void> => {
    const text = (name: string) => String(typed.get(name) ?? '');
    const body = deliveryIn({
      place,
      there,
      address: text('address'),
      day: text('day'),
      part: text('part'),
    });
    setMissing(body === undefined);
    if (isBusy || !body) return;
    setBusy(true);
    const came = await heard(
      apiFor(p.token).call('POST /v1/track/delivery', { body, key: key.current }),
    );
    setBusy(false);
    setTrouble(came.ok ? undefined : came.trouble);
    if (came.ok) p.done();
    // What was refused has left nothing behind: what is sent after it is another choice. Where nobody
    // knows, it may be recorded, and the same key asks what became of it.
    else if (came.trouble.kind === 'refused' && came.trouble.problem.status < 500)
      key.current = newKey();
  };
  return (
    <form
      class="card"
      noValidate
      onInput={() => setMissing(false)}
      onSubmit={(event) => {
        event.preventDefault();
        void send(new FormData(event.currentTarget));
      }}
    >
      <p>{words.lead}</p>
      {p.ways.inPerson !== undefined && <p>{words.inPerson(p.ways.inPerson)}</p>}
      <fieldset>
        <legend>{words.where}</legend>
        {deliveryPlaces
          .filter((each) => each !== 'address' || p.ways.communes.length > 0)
          .map((each) => (
            <label class="choice" key={each}>
              <input
                type="radio"
                name="place"
                checked={place === each}
                onChange={() => {
                  setPlace(each);
                  go('');
                }}
              />
              {words.places[each]}
            </label>
          ))}
      </fieldset>
      <Where ways={p.ways} language={p.language} place={place} there={there} go={go} />
      <Wish ways={p.ways} language={p.language} />
      <div role="alert">
        {isMissing && (
          <p class="below">
            <strong>{words.missing}</strong>
          </p>
        )}
      </div>
      <TroubleNotice trouble={trouble} words={p.words} language={p.language} />
      <button type="submit" aria-disabled={isBusy}>
        {isBusy ? words.sending : words.send}
      </button>
    </form>
  );
};

/** Đổi cách nhận kết quả: another counter, another door or a wished day; once, before it leaves. */
export const ChooseDelivery = (p: ChooseProps) => {
  const words = deliveryWords[p.language];
  const [ways, setWays] = useState<Ways>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isOpen, open] = useState(false);
  const read = useCallback(async (): Promise<void> => {
    const came = await heard(apiFor(p.token).call('GET /v1/track/delivery'));
    if (came.ok) setWays(came.body);
    setTrouble(came.ok ? undefined : came.trouble);
  }, [p.token]);
  useEffect(() => {
    void read();
  }, [read]);
  // Of what is in the citizen's hands there is nothing to choose.
  if (ways?.shut === 'step-not-allowed' && !ways.chosen) return null;
  return (
    <section>
      <h2>{words.heading}</h2>
      <TroubleNotice trouble={trouble} words={p.words} language={p.language} />
      {ways?.shut !== undefined && <Chosen ways={ways} language={p.language} />}
      {ways && ways.shut === undefined && !isOpen && (
        <div class="card">
          <p>{words.home(ways.home.name)}</p>
          <button type="button" class="quiet" onClick={() => open(true)}>
            {words.open}
          </button>
        </div>
      )}
      {ways && ways.shut === undefined && isOpen && (
        <Form {...p} ways={ways} done={() => void read()} />
      )}
    </section>
  );
};

/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { apiFor, type Heard, heard, type Trouble } from '../api/ask.ts';
import { type Language, waitMinutes } from '../kit/format.ts';
import type { Paper } from './address.ts';
import type { ShowDetail } from './show-detail.tsx';
import { TroubleNotice } from './trouble.tsx';
import type { Detail } from './way.ts';
import type { Words } from './words.vi.ts';

/** The detail and what draws it: most who look only want the status, so it is fetched when asked for. */
export interface DetailShown {
  readonly detail: Detail;
  /** Of the session that opened it; it stays in memory. */
  readonly token: string;
  readonly Show: typeof ShowDetail;
}

interface AskProps {
  readonly words: Words;
  readonly language: Language;
  readonly paper: Paper;
  readonly show: (detail: DetailShown) => void;
}

/** The six digits of the message open the dossier for a quarter of an hour; the token stays in memory. */
const detailWith = async (paper: Paper, otp: string) => {
  const opened = await heard(apiFor().call('POST /v1/track/session', { body: { ...paper, otp } }));
  if (!opened.ok) return opened;
  const { token } = opened.body;
  const detail = await heard(apiFor(token).call('GET /v1/track/detail'));
  return detail.ok ? { ok: true as const, body: { detail: detail.body, token } } : detail;
};

/** Fetched before the code is spent, which opens the dossier once only. */
const drawing = (): Promise<Heard<typeof ShowDetail>> =>
  heard(import('./show-detail.tsx').then(({ ShowDetail: body }) => ({ ok: true, body })));

const Digits = (p: {
  readonly words: Words;
  readonly isBusy: boolean;
  readonly open: (otp: string) => void;
}) => (
  <form
    onSubmit={(event) => {
      event.preventDefault();
      const otp = String(new FormData(event.currentTarget).get('otp') ?? '').replace(/\D/g, '');
      if (!p.isBusy) p.open(otp);
    }}
  >
    <label for="otp">{p.words.digits}</label>
    <input
      class="digits"
      id="otp"
      name="otp"
      required
      inputMode="numeric"
      autocomplete="one-time-code"
      maxLength={12}
    />
    <button type="submit" aria-disabled={p.isBusy}>
      {p.isBusy ? p.words.looking : p.words.open}
    </button>
  </form>
);

/** Detail is for whoever has the paper and the telephone. */
export const AskDetail = ({ words, language, paper, show }: AskProps) => {
  const [minutes, setMinutes] = useState<number>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const busily = async (act: () => Promise<Trouble | undefined>): Promise<void> => {
    setBusy(true);
    setTrouble(await act());
    setBusy(false);
  };
  const send = () =>
    busily(async () => {
      const sent = await heard(apiFor().call('POST /v1/track/otp', { body: paper }));
      if (!sent.ok) return sent.trouble;
      setMinutes(waitMinutes(sent.body.validSeconds));
      return undefined;
    });
  const open = (otp: string) =>
    busily(async () => {
      const drawn = await drawing();
      if (!drawn.ok) return drawn.trouble;
      const detail = await detailWith(paper, otp);
      if (!detail.ok) return detail.trouble;
      show({ ...detail.body, Show: drawn.body });
      return undefined;
    });
  return (
    <section>
      <h2>{words.moreHeading}</h2>
      <div class="card">
        <p role="status">{minutes === undefined ? words.more : words.codeSent(minutes)}</p>
        <TroubleNotice trouble={trouble} words={words} language={language} />
        {minutes !== undefined && <Digits words={words} isBusy={isBusy} open={open} />}
        <button
          type="button"
          class={minutes === undefined ? '' : 'quiet'}
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) void send();
          }}
        >
          {words.sendCode}
        </button>
      </div>
    </section>
  );
};

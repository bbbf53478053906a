/** @jsxImportSource preact */

import { formatDong } from '#domain/money/format-dong.ts';
import { parseDay } from '#domain/time/vietnam-time.ts';
import { dayInWords, type Language, momentInWords } from '../kit/format.ts';
import { ChooseDelivery } from './choose-delivery.tsx';
import { ProveHistory } from './prove-history.tsx';
import { RateDossier } from './rate-dossier.tsx';
import { Way } from './show-status.tsx';
import type { Detail } from './way.ts';
import type { Words } from './words.vi.ts';

interface Told {
  readonly words: Words;
  readonly language: Language;
  readonly detail: Detail;
}

const dayText = (day: string, language: Language): string => {
  const parsed = parseDay(day);
  return parsed ? dayInWords(parsed, language) : day;
};

type Papers = Detail['papers'][number]['items'];

const PaperList = ({ items, words }: { readonly items: Papers; readonly words: Words }) => (
  <ul class="list">
    {items.map(({ name, copyKind, count }) => (
      <li key={`${name}${copyKind}`}>
        {name} ({count} {words.copyKind[copyKind]})
      </li>
    ))}
  </ul>
);

const Supplements = ({ words, language, detail }: Told) => (
  <>
    {detail.supplements.map(({ items, reason, answerBy, requestedAt, receivedAt }) => (
      <section key={requestedAt}>
        <h2>{words.supplementHeading}</h2>
        <div class={receivedAt === undefined ? 'notice warn' : 'card'}>
          <p>{reason}</p>
          <ul class="list">
            {items.map((item) => (
              <li key={`${item.name}${item.copyKind}`}>
                {item.name} ({item.count} {words.copyKind[item.copyKind]}): {item.reason}
              </li>
            ))}
          </ul>
          <strong>
            {receivedAt === undefined
              ? `${words.answerBy}: ${dayText(answerBy, language)}`
              : `${words.supplemented} ${momentInWords(receivedAt, language)}`}
          </strong>
        </div>
      </section>
    ))}
  </>
);

type Payment = Detail['payments'][number];

const paymentEnd = ({ payBy, end }: Payment, words: Words, language: Language): string => {
  if (!end) return `${words.payBy}: ${dayText(payBy, language)}`;
  return end.how === 'cancelled'
    ? words.notDue
    : `${words.paid} ${momentInWords(end.at, language)}`;
};

const Payments = ({ words, language, detail }: Told) => (
  <>
    {detail.payments.map((payment) => (
      <section key={payment.number}>
        <h2>{words.paymentHeading}</h2>
        <div class={payment.end ? 'card' : 'notice warn'}>
          <p class="due">{formatDong(payment.amountVnd)}</p>
          <p>{payment.reason}</p>
          <p>{payment.ways.map((way) => words.payAt[way]).join('; ')}</p>
          {payment.instructions && <p>{payment.instructions}</p>}
          <strong>{paymentEnd(payment, words, language)}</strong>
        </div>
      </section>
    ))}
  </>
);

const Dates = ({ words, language, detail }: Told) =>
  detail.whyThisDate.length === 0 ? null : (
    <section>
      <h2>{words.whyHeading}</h2>
      <ol class="list">
        {detail.whyThisDate.map((reason) => (
          <li key={reason.vi}>{reason[language]}</li>
        ))}
      </ol>
      {detail.earlierAppointments.map(({ dueAt, setAt }) => (
        <p class="soft" key={setAt}>
          {words.earlier}: {momentInWords(dueAt, language)}
        </p>
      ))}
    </section>
  );

const Decision = ({ words, detail: { decision } }: Told) =>
  decision ? (
    <section class={`card state ${decision.outcome === 'approved' ? 'good' : 'bad'}`}>
      <p class="due">{decision.outcome === 'approved' ? words.approved : words.refused}</p>
      {decision.reason !== undefined && (
        <p>
          {words.reason}: {decision.reason}
        </p>
      )}
    </section>
  ) : null;

/** Ended for the citizen: then they are asked how it was. */
const isEnded = ({ status }: Detail): boolean =>
  status === 'returned' || status === 'not-accepted' || status === 'stopped';

/** The dossier down to the room, as the citizen may know it (TT 01/2018 art. 16, since replaced by TT 03/2025). */
export const ShowDetail = (p: Told & { readonly token: string }) => {
  const { token, ...told } = p;
  const { words, language, detail } = told;
  const { way, papers, procedure, applicant } = detail;
  const steps = way.map(({ text, since }, n) => ({
    text: text[language],
    at: since,
    isNow: n === way.length - 1,
  }));
  return (
    <>
      <section class="card">
        <p>
          <strong>{language === 'vi' ? procedure.name : procedure.nameEn}</strong>
        </p>
        <p class="soft">
          {words.applicant}: {applicant}
        </p>
      </section>
      <Decision {...told} />
      <Supplements {...told} />
      <Payments {...told} />
      <Way heading={words.wayHeading} now={words.now} steps={steps} language={language} />
      <Dates {...told} />
      <section>
        <h2>{words.papersHeading}</h2>
        {papers.length === 0 && <p class="soft">{words.nothingHeld}</p>}
        {papers.map(({ holder, text, items }) => (
          <div class="card" key={`${holder}${text.vi}`}>
            <strong>{text[language]}</strong>
            <PaperList items={items} words={words} />
          </div>
        ))}
      </section>
      <ChooseDelivery token={token} words={words} language={language} />
      {isEnded(detail) && <RateDossier token={token} words={words} language={language} />}
      <ProveHistory token={token} words={words} language={language} />
    </>
  );
};

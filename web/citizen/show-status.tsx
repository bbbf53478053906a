/** @jsxImportSource preact */
import { type Language, momentInWords } from '../kit/format.ts';
import { moodOf, type Step, type Tracked } from './way.ts';
import type { Words } from './words.vi.ts';

/** The dossier in one look: how it stands, what that means, when the result comes. */
export const StatusCard = (p: {
  readonly words: Words;
  readonly language: Language;
  readonly tracked: Tracked;
}) => {
  const { words, language, tracked } = p;
  const { code, status, statusText, dueAt, decidedAt } = tracked;
  return (
    <section class={`card state ${moodOf(status)}`}>
      <p class="code">
        {words.dossier} {code}
      </p>
      <h1 tabIndex={-1}>{statusText[language]}</h1>
      <p>{words.next[status]}</p>
      {dueAt !== undefined && decidedAt === undefined && (
        <p>
          {words.due}
          <br />
          <span class="due">{momentInWords(dueAt, language)}</span>
        </p>
      )}
    </section>
  );
};

export const Way = (p: {
  readonly heading: string;
  readonly now: string;
  readonly steps: readonly Step[];
  readonly language: Language;
}) => (
  <section>
    <h2>{p.heading}</h2>
    <ol class="way">
      {p.steps.map(({ text, at, isNow }) => (
        <li
          key={`${text}${at}`}
          class={isNow ? 'now' : ''}
          aria-current={isNow ? 'step' : undefined}
        >
          <strong>{text}</strong>
          <span class="when">{at === undefined ? p.now : momentInWords(at, p.language)}</span>
        </li>
      ))}
    </ol>
  </section>
);

export const Parcel = (p: { readonly words: Words; readonly delivery: Tracked['delivery'] }) =>
  p.delivery ? (
    <p class="soft">
      {p.words.parcel}: {p.delivery.carrier} {p.delivery.waybill}
    </p>
  ) : null;

/** @jsxImportSource preact */
import { formatDong } from '#domain/money/format-dong.ts';
import type { Told } from '../api/ask.ts';
import type { Language } from '../kit/format.ts';
import { procedureWords, termText } from './procedure-words.ts';

interface Shown {
  readonly procedure: Told<'GET /v1/procedures/{code}'>;
  readonly language: Language;
}

/** Danh sách kiểm tra: a box a paper, to be ticked by hand. */
const Papers = ({ procedure, language }: Shown) => {
  const words = procedureWords[language];
  return (
    <section>
      <h2>{words.bring}</h2>
      <ul class="boxes">
        {procedure.components.map((paper) => {
          const said = [
            `${paper.count} ${words.copyKind[paper.copyKind]}`,
            ...(paper.dataBase === undefined ? [] : [words.fromDataBase]),
            ...(paper.when === undefined ? [] : [paper.when]),
            ...(paper.required || paper.when !== undefined ? [] : [words.optional]),
            ...(paper.isGivenBack ? [words.givenBack] : []),
          ];
          return (
            <li key={paper.id}>
              <strong>{paper.name}</strong>
              <span class="when">{said.join('; ')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const Term = ({ procedure, language }: Shown) => {
  const words = procedureWords[language];
  return (
    <section>
      <h2>{words.howLong}</h2>
      <p>{termText(procedure.timeRule, words)}</p>
      <ul class="list">
        {(procedure.cases ?? []).map(({ id, name, timeRule }) => (
          <li key={id}>
            {words.inCase} {name}: {termText(timeRule, words)}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Fees = ({ procedure, language }: Shown) => {
  const words = procedureWords[language];
  return (
    <section>
      <h2>{words.fees}</h2>
      {procedure.fees.length === 0 && <p>{words.noFee}</p>}
      <ul class="list">
        {procedure.fees.map(({ kind, amountVnd, note, channels = [] }) => (
          <li key={`${kind}${amountVnd}${channels.join()}`}>
            {formatDong(amountVnd)}
            {note !== undefined && `: ${note}`}
          </li>
        ))}
      </ul>
      <p class="soft">{words.postage}</p>
    </section>
  );
};

const Places = ({ procedure, language }: Shown) => {
  const words = procedureWords[language];
  return (
    <section>
      <h2>{words.where}</h2>
      {procedure.places.length === 0 && <p>{words.noPlace}</p>}
      <ul class="list">
        {procedure.places.map(({ office, name, address }) => (
          <li key={office}>
            <strong>{name}</strong>, {address}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Căn cứ: no answer without the text that says so, and from when. */
const Grounds = ({ procedure, language }: Shown) => {
  const words = procedureWords[language];
  const { sources, certaintyNote } = procedure;
  return (
    <section>
      <h2>{words.grounds}</h2>
      <ul class="list" lang="vi">
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
      <p>{words.inForce(procedure.effective)}.</p>
      {certaintyNote !== undefined && (
        <p>
          {words.unchecked} <span lang="vi">{certaintyNote}.</span>
        </p>
      )}
    </section>
  );
};

/** One procedure as a list to print and to tick. */
export const ShowProcedure = (p: Shown) => {
  const words = procedureWords[p.language];
  const { procedure } = p;
  const steps = procedure.guide.steps?.value ?? [];
  return (
    <article>
      <h1 tabIndex={-1}>{p.language === 'vi' ? procedure.name : procedure.nameEn}</h1>
      <p class="soft">
        {words.code} {procedure.code}
      </p>
      {procedure.certaintyNote !== undefined && <p class="notice warn">{words.unsure}</p>}
      <Papers {...p} />
      <Term {...p} />
      <Fees {...p} />
      <Places {...p} />
      {steps.length > 0 && (
        <section>
          <h2>{words.steps}</h2>
          <ol class="list">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      )}
      <section>
        <h2>{words.result}</h2>
        <p>{procedure.result}</p>
      </section>
      <Grounds {...p} />
      <button type="button" onClick={() => print()}>
        {words.print}
      </button>
    </article>
  );
};

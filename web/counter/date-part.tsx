import type { Trouble } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { momentInWords } from '../kit/format.ts';
import { Choice } from '../kit/react/field.tsx';
import { useLanguage, useWords } from '../kit/react/language.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import type { ProcedureView } from './draft.ts';
import { en } from './intake-words.en.ts';
import { vi } from './intake-words.vi.ts';
import { type Foreseen, useForeseen } from './use-foreseen.ts';
import type { PartProps } from './who-part.tsx';

/** Which commune it is, where nobody but the citizen can say. */
const AskCommune = ({
  draft,
  change,
  among,
}: PartProps & { readonly among: readonly string[] }) => {
  const words = useWords({ vi, en });
  const reading = useRead('GET /v1/agencies');
  if (reading.state !== 'here') return <Waiting />;
  const communes = reading.value.items.filter(
    ({ id, level }) => level === 'commune' && (among.length === 0 || among.includes(id)),
  );
  return (
    <Choice
      id="in-commune"
      label={words.commune}
      value={draft.commune}
      none={words.byAddress}
      options={communes.map(({ id, name }) => [id, name])}
      change={(commune) => change({ commune })}
    />
  );
};

const Told = ({ told }: { readonly told: Extract<Foreseen, { ok: true }>['body'] }) => {
  const words = useWords({ vi, en });
  const { language } = useLanguage();
  return (
    <div className="stack">
      <p className="due">
        {told.dueAt === undefined ? words.noDate : momentInWords(told.dueAt, language)}
      </p>
      {told.startsOn === 'receipt' && <p className="hint">{words.fromReceipt}</p>}
      {told.isProvisional && <p className="hint">{words.provisional}</p>}
      <p>
        {words.settledBy}: <strong>{told.agency.name}</strong>
      </p>
      <details>
        <summary>{words.why}</summary>
        <ol>
          {told.explanation[language].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
    </div>
  );
};

const unclearOf = (trouble: Trouble) =>
  trouble.kind === 'refused' && trouble.problem.code === 'commune-unclear'
    ? trouble.problem
    : undefined;

/** Hẹn trả dự kiến, live, with its reasons; asks for the commune where that is not clear. */
export const DatePart = (p: PartProps & { readonly procedure: ProcedureView }) => {
  const words = useWords({ vi, en });
  const foreseen = useForeseen(p.draft, p.procedure);
  const unclear = foreseen && !foreseen.ok ? unclearOf(foreseen.trouble) : undefined;
  const mayChoose = p.procedure.owner === 'commune';
  return (
    <section className="card stack" aria-labelledby="date">
      <h2 id="date">{words.date}</h2>
      <div aria-live="polite">
        {!foreseen && <Waiting />}
        {foreseen?.ok && <Told told={foreseen.body} />}
        {unclear && <p className="wrong">{words.unclear[unclear.why]}</p>}
        {foreseen && !foreseen.ok && !unclear && <TroubleNotice trouble={foreseen.trouble} />}
      </div>
      {mayChoose && <AskCommune {...p} among={unclear?.communes ?? []} />}
    </section>
  );
};

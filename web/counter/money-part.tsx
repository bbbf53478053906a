import { postageOf, routeClasses } from '#domain/catalogue/postage.ts';
import { formatDong } from '#domain/money/format-dong.ts';
import type { Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useLineState } from '../api/staff.tsx';
import { Choice, Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { asNumber, channelOf, type Draft, type ProcedureView } from './draft.ts';
import { en } from './intake-words.en.ts';
import { vi } from './intake-words.vi.ts';
import { en as slipEn } from './slip-words.en.ts';
import { vi as slipVi } from './slip-words.vi.ts';
import { type PartProps, useDraftField } from './who-part.tsx';

type Price = Told<'GET /v1/postage'>['items'][number];

/** What the post takes for what the draft wants carried; nothing where the citizen comes for it. */
export const postageFor = (
  { carriage, grams }: Pick<Draft, 'carriage' | 'grams'>,
  prices: readonly Price[],
): number => {
  const price = prices.find(({ routeClass }) => routeClass === carriage);
  return price ? postageOf(price, asNumber(grams) ?? 1) : 0;
};

const useFees = (draft: Draft, procedure: ProcedureView) => {
  const [pages, copies] = [draft.pages, draft.copies].map(asNumber);
  return useRead('GET /v1/procedures/{code}/fees', {
    params: { code: procedure.code },
    query: {
      channel: channelOf(draft, procedure),
      ...(pages !== undefined && pages > 0 && { pages }),
      ...(copies !== undefined && copies > 0 && { copies }),
    },
  });
};

interface MoneyProps extends PartProps {
  readonly procedure: ProcedureView;
  readonly prices: readonly Price[];
}

const OtherSum = (p: PartProps) => {
  const words = useWords({ vi, en });
  const field = useDraftField(p);
  const isOpen = p.draft.ownSum !== '' || p.flaws.ownSumReason !== undefined;
  return (
    <details open={isOpen}>
      <summary>{words.otherSum}</summary>
      <div className="pair">
        <Field {...field('ownSum')} label={words.ownSum} inputMode="numeric" />
        <Field {...field('ownSumReason')} label={words.ownSumReason} />
      </div>
    </details>
  );
};

const Sums = (p: MoneyProps) => {
  const words = useWords({ vi, en });
  const { later } = useWords({ vi: slipVi, en: slipEn });
  const isDown = useLineState() === 'down';
  const reading = useFees(p.draft, p.procedure);
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble' && isDown) return <p className="hint">{later}</p>;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  const { totalVnd, lacks } = reading.value;
  const stateFees = asNumber(p.draft.ownSum) ?? totalVnd;
  const postage = postageFor(p.draft, p.prices);
  const isProvisional = p.prices.some((price) => price.isPlaceholder) && postage > 0;
  return (
    <>
      <dl className="sums" aria-live="polite">
        <dt>{words.stateFees}</dt>
        <dd>{formatDong(stateFees)}</dd>
        <dt>
          {words.postage} {isProvisional && <span className="hint">({words.placeholder})</span>}
        </dt>
        <dd>{formatDong(postage)}</dd>
        <dt>{words.total}</dt>
        <dd>
          <strong>{formatDong(stateFees + postage)}</strong>
        </dd>
      </dl>
      {lacks.includes('pages') && <p className="wrong">{words.lacksPages}</p>}
      {lacks.includes('confirmation') && <p className="hint">{words.lacksConfirmation}</p>}
    </>
  );
};

/** Phí, lệ phí as the catalogue has them, and cước as the post has it: two purses, never one. */
export const MoneyPart = (p: MoneyProps) => {
  const words = useWords({ vi, en });
  const field = useDraftField(p);
  const { fees } = p.procedure;
  return (
    <section className="card stack" aria-labelledby="money">
      <h2 id="money">{words.money}</h2>
      <div className="pair">
        <Choice
          id="in-carriage"
          label={words.result}
          value={p.draft.carriage}
          options={(['none', ...routeClasses] as const).map((each) => [each, words.carriage[each]])}
          change={(carriage) => p.change({ carriage })}
        />
        {p.draft.carriage !== 'none' && (
          <Field {...field('grams')} label={words.grams} inputMode="numeric" />
        )}
      </div>
      <div className="pair">
        {fees.some(({ byPage }) => byPage) && (
          <Field {...field('pages')} label={words.pages} inputMode="numeric" />
        )}
        {fees.some(({ byPage, perCopy }) => byPage ?? perCopy) && (
          <Field {...field('copies')} label={words.copies} inputMode="numeric" />
        )}
      </div>
      <Sums {...p} />
      <OtherSum {...p} />
    </section>
  );
};

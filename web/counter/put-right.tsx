import { type ReactNode, useState } from 'react';
import { type CaseStatus, isAllowed } from '#domain/dossier/case-status.ts';
import { type CorrectedField, correctedFields } from '#domain/dossier/correction.ts';
import type { Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { cursorAt, MorePages, type PagePlace, usePages } from '../kit/react/pages.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { CorrectApplicant } from './correct-applicant.tsx';
import { CorrectPapers } from './correct-papers.tsx';
import { LodgeComplaint } from './lodge-complaint.tsx';
import { en } from './right-words.en.ts';
import type { RightWords } from './right-words.vi.ts';
import { vi } from './right-words.vi.ts';
import { TakeOutScans } from './take-out-scan.tsx';
import type { DossierTold } from './use-scans.ts';

type Correction = Told<'GET /v1/dossiers/{dossierId}/corrections'>['items'][number];
type Values = Extract<Correction['corrected'], { readonly what: 'applicant' }>['before'];

const shownAs = (words: RightWords, values: Values, field: CorrectedField): string => {
  const value = values[field];
  if (value === null || value === undefined) return words.nothing;
  return typeof value === 'string' ? value : `${value.name}, ${value.address}`;
};

const saidOf = (words: RightWords, { corrected }: Correction): readonly string[] => {
  if (corrected.what === 'scan') return [words.logScan(words.why[corrected.why])];
  if (corrected.what === 'components') return [words.logPapers];
  const { before, after } = corrected;
  return correctedFields
    .filter((field) => field in after || field in before)
    .map((field) =>
      words.was(words.field[field], shownAs(words, before, field), shownAs(words, after, field)),
    );
};

const LogPage = ({ dossierId, ...place }: PagePlace & { readonly dossierId: string }) => {
  const words = useWords({ vi, en });
  const query = cursorAt(place.after);
  const asked = { params: { dossierId }, query };
  const reading = useRead('GET /v1/dossiers/{dossierId}/corrections', asked);
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  const { items, next } = reading.value;
  if (items.length === 0 && place.isFirst) return <p className="soft">{words.logNone}</p>;
  return (
    <>
      <ul className="drops">
        {items.map((item) => (
          <li key={item.correctionId}>
            <span className="soft">{shortMoment(item.at)}</span> {saidOf(words, item).join(' · ')} (
            {item.reason})
          </li>
        ))}
      </ul>
      <MorePages {...place} next={next} />
    </>
  );
};

const Log = ({ dossierId }: { readonly dossierId: string }) => {
  const words = useWords({ vi, en });
  const [isShown, show] = useState(false);
  const pages = usePages();
  if (!isShown)
    return (
      <div className="row">
        <Button onPress={() => show(true)}>{words.logShow}</Button>
        <span className="hint">{words.logHelp}</span>
      </div>
    );
  return pages.map((place) => <LogPage key={place.after ?? ''} dossierId={dossierId} {...place} />);
};

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <details className="part">
    <summary>{title}</summary>
    {children}
  </details>
);

interface PutRightProps {
  readonly dossier: DossierTold;
  readonly nameOf: (component: string) => string;
  /** Something is put right: the dossier is read anew. */
  readonly changed: () => void;
}

/** What the dossier's head says of each: in force, or what the agency has still to say. */
const Standing = ({ dossier }: Pick<PutRightProps, 'dossier'>) => {
  const words = useWords({ vi, en });
  return dossier.corrections.map(({ correctionId, what, fields, state }) => (
    <p key={correctionId} className="hint">
      {what === 'scan' ? words.takeOut : fields.map((field) => words.field[field]).join(', ')}:{' '}
      {words.state[state]}
    </p>
  ));
};

/** Sửa sai sót: what was typed, counted or scanned wrong; and a complaint about the post. */
export const PutRight = ({ dossier, nameOf, changed }: PutRightProps) => {
  const words = useWords({ vi, en });
  const status = dossier.status as CaseStatus;
  const { dossierId } = dossier;
  return (
    <details className="card">
      <summary>{words.title}</summary>
      <div className="stack">
        <Standing dossier={dossier} />
        {isAllowed('correct-applicant', status) && (
          <Part title={words.applicant}>
            <CorrectApplicant dossier={dossier} done={changed} />
          </Part>
        )}
        {isAllowed('correct-components', status) && (
          <Part title={words.papers}>
            <CorrectPapers dossier={dossier} nameOf={nameOf} done={changed} />
          </Part>
        )}
        {isAllowed('take-out-scan', status) && (
          <Part title={words.takeOut}>
            <TakeOutScans dossier={dossier} nameOf={nameOf} done={changed} />
          </Part>
        )}
        <Part title={words.log}>
          <Log dossierId={dossierId} />
        </Part>
        <Part title={words.complain}>
          <LodgeComplaint dossierId={dossierId} />
        </Part>
      </div>
    </details>
  );
};

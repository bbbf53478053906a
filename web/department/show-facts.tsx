import type { ReactNode } from 'react';
import type { CaseStatus } from '#domain/dossier/case-status.ts';
import { formatDong } from '#domain/money/format-dong.ts';
import { momentInWords, shortDay } from '../kit/format.ts';
import { useKitWords, useLanguage, useWords } from '../kit/react/language.tsx';
import { StatusChip } from '../kit/react/status-chip.tsx';
import type { DossierTold } from './choices.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const copyKindIn = (text: string): 'original' | 'certified' | 'photocopy' =>
  text === 'original' || text === 'certified' ? text : 'photocopy';

const Papers = ({ dossier }: { readonly dossier: DossierTold }) => {
  const kit = useKitWords();
  return (
    <ul>
      {dossier.components.map(({ id, name = id, copyKind, count }) => (
        <li key={id}>
          {name} · {count} {kit.copyKind[copyKindIn(copyKind)]}
        </li>
      ))}
    </ul>
  );
};

const Asked = ({ dossier }: { readonly dossier: DossierTold }) => {
  const words = useWords({ vi, en });
  const { supplements, payments, warnings } = dossier;
  return (
    <>
      {warnings.length > 0 && <Fact name={words.warnings}>{warnings.join(' · ')}</Fact>}
      {supplements.length > 0 && (
        <Fact name={words.supplements}>
          {supplements.map(({ reason, answerBy }) => (
            <p key={answerBy + reason}>
              {reason} ({shortDay(answerBy)})
            </p>
          ))}
        </Fact>
      )}
      {payments.length > 0 && (
        <Fact name={words.payments}>
          {payments.map(({ number, amountVnd, reason }) => (
            <p key={number}>
              {formatDong(amountVnd)} · {reason}
            </p>
          ))}
        </Fact>
      )}
    </>
  );
};

const Judged = ({ dossier }: { readonly dossier: DossierTold }) => {
  const words = useWords({ vi, en });
  const { proposal, decision } = dossier;
  return (
    <>
      {proposal && (
        <Fact name={words.proposal}>
          <b>{words.outcome[proposal.outcome]}</b>
          {proposal.reason !== undefined && <p>{proposal.reason}</p>}
          <p className="soft">
            {words.proposedBy}: {proposal.proposedBy.name ?? proposal.proposedBy.id}
          </p>
        </Fact>
      )}
      {decision && (
        <Fact name={words.decision}>
          <b>{words.outcome[decision.outcome]}</b>
          {decision.reason !== undefined && <p>{decision.reason}</p>}
        </Fact>
      )}
    </>
  );
};

const Remarks = ({ dossier }: { readonly dossier: DossierTold }) => {
  const words = useWords({ vi, en });
  const { language } = useLanguage();
  const said = dossier.scans.flatMap(({ remarks = [] }) => remarks.map((each) => each[language]));
  if (said.length === 0) return null;
  return <Fact name={words.remarks}>{[...new Set(said)].join(' · ')}</Fact>;
};

const Applicant = ({ dossier: { applicant } }: { readonly dossier: DossierTold }) => {
  const words = useWords({ vi, en });
  return (
    <>
      <Fact name={words.applicant}>{applicant.name}</Fact>
      {applicant.owner && <Fact name={words.owner}>{applicant.owner.name}</Fact>}
      <Fact name={words.number}>{applicant.personalNumber}</Fact>
      {applicant.phone !== undefined && <Fact name={words.phone}>{applicant.phone}</Fact>}
      <Fact name={words.address}>{applicant.address}</Fact>
    </>
  );
};

/** Who files what, until when, and what was said of it: beside the pages. */
export const ShowFacts = ({ dossier }: { readonly dossier: DossierTold }) => {
  const words = useWords({ vi, en });
  const kit = useKitWords();
  const { language } = useLanguage();
  const { acceptance, procedure } = dossier;
  return (
    <section className="card" aria-label={words.dossier}>
      <p>
        <b>{procedure.name ?? procedure.code}</b>
      </p>
      <p>
        <StatusChip status={dossier.status as CaseStatus} />
      </p>
      {dossier.corrections.some(({ state }) => state === 'to-acknowledge' || state === 'asked') && (
        <p className="notice">{words.corrections}</p>
      )}
      <dl className="facts">
        {acceptance?.dueAt !== undefined && (
          <Fact name={kit.dueAt}>{momentInWords(acceptance.dueAt, language)}</Fact>
        )}
        <Judged dossier={dossier} />
        <Applicant dossier={dossier} />
        <Fact name={words.papers}>
          <Papers dossier={dossier} />
        </Fact>
        {acceptance && (
          <Fact name={words.acceptedAt}>
            {momentInWords(acceptance.acceptedAt, language)} ·{' '}
            {dossier.officeName ?? dossier.office}
          </Fact>
        )}
        <Fact name={words.fees}>{formatDong(dossier.fees.stateFeesVnd)}</Fact>
        <Asked dossier={dossier} />
        <Remarks dossier={dossier} />
      </dl>
    </section>
  );
};

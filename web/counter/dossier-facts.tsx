import type { ReactNode } from 'react';
import { formatDong } from '#domain/money/format-dong.ts';
import { shortMoment } from '../kit/format.ts';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { en } from './dossier-words.en.ts';
import { vi } from './dossier-words.vi.ts';
import type { DossierTold } from './use-scans.ts';

const Fact = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
);

const Person = ({ dossier }: { readonly dossier: DossierTold }) => {
  const words = useWords({ vi, en });
  const { name, personalNumber, phone, address, owner } = dossier.applicant;
  return (
    <>
      <Fact term={words.applicant}>
        {name} · {personalNumber}
        {phone !== undefined && ` · ${phone}`} · {address}
      </Fact>
      {owner && (
        <Fact term={words.owner}>
          {owner.name} · {owner.address}
        </Fact>
      )}
    </>
  );
};

/** What is known of the dossier, beside what has to be done with it. */
export const DossierFacts = ({
  dossier,
  nameOf,
  agencyOf,
}: {
  readonly dossier: DossierTold;
  /** Of a component. */
  readonly nameOf: (component: string) => string;
  readonly agencyOf: (id: string) => string;
}) => {
  const words = useWords({ vi, en });
  const { acceptance, slip, department, components, circumstances, fees, decision, delivery } =
    dossier;
  const kit = useKitWords();
  const agency = department?.agency ?? slip?.agency;
  return (
    <section className="card">
      <dl className="facts">
        <Person dossier={dossier} />
        {agency !== undefined && <Fact term={words.agency}>{agencyOf(agency)}</Fact>}
        {acceptance?.dueAt !== undefined && (
          <Fact term={words.due}>
            <strong>{shortMoment(acceptance.dueAt)}</strong>
            {acceptance.isProvisional && ` (${words.provisional})`}
          </Fact>
        )}
        {slip && <Fact term={words.handoverBy}>{shortMoment(slip.handoverBy)}</Fact>}
        <Fact term={words.papers}>
          <ul>
            {components.map(({ id, copyKind, count }) => (
              <li key={id}>
                {nameOf(id)} · {count} {kit.copyKind[copyKind as keyof typeof kit.copyKind]}
              </li>
            ))}
            {circumstances.fromDataBase?.map(({ component, dataBase }) => (
              <li key={component}>
                {nameOf(component)} · {words.lookedUp} ({dataBase})
              </li>
            ))}
          </ul>
        </Fact>
        <Fact term={words.fees}>{formatDong(fees.stateFeesVnd)}</Fact>
        <Fact term={words.postage}>{formatDong(fees.postageVnd)}</Fact>
        {decision && (
          <Fact term={words.result}>
            {words.outcome[decision.outcome]} · {shortMoment(decision.decidedAt)}
          </Fact>
        )}
        {delivery && <Fact term={words.delivery}>{delivery.waybill}</Fact>}
      </dl>
    </section>
  );
};

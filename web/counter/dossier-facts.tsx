import type { ReactNode } from 'react';
import { formatDong } from '#domain/money/format-dong.ts';
import { deliveryWords } from '../kit/delivery-words.ts';
import { shortDay, shortMoment } from '../kit/format.ts';
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

/** What the citizen chose in place of what was said at the counter. */
const Chosen = ({
  chosen: { to, wish, moreVnd },
}: {
  readonly chosen: NonNullable<DossierTold['chosenDelivery']>;
}) => {
  const words = useWords({ vi, en });
  const { parts } = useWords(deliveryWords);
  const place = to?.kind === 'address' ? `${to.address}, ${to.name}` : to?.name;
  const day = wish && `${words.wishedFor} ${shortDay(wish.day)}`;
  const said = [
    place,
    day,
    wish?.part && parts[wish.part].toLowerCase(),
    moreVnd > 0 && `${words.postage} + ${formatDong(moreVnd)}`,
  ];
  return <Fact term={words.chosenDelivery}>{said.filter(Boolean).join(' · ')}</Fact>;
};

const Result = ({ dossier }: { readonly dossier: DossierTold }) => {
  const words = useWords({ vi, en });
  const { decision, chosenDelivery, delivery } = dossier;
  return (
    <>
      {decision && (
        <Fact term={words.result}>
          {words.outcome[decision.outcome]} · {shortMoment(decision.decidedAt)}
        </Fact>
      )}
      {chosenDelivery && <Chosen chosen={chosenDelivery} />}
      {delivery && <Fact term={words.delivery}>{delivery.waybill}</Fact>}
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
  const { acceptance, slip, department, components, circumstances, fees } = dossier;
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
        <Result dossier={dossier} />
      </dl>
    </section>
  );
};

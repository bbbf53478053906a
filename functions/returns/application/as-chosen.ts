import { placeNamed } from '#application/delivery-place.ts';
import type { ChosenDelivery } from '#domain/dossier/chosen-delivery.ts';
import type { Applicant, Dossier } from '#domain/dossier/dossier.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Collection } from '#domain/shipment/courier-event.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { accountOf } from '#functions/money/application/dossier-account.ts';
import { dueOf, outstandingOf } from '#functions/money/domain/dues.ts';
import type { Recipient, Shipment } from '#functions/returns/domain/shipment.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { DossierIndex, StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
  readonly catalogue: Pick<Catalogue, 'office' | 'agency' | 'placesNamed'>;
}

interface Asked {
  readonly recipient?: Recipient | undefined;
  readonly collectOnDelivery?: Collection | undefined;
}

/** To whom and for what money, where the clerk said nothing else. */
export interface AsChosen {
  readonly recipient: Recipient;
  readonly collectOnDelivery?: Collection | undefined;
  readonly wish?: Shipment['wish'];
}

/**
 * What the clerk named, or else what the citizen chose, or else the applicant as filed. What the chosen way
 * costs more and nobody has paid yet is collected where it arrives.
 */
export const asChosen = async (
  deps: Deps,
  { dossier, applicant }: StoredDossier,
  asked: Asked,
  now: Instant,
): Promise<Outcome<AsChosen>> => {
  const chosen = dossier.chosenDelivery;
  const wish = chosen?.wish && { wish: chosen.wish };
  const { recipient = recipientOf(applicant), collectOnDelivery } = asked;
  if (asked.recipient || !chosen?.to) return done({ recipient, collectOnDelivery, ...wish });
  if (chosen.to.kind === 'office' && chosen.to.office === dossier.office)
    return refuse({ code: 'citizen-comes' });
  const address = addressOf(chosen.to, deps.catalogue, now);
  return done({
    recipient: { ...recipient, address },
    collectOnDelivery: collectOnDelivery ?? (await stillToCollect(deps, dossier, chosen)),
    ...wish,
  });
};

const recipientOf = ({ name, phone, address }: Applicant): Recipient => ({
  name,
  ...(phone !== undefined && { phone }),
  address,
});

/** As it stands on the label. */
const addressOf = (
  to: NonNullable<ChosenDelivery['to']>,
  catalogue: Deps['catalogue'],
  now: Instant,
): string => {
  const name = placeNamed(to, catalogue, dayOf(now));
  return to.kind === 'office'
    ? `Phát tại quầy ${name}, ${catalogue.office(to.office)?.address ?? ''}`
    : `${to.address}, ${name}`;
};

const stillToCollect = async (
  deps: Deps,
  dossier: Dossier,
  { moreVnd }: ChosenDelivery,
): Promise<Collection | undefined> => {
  if (moreVnd === 0) return undefined;
  const { account } = await accountOf(deps, dossier.id);
  const owed = Math.min(moreVnd, outstandingOf(dueOf(dossier), account).postageVnd);
  return owed > 0 ? { stateFeesVnd: 0, codVnd: owed, postageVnd: owed } : undefined;
};

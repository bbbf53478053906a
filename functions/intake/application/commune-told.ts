import { inForce } from '#domain/catalogue/effective.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { Applicant } from '#domain/dossier/dossier.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Catalogue } from '#ports/catalogue.ts';

interface Told {
  readonly procedure: Pick<Procedure, 'owner' | 'jurisdiction'>;
  /** {@link homeOf} who hands it in. */
  readonly home: string;
  readonly day: VietnamDay;
  /** Agency id, as the clerk says. */
  readonly told: string | undefined;
}

/** Where the person lives whom it is about: chủ hồ sơ, not who hands it in. */
export const homeOf = ({ owner, address }: Pick<Applicant, 'owner' | 'address'>): string =>
  owner?.address ?? address;

type Communes = Pick<Catalogue, 'agency' | 'communesAt'>;

/**
 * Thẩm quyền: the commune that settles a filing, whichever post office takes it in. A matter of residence
 * is settled where its owner lives (Luật Hộ tịch art. 13, 17, 24, 27), as the address says or the clerk; where
 * an event happened or land lies, only the clerk can say; what any commune settles, the one that was
 * asked does. Where it is not clear the citizen is asked: a wrong commune costs days.
 */
export const communeTold = (catalogue: Communes, asked: Told): Outcome<string | undefined> => {
  const { procedure, told } = asked;
  if (told !== undefined)
    return isCommune(catalogue, asked, told) ? done(told) : unclear('no-commune');
  if (procedure.owner !== 'commune') return done(undefined);
  const { jurisdiction = 'residence' } = procedure;
  if (jurisdiction === 'any') return done(undefined);
  return jurisdiction === 'residence' ? ofHome(catalogue, asked) : unclear(jurisdiction);
};

const ofHome = (catalogue: Communes, { home, day }: Told): Outcome<string | undefined> => {
  const communes = catalogue.communesAt(home, day);
  if (communes.length > 1) return unclear('split', communes);
  return communes.length === 1 ? done(communes[0]) : unclear('address');
};

const isCommune = (catalogue: Communes, { day }: Told, id: string): boolean => {
  const agency = catalogue.agency(id);
  return agency?.level === 'commune' && inForce(agency, day);
};

const unclear = (
  why: 'address' | 'split' | 'no-commune' | 'event' | 'land',
  communes: readonly string[] = [],
) => refuse({ code: 'commune-unclear', why, communes });

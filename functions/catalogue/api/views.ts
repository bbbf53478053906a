import type { Agency } from '#domain/catalogue/agency.ts';
import { type FeeAsked, feesDue } from '#domain/catalogue/fees-due.ts';
import type { FoundPlace } from '#domain/catalogue/find-places.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { FilingPlace } from '../domain/filing-places.ts';

export const summary = ({ code, version, name, nameEn, field }: Procedure) => ({
  code,
  version,
  name,
  nameEn,
  field,
});

/** What the citizen must bring, wait and pay for, and how sure that is. */
export const laidDown = (procedure: Procedure) => {
  const { components, timeRule, fees, result, immediate, serviceLevel } = procedure;
  const { certainty, certainties, certaintyNote, sources } = procedure;
  return {
    ...lawOf(procedure),
    components,
    timeRule,
    fees,
    result: result.name,
    immediate,
    serviceLevel,
    certainty,
    ...(certainties && { certainties }),
    ...(certaintyNote && { certaintyNote }),
    sources,
  };
};

/** Who settles it, from when until when, and what the law makes of waiting. */
const lawOf = (procedure: Procedure) => {
  const { owner, jurisdiction, effective, cases, chooseCase } = procedure;
  const { onlineButForIncident, answerWithin, silenceIsConsent, prolongations } = procedure;
  return {
    owner,
    effective,
    ...(jurisdiction && { jurisdiction }),
    ...(cases && { cases }),
    ...(chooseCase && { chooseCase }),
    ...(onlineButForIncident && { onlineButForIncident }),
    ...(answerWithin && { answerWithin }),
    ...(silenceIsConsent && { silenceIsConsent }),
    ...(prolongations && { prolongations }),
  };
};

export const feesView = (procedure: Procedure, asked: FeeAsked) => ({
  ...feesDue(procedure, asked),
  certainty: procedure.certainties?.fees ?? procedure.certainty,
  version: procedure.version,
});

/** What else is told; what is not confirmed is not there. */
export const guideOf = (procedure: Procedure) => {
  const { steps, ways, applicants, forms, legalGrounds, commonNames } = procedure;
  return {
    ...(steps && { steps }),
    ...(ways && { ways }),
    ...(applicants && { applicants }),
    ...(forms && { forms }),
    ...(legalGrounds && { legalGrounds }),
    ...(commonNames && { commonNames }),
  };
};

export const placeView = ({ office: { id, name, address }, as }: FilingPlace) => ({
  office: id,
  name,
  address,
  as,
});

export const officeView = ({ id, name, address, intakeModes, hours }: PostOffice) => ({
  id,
  name,
  address,
  intakeModes,
  ...(hours && { hours }),
});

export const foundPlaceView = (
  { agencies, formerProvince, ...found }: FoundPlace,
  catalogue: Pick<Catalogue, 'agency'>,
) => ({
  ...found,
  ...(formerProvince !== undefined && { formerProvince }),
  communes: agencies.flatMap((id) => {
    const agency = catalogue.agency(id);
    return agency ? [communeView(agency)] : [];
  }),
  ask: agencies.length > 1,
});

const communeView = ({ id, name, unitCode = '', address, hours }: Agency) => ({
  agency: id,
  name,
  unitCode,
  address,
  ...(hours && { hours }),
});

import { successorOn } from '#domain/catalogue/agency.ts';
import { type Effective, inForce } from '#domain/catalogue/effective.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { ProvinceFiles } from '../province-files.ts';

/** Each version has an owner on every day, no two versions meet, and each says what it is unsure of. */
export const procedureVersions = (files: ProvinceFiles): readonly string[] => [
  ...files.procedures.flatMap((procedure) => [
    ...faultsOfOwner(files, procedure),
    ...faultsOfLegs(files, procedure),
    ...faultsWithin(procedure),
  ]),
  ...overlapping(files.procedures),
];

const faultsOfOwner = (files: ProvinceFiles, { code, owner, effective }: Procedure) => {
  const orphaned = dayWithout(files, owner, effective);
  return orphaned ? [`procedure ${code}: nobody owns it (${owner}) on ${orphaned}`] : [];
};

const faultsOfLegs = (files: ProvinceFiles, { code, owner, effective, joint }: Procedure) =>
  (joint?.legs ?? []).flatMap(({ agency }) => {
    const orphaned = dayWithout(files, agency, effective);
    if (orphaned) return [`procedure ${code}: nobody does the leg of ${agency} on ${orphaned}`];
    return agency === owner ? [`procedure ${code}: its lead ${owner} has a leg of its own`] : [];
  });

/** The first day on which nobody does the work of that agency. */
const dayWithout = (files: ProvinceFiles, agency: string, effective: Effective) => {
  const byId = new Map(files.agencies.map((each) => [each.id, each]));
  const agencies = agency === 'commune' ? communesOf(files) : [agency];
  return changesWithin(files, effective).find(
    (day) => !agencies.some((id) => successorOn(byId, id, day)?.takesDossiers),
  );
};

const communesOf = ({ agencies }: ProvinceFiles): readonly string[] =>
  agencies.filter(({ level }) => level === 'commune').map(({ id }) => id);

/** Between two of these days no agency begins or ends, so one answer holds for all days between. */
const changesWithin = ({ agencies }: ProvinceFiles, effective: Effective): readonly VietnamDay[] =>
  [
    effective.from,
    ...agencies.map(({ effective: { from } }) => from),
    ...agencies.flatMap(({ effective: { to } }) => (to ? [plusDays(to, 1)] : [])),
  ].filter((day) => inForce({ effective }, day));

const faultsWithin = (procedure: Procedure): readonly string[] => {
  const { code, components, immediate, timeRule, certainty, certaintyNote } = procedure;
  const ids = components.map(({ id }) => id);
  return [
    ...ids
      .filter((id, n) => ids.indexOf(id) !== n)
      .map((id) => `procedure ${code}: component ${id} stands twice`),
    ...components
      .filter(({ required, when }) => !required && !when)
      .map(({ id }) => `procedure ${code}: component ${id} is optional, but when is it needed`),
    ...faultsOfOldPapers(procedure),
    ...faultsOfCertainties(procedure),
    ...faultsOfCases(procedure),
    ...(immediate && timeRule.unit !== 'same-day'
      ? [`procedure ${code} is immediate, but not settled on the same day`]
      : []),
    ...(certainty !== 'high' && !certaintyNote
      ? [`procedure ${code} does not say what is uncertain`]
      : []),
  ];
};

/** What nobody has read has no value here, and what has none says that nobody has read it. */
const faultsOfCertainties = ({ code, timeRule, certainties }: Procedure): readonly string[] =>
  (timeRule.unit === 'unconfirmed') === (certainties?.timeRule === 'unknown')
    ? []
    : [`procedure ${code}: its term is unconfirmed, or it is not`];

const faultsOfCases = ({ code, cases = [], chooseCase }: Procedure): readonly string[] => {
  const ids = cases.map(({ id }) => id);
  return [
    ...ids
      .filter((id, n) => ids.indexOf(id) !== n)
      .map((id) => `procedure ${code}: case ${id} stands twice`),
    ...(chooseCase && cases.length < 2
      ? [`procedure ${code}: a case is to be chosen among fewer than two`]
      : []),
  ];
};

/** Thu hồi giấy tờ: said of which, and none of them goes back to the citizen all the same. */
const faultsOfOldPapers = ({ code, components, result }: Procedure): readonly string[] => {
  const { takesOldPapersBack, oldPapers = [], demandsOldPapers } = result;
  const known = new Map(components.map((component) => [component.id, component]));
  return [
    ...(takesOldPapersBack === oldPapers.length > 0
      ? []
      : [`procedure ${code} takes old papers back, but which`]),
    ...(demandsOldPapers && !takesOldPapersBack
      ? [`procedure ${code} demands old papers that it does not take back`]
      : []),
    ...oldPapers
      .filter((id) => known.get(id)?.isGivenBack)
      .map((id) => `procedure ${code}: old paper ${id} is given back`),
    ...oldPapers
      .filter((id) => !known.has(id))
      .map((id) => `procedure ${code}: old paper ${id} is no component`),
  ];
};

const overlapping = (procedures: readonly Procedure[]): readonly string[] =>
  procedures.flatMap((a, n) =>
    procedures
      .slice(n + 1)
      .filter((b) => a.code === b.code && meet(a, b))
      .map((b) => `procedure ${a.code}: versions ${a.version} and ${b.version} overlap`),
  );

const meet = (a: Procedure, b: Procedure): boolean =>
  inForce(a, b.effective.from) || inForce(b, a.effective.from);

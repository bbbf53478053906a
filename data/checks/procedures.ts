import { successorOn } from '#domain/catalogue/agency.ts';
import { type Effective, inForce } from '#domain/catalogue/effective.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { ProvinceFiles } from '../province-files.ts';

/** Each version has an owner on every day, no two versions meet, and each says what it is unsure of. */
export const procedureVersions = (files: ProvinceFiles): readonly string[] => [
  ...files.procedures.flatMap((procedure) => [
    ...faultsOfOwner(files, procedure),
    ...faultsWithin(procedure),
  ]),
  ...overlapping(files.procedures),
];

const faultsOfOwner = (files: ProvinceFiles, { code, owner, effective }: Procedure) => {
  const byId = new Map(files.agencies.map((agency) => [agency.id, agency]));
  const owners = owner === 'commune' ? communesOf(files) : [owner];
  const orphaned = changesWithin(files, effective).find(
    (day) => !owners.some((id) => successorOn(byId, id, day)?.takesDossiers),
  );
  return orphaned ? [`procedure ${code}: nobody owns it (${owner}) on ${orphaned}`] : [];
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
    ...(immediate && timeRule.unit !== 'same-day'
      ? [`procedure ${code} is immediate, but not settled on the same day`]
      : []),
    ...(certainty !== 'high' && !certaintyNote
      ? [`procedure ${code} does not say what is uncertain`]
      : []),
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

import type { Procedure } from '#domain/catalogue/procedure.ts';
import { searchKey } from '#domain/identifiers/person-name.ts';
import type { ProvinceFiles } from '../province-files.ts';

/** What citizens are told of a procedure agrees with the rest of it. */
export const guidesOfProcedures = ({ procedures }: ProvinceFiles): readonly string[] =>
  procedures.flatMap((procedure) => [
    ...faultsOfForms(procedure),
    ...faultsOfWays(procedure),
    ...faultsOfNames(procedure),
  ]);

const faultsOfForms = ({ code, forms, components }: Procedure): readonly string[] => {
  const known = new Set(components.map(({ id }) => id));
  return (forms?.value ?? []).flatMap(({ name, component }) =>
    component === undefined || known.has(component)
      ? []
      : [`procedure ${code}: form ${name} is for ${component}, which is no component`],
  );
};

const faultsOfWays = ({ code, ways = {}, serviceLevel }: Procedure): readonly string[] => {
  const { direct, online, postal } = ways;
  const barred = [direct, online, postal].filter(
    (way) => way?.value === 'none' || way?.value === 'result',
  );
  return [
    ...(barred.length === 3 ? [`procedure ${code} cannot be filed in any way`] : []),
    ...(serviceLevel === 'full' && online && online.value !== 'both'
      ? [`procedure ${code} is settled online as a whole, but not filed and answered there`]
      : []),
  ];
};

const faultsOfNames = ({ code, name, commonNames = [] }: Procedure): readonly string[] => {
  const keys = [name, ...commonNames].map(searchKey);
  return commonNames
    .filter((_, n) => keys.indexOf(keys[n + 1] ?? '') <= n)
    .map((common) => `procedure ${code}: the name ${common} stands twice`);
};

import { agenciesAndPlaces } from './checks/agencies.ts';
import { workingCalendars } from './checks/calendars.ts';
import { guidesOfProcedures } from './checks/guides.ts';
import { messages } from './checks/messages.ts';
import { numbersAndPrices } from './checks/numbers.ts';
import { procedureVersions } from './checks/procedures.ts';
import { repeated } from './checks/repeated.ts';
import type { ProvinceFiles } from './province-files.ts';
import { ProvinceShape } from './schema/province.ts';

/**
 * Every fault of the data, one sentence each; empty when a deployment may go out with it. For tests
 * and synth: at run time the files are trusted, because this was run on them.
 */
export const faultsOf = (files: ProvinceFiles): readonly string[] => {
  const shaped = ProvinceShape.safeParse(files);
  if (!shaped.success)
    return shaped.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return [
    repeated,
    agenciesAndPlaces,
    procedureVersions,
    guidesOfProcedures,
    workingCalendars,
    messages,
    numbersAndPrices,
  ].flatMap((check) => check(files));
};

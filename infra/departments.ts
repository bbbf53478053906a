import { agencies } from '#data/province.ts';

/** The agencies that take dossiers: one queue each. An agency that has ended has none. */
export const departmentsWithQueues = agencies.filter(
  ({ takesDossiers, effective }) => takesDossiers && effective.to === undefined,
);

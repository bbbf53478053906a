import type { CodeTemplate } from '#domain/catalogue/code-template.ts';
import { codeTemplateOn } from '#domain/catalogue/code-template.ts';
import { type Effective, inForce } from '#domain/catalogue/effective.ts';
import type { WaybillRange } from '#domain/catalogue/province.ts';
import { formatDossierCode, parseDossierCode } from '#domain/identifiers/dossier-code.ts';
import { plusDays } from '#domain/time/vietnam-time.ts';
import type { ProvinceFiles } from '../province-files.ts';

/** Codes can be read back, waybills cannot be given twice, and nothing is priced twice on one day. */
export const numbersAndPrices = (files: ProvinceFiles): readonly string[] => [
  ...faultsOfCodes(files),
  ...pairs(files.codeTemplates)
    .filter(([a, b]) => sharesLevel(a, b) && overlap(a, b))
    .map(([a]) => `code templates of ${a.levels.join(', ')} overlap`),
  ...faultsOfPools(files.waybillPools),
  ...pairs(files.prices)
    .filter(([a, b]) => a.routeClass === b.routeClass && overlap(a, b))
    .map(([a]) => `prices ${a.routeClass} overlap`),
  ...pairs(files.offlineRules)
    .filter(([a, b]) => overlap(a, b))
    .map(() => 'rules for work without a line overlap'),
  ...pairs(files.satisfactionRules)
    .filter(([a, b]) => overlap(a, b))
    .map(() => 'rules for satisfaction overlap'),
  ...pairs(files.queueRules)
    .filter(([a, b]) => overlap(a, b))
    .map(() => 'rules for queues overlap'),
  // Two groups under one letter would give one number twice.
  ...files.queueRules.flatMap(({ groups }) =>
    pairs(groups)
      .filter(([a, b]) => a.letter === b.letter || a.id === b.id)
      .map(([a]) => `queue group ${a.id} shares its letter or name`),
  ),
  ...files.offlineRules
    .filter(({ usualSlips, mostSlips }) => usualSlips > mostSlips)
    .map(() => 'a usual block of slips is larger than the largest'),
  ...pairs(files.smsPrices)
    .filter(([a, b]) => a.channel === b.channel && overlap(a, b))
    .map(([a]) => `SMS prices of ${a.channel} overlap`),
];

/** An agency numbers dossiers from its first to its last day, in codes that we can read ourselves. */
const faultsOfCodes = ({ agencies, codeTemplates }: ProvinceFiles): readonly string[] =>
  agencies.flatMap(({ id, code, level, effective }) => {
    const changes = codeTemplates.flatMap(({ effective: { to } }) => (to ? [plusDays(to, 1)] : []));
    const days = [effective.from, ...changes].filter((day) => inForce({ effective }, day));
    return days.flatMap((day) => {
      const template = codeTemplateOn(codeTemplates, level, day);
      if (!template) return [`agency ${id} has no code template on ${day}`];
      const parts = { agencyCode: code, day, sequence: 12_345 };
      const read = parseDossierCode(formatDossierCode(template, parts));
      return read.ok && read.value.agencyCode === code && read.value.sequence === parts.sequence
        ? []
        : [`agency ${id}: a code by ${template} cannot be read back`];
    });
  });

const faultsOfPools = (pools: readonly WaybillRange[]): readonly string[] => [
  ...pools
    .filter(({ firstSerial, lastSerial }) => firstSerial > lastSerial)
    .map(({ carrier }) => `waybill pool of ${carrier} is empty`),
  ...pairs(pools)
    .filter(([a, b]) => a.serviceIndicator === b.serviceIndicator)
    .filter(([a, b]) => a.firstSerial <= b.lastSerial && b.firstSerial <= a.lastSerial)
    .map(([a]) => `waybill pools of ${a.serviceIndicator} overlap`),
];

const pairs = <T>(items: readonly T[]): readonly (readonly [T, T])[] =>
  items.flatMap((a, n) => items.slice(n + 1).map((b) => [a, b] as const));

const overlap = (a: { effective: Effective }, b: { effective: Effective }): boolean =>
  inForce(a, b.effective.from) || inForce(b, a.effective.from);

const sharesLevel = (a: CodeTemplate, b: CodeTemplate): boolean =>
  a.levels.some((level) => b.levels.includes(level));

import { successorOn } from '#domain/catalogue/agency.ts';
import { inForce } from '#domain/catalogue/effective.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { checkTemplate } from '#domain/notification/template.ts';
import { plusDays, weekday } from '#domain/time/vietnam-time.ts';
import type { Province } from './province.ts';
import { ProvinceData } from './schema.ts';

/** Every fault of the data, one sentence each; empty when a deployment may go out with it. */
export const faultsOf = (province: Province): readonly string[] => {
  const shaped = ProvinceData.safeParse(province);
  if (!shaped.success)
    return shaped.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return [
    ...repeatedIds(province),
    ...faultsOfAgencies(province),
    ...faultsOfPostOffices(province),
    ...province.procedures.flatMap((procedure) => faultsOfOwner(province, procedure)),
    ...overlappingVersions(province.procedures),
    ...faultsOfCalendars(province),
    ...faultsOfMessages(province),
    ...faultsOfPools(province),
  ];
};

const repeatedIds = ({ agencies, postOffices, smsTemplates, procedures }: Province) => {
  const lists = {
    agency: agencies.map(({ id }) => id),
    'post office': postOffices.map(({ id }) => id),
    'SMS template': smsTemplates.map(({ id }) => id),
    'procedure version': procedures.map(({ code, version }) => `${code}@${version}`),
  };
  return Object.entries(lists).flatMap(([what, ids]) =>
    ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => `${what} ${id} stands twice`),
  );
};

const faultsOfAgencies = ({ agencies }: Province) => {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  return agencies.flatMap(({ id, effective, successor }) => {
    if (effective.to === undefined)
      return successor ? [`agency ${id} has a successor but no end`] : [];
    if (!successor) return [`agency ${id} ends without a successor`];
    const next = successorOn(byId, successor, plusDays(effective.to, 1));
    return next ? [] : [`agency ${id}: nobody takes over the day after its end`];
  });
};

const faultsOfPostOffices = ({ agencies, postOffices }: Province) =>
  postOffices.flatMap(({ id, commune }) =>
    agencies.some((agency) => agency.id === commune && agency.level === 'commune')
      ? []
      : [`post office ${id} lies in no commune`],
  );

const faultsOfOwner = ({ agencies }: Province, { code, owner, effective }: Procedure) => {
  if (owner === 'commune') return [];
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const days = [effective.from, effective.to ?? effective.from];
  return days.every((day) => successorOn(byId, owner, day))
    ? []
    : [`procedure ${code}: owner ${owner} does not exist all the time`];
};

const overlappingVersions = (procedures: readonly Procedure[]) =>
  procedures.flatMap((a, n) =>
    procedures
      .slice(n + 1)
      .filter((b) => a.code === b.code && (inForce(a, b.effective.from) || inForce(b, a.effective.from)))
      .map((b) => `procedure ${a.code}: versions ${a.version} and ${b.version} overlap`),
  );

const faultsOfCalendars = ({ calendars }: Province) =>
  calendars.flatMap(({ year, holidays, makeUpDays }) => [
    ...[...Object.keys(holidays), ...Object.keys(makeUpDays)]
      .filter((day) => !day.startsWith(`${year}-`))
      .map((day) => `calendar ${year}: ${day} is in another year`),
    ...Object.keys(makeUpDays)
      .filter((day) => weekday(day as Parameters<typeof weekday>[0]) < 6)
      .map((day) => `calendar ${year}: make-up day ${day} is a weekday`),
    ...Object.keys(makeUpDays)
      .filter((day) => day in holidays)
      .map((day) => `calendar ${year}: ${day} is holiday and make-up day`),
  ]);

const faultsOfMessages = ({ smsTemplates, procedures }: Province) =>
  smsTemplates.flatMap((template) => {
    const checked = checkTemplate(template);
    const named = procedures.find(({ name }) => template.text.includes(name));
    return [
      ...(checked.ok ? [] : [`SMS template ${template.id}: ${checked.reason}`]),
      ...(named ? [`SMS template ${template.id} names a procedure`] : []),
    ];
  });

const faultsOfPools = ({ waybillPools }: Province) =>
  waybillPools
    .filter(({ firstSerial, lastSerial }) => firstSerial > lastSerial)
    .map(({ carrier }) => `waybill pool of ${carrier} is empty`);

import * as amendedCalendars from '#adapters/province/amended-calendars.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { makeProvinceOffices } from '#adapters/province/province-offices.ts';
import { province } from '#data/province.ts';
import { makeProvinceSmsTexts } from '#functions/notifications/adapters/province-sms-texts.ts';
import { calendars } from './plain-week.ts';

/** Stands for the publication that all of this is. */
export const catalogueVersion = 'c'.repeat(64);

/** The adapters over the province's data as it stands in the files. */
export const provinceCatalogue = makeProvinceCatalogue(province, catalogueVersion);
export const provinceOffices = makeProvinceOffices(province);
export const provinceSmsTexts = makeProvinceSmsTexts(province.smsTemplates);

type Stores = Parameters<typeof amendedCalendars.makeCalendars>[0];

export const makeCalendars = (stores: Stores) => amendedCalendars.makeCalendars(stores, calendars);

export const calendarsInForce = (stores: Pick<Stores, 'ledger' | 'index'>) =>
  amendedCalendars.calendarsInForce(stores, calendars);

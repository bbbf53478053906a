import { readFile } from 'node:fs/promises';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeFormPrinter } from '#adapters/pdf/form-printer.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { makeReadDossier } from '#application/read-dossier.ts';
import { calendars } from '#data/calendars.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, postOffices } from '#data/province.ts';
import { httpApi } from '#edge/http-api.ts';
import { makePrintCoverSheets } from '#functions/forms/application/print-cover-sheets.ts';
import { makePrintForms } from '#functions/forms/application/print-forms.ts';
import { makePrintLabel, makePrintParcelLabel } from '#functions/forms/application/print-label.ts';
import { makePrintReceipt } from '#functions/forms/application/print-receipt.ts';
import { makePrintSlips } from '#functions/forms/application/print-slips.ts';
import { makePrintTrackingBook } from '#functions/forms/application/print-tracking-book.ts';
import { makePrintVoucher } from '#functions/forms/application/print-voucher.ts';
import { ownBlock } from '#functions/intake/application/offline/work-blocks.ts';
import { findRemittance } from '#functions/money/application/find-remittance.ts';
import { problems } from '#functions/problems.ts';
import { makeReadShipment } from '#functions/returns/application/read-shipment.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const env = Env.parse(process.env);
const stores = makeStores(env);
const ids = makeUlids();
const read = makeReadDossier({ ...stores, ids }, 'form');
const readShipment = makeReadShipment({ ...stores, ids }, 'form');
const seals = makeSeals(masterKeysFrom(env.KEYS_SECRET));
const printer = makeFormPrinter((name) => readFile(new URL(name, import.meta.url)));
const publicUrl = env.PUBLIC_URL;

export const handler = httpApi({
  contract,
  problems,
  log: makeLog('forms'),
  handlers: makeHandlers({
    receipt: makePrintReceipt({
      read,
      catalogue,
      calendars: makeCalendars(stores, calendars),
      seals,
      printer,
      publicUrl,
    }),
    label: makePrintLabel({ read, ledger: stores.ledger, catalogue, printer }),
    slips: makePrintSlips({
      catalogue,
      seals,
      printer,
      publicUrl,
      ownBlock: (actor, id) => ownBlock(stores.ledger, actor, id),
    }),
    forms: makePrintForms({
      ...stores,
      read,
      catalogue,
      printer,
      publicUrl,
      findRemittance: (number) => findRemittance(stores.ledger, number),
    }),
    coverSheets: makePrintCoverSheets({ read, catalogue, printer }),
    trackingBook: makePrintTrackingBook({ ...stores, ids, catalogue, printer }),
    voucher: makePrintVoucher({ ledger: stores.ledger, read, catalogue, printer }),
    parcelLabel: makePrintParcelLabel({ readShipment, catalogue, printer }),
  }),
});

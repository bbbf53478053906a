import { readFile } from 'node:fs/promises';
import { accessLogOf } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { keysIn } from '#adapters/aws/secrets/purpose-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeFormPrinter } from '#adapters/pdf/form-printer.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { makeReadDossier } from '#application/read-dossier.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeDeskActs } from '#functions/departments/application/desk-acts.ts';
import { makeRequestSupplement } from '#functions/departments/application/request-supplement.ts';
import { makePreviewForm } from '#functions/forms/application/preview-form.ts';
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

const env = Env.parse(process.env);
const stores = makeStores(env);
const read = makeReadDossier(stores);
const readShipment = makeReadShipment(stores);
const seals = makeSeals(keysIn(env));
const printer = makeFormPrinter((name) => readFile(new URL(name, import.meta.url)));
const publicUrl = env.PUBLIC_URL;

const log = makeLog('forms');
const byCatalogue = byCatalogueIn(env, log);

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(stores, env),
  log,
  handlers: byCatalogue(({ catalogue, province }) => {
    const printing = { ...stores, catalogue, seals, printer, publicUrl, read };
    const calendars = makeCalendars(stores, province.calendars);
    return makeHandlers({
      receipt: makePrintReceipt({
        ...printing,
        calendars,
      }),
      label: makePrintLabel(printing),
      preview: makePreviewForm({
        ...printing,
        actsOver: (ledger) => {
          const desk = { ...stores, ledger, catalogue, calendars };
          return { ...makeDeskActs(desk), supplement: makeRequestSupplement(desk) };
        },
      }),
      slips: makePrintSlips({
        ...printing,
        ownBlock: (actor, id) => ownBlock(stores.ledger, actor, id),
      }),
      forms: makePrintForms({
        ...printing,
        findRemittance: (number) => findRemittance(stores.ledger, number),
      }),
      coverSheets: makePrintCoverSheets(printing),
      trackingBook: makePrintTrackingBook({ ...stores, catalogue, printer }),
      voucher: makePrintVoucher(printing),
      parcelLabel: makePrintParcelLabel({ ...printing, readShipment }),
    });
  }),
});

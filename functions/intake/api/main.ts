import { accessLogOf } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { keysIn } from '#adapters/aws/secrets/purpose-keys.ts';
import { textSealing } from '#adapters/node/sealing.ts';
import { makeSeals, sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { makeReadDossier, makeReadHistory } from '#application/read-dossier.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeAcceptDossier } from '#functions/intake/application/accept-dossier.ts';
import { makeCounterActs } from '#functions/intake/application/counter-acts.ts';
import { makeFindByNumber } from '#functions/intake/application/find-by-number.ts';
import { makeFindSender } from '#functions/intake/application/find-sender.ts';
import { makeForeseeAppointment } from '#functions/intake/application/foresee-appointment.ts';
import { makeListDaysOff } from '#functions/intake/application/list-days-off.ts';
import { makeListOfPerson } from '#functions/intake/application/list-of-person.ts';
import { makeEnterDossier } from '#functions/intake/application/offline/enter-dossier.ts';
import { makeUntimelyEntries } from '#functions/intake/application/offline/untimely-entries.ts';
import { makeWorkBlocks } from '#functions/intake/application/offline/work-blocks.ts';
import { makeReadClocks } from '#functions/intake/application/read-clocks.ts';
import { makeReceiveSupplement } from '#functions/intake/application/receive-supplement.ts';
import { makeRegisterDossier } from '#functions/intake/application/register-dossier.ts';
import { makeRegisterMany } from '#functions/intake/application/register-many.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const seals = makeSeals(keysIn(env));
const stores = makeStores(env);
const ids = makeUlids();
const log = makeLog('intake');
const byCatalogue = byCatalogueIn(env, log);

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(stores, env),
  log,
  handlers: byCatalogue(({ catalogue, province: { calendars: laidDown, offlineRules } }) => {
    const calendars = makeCalendars(stores, laidDown);
    const deps = { ...stores, calendars, ids, catalogue, seals, offlineRules };
    const register = makeRegisterDossier(deps);
    return makeHandlers({
      register,
      registerMany: makeRegisterMany({ register, seals }),
      findSender: makeFindSender(deps),
      listOfPerson: makeListOfPerson(deps),
      foresee: makeForeseeAppointment(deps),
      daysOff: makeListDaysOff(deps),
      accept: makeAcceptDossier(deps),
      acts: makeCounterActs(deps),
      supplement: makeReceiveSupplement(deps),
      read: makeReadDossier(deps),
      history: makeReadHistory(deps, { sha256, hmac: textSealing.hmac }),
      clocks: makeReadClocks(deps),
      blocks: makeWorkBlocks(deps),
      enter: makeEnterDossier(deps),
      untimely: makeUntimelyEntries(deps),
      find: makeFindByNumber(deps),
      index: deps.index,
      ledger: deps.ledger,
      seals,
      catalogue,
      problems,
    });
  }),
});

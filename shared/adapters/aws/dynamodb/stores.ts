import { sha256 } from '#adapters/node/seals.ts';
import { systemClock as clock } from '#adapters/node/system-clock.ts';
import { makeDocumentClient } from './document.ts';
import { makeDossierIndex } from './dossier-index.ts';
import { makeNumbers } from './numbers.ts';
import { makeOutbox } from './outbox.ts';
import { makeRecordedDays } from './recorded-days.ts';
import { makeTries } from './tries.ts';
import { makeUnitOfWork } from './unit-of-work.ts';

/** The two tables' names, as every function's environment spells them. */
export interface TableNames {
  readonly DOSSIERS_TABLE: string;
  readonly LEDGER_TABLE: string;
}

/**
 * Every store of the kernel on one client, for a composition root to take what it needs; what a
 * service keeps besides is opened on `client` and `tables`.
 */
export const makeStores = ({ DOSSIERS_TABLE, LEDGER_TABLE }: TableNames) => {
  const client = makeDocumentClient();
  const tables = { dossiers: DOSSIERS_TABLE, ledger: LEDGER_TABLE };
  const ledger = makeUnitOfWork({ client, tables, clock, sha256 });
  const index = makeDossierIndex(client, tables);
  return {
    client,
    tables,
    clock,
    ledger,
    index,
    numbers: makeNumbers(client, tables, clock),
    outbox: makeOutbox(client, tables),
    tries: makeTries(client, tables),
    recorded: makeRecordedDays(client, tables),
  };
};

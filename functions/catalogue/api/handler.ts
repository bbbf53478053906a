import type { Procedure } from '#domain/catalogue/procedure.ts';
import { refuse } from '#domain/refusal.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Clock } from '#ports/clock.ts';
import type { contract } from './contract.ts';

interface Deps {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly openApi: () => Promise<object>;
}

export const makeHandlers = ({ catalogue, clock, openApi }: Deps): Handlers<typeof contract> => ({
  searchProcedures: async ({ query }) => ({
    status: 200,
    body: { items: catalogue.search(query.q, dayOf(clock.now())).map(summary) },
  }),
  readProcedure: async ({ params }) => {
    const procedure = catalogue.procedure(params.code, dayOf(clock.now()));
    if (!procedure) return refuse({ code: 'procedure-not-found', procedure: params.code });
    const { components, timeRule, fees, result, sources } = procedure;
    return {
      status: 200,
      body: { ...summary(procedure), components, timeRule, fees, result: result.name, sources },
    };
  },
  readOpenApi: async () => ({ status: 200, body: await openApi() }),
});

const summary = ({ code, version, name, nameEn, field }: Procedure) => ({
  code,
  version,
  name,
  nameEn,
  field,
});

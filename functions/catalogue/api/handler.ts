import type * as z from 'zod';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { Province } from '#domain/catalogue/province.ts';
import { refuse } from '#domain/refusal.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Clock } from '#ports/clock.ts';
import type { NoteMiss } from '../application/note-miss.ts';
import { filingPlaces } from '../domain/filing-places.ts';
import type { contract, OpenApiDocument } from './contract.ts';
import { type ListDeps, makeListHandlers } from './lists-handler.ts';
import { meView } from './me-view.ts';
import { makeSearch } from './search.ts';
import {
  feesView,
  foundPlaceView,
  guideOf,
  laidDown,
  officeView,
  placeView,
  summary,
} from './views.ts';

interface Deps extends ListDeps {
  readonly province: ListDeps['province'] & Pick<Province, 'procedures' | 'elsewhere'>;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly noteMiss: NoteMiss;
  readonly openApi: () => Promise<z.output<typeof OpenApiDocument>>;
}

export const makeHandlers = ({
  catalogue,
  clock,
  noteMiss,
  openApi,
  province,
}: Deps): Handlers<typeof contract> => {
  const search = makeSearch({ catalogue, clock, noteMiss, province });
  return {
    ...makeListHandlers({ clock, province }),
    searchProcedures: async ({ query }) => ({ status: 200, body: await search(query) }),
    readProcedure: async ({ params }) => {
      const day = dayOf(clock.now());
      const procedure = catalogue.procedure(params.code, day);
      if (!procedure) return refuse({ code: 'procedure-not-found', procedure: params.code });
      const offices = catalogue.officesOn(day);
      const ownerAt = (office: PostOffice) => catalogue.ownerOf(procedure, day, office.commune);
      return {
        status: 200,
        body: {
          ...summary(procedure),
          ...laidDown(procedure),
          guide: guideOf(procedure),
          places: filingPlaces({ procedure, offices, ownerAt }).map(placeView),
        },
      };
    },
    readFees: async ({ params, query: { day = dayOf(clock.now()), ...asked } }) => {
      const procedure = catalogue.procedure(params.code, day);
      return procedure
        ? { status: 200, body: feesView(procedure, { ...asked, day }) }
        : refuse({ code: 'procedure-not-found', procedure: params.code });
    },
    listOffices: async () => ({
      status: 200,
      body: { items: catalogue.officesOn(dayOf(clock.now())).map(officeView) },
    }),
    readMe: async ({ actor }) => ({ status: 200, body: meView(catalogue, actor, clock.now()) }),
    findCommunes: async ({ query }) => ({
      status: 200,
      body: {
        items: catalogue
          .placesNamed(query.q, dayOf(clock.now()))
          .map((found) => foundPlaceView(found, catalogue)),
      },
    }),
    readOpenApi: async () => ({ status: 200, body: await openApi() }),
  };
};

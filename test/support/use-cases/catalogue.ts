import { agencies } from '#data/province.ts';
import type { Agency } from '#domain/catalogue/agency.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { provinceCatalogue } from '#test/support/province.ts';
import { aProcedure } from '../dossiers.ts';

/** Of which two old papers are taken back when its result is handed over. */
const plain: Procedure = {
  ...aProcedure,
  components: [
    ...aProcedure.components,
    {
      id: 'giay-cu',
      name: 'Giấy cũ',
      copyKind: 'photocopy',
      count: 2,
      required: false,
      when: 'Khi có',
    },
  ],
  result: { name: 'Kết quả', takesOldPapersBack: true, oldPapers: ['giay-cu'] },
};

/** What the plain one lacks: a leader's word, a plan of legs, papers that come back, a clock that waits, more time. */
export const elaborate: Procedure = {
  ...aProcedure,
  code: '1.000002',
  approval: 'leader',
  consultationStopsClock: true,
  prolongations: [
    {
      id: 'xac-minh',
      name: 'Phải xác minh',
      most: { workingDays: 5, of: 'extra' },
      ground: 'Luật Hộ tịch 60/2014/QH13 điều 18(2)',
    },
  ],
  components: aProcedure.components.map((component) => ({ ...component, isGivenBack: true })),
  joint: {
    mode: 'sequential',
    legs: [{ agency: 'ct-tp', task: 'Xem quy hoạch', limit: aProcedure.timeRule }],
    certaintyNote: 'test',
    sources: ['test'],
  },
};

export const procedures: readonly Procedure[] = [plain, elaborate];
const find = (code: string) => procedures.find((each) => each.code === code);

/** The province's offices and agencies, and two procedures that between them ask for every step. */
export const catalogue: Catalogue = {
  ...provinceCatalogue,
  procedure: find,
  procedureVersion: find,
  search: () => procedures,
};

const named = (id: string): Agency => {
  const agency = agencies.find((each) => each.id === id);
  if (!agency) throw new Error(`no agency ${id}`);
  return agency;
};

/** Sắp xếp bộ máy: the agency that dossiers are transferred to has ended. */
export const successor = named('ct-nnmt');
export const endedAgency: Agency = {
  ...named('ct-tp'),
  effective: { from: '2021-01-01' as VietnamDay, to: '2025-06-30' as VietnamDay },
};

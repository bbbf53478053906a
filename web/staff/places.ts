import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Role } from '#domain/actor/actor.ts';
import type { StaffWords } from './words.vi.ts';

/** A screen of staff: where, for whom, under which word, and what draws it. */
export interface Place {
  readonly at: string;
  /** Who finds it in the bar; undefined: nobody, one gets there otherwise. */
  readonly for?: readonly Role[];
  readonly word: keyof StaffWords['places'];
  readonly Screen: LazyExoticComponent<ComponentType>;
  /** Begins to fetch what draws it. */
  readonly fetch: () => Promise<unknown>;
}

type Load = () => Promise<{ readonly default: ComponentType }>;

const drawnBy = (fetch: Load): Pick<Place, 'Screen' | 'fetch'> => ({ Screen: lazy(fetch), fetch });

/** Every screen of staff. The first one that a role has is where that role begins. */
export const places: readonly Place[] = [
  {
    at: '/so/hop',
    for: ['officer', 'leader'],
    word: 'inbox',
    ...drawnBy(() =>
      import('../department/read-inbox.tsx').then(({ ReadInbox }) => ({ default: ReadInbox })),
    ),
  },
  {
    at: '/so/tui',
    for: ['officer', 'leader'],
    word: 'pouches',
    ...drawnBy(() =>
      import('../pouches/show-pouches.tsx').then(({ ShowPouches }) => ({ default: ShowPouches })),
    ),
  },
  {
    at: '/so/ho-so',
    word: 'dossier',
    ...drawnBy(() =>
      import('../department/work-dossier.tsx').then(({ WorkDossier }) => ({
        default: WorkDossier,
      })),
    ),
  },
  {
    at: '/quay/nhan',
    for: ['clerk'],
    word: 'takeIn',
    ...drawnBy(() => import('../counter/take-in.tsx').then(({ TakeIn }) => ({ default: TakeIn }))),
  },
  {
    at: '/quay/viec',
    for: ['clerk'],
    word: 'today',
    ...drawnBy(() =>
      import('../counter/show-today.tsx').then(({ ShowToday }) => ({ default: ShowToday })),
    ),
  },
  {
    at: '/quay/goi',
    for: ['clerk'],
    word: 'calls',
    ...drawnBy(() =>
      import('../counter/list-calls.tsx').then(({ ListCalls }) => ({ default: ListCalls })),
    ),
  },
  {
    at: '/quay/tui',
    for: ['clerk'],
    word: 'pouches',
    ...drawnBy(() =>
      import('../pouches/show-pouches.tsx').then(({ ShowPouches }) => ({ default: ShowPouches })),
    ),
  },
  {
    at: '/quay/ca',
    for: ['clerk'],
    word: 'shift',
    ...drawnBy(() =>
      import('../counter/show-shift.tsx').then(({ ShowShift }) => ({ default: ShowShift })),
    ),
  },
  {
    at: '/quay/phieu-tam',
    for: ['clerk'],
    word: 'slips',
    ...drawnBy(() =>
      import('../counter/slip-blocks.tsx').then(({ SlipBlocks }) => ({ default: SlipBlocks })),
    ),
  },
  {
    at: '/quay/cho-gui',
    word: 'unsent',
    ...drawnBy(() =>
      import('../counter/list-unsent.tsx').then(({ ListUnsent }) => ({ default: ListUnsent })),
    ),
  },
  {
    at: '/quay/ho-so',
    word: 'dossier',
    ...drawnBy(() =>
      import('../counter/show-dossier.tsx').then(({ ShowDossier }) => ({ default: ShowDossier })),
    ),
  },
  {
    at: '/giam-sat/hom-nay',
    for: ['supervisor'],
    word: 'desk',
    ...drawnBy(() =>
      import('../oversight/show-desk.tsx').then(({ ShowDesk }) => ({ default: ShowDesk })),
    ),
  },
  {
    at: '/giam-sat/viec',
    word: 'desk',
    ...drawnBy(() =>
      import('../oversight/show-list.tsx').then(({ ShowList }) => ({ default: ShowList })),
    ),
  },
  {
    at: '/giam-sat/buu-cuc',
    for: ['supervisor'],
    word: 'office',
    ...drawnBy(() =>
      import('../oversight/show-office.tsx').then(({ ShowOffice }) => ({ default: ShowOffice })),
    ),
  },
  {
    at: '/giam-sat/cong',
    for: ['supervisor', 'leader'],
    word: 'portal',
    ...drawnBy(() =>
      import('../oversight/compare-portal.tsx').then(({ ComparePortal }) => ({
        default: ComparePortal,
      })),
    ),
  },
  {
    at: '/giam-sat/truy-cap',
    for: ['supervisor', 'leader'],
    word: 'access',
    ...drawnBy(() =>
      import('../oversight/read-access.tsx').then(({ ReadAccess }) => ({ default: ReadAccess })),
    ),
  },
  {
    at: '/giam-sat/lich',
    for: ['supervisor'],
    word: 'calendars',
    ...drawnBy(() =>
      import('../oversight/show-calendars.tsx').then(({ ShowCalendars }) => ({
        default: ShowCalendars,
      })),
    ),
  },
  {
    at: '/kit',
    word: 'kit',
    ...drawnBy(() => import('./show-kit.tsx').then(({ ShowKit }) => ({ default: ShowKit }))),
  },
];

/** What will be shown here can come while it is asked who is here. */
export const fetchPlace = (path: string): void => {
  const place = places.find(({ at }) => path === at || path.startsWith(`${at}/`));
  // Where it did not come, the screen itself says so.
  void place?.fetch().catch(() => undefined);
};

export const placesOf = (role: Role): readonly Place[] =>
  places.filter((place) => place.for?.includes(role));

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
}

/** Every screen of staff. The first one that a role has is where that role begins. */
export const places: readonly Place[] = [
  {
    at: '/so/hop',
    for: ['officer', 'leader'],
    word: 'inbox',
    Screen: lazy(() =>
      import('../department/read-inbox.tsx').then(({ ReadInbox }) => ({ default: ReadInbox })),
    ),
  },
  {
    at: '/so/ho-so',
    word: 'dossier',
    Screen: lazy(() =>
      import('../department/work-dossier.tsx').then(({ WorkDossier }) => ({
        default: WorkDossier,
      })),
    ),
  },
  {
    at: '/quay/nhan',
    for: ['clerk'],
    word: 'takeIn',
    Screen: lazy(() =>
      import('../counter/take-in.tsx').then(({ TakeIn }) => ({ default: TakeIn })),
    ),
  },
  {
    at: '/quay/viec',
    for: ['clerk'],
    word: 'today',
    Screen: lazy(() =>
      import('../counter/show-today.tsx').then(({ ShowToday }) => ({ default: ShowToday })),
    ),
  },
  {
    at: '/quay/goi',
    for: ['clerk'],
    word: 'calls',
    Screen: lazy(() =>
      import('../counter/list-calls.tsx').then(({ ListCalls }) => ({ default: ListCalls })),
    ),
  },
  {
    at: '/quay/ho-so',
    word: 'dossier',
    Screen: lazy(() =>
      import('../counter/show-dossier.tsx').then(({ ShowDossier }) => ({ default: ShowDossier })),
    ),
  },
  {
    at: '/kit',
    word: 'kit',
    Screen: lazy(() => import('./show-kit.tsx').then(({ ShowKit }) => ({ default: ShowKit }))),
  },
];

export const placesOf = (role: Role): readonly Place[] =>
  places.filter((place) => place.for?.includes(role));

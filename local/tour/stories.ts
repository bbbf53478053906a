import type { Stage } from './stage.ts';
import { mainWay } from './stories/main-way.ts';
import { refusedDelivery } from './stories/refused-delivery.ts';
import { supplement } from './stories/supplement.ts';

export interface Story {
  /** Kebab case, for `--story`. */
  readonly name: string;
  readonly about: string;
  readonly play: (stage: Stage) => Promise<void>;
}

export const stories: readonly Story[] = [
  {
    name: 'main',
    about: 'A dossier from the counter to the department and back to the citizen',
    play: mainWay,
  },
  {
    name: 'supplement',
    about: 'A department asks for a signed form; the citizen brings it; the term is counted anew',
    play: supplement,
  },
  {
    name: 'refused-delivery',
    about: 'Nobody opens the door: two invitations, back to the agency, picked up at the counter',
    play: refusedDelivery,
  },
];

import { randomInt } from 'node:crypto';
import type { Stage } from '#local/play/tour/stage.ts';
import { counter } from './main-way/counter.ts';
import { department } from './main-way/department.ts';
import type { Way } from './main-way/way.ts';
import { atTheDoor } from './refused-delivery/at-the-door.ts';
import { backAtTheCounter } from './refused-delivery/back-at-the-counter.ts';

/** Two visits to a closed door, two working days apart; the result goes back and is fetched in person. */
export const refusedDelivery = async (stage: Stage): Promise<void> => {
  const { machine } = stage;
  if (!machine) throw new Error('this story needs a clock of its own');
  const way: Way = { ...stage, phone: `+8495${String(randomInt(10_000_000)).padStart(7, '0')}` };
  const dossier = await counter(way);
  await department(way, dossier);
  await atTheDoor(way, machine, dossier);
  await backAtTheCounter(way, dossier);
};

import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Clock } from '#ports/clock.ts';
import { type MissKind, missedText, weekOf } from '../domain/question/miss.ts';
import type { QuestionMisses } from '../ports/question-misses.ts';

interface Deps {
  readonly misses: QuestionMisses;
  readonly clock: Clock;
  /** A look-up is answered though its miss could not be noted. */
  readonly onLost: (error: unknown) => void;
}

/** Notes that a question led nowhere, without whose it was. */
export type NoteMiss = (question: string, kind: MissKind) => Promise<void>;

export const makeNoteMiss =
  ({ misses, clock, onLost }: Deps): NoteMiss =>
  async (question, kind) => {
    const text = missedText(question);
    if (text === undefined) return;
    const now = clock.now();
    try {
      await misses.note({ text, week: weekOf(dayOf(now)), kind }, now);
    } catch (error) {
      onLost(error);
    }
  };

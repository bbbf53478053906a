import type { FigureKey } from '#functions/oversight/domain/figures.ts';

/** The counters that oversight shows. Only the projector writes them. */
export interface Figures {
  /**
   * Raises each counter by one, once for ever for an event: that the event was counted is written in
   * the same transaction. `busy`: contention outlasted the retries, and nothing was written.
   */
  raise(eventId: string, keys: readonly FigureKey[]): Promise<'raised' | 'counted-before' | 'busy'>;
}

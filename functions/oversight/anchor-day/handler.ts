import type { DaysAnchored } from '#functions/oversight/application/anchor-days.ts';
import type {
  ChangedAccess,
  ChangedEvent,
  ChangedText,
} from '#functions/oversight/application/read-days-again.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';
import { type Count, type Counted, counted } from '#watch/metrics.ts';

interface Work {
  readonly events: () => Promise<DaysAnchored<ChangedEvent | ChangedText>>;
  readonly readings: () => Promise<DaysAnchored<ChangedAccess>>;
}

/**
 * Runs each night. A failure is an error of the run, and of one half leaves the other done; what was
 * tampered with has alarms of its own.
 */
export const makeHandler = ({ events, readings }: Work, log: Log, count: Count) => {
  const ring = (what: Counted, { length }: readonly unknown[]): void => {
    if (length > 0) count(what, length);
  };
  const ofEvents = async () => {
    const { anchored, changed, contents, halves } = await events();
    for (const day of changed) log.error(codes.anchoredDayChanged, { day });
    const texts = contents.filter((each) => 'why' in each);
    const changedOnes = contents.filter((each) => !('why' in each));
    for (const event of changedOnes) log.error(codes.recordedEventChanged, { ...event });
    for (const text of texts) log.error(codes.sealedTextChanged, { ...text });
    for (const { day, lacks } of halves) log.error(codes.anchoredDayHalved, { day, why: lacks });
    ring(counted.anchoredDayChanged, changed);
    ring(counted.recordedEventChanged, changedOnes);
    ring(counted.sealedTextChanged, texts);
    ring(counted.anchoredDayHalved, halves);
    log.info(codes.daysAnchored, { count: anchored.length });
    return anchored;
  };
  const ofReadings = async () => {
    const { changed, contents, halves } = await readings();
    for (const day of changed) log.error(codes.accessLogChanged, { day, why: 'anchor' });
    for (const { day, chains } of contents)
      log.error(codes.accessLogChanged, { day, why: 'chain', count: chains });
    for (const { day, lacks } of halves) log.error(codes.accessLogChanged, { day, why: lacks });
    ring(counted.accessLogChanged, [...changed, ...contents, ...halves]);
  };
  return async () => {
    const [anchored] = await Promise.allSettled([ofEvents()]);
    const [others] = await Promise.allSettled([ofReadings()]);
    if (anchored.status === 'rejected') throw anchored.reason;
    if (others.status === 'rejected') throw others.reason;
    return { anchored: anchored.value };
  };
};

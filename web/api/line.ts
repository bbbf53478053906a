import { settingsAt } from '#plan/web-places.ts';

/** Whether the system can be reached, as far as the last request knows. */
export type LineState = 'up' | 'down';

export interface Line {
  readonly state: () => LineState;
  readonly subscribe: (heard: () => void) => () => void;
  /** The system's time in milliseconds: the device's clock, put right by what the system said last. */
  readonly now: () => number;
  /** As the browser's own, and notes what came of it. */
  readonly fetch: typeof fetch;
}

const offsetKey = 'clock-offset-ms';
const probeEveryMs = 5_000;
/** A gateway that reaches nothing behind it; a fault of one route is none of the line. */
const isOut = (status: number): boolean => status === 502 || status === 503 || status === 504;

/** One a page: every request to the system goes through it. */
export const makeLine = (): Line => {
  const hearing = new Set<() => void>();
  let state: LineState = navigator.onLine ? 'up' : 'down';
  // Kept on the device: a page that opens without a line knows how wrong its clock is.
  let offsetMs = Number(localStorage.getItem(offsetKey) ?? 0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const become = (next: LineState): void => {
    clearTimeout(timer);
    if (next === 'down') timer = setTimeout(probe, probeEveryMs);
    if (next === state) return;
    state = next;
    for (const heard of hearing) heard();
  };
  const hear = (response: Response): void => {
    const told = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(told)) {
      offsetMs = told - Date.now();
      localStorage.setItem(offsetKey, String(offsetMs));
    }
    become(isOut(response.status) ? 'down' : 'up');
  };
  // Past every cache: what is kept in the browser says nothing of the line.
  const probe = (): void => {
    fetch(settingsAt, { cache: 'no-store' }).then(hear, () => become('down'));
  };
  addEventListener('offline', () => become('down'));
  addEventListener('online', probe);
  // A browser says that it has a line where nothing can be reached: it is asked, and not believed.
  if (state === 'down') become('down');
  else probe();
  return {
    state: () => state,
    subscribe: (heard) => {
      hearing.add(heard);
      return () => hearing.delete(heard);
    },
    now: () => Date.now() + offsetMs,
    fetch: async (input, init) => {
      try {
        const response = await fetch(input, init);
        hear(response);
        return response;
      } catch (error) {
        become('down');
        throw error;
      }
    },
  };
};

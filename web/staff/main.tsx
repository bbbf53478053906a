import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { settingsAt, type WebSettings } from '#plan/web-places.ts';
import { type Line, makeLine } from '../api/line.ts';
import { clockSkewIn } from '../api/login.ts';
import { handOverBeside, openSession } from '../api/session.ts';
import { App } from './app.tsx';
import { NotOpened } from './not-opened.tsx';
import { fetchPlace } from './places.ts';

/** A line that hangs is none: the page opens with what the browser keeps. */
const mostWaitMs = 4_000;

interface Settled {
  readonly settings: WebSettings;
  /** How far the device's clock is behind, in seconds. */
  readonly skew: number;
}

const settle = async (line: Line): Promise<Settled> => {
  const signal = AbortSignal.timeout(mostWaitMs);
  const told = await fetch(settingsAt, { cache: 'no-store', signal }).catch(() => undefined);
  if (told?.ok) return { settings: (await told.json()) as WebSettings, skew: clockSkewIn(told) };
  const kept = await fetch(settingsAt);
  if (!kept.ok) throw new Error(`settings: ${kept.status}`);
  const skew = Math.round((line.now() - Date.now()) / 1000);
  return { settings: (await kept.json()) as WebSettings, skew };
};

const start = async (page: HTMLElement): Promise<void> => {
  const root = createRoot(page);
  const line = makeLine();
  try {
    const { settings, skew } = await settle(line);
    const session = await openSession(settings, skew);
    root.render(
      <StrictMode>
        <App session={session} line={line} />
      </StrictMode>,
    );
  } catch {
    root.render(<NotOpened />);
  }
};

const page = document.getElementById('page');
if (page && !handOverBeside()) {
  fetchPlace(location.pathname);
  void start(page);
}

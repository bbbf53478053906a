import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { settingsAt, type WebSettings } from '#plan/web-places.ts';
import { clockSkewIn } from '../api/login.ts';
import { handOverBeside, openSession } from '../api/session.ts';
import { App } from './app.tsx';
import { NotOpened } from './not-opened.tsx';
import { fetchPlace } from './places.ts';

const start = async (page: HTMLElement): Promise<void> => {
  const root = createRoot(page);
  try {
    const told = await fetch(settingsAt, { cache: 'no-store' });
    if (!told.ok) throw new Error(`settings: ${told.status}`);
    const settings = (await told.json()) as WebSettings;
    const session = await openSession(settings, clockSkewIn(told));
    root.render(
      <StrictMode>
        <App session={session} />
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

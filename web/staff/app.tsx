import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { BrowserRouter } from 'react-router';
import { makeClient } from '#api/client.ts';
import { instant } from '#domain/time/instant.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import { type Heard, heard } from '../api/ask.ts';
import type { Contracts } from '../api/contracts.ts';
import type { Session } from '../api/session.ts';
import { type Capacity, type Desk, DeskContext, type Me } from '../api/staff.tsx';
import type { Language } from '../kit/format.ts';
import { LanguageContext } from '../kit/react/language.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { ChooseCapacity } from './choose-capacity.tsx';
import { Shell } from './shell.tsx';
import { SignIn } from './sign-in.tsx';

/** Nothing is read again by itself: each reading of a dossier is recorded (`useRead`). */
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
  },
});

const clientOf = (session: Session, capacity?: Capacity) =>
  makeClient<Contracts>({
    url: '',
    token: session.token,
    ...(capacity && { capacity: capacity.role }),
  });

/** Follows to where the file lies: the browser keeps the token from there. */
const openerOf =
  (session: Session, { role }: Capacity): Desk['open'] =>
  async (path) =>
    fetch(path, {
      headers: { authorization: `Bearer ${await session.token()}`, 'acting-as': role },
    });

/** Goes on from what the server has told, by what has passed since. */
const clockFrom = (told: string): Desk['now'] => {
  const since = performance.now();
  return () => isoVietnam(instant(Date.parse(told) + Math.round(performance.now() - since)));
};

/** Who has signed in; asked again by whoever presses so. */
const useMe = (session: Session) => {
  const [me, setMe] = useState<Heard<Me>>();
  const ask = useCallback((): void => {
    setMe(undefined);
    void heard(clientOf(session).call('GET /v1/me')).then(setMe);
  }, [session]);
  useEffect(ask, [ask]);
  return { me, ask };
};

const chosen = 'capacity';

const useCapacity = (me: Me) => {
  const [role, setRole] = useState(() => sessionStorage.getItem(chosen));
  const only = me.capacities.length === 1 ? me.capacities[0] : undefined;
  const choose = (capacity: Capacity | undefined): void => {
    if (capacity) sessionStorage.setItem(chosen, capacity.role);
    else sessionStorage.removeItem(chosen);
    setRole(capacity?.role ?? null);
    // Another capacity sees other things.
    queries.clear();
  };
  const capacity = only ?? me.capacities.find((each) => each.role === role);
  return { capacity, choose, mayChange: only === undefined };
};

const SignedIn = ({ session, me }: { readonly session: Session; readonly me: Me }) => {
  const { capacity, choose, mayChange } = useCapacity(me);
  const now = useMemo(() => clockFrom(me.now), [me]);
  const desk = useMemo(
    () =>
      capacity && {
        api: clientOf(session, capacity),
        open: openerOf(session, capacity),
        now,
        me,
        capacity,
      },
    [session, me, capacity, now],
  );
  if (!desk) return <ChooseCapacity me={me} choose={choose} />;
  return (
    <DeskContext value={desk}>
      <Shell session={session} changeCapacity={mayChange ? () => choose(undefined) : undefined} />
    </DeskContext>
  );
};

const Opening = ({ session }: { readonly session: Session }) => {
  const { me, ask } = useMe(session);
  if (!me)
    return (
      <main className="narrow">
        <Waiting />
      </main>
    );
  if (me.ok) return <SignedIn session={session} me={me.body} />;
  return (
    <main className="narrow">
      <TroubleNotice trouble={me.trouble} again={ask} />
    </main>
  );
};

const spoken = 'language';

/** Kept on the device: it is nobody's secret. */
const useSpokenLanguage = () => {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(spoken) === 'en' ? 'en' : 'vi',
  );
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(spoken, language);
  }, [language]);
  return useMemo(
    () => ({ language, change: () => setLanguage(language === 'vi' ? 'en' : 'vi') }),
    [language],
  );
};

export const App = ({ session }: { readonly session: Session }) => {
  const state = useSyncExternalStore(session.subscribe, session.state);
  return (
    <LanguageContext value={useSpokenLanguage()}>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          {state === 'out' ? <SignIn session={session} /> : <Opening session={session} />}
        </BrowserRouter>
      </QueryClientProvider>
    </LanguageContext>
  );
};

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { BrowserRouter } from 'react-router';
import { makeClient } from '#api/client.ts';
import type { Role } from '#domain/actor/actor.ts';
import { instant } from '#domain/time/instant.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import { type Heard, heard } from '../api/ask.ts';
import type { Contracts } from '../api/contracts.ts';
import { keepCatalogue, stockUp } from '../api/keep-catalogue.ts';
import type { Line } from '../api/line.ts';
import { type Outbox, openOutbox } from '../api/outbox/outbox.ts';
import type { Session } from '../api/session.ts';
import { type Capacity, type Desk, DeskContext, type Me } from '../api/staff.tsx';
import type { Language } from '../kit/format.ts';
import { LanguageContext } from '../kit/react/language.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { ChooseCapacity } from './choose-capacity.tsx';
import { keepShell } from './keep-shell.ts';
import { Shell } from './shell.tsx';
import { SignIn } from './sign-in.tsx';

/** Nothing is read again by itself: each reading of a dossier is recorded (`useRead`). */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      // Without a line too: then what is kept in the browser is the answer.
      networkMode: 'always',
    },
  },
});

/** One page: who has signed in, and whether the system can be reached. */
interface Around {
  readonly session: Session;
  readonly line: Line;
}

const clientOf = ({ session, line }: Around, capacity?: Capacity) =>
  makeClient<Contracts>({
    url: '',
    token: session.token,
    fetch: line.fetch,
    ...(capacity && { capacity: capacity.role }),
  });

/** Follows to where the file lies: the browser keeps the token from there. */
const openerOf =
  (session: Session, { role }: Capacity): Desk['open'] =>
  async (path) =>
    fetch(path, {
      headers: { authorization: `Bearer ${await session.token()}`, 'acting-as': role },
    });

/** Asks as whoever signs in beside. */
const anotherOf =
  ({ session, line }: Around): Desk['another'] =>
  async (roles) => {
    const token = await session.another();
    const as = (role?: Role) =>
      makeClient<Contracts>({
        ...{ url: '', token: () => token, fetch: line.fetch },
        ...(role && { capacity: role }),
      });
    const me = await heard(as().call('GET /v1/me'));
    const theirs = me.ok ? me.body.capacities.map(({ role }) => role) : [];
    return as(roles.find((role) => theirs.includes(role)));
  };

/** Goes on from what the server has told, by what has passed since. */
const clockFrom = (told: string): Desk['now'] => {
  const since = performance.now();
  return () => isoVietnam(instant(Date.parse(told) + Math.round(performance.now() - since)));
};

const meKey = 'me';

/** Whom the system told of in this tab: without a line the same person works on. */
const keptMe = ({ session, line }: Around): Me | undefined => {
  const kept = JSON.parse(sessionStorage.getItem(meKey) ?? '{}') as Partial<KeptMe>;
  if (!kept.me || kept.person !== session.person()) return undefined;
  return { ...kept.me, now: isoVietnam(instant(Math.round(line.now()))) };
};

interface KeptMe {
  readonly person: string | null;
  readonly me: Me;
}

const askMe = async (around: Around): Promise<Heard<Me>> => {
  const told = await heard(clientOf(around).call('GET /v1/me'));
  if (told.ok) {
    const kept: KeptMe = { person: around.session.person(), me: told.body };
    sessionStorage.setItem(meKey, JSON.stringify(kept));
    return told;
  }
  const isOut = told.trouble.kind === 'no-answer' || told.trouble.problem.status >= 500;
  const me = isOut ? keptMe(around) : undefined;
  return me ? { ok: true, body: me } : told;
};

/** Who has signed in; asked again by whoever presses so. */
const useMe = (around: Around) => {
  const [me, setMe] = useState<Heard<Me>>();
  const ask = useCallback((): void => {
    setMe(undefined);
    void askMe(around).then(setMe);
  }, [around]);
  useEffect(ask, [ask]);
  return { me, ask };
};

/** `opening` until it is known whether the browser keeps anything for us. */
const useOutbox = (me: Me, { session, line }: Around): Outbox | 'opening' | undefined => {
  const takesIn = me.capacities.some(({ role }) => role === 'clerk');
  const [outbox, setOutbox] = useState<Outbox | 'opening' | undefined>(
    takesIn ? 'opening' : undefined,
  );
  useEffect(() => {
    if (!takesIn) return undefined;
    let isGone = false;
    const opening = openOutbox(me, session, line).catch(() => undefined);
    void opening.then((opened) => {
      if (!isGone) setOutbox(opened);
    });
    return () => {
      isGone = true;
      void opening.then((opened) => opened?.close());
    };
  }, [takesIn, me, session, line]);
  return outbox;
};

/** First what is worked with comes over the line; then what is for when there is none. */
const quietAfterMs = 4_000;

/** Keeps pages and catalogue in the browser, beside the work. */
const useStock = (api: Desk['api'] | undefined, capacity: Capacity | undefined): void => {
  useEffect(() => {
    if (!api) return undefined;
    let isGone = false;
    const timer = setTimeout(() => {
      void keepShell();
      if (capacity?.role === 'clerk') void stockUp(api, () => !isGone).catch(() => undefined);
    }, quietAfterMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [api, capacity]);
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

const SignedIn = ({ around, me }: { readonly around: Around; readonly me: Me }) => {
  const { session, line } = around;
  const { capacity, choose, mayChange } = useCapacity(me);
  const outbox = useOutbox(me, around);
  const now = useMemo(() => clockFrom(me.now), [me]);
  const api = useMemo(
    () => capacity && keepCatalogue(clientOf(around, capacity)),
    [around, capacity],
  );
  useStock(api, capacity);
  const desk = useMemo(
    () =>
      capacity && api && outbox !== 'opening'
        ? {
            ...{ api, now, me, capacity, line, outbox },
            open: openerOf(session, capacity),
            another: anotherOf(around),
          }
        : undefined,
    [session, around, me, capacity, now, api, line, outbox],
  );
  if (outbox === 'opening') return <Waiting />;
  if (!desk) return <ChooseCapacity me={me} choose={choose} />;
  return (
    <DeskContext value={desk}>
      <Shell session={session} changeCapacity={mayChange ? () => choose(undefined) : undefined} />
    </DeskContext>
  );
};

const Opening = ({ around }: { readonly around: Around }) => {
  const { me, ask } = useMe(around);
  if (!me)
    return (
      <main className="narrow">
        <Waiting />
      </main>
    );
  if (me.ok) return <SignedIn around={around} me={me.body} />;
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

export const App = ({ session, line }: Around) => {
  const around = useMemo(() => ({ session, line }), [session, line]);
  const state = useSyncExternalStore(session.subscribe, session.state);
  return (
    <LanguageContext value={useSpokenLanguage()}>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          {state === 'out' ? <SignIn session={session} /> : <Opening around={around} />}
        </BrowserRouter>
      </QueryClientProvider>
    </LanguageContext>
  );
};

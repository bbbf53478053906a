import { Suspense, useState, useSyncExternalStore } from 'react';
import { NavLink, Route, Routes } from 'react-router';
import type { Session } from '../api/session.ts';
import { useDesk } from '../api/staff.tsx';
import mark from '../kit/mark.svg';
import { Button } from '../kit/react/button.tsx';
import { Dialog } from '../kit/react/dialog.tsx';
import { useKitWords, useLanguage, useWords } from '../kit/react/language.tsx';
import { Empty, Waiting } from '../kit/react/states.tsx';
import { placeName } from './choose-capacity.tsx';
import { places, placesOf } from './places.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

interface ShellProps {
  readonly session: Session;
  /** Absent for whoever has one capacity only. */
  readonly changeCapacity?: (() => void) | undefined;
}

/** The session is over while somebody works: the screen stays behind the question. */
const SessionOver = ({ session }: { readonly session: Session }) => {
  const words = useWords({ vi, en });
  const state = useSyncExternalStore(session.subscribe, session.state);
  return (
    <Dialog title={words.expired} isOpen={state === 'expired'}>
      <p>{words.expiredHelp}</p>
      <Button kind="main" onPress={() => void session.signInBeside()}>
        {words.signInAgain}
      </Button>
    </Dialog>
  );
};

const SignOut = ({ session }: { readonly session: Session }) => {
  const words = useWords({ vi, en });
  const [isAsking, ask] = useState(false);
  return (
    <>
      <Button onPress={() => ask(true)}>{words.signOut}</Button>
      <Dialog title={words.signOutAsk} isOpen={isAsking} close={() => ask(false)}>
        <div className="row">
          <Button kind="main" onPress={() => void session.signOut()}>
            {words.signOut}
          </Button>
          <Button onPress={() => ask(false)}>{words.stay}</Button>
        </div>
      </Dialog>
    </>
  );
};

const Bar = ({ session, changeCapacity }: ShellProps) => {
  const words = useWords({ vi, en });
  const kit = useKitWords();
  const { change } = useLanguage();
  const { me, capacity } = useDesk();
  return (
    <header className="bar">
      <img src={mark} alt={kit.appName} width="30" height="30" />
      <nav aria-label={words.menu}>
        {placesOf(capacity.role).map(({ at, word }) => (
          <NavLink key={at} to={at}>
            {words.places[word]}
          </NavLink>
        ))}
      </nav>
      <p className="who">
        {me.name}
        <span>
          {kit.role[capacity.role]} · {placeName(capacity)}
        </span>
      </p>
      {changeCapacity && <Button onPress={changeCapacity}>{words.change}</Button>}
      <Button onPress={change}>{kit.language}</Button>
      <SignOut session={session} />
    </header>
  );
};

/** What stands around every screen of staff: where to go, who one is, the way out. */
export const Shell = (p: ShellProps) => {
  const words = useWords({ vi, en });
  const kit = useKitWords();
  const { capacity } = useDesk();
  const Start = placesOf(capacity.role)[0]?.Screen;
  return (
    <>
      <a className="skip" href="#content">
        {kit.toContent}
      </a>
      <Bar {...p} />
      <main id="content">
        <Suspense fallback={<Waiting />}>
          <Routes>
            {places.map(({ at, Screen }) => (
              <Route key={at} path={`${at}/*`} element={<Screen />} />
            ))}
            {['/dang-nhap', '/quay', '/so'].map((at) => (
              <Route
                key={at}
                path={at}
                element={Start ? <Start /> : <Empty>{words.nothingYet}</Empty>}
              />
            ))}
            <Route path="*" element={<Empty>{words.nowhere}</Empty>} />
          </Routes>
        </Suspense>
      </main>
      <SessionOver session={p.session} />
    </>
  );
};

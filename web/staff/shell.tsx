import { Suspense, useState, useSyncExternalStore } from 'react';
import { NavLink, Route, Routes } from 'react-router';
import { isLineUnsent } from '../api/outbox/outbox.ts';
import type { Session } from '../api/session.ts';
import { useDesk, useLineState, useOutboxLines } from '../api/staff.tsx';
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
  const { outbox } = useDesk();
  const unsent = useOutboxLines().filter(isLineUnsent).length;
  const leave = async (): Promise<void> => {
    await outbox?.wipe().catch(() => undefined);
    await session.signOut();
  };
  return (
    <>
      <Button onPress={() => ask(true)}>{words.signOut}</Button>
      <Dialog title={words.signOutAsk} isOpen={isAsking} close={() => ask(false)}>
        {unsent > 0 && <p className="notice below">{words.unsentKept(unsent)}</p>}
        <div className="row">
          <Button kind="main" onPress={() => void leave()}>
            {unsent > 0 ? words.signOutKept : words.signOut}
          </Button>
          <Button onPress={() => ask(false)}>{words.stay}</Button>
        </div>
      </Dialog>
    </>
  );
};

/** What is not in the system yet, and whether it can be reached: on every screen of whoever takes in. */
const LineBadge = () => {
  const words = useWords({ vi, en });
  const line = useLineState();
  const unsent = useOutboxLines().filter(isLineUnsent).length;
  return (
    <NavLink to="/quay/cho-gui" className={`line-badge ${line} ${unsent > 0 ? 'some' : 'none'}`}>
      <span>
        <span aria-hidden="true">⇅</span> {words.unsent(unsent)}
      </span>
      <span role="status">
        <span aria-hidden="true">{line === 'up' ? '●' : '○'}</span> {words.line[line]}
      </span>
    </NavLink>
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
      {capacity.role === 'clerk' && <LineBadge />}
      <p className="who">
        {me.name}
        <span>
          {[kit.role[capacity.role], placeName(capacity)].filter((each) => each !== '').join(' · ')}
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

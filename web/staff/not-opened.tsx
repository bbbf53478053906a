import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

/** The line was cut, or the login refused, before there was anything to show. */
export const NotOpened = () => {
  const words = useWords({ vi, en });
  return (
    <main className="narrow stack">
      <h1>{words.failed}</h1>
      <TroubleNotice trouble={{ kind: 'no-answer' }} />
      <Button kind="main" onPress={() => location.assign('/dang-nhap')}>
        {words.signIn}
      </Button>
    </main>
  );
};

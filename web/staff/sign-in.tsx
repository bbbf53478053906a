import { useState } from 'react';
import type { Session } from '../api/session.ts';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

/** Leads to the login, and back to where one wanted to go. */
export const SignIn = ({ session }: { readonly session: Session }) => {
  const words = useWords({ vi, en });
  const [step, setStep] = useState<'ready' | 'leaving' | 'failed'>('ready');
  const leave = (): void => {
    setStep('leaving');
    session.signIn(location.pathname).catch(() => setStep('failed'));
  };
  return (
    <main className="narrow stack" id="content">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {step === 'failed' && (
        <p className="notice" role="alert">
          {words.failed}
        </p>
      )}
      <Button kind="main" isBusy={step === 'leaving'} onPress={leave}>
        {words.signIn}
      </Button>
      <p className="soft">
        {words.citizen} <a href="/tra-cuu">{words.citizenLink}</a>
      </p>
    </main>
  );
};

import { useState } from 'react';
import { Button } from '../kit/react/button.tsx';
import { Dialog } from '../kit/react/dialog.tsx';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { areKeysOff, turnKeys, useLetterKeys } from '../kit/react/use-letter-keys.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

/** Which keys there are, and the switch for whoever does not want them. */
export const KeyHelp = ({ of }: { readonly of: 'inbox' | 'dossier' }) => {
  const words = useWords({ vi, en });
  const kit = useKitWords();
  const [isOpen, open] = useState(false);
  const [isOff, setOff] = useState(areKeysOff);
  useLetterKeys({ '?': () => open(true) });
  return (
    <>
      <Button shortcut="?" onPress={() => open(true)}>
        {words.keysTitle}
      </Button>
      <Dialog title={words.keysTitle} isOpen={isOpen} close={() => open(false)}>
        <p>{words.keyHelp[of]}</p>
        <label className="check">
          <input
            type="checkbox"
            checked={isOff}
            onChange={() => {
              turnKeys(!isOff);
              setOff(!isOff);
            }}
          />
          {words.keysOff}
        </label>
        <Button onPress={() => open(false)}>{kit.close}</Button>
      </Dialog>
    </>
  );
};

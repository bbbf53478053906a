import { useState } from 'preact/hooks';
import type { Language } from '../kit/format.ts';
import { vi, type Words } from './words.vi.ts';

interface Spoken {
  readonly language: Language;
  readonly words: Words;
}

/** Vietnamese comes with the page; English is fetched for whoever asks for it, and stays away without a line. */
export const useSpoken = () => {
  const [spoken, speak] = useState<Spoken>({ language: 'vi', words: vi });
  const toEnglish = async (): Promise<void> => {
    const { en } = await import('./words.en.ts');
    speak({ language: 'en', words: en });
  };
  const change = (): void => {
    if (spoken.language === 'en') speak({ language: 'vi', words: vi });
    else toEnglish().catch(() => undefined);
  };
  return { ...spoken, change };
};

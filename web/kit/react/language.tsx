import { createContext, useContext } from 'react';
import type { Language } from '../format.ts';
import { en } from '../words.en.ts';
import { vi } from '../words.vi.ts';

/** What staff read: Vietnamese unless they chose otherwise on this device. */
export const LanguageContext = createContext<{
  readonly language: Language;
  readonly change: () => void;
}>({ language: 'vi', change: () => undefined });

export const useLanguage = () => useContext(LanguageContext);

/** The words of a screen in the language that is spoken: `useWords({ vi, en })`. */
export const useWords = <Words,>(words: { readonly vi: Words; readonly en: Words }): Words =>
  words[useLanguage().language];

/** The words of the kit. */
export const useKitWords = () => useWords({ vi, en });

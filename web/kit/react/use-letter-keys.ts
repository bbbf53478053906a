import { useEffect, useRef } from 'react';
import { nameOfKey } from '../key-names.ts';

/** Kept on the device: single letters are in the way of whoever speaks to the machine (WCAG 2.1.4). */
const offKey = 'single-keys-off';

export const areKeysOff = (): boolean => localStorage.getItem(offKey) !== null;
export const turnKeys = (off: boolean): void => {
  if (off) localStorage.setItem(offKey, '1');
  else localStorage.removeItem(offKey);
};

const fields = 'input, select, textarea, [contenteditable]';
const pressable = 'a, button, summary';

const isTaken = ({ target, key }: KeyboardEvent): boolean =>
  target instanceof Element &&
  (target.closest(fields) !== null || (key === 'Enter' && target.closest(pressable) !== null));

const isWithOthers = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.isComposing;

/** Nothing is typed, no question is open, and whoever does not want such keys has not turned them off. */
const isForScreen = (event: KeyboardEvent): boolean =>
  !isWithOthers(event) &&
  !isTaken(event) &&
  !areKeysOff() &&
  document.querySelector('dialog[open]') === null;

export type Keys = Readonly<Record<string, (() => void) | undefined>>;

/** Keys of a screen, outside fields and questions: there a letter is a letter. */
export const useLetterKeys = (keys: Keys): void => {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = now.current[nameOfKey(event)];
      if (!act || !isForScreen(event)) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
};

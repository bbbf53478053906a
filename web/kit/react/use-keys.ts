import { useEffect, useRef } from 'react';

/** `F9`, or `Alt+T` by the key's place: with Alt, some layouts make another letter of it. */
const isPressed = (name: string, { key, code, altKey, ctrlKey }: KeyboardEvent): boolean =>
  name.startsWith('Alt+') ? altKey && !ctrlKey && code === `Key${name.slice(4)}` : name === key;

/** Keys of a screen: `[['F9', send]]`. The browser's own meaning of them is taken away. */
export const useKeys = (keys: readonly (readonly [key: string, act: () => void])[]): void => {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const [, act] = latest.current.find(([key]) => isPressed(key, event)) ?? [];
      if (!act) return;
      event.preventDefault();
      // Held down, it is still one press.
      if (!event.repeat) act();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
};

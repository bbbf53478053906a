import { useEffect, useRef } from 'react';

/** Function keys of a screen: `[['F9', send]]`. The browser's own meaning of them is taken away. */
export const useKeys = (keys: readonly (readonly [key: string, act: () => void])[]): void => {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const [, act] = latest.current.find(([key]) => key === event.key) ?? [];
      if (!act) return;
      event.preventDefault();
      // Held down, it is still one press.
      if (!event.repeat) act();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
};

import { useCallback } from 'react';
import { type Me, useDesk } from './staff.tsx';

const heardAt = new WeakMap<Me, number>();

/**
 * The server's time in milliseconds, by what it told at sign-in and this device's count of seconds since:
 * a counter's clock may be wrong by a day.
 */
export const useServerNow = (): (() => number) => {
  const { me } = useDesk();
  if (!heardAt.has(me)) heardAt.set(me, performance.now());
  return useCallback(() => Date.parse(me.now) + performance.now() - (heardAt.get(me) ?? 0), [me]);
};

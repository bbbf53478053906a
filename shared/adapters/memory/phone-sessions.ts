import type { PhoneSession, PhoneSessions } from '#ports/phone-sessions.ts';

/** For tests: the same promises as the table's, kept by the contract suite. */
export const makeMemoryPhoneSessions = (): PhoneSessions => {
  const sessions = new Map<string, PhoneSession>();
  return {
    open: async (key, session) => {
      if (sessions.has(key)) throw new Error('there is such a session');
      sessions.set(key, session);
    },
    find: async (key, now) => {
      const session = sessions.get(key);
      return session && now < session.expiresAt ? session : undefined;
    },
    end: async (key) => {
      sessions.delete(key);
    },
  };
};

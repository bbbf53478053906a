import type { Inbox } from './dossier.ts';

/** Where somebody at the department, or the citizen, still has something to do. */
export const openStates = [
  'waiting',
  'working',
  'approving',
  'with-citizen',
  'withdrawing',
  'stopped',
] as const satisfies readonly Inbox[];

/** What an inbox is read by: everything that has arrived. */
export const inboxStates = [...openStates, 'closed'] as const;

export type OpenState = (typeof openStates)[number];
export type InboxState = (typeof inboxStates)[number];

import type { Told } from '../api/ask.ts';

export type Pulse = Told<'GET /v1/departments/{agencyId}/inbox/pulse'>;
export type InboxLine = Told<'GET /v1/departments/{agencyId}/inbox'>['items'][number];

export const inboxTabs = [
  'waiting',
  'mine',
  'working',
  'approving',
  'with-citizen',
  'withdrawing',
  'stopped',
  'closed',
] as const;
export type InboxTab = (typeof inboxTabs)[number];

export const tabIn = (text: string | null): InboxTab =>
  inboxTabs.find((tab) => tab === text) ?? 'waiting';

/** What a tab shows as how many: nothing where nobody counts. */
export const countOf = (tab: InboxTab, pulse: Pulse | undefined): string => {
  if (!pulse || tab === 'closed') return '';
  if (tab === 'mine') return String(pulse.mine);
  const { count, isMore } = pulse.counts[tab];
  return isMore ? `${count}+` : String(count);
};

type State = Exclude<InboxTab, 'mine'>;

/** The lists that a tab is made of: what one holds waits to be opened, or is in work. */
export const listsOf = (
  tab: InboxTab,
): readonly { readonly state: State; readonly holder: 'anyone' | 'me' }[] =>
  tab === 'mine'
    ? [
        { state: 'waiting', holder: 'me' },
        { state: 'working', holder: 'me' },
      ]
    : [{ state: tab, holder: 'anyone' }];

/** How near the date is, by the server's clock and the calendar day of Vietnam. */
export const nearness = (
  dueAt: string | undefined,
  now: string,
): 'none' | 'past' | 'today' | 'later' => {
  if (dueAt === undefined) return 'none';
  if (Date.parse(dueAt) < Date.parse(now)) return 'past';
  return dueAt.slice(0, 10) === now.slice(0, 10) ? 'today' : 'later';
};

/** Whether somebody holds it at this moment. */
export const isHeld = ({ leasedUntil }: Pick<InboxLine, 'leasedUntil'>, now: string): boolean =>
  leasedUntil !== undefined && Date.parse(leasedUntil) > Date.parse(now);

/** The one after or before in a list, standing still at its ends; the first where none is chosen. */
export const moved = (
  ids: readonly string[],
  from: string | undefined,
  by: 1 | -1,
): string | undefined => {
  const at = from === undefined ? -1 : ids.indexOf(from);
  if (at < 0) return ids[0];
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))];
};

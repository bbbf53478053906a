import type { Channel } from '#domain/catalogue/channel.ts';
import type { IntakeMode } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';

/** How a dossier came in. */
export interface Filing {
  /** Kênh thực hiện. */
  readonly channel: Channel;
  /**
   * Hỗ trợ nộp trực tuyến: the id of the member of staff who helped to file online. Absent: nobody did.
   * Only online filings are helped; across a counter everybody is served.
   */
  readonly helpedBy?: string;
}

/** What is known when a clerk takes a filing in. */
export interface Taken {
  readonly intakeMode: IntakeMode;
  /** Staff id of the clerk. */
  readonly clerk: string;
  /** As the clerk said; absent: {@link usualChannel}. */
  readonly channel?: Channel | undefined;
  /** True: written on a paper slip while the line was down, and entered later. */
  readonly isBackEntry: boolean;
  /** Sự cố of the portal, as the clerk says. */
  readonly incident?: string | undefined;
}

/**
 * The channel where none is told. Whatever came across a post counter is postal, in either way of intake
 * (kênh 3, not 1; domain §10.13); where the law keeps a procedure from the post, only who comes in person
 * to the one-stop is left.
 */
const usualChannel = (procedure: Procedure, intakeMode: IntakeMode): Channel =>
  intakeMode === 'onestop' && !isOpenFor(procedure, 'postal') ? 'direct' : 'postal';

type Impossible =
  | 'carried-by-post'
  | 'written-on-a-slip'
  | 'procedure-forbids'
  /** Only an incident of the portal brings it over a counter: NĐ 217/2026 art. 54(1). */
  | 'online-but-for-incident';

/** What is not confirmed is not forbidden. */
const isOpenFor = ({ ways }: Procedure, channel: Channel): boolean => {
  const use = ways?.[channel]?.value;
  return use === undefined || use === 'both' || use === 'filing';
};

/**
 * The filing as it is recorded, or why it cannot have come that way. A clerk who enters an online filing
 * has helped: nothing that a clerk types is ever counted as the citizen's own (domain §10.13).
 */
export const filingTaken = (procedure: Procedure, taken: Taken): Outcome<Filing> => {
  const { intakeMode, isBackEntry, clerk } = taken;
  const channel = taken.channel ?? usualChannel(procedure, intakeMode);
  const impossible = (why: Impossible, ground?: string) =>
    refuse({ code: 'channel-impossible', channel, why, ...(ground !== undefined && { ground }) });
  if (intakeMode === 'agent' && channel !== 'postal') return impossible('carried-by-post');
  if (isBackEntry && channel === 'online') return impossible('written-on-a-slip');
  const barred = barrierOf(procedure, channel, taken.incident);
  if (barred) return impossible(barred, procedure.ways?.[channel]?.source);
  return done(channel === 'online' ? { channel, helpedBy: clerk } : { channel });
};

/** Why the law keeps the procedure from the channel. */
const barrierOf = (
  procedure: Procedure,
  channel: Channel,
  incident: string | undefined,
): Impossible | undefined => {
  if (isOpenFor(procedure, channel)) return undefined;
  if (procedure.onlineButForIncident === undefined) return 'procedure-forbids';
  return incident === undefined ? 'online-but-for-incident' : undefined;
};

/**
 * The four counts of filings, which are never added up to one ratio: how many citizens filed online by
 * themselves is what is asked for, and the others say why the rest did not.
 */
export type FilingCount = 'direct' | 'postal' | 'self-online' | 'helped-online';

export const filingCount = ({ channel, helpedBy }: Filing): FilingCount => {
  if (channel !== 'online') return channel;
  return helpedBy === undefined ? 'self-online' : 'helped-online';
};

/**
 * Kênh thực hiện as the national portal may be told: a filing that staff typed must not raise the ratio
 * of online filings there, so a helped one is what it was for the citizen, a visit to a post counter.
 */
export const nationalChannel = (filing: Filing): Channel =>
  filingCount(filing) === 'helped-online' ? 'postal' : filing.channel;

import { describe, expect, it } from 'vitest';
import type { ProcedureGuide } from '#domain/catalogue/guide.ts';
import {
  type Filing,
  filingCount,
  filingTaken,
  nationalChannel,
  type Taken,
} from '#domain/dossier/filing.ts';
import { aProcedure } from '#test/support/dossiers.ts';

const atOneStop: Taken = { intakeMode: 'onestop', clerk: 'lan', isBackEntry: false };
const carried: Taken = { ...atOneStop, intakeMode: 'agent' };
const onSlip: Taken = { ...atOneStop, isBackEntry: true };
const stated = <T>(value: T) => ({ value, certainty: 'high', source: 'test' }) as const;
const notByPost: ProcedureGuide = { ways: { postal: stated('none') } };
const resultByPost: ProcedureGuide = { ways: { postal: stated('result') } };
const notOnline: ProcedureGuide = { ways: { online: stated('none') } };
const onlineOnly: ProcedureGuide = {
  ways: { direct: stated('none'), postal: stated('result'), online: stated('both') },
};

const takenWith = (taken: Taken, guide: ProcedureGuide = {}) => {
  const filing = filingTaken({ ...aProcedure, ...guide }, taken);
  return filing.ok ? filing.value : filing.refusal;
};

describe('how a filing came in', () => {
  it.each<[string, Taken, ProcedureGuide, Filing]>([
    ['told nothing, at a one-stop: postal', atOneStop, {}, { channel: 'postal' }],
    ['told nothing, to be carried: postal', carried, {}, { channel: 'postal' }],
    ['told nothing, not by post: in person', atOneStop, notByPost, { channel: 'direct' }],
    ['only the result by post: in person', atOneStop, resultByPost, { channel: 'direct' }],
    ['in person', { ...atOneStop, channel: 'direct' }, {}, { channel: 'direct' }],
    [
      'online, typed by a clerk: helped',
      { ...atOneStop, channel: 'online' },
      {},
      { channel: 'online', helpedBy: 'lan' },
    ],
    ['on a slip, in person', { ...onSlip, channel: 'direct' }, {}, { channel: 'direct' }],
  ])('%s', (_, taken, guide, filing) => expect(takenWith(taken, guide)).toEqual(filing));

  it.each<[string, Taken, ProcedureGuide, string, string]>([
    ['in person, yet carried', { ...carried, channel: 'direct' }, {}, 'direct', 'carried-by-post'],
    ['online, yet carried', { ...carried, channel: 'online' }, {}, 'online', 'carried-by-post'],
    ['online, on a slip', { ...onSlip, channel: 'online' }, {}, 'online', 'written-on-a-slip'],
    ['not by post, yet carried', carried, notByPost, 'postal', 'procedure-forbids'],
    ['filing not by post, yet carried', carried, resultByPost, 'postal', 'procedure-forbids'],
    [
      'not by post, yet said so',
      { ...atOneStop, channel: 'postal' },
      notByPost,
      'postal',
      'procedure-forbids',
    ],
    [
      'not online, yet said so',
      { ...atOneStop, channel: 'online' },
      notOnline,
      'online',
      'procedure-forbids',
    ],
    ['online only, told nothing', atOneStop, onlineOnly, 'direct', 'procedure-forbids'],
  ])('%s: refused', (_, taken, guide, channel, why) =>
    expect(takenWith(taken, guide)).toEqual({
      code: 'channel-impossible',
      channel,
      why,
      // What the law forbids is refused with the article that forbids it.
      ...(why === 'procedure-forbids' && { ground: 'test' }),
    }),
  );

  // NĐ 217/2026/NĐ-CP điều 54(1): online only, unless an incident keeps the portal from taking it.
  it.each<[string, Taken, Filing | undefined]>([
    ['carried', carried, undefined],
    ['at a one-stop', atOneStop, undefined],
    [
      'carried, the portal is down',
      { ...carried, incident: 'Cổng gián đoạn' },
      { channel: 'postal' },
    ],
    ['at a one-stop, it is down', { ...atOneStop, incident: 'x' }, { channel: 'direct' }],
    ['online', { ...atOneStop, channel: 'online' }, { channel: 'online', helpedBy: 'lan' }],
  ])('of what is filed online only, %s', (_, taken, filing) => {
    const permit = { ...aProcedure, ...onlineOnly, onlineButForIncident: 'NĐ 217/2026' };
    const result = filingTaken(permit, taken);
    if (filing) expect(result).toEqual({ ok: true, value: filing });
    else
      expect(result).toMatchObject({
        refusal: { code: 'channel-impossible', why: 'online-but-for-incident', ground: 'test' },
      });
  });
});

describe('channel, count and what the national portal is told', () => {
  it.each<[Filing, string, string]>([
    [{ channel: 'direct' }, 'direct', 'direct'],
    [{ channel: 'postal' }, 'postal', 'postal'],
    [{ channel: 'online' }, 'self-online', 'online'],
    [{ channel: 'online', helpedBy: 'lan' }, 'helped-online', 'postal'],
  ])('%j', (filing, count, channel) => {
    expect(filingCount(filing)).toBe(count);
    expect(nationalChannel(filing)).toBe(channel);
  });
});

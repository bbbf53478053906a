import { describe, expect, it } from 'vitest';
import type { Filing } from '#domain/dossier/filing.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { minutes, plus } from '#domain/time/instant.ts';
import { DossierView, dossierView } from '#edge/views/dossier.ts';
import {
  type HandedIn,
  makeRegisterDossier,
} from '#functions/intake/application/register-dossier.ts';
import { makeRegisterMany } from '#functions/intake/application/register-many.ts';
import { monday9 } from '#test/support/dossiers.ts';
import { aCounter, aCounterWithSlips, got, handedIn } from '#test/support/offline.ts';
import { clerk, refusal } from '#test/support/shipments.ts';

type Told = Partial<Pick<HandedIn, 'channel' | 'intakeMode'>>;
type Counter = Pick<ReturnType<typeof aCounter>, 'ledger'>;

/** The filing as first event, head and view of a dossier have it. */
const kept = async ({ ledger }: Counter, dossierId: DossierId) => {
  const stored = await ledger.load(dossierId);
  const [first] = await ledger.history(dossierId);
  if (!stored || first?.fact.type !== 'dossier-registered') throw new Error('no dossier');
  const view = DossierView.strict().parse(dossierView(stored));
  return [first.fact, stored.dossier, view].map(
    ({ channel, helpedBy }): Filing => ({
      channel,
      ...(helpedBy !== undefined && { helpedBy }),
    }),
  );
};

const thrice = (filing: Filing) => [filing, filing, filing];

describe('the channel of a dossier', () => {
  it.each<[string, Told, Filing]>([
    ['told nothing', {}, { channel: 'postal' }],
    ['to be carried', { intakeMode: 'agent' }, { channel: 'postal' }],
    ['in person', { intakeMode: 'onestop', channel: 'direct' }, { channel: 'direct' }],
    [
      'helped to file online',
      { intakeMode: 'onestop', channel: 'online' },
      { channel: 'online', helpedBy: clerk.id },
    ],
  ])('%s: the same in event, head and view', async (_, told, filing) => {
    const counter = aCounter();
    const register = makeRegisterDossier(counter);
    const ask = { ...handedIn, ...told, actor: clerk, idempotency: undefined };
    expect(await kept(counter, got(await register(ask)).dossierId)).toEqual(thrice(filing));
  });

  it('that cannot be is refused, and no dossier is left behind', async () => {
    const counter = aCounter();
    const register = makeRegisterDossier(counter);
    const ask = { ...handedIn, actor: clerk, idempotency: undefined };
    const impossible = { ...ask, intakeMode: 'agent', channel: 'direct' } as const;
    expect(await register(impossible)).toEqual(refusal('channel-impossible'));
    expect((await counter.index.worklist('bd-vi-thanh', 'registered', { limit: 9 })).items).toEqual(
      [],
    );
  });

  it('is each line’s own where one sender brings many', async () => {
    const counter = aCounter();
    const register = makeRegisterDossier(counter);
    const many = makeRegisterMany({ register, seals: counter.seals });
    const { applicant, ...line } = handedIn;
    const lines = [line, { ...line, intakeMode: 'onestop', channel: 'direct' } as const];
    const idempotency = { scope: 'bd-vi-thanh', key: 'many-0001', requestHash: 'h' };
    const [first, second] = await many({ actor: clerk, idempotency, applicant, lines });
    if (!first || !second) throw new Error('two lines');
    expect(await kept(counter, got(first).dossierId)).toEqual(thrice({ channel: 'postal' }));
    expect(await kept(counter, got(second).dossierId)).toEqual(thrice({ channel: 'direct' }));
  });

  it('is never online on a slip of paper', async () => {
    const counter = await aCounterWithSlips();
    const [number] = counter.numbers;
    const takenAt = plus(monday9, minutes(1));
    counter.advance(minutes(5));
    const ask = { ...handedIn, actor: clerk, idempotency: undefined, number, takenAt };
    const slip = { ...ask, wasComplete: true, intakeMode: 'onestop' } as const;
    expect(await counter.enter({ ...slip, channel: 'online' })).toEqual(
      refusal('channel-impossible'),
    );
    const entered = got(await counter.enter({ ...slip, channel: 'direct' }));
    expect(await kept(counter, entered.dossierId)).toEqual(thrice({ channel: 'direct' }));
  });
});

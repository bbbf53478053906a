import { describe, expect, it } from 'vitest';
import { textSealing } from '#adapters/node/sealing.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { firstBrokenLink, GENESIS, keptChain } from '#domain/dossier/chain.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { withoutErased } from '#domain/dossier/steps/erase-texts.ts';
import { brokenTexts, firstBrokenText } from '#domain/history/broken-texts.ts';
import {
  erased,
  erasedText,
  isSealed,
  opened,
  sealed,
  withoutTexts,
} from '#domain/history/sealed-text.ts';
import { aDossier, historyUntil, monday9, officer, suppliesAsked } from '#test/support/dossiers.ts';

const asked: DossierFact = {
  type: 'supplement-requested',
  leaseNo: 1,
  agency: 'ct-nnmt',
  ...suppliesAsked,
  requestedAt: monday9,
  requestedBy: officer.id,
};

const written = (fact: ReturnType<typeof sealed>['fact']) => ({ ...fact, schema: 2 });

describe('a fact with texts', () => {
  it('is sealed with a salt for each, says nothing without them, and reads as before with them', () => {
    const { fact, texts } = sealed(asked, textSealing);
    expect(texts.map(({ at, kept, text }) => [at, kept, text])).toEqual([
      ['reason', 'case', suppliesAsked.reason],
      ['items.0.reason', 'case', 'Thiếu bản vẽ'],
    ]);
    expect(new Set(texts.map(({ salt }) => salt)).size).toBe(2);
    expect(JSON.stringify(fact)).not.toMatch(/vẽ/);
    expect(isSealed(fact)).toBe(true);
    expect(isSealed(asked)).toBe(false);
    expect(opened(written(fact), texts)).toEqual({ ...asked, schema: 2 });
    expect(opened(written(fact), texts.slice(0, 1))).toMatchObject({
      reason: suppliesAsked.reason,
      items: [{ reason: erasedText }],
    });
    expect(erased(asked, texts.slice(1))).toMatchObject({
      reason: suppliesAsked.reason,
      items: [{ reason: erasedText }],
    });
  });

  it('has another seal each time, so that like words are not seen to be alike', () => {
    const seals = [sealed(asked, textSealing), sealed(asked, textSealing)].map(({ fact }) =>
      JSON.stringify(fact),
    );
    expect(seals[0]).not.toBe(seals[1]);
  });

  it('without texts is what it was', () => {
    const fact: DossierFact = { type: 'withdrawal-granted' };
    expect(sealed(fact, textSealing)).toEqual({ fact, texts: [] });
  });
});

describe('a chain of them', () => {
  const change = record(aDossier('acknowledged'), aDossier('acknowledged').id, [asked], {
    actor: officer,
    now: monday9,
  });
  const kept = keptChain(change.events, GENESIS, { ...textSealing, sha256 });

  it('holds with the texts and without, and tells where one was exchanged', () => {
    const links = kept.map((event) => withoutTexts(event, 'case').written);
    expect(links).toEqual(kept.map((event) => event.written));
    expect(firstBrokenLink(links, sha256)).toBe(change.events[0]?.version);
    expect(firstBrokenText(kept, textSealing.hmac)).toBeUndefined();
    const erasedOnes = kept.map((event) => withoutTexts(event, 'case'));
    expect(erasedOnes.flatMap(({ texts }) => texts)).toEqual([]);
    const { version = 0 } = change.events[0] ?? {};
    expect(brokenTexts(erasedOnes, textSealing.hmac)).toEqual([
      { version, at: 'reason', why: 'gone' },
      { version, at: 'items.0.reason', why: 'gone' },
    ]);
    const exchanged = kept.map((event) => ({
      ...event,
      texts: event.texts.map((text) => ({ ...text, text: 'Khác' })),
    }));
    expect(firstBrokenText(exchanged, textSealing.hmac)).toBe(change.events[0]?.version);
    const moved = kept.map((event) => ({
      ...event,
      texts: event.texts.map((text) => ({ ...text, at: 'agency' })),
    }));
    expect(firstBrokenText(moved, textSealing.hmac)).toBe(change.events[0]?.version);
  });
});

describe('texts that are gone', () => {
  const [at, by] = [aDossier('acknowledged'), { actor: officer, now: monday9 }];
  const erasing = (events: readonly number[], kept: 'case' | 'counter'): DossierFact => ({
    type: 'texts-erased',
    kept,
    events,
  });
  const historyOf = (...facts: readonly DossierFact[]) =>
    keptChain(record(at, at.id, facts, by).events, GENESIS, { ...textSealing, sha256 });
  const version = at.version + 1;
  const broken = (history: ReturnType<typeof historyOf>, without = true) =>
    brokenTexts(
      without ? history.map((event) => withoutTexts(event, 'case')) : history,
      textSealing.hmac,
    );

  it('are where they should be when a fact says that they were erased', () => {
    expect(broken(historyOf(asked, erasing([version], 'case')))).toEqual([]);
  });

  it.each([
    ['of another event', erasing([version + 7], 'case')],
    ['of another class', erasing([version], 'counter')],
    ['by no fact of that kind', { type: 'withdrawal-granted' } satisfies DossierFact],
  ])('are missed when what was erased is %s', (_, fact) => {
    expect(broken(historyOf(asked, fact)).map(({ why }) => why)).toEqual(['gone', 'gone']);
  });

  it('are not missed where they stand in the fact itself, as before texts lay beside', () => {
    const open = historyOf(asked).map(({ written }) => ({
      written: { ...written, fact: { ...written.fact, reason: 'Thiếu chữ ký', items: [] } },
      texts: [],
    }));
    expect(brokenTexts(open, textSealing.hmac)).toEqual([]);
  });

  it('are told where they were erased and lie there again', () => {
    expect(broken(historyOf(asked, erasing([version], 'case')), false)).toEqual([
      { version, at: 'reason', why: 'kept-on' },
      { version, at: 'items.0.reason', why: 'kept-on' },
    ]);
  });

  it('are not to be asked of an event that cannot be read, nor read where they are no texts', () => {
    const [event] = historyOf(asked);
    const unread = { written: undefined, texts: [] };
    expect(brokenTexts([unread], textSealing.hmac)).toEqual([]);
    expect(
      brokenTexts([unread, { written: event?.written, texts: undefined }], textSealing.hmac),
    ).toEqual([{ version: 2, at: '', why: 'unreadable' }]);
  });
});

describe('a dossier whose texts are erased', () => {
  it('is what its history makes without them, and otherwise as it was', () => {
    const [at, stopped] = [aDossier('acknowledged'), 'Có tranh chấp'];
    const facts: readonly DossierFact[] = [
      { type: 'warning-recorded', text: 'Nên kèm bản vẽ' },
      {
        type: 'dossier-stopped',
        agency: 'ct-nnmt',
        why: 'department',
        reason: stopped,
        stoppedBy: 'hoa',
      },
    ];
    const { after, events } = record(at, at.id, facts, { actor: officer, now: monday9 });
    const history = [...historyUntil('acknowledged').events, ...events];
    const kept = keptChain(history, GENESIS, { ...textSealing, sha256 });
    const erasing = { kept: 'case', events: kept, history } as const;
    expect(withoutErased(after, erasing)).toEqual({
      ...after,
      ending: { ...after.ending, reason: erasedText },
    });
    expect(withoutErased(after, { ...erasing, events: [] })).toEqual(after);
    expect(withoutErased(after, { ...erasing, history: [] })).toEqual(after);
  });
});

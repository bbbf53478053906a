import { describe, expect, it } from 'vitest';
import { textSealing } from '#adapters/node/sealing.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { firstBrokenLink, GENESIS, keptChain } from '#domain/dossier/chain.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { withoutErased } from '#domain/dossier/steps/erase-texts.ts';
import {
  erased,
  erasedText,
  firstBrokenText,
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
    expect(firstBrokenText(erasedOnes, textSealing.hmac)).toBeUndefined();
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

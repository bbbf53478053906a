import { join } from 'node:path';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import { openJournal } from '#local/kit/journal.ts';

interface Kept {
  readonly key: string;
  /** Absent: it is gone. */
  readonly payload?: AdapterPayload | undefined;
  readonly expiresAt: number;
}

/** What must outlive a restart; sessions, codes and half-done sign-ins need not. */
const lasting = new Set(['Grant', 'RefreshToken']);

const sweepAbove = 5_000;

class Shelf {
  readonly #items = new Map<string, Kept>();
  readonly #journal;

  constructor(directory: string) {
    this.#journal = openJournal<Kept>(join(directory, 'grants.jsonl'));
    for (const kept of this.#journal.entries) this.#place(kept);
    this.#sweep();
    this.#journal.rewrite([...this.#items.values()]);
  }

  get(key: string): AdapterPayload | undefined {
    const kept = this.#items.get(key);
    return kept && kept.expiresAt > Date.now() ? kept.payload : undefined;
  }

  put(model: string, kept: Kept): void {
    this.#place(kept);
    if (lasting.has(model)) this.#journal.append(kept);
    if (this.#items.size > sweepAbove) this.#sweep();
  }

  find(isIt: (kept: Kept) => boolean): readonly Kept[] {
    return [...this.#items.values()].filter((kept) => kept.expiresAt > Date.now() && isIt(kept));
  }

  expiryOf(key: string): number {
    return this.#items.get(key)?.expiresAt ?? 0;
  }

  #place(kept: Kept): void {
    if (kept.payload === undefined) this.#items.delete(kept.key);
    else this.#items.set(kept.key, kept);
  }

  #sweep(): void {
    for (const { key, expiresAt } of this.#items.values())
      if (expiresAt <= Date.now()) this.#items.delete(key);
  }
}

const adapterOf = (shelf: Shelf, model: string): Adapter => {
  const prefix = `${model}:`;
  const drop = (key: string): void =>
    shelf.put(key.slice(0, key.indexOf(':')), { key, expiresAt: 0 });
  const findBy = (name: 'uid' | 'userCode', value: string): AdapterPayload | undefined =>
    shelf.find(({ key, payload }) => key.startsWith(prefix) && payload?.[name] === value)[0]
      ?.payload;
  return {
    find: async (id) => shelf.get(`${prefix}${id}`),
    findByUid: async (uid) => findBy('uid', uid),
    findByUserCode: async (userCode) => findBy('userCode', userCode),
    upsert: async (id, payload, expiresIn) => {
      const expiresAt =
        expiresIn === undefined ? Number.MAX_SAFE_INTEGER : Date.now() + expiresIn * 1000;
      shelf.put(model, { key: `${prefix}${id}`, payload, expiresAt });
    },
    consume: async (id) => {
      const key = `${prefix}${id}`;
      const payload = shelf.get(key);
      const consumed = Math.floor(Date.now() / 1000);
      if (payload)
        shelf.put(model, {
          key,
          payload: { ...payload, consumed },
          expiresAt: shelf.expiryOf(key),
        });
    },
    destroy: async (id) => drop(`${prefix}${id}`),
    revokeByGrantId: async (grantId) => {
      for (const { key } of shelf.find(({ payload }) => payload?.grantId === grantId)) drop(key);
    },
  };
};

/** Where the provider keeps its things: in memory, grants and refresh tokens on disk too. */
export const openGrantStore = (directory: string): AdapterFactory => {
  const shelf = new Shelf(directory);
  return (model) => adapterOf(shelf, model);
};

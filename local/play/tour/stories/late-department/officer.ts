import type { Client } from '#local/play/client.ts';
import { simulatorsAt } from '#local/play/simulators.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import type { AtCounter } from '#local/play/tour/stories/main-way/counter.ts';
import { lease } from '#local/play/tour/stories/supplement.ts';

/** The officer's lease of this dossier, once it is in the inbox. */
export const leased = (officer: Client, dossier: AtCounter): Promise<number> =>
  eventually('a lease', () => lease(officer, dossier).catch(() => undefined));

/** The first SMS to this phone with the words. */
export const smsWith = (url: string, phone: string, words: string): Promise<string> =>
  eventually(`the SMS "${words}"`, async () => {
    const messages = await simulatorsAt(url).messages(phone);
    return messages.find(({ text }) => text.includes(words))?.text;
  });

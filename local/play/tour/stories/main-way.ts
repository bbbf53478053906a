import { randomInt } from 'node:crypto';
import { clientOf, makeClient } from '#local/play/client.ts';
import { simulatorsAt } from '#local/play/simulators.ts';
import { Disagreement, eventually } from '#local/play/tour/narrator.ts';
import type { Stage } from '#local/play/tour/stage.ts';
import { counter } from './main-way/counter.ts';
import { department } from './main-way/department.ts';
import { returnLeg } from './main-way/return-leg.ts';
import type { Way } from './main-way/way.ts';

/** A land dossier from the counter of Vị Thanh to the department and back to the citizen's door. */
export const mainWay = async (stage: Stage): Promise<void> => {
  const way: Way = { ...stage, phone: `+8491${String(randomInt(10_000_000)).padStart(7, '0')}` };
  const accepted = await counter(way);
  await department(way, accepted);
  const { waybill } = await returnLeg(way, accepted);
  await citizen(way, accepted, waybill);
  await papers(way, accepted.dossierId);
  await history(way, accepted.dossierId);
};

const citizen = async (
  { url, narrator, phone }: Way,
  { code, trackingSecret }: { readonly code: string; readonly trackingSecret: string },
  waybill: string,
): Promise<void> => {
  await narrator.step('Citizen', 'reads four SMS', async () => {
    const messages = await eventually('the fourth SMS', async () => {
      const all = await simulatorsAt(url).messages(phone);
      return all.length >= 4 ? all : undefined;
    });
    for (const { text } of messages) narrator.sees(`📱 ${text}`);
    narrator.agree('exactly four SMS, each with the code', messages.length === 4);
    narrator.agree(
      'every SMS names the dossier',
      messages.every(({ text }) => text.includes(code)),
    );
    narrator.agree(
      'one of them carries the waybill',
      messages.some(({ text }) => text.includes(waybill)),
    );
  });
  await narrator.step('Citizen', 'follows the dossier by code and secret', async () => {
    const track = await makeClient(url).call('POST /v1/track', {
      body: { code, secret: trackingSecret },
    });
    narrator.sees(`${track.code}: ${track.statusText.vi}, bưu gửi ${track.delivery?.waybill}`);
    narrator.agree('tracking says returned', track.status === 'returned');
    narrator.agree(
      'the parcel of the SMS is the parcel of the answer',
      track.delivery?.waybill === waybill && track.delivery.state === 'delivered',
    );
    const guess = await makeClient(url).refused(404, 'POST /v1/track', {
      body: { code, secret: 'WRONGONE' },
    });
    narrator.agree('a wrong secret is told nothing', guess.code === 'tracking-denied');
  });
};

const papers = async ({ url, narrator }: Way, dossierId: string): Promise<void> => {
  await narrator.step('Clerk Lan', 'asks where each paper is', async () => {
    const clerk = await clientOf(url, 'lan.vithanh');
    const found = await clerk.call('GET /v1/dossiers/{dossierId}/papers', {
      params: { dossierId },
    });
    for (const { id, holder } of found.papers)
      narrator.sees(`${id}: ${[holder.kind, holder.id].filter(Boolean).join(' ')}`);
    const result = found.papers.find(({ id }) => id === 'ket-qua');
    narrator.agree('the result is with the citizen', result?.holder.kind === 'citizen');
    narrator.agree('nothing is still owed', found.stillOwed.length === 0);
  });
};

const history = async ({ url, narrator, print }: Way, dossierId: string): Promise<void> => {
  const clerk = await clientOf(url, 'lan.vithanh');
  const { intact, events } = await clerk.call('GET /v1/dossiers/{dossierId}/history', {
    params: { dossierId },
  });
  print('\nHistory of the dossier:');
  for (const { version, recordedAt, type, actor, hash } of events)
    print(
      `  ${String(version).padStart(2)}  ${recordedAt}  ${type.padEnd(22)} ${actor.slice(0, 34).padEnd(34)} ${hash.slice(0, 12)}…`,
    );
  if (!intact) throw new Disagreement('the chain of hashes does not hold');
  await narrator.step('Anyone', 'checks the chain of hashes', async () => {
    narrator.agree(`${events.length} events, each bound to the one before`, intact);
  });
};

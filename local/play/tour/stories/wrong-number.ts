import { randomInt } from 'node:crypto';
import { type Client, clientOf, type Told } from '#local/play/client.ts';
import { simulatorsAt } from '#local/play/simulators.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import type { Machine, Stage } from '#local/play/tour/stage.ts';
import { type AtCounter, counter } from './main-way/counter.ts';
import type { Way } from './main-way/way.ts';

type CallLine = Told<'GET /v1/call-list'>['items'][number];

const justBefore = '2026-11-27T08:00';
const threeDaysLater = '2026-11-27T10:00';

const aNumber = (): string => `+8495${String(randomInt(10_000_000)).padStart(7, '0')}`;

/** A telephone that confirms nothing for three days, and a counter that calls and puts it right. */
export const wrongNumber = async (stage: Stage): Promise<void> => {
  const { machine } = stage;
  if (!machine) throw new Error('this story needs a clock of its own');
  const way: Way = { ...stage, phone: aNumber() };
  await simulatorsAt(way.url).post('/sim/phone/behaviour', { mode: 'no-receipt' });
  const dossier = await counter(way);
  await silence(way, machine, dossier);
  const call = await toCall(way, machine, dossier);
  await correction(way, dossier, call);
};

const at = (machine: Machine, time: string): void => machine.travelTo(new Date(`${time}:00+07:00`));

const messagesTo = async (
  { url }: Way,
  phone: string,
  code: string,
): Promise<readonly { readonly text: string }[]> => {
  const messages = await simulatorsAt(url).messages(phone);
  return messages.filter(({ text }) => text.includes(code));
};

const callsOf = async (someone: Client): Promise<readonly CallLine[]> =>
  (await someone.call('GET /v1/call-list')).items;

const silence = async (way: Way, machine: Machine, { code }: AtCounter): Promise<void> => {
  const { narrator, url, phone } = way;
  await narrator.step('Gateway', 'takes the SMS; no telephone ever confirms it', async () => {
    const [sms] = await eventually('the SMS', async () => {
      const found = await messagesTo(way, phone, code);
      return found.length > 0 ? found : undefined;
    });
    narrator.sees(`📱 ${sms?.text}`);
    at(machine, justBefore);
    await machine.fire('ListUnreached');
    const calls = await callsOf(await clientOf(url, 'lan.vithanh'));
    narrator.agree('for 72 hours nobody is called', calls.length === 0);
  });
};

const toCall = (
  { narrator, url, phone }: Way,
  machine: Machine,
  { dossierId }: AtCounter,
): Promise<CallLine> =>
  narrator.step('Clerk Lan', 'three days later sees whom to call', async () => {
    at(machine, threeDaysLater);
    const clerk = await clientOf(url, 'lan.vithanh');
    const call = await eventually('the call', async () => {
      await machine.fire('ListUnreached');
      return (await callsOf(clerk)).find((line) => line.dossierId === dossierId);
    });
    narrator.sees(`${call.reason}: ${call.phone}`);
    narrator.agree('with the number, for it is her office’s dossier', call.phone === phone);
    const [seen] = await callsOf(await clientOf(url, 'binh.giamsat'));
    narrator.agree('the supervisor sees the call', seen?.reference === call.reference);
    narrator.agree('without the number', seen?.phone === undefined);
    return call;
  });

const correction = async (
  way: Way,
  { dossierId, code }: AtCounter,
  { reference }: CallLine,
): Promise<void> => {
  const { narrator, url } = way;
  const right = aNumber();
  await narrator.step(
    'Clerk Lan',
    'calls: a stranger answers; she puts the number right',
    async () => {
      const clerk = await clientOf(url, 'lan.vithanh');
      await clerk.call('POST /v1/call-list/{reference}/settled', {
        params: { reference },
        body: { outcome: 'wrong-number' },
      });
      narrator.agree('the call is off the list', (await callsOf(clerk)).length === 0);
      const reason = 'wrong-number';
      await clerk.call('POST /v1/dossiers/{dossierId}/contact', {
        params: { dossierId },
        body: { phone: right, reason },
      });
    },
  );
  await narrator.step('Citizen', 'hears at last, and once', async () => {
    const told = await eventually('the SMS', async () => {
      const found = await messagesTo(way, right, code);
      return found.length > 0 ? found : undefined;
    });
    narrator.sees(`📱 ${told[0]?.text}`);
    narrator.agree('one message', told.length === 1);
    const wrong = await messagesTo(way, way.phone, code);
    narrator.agree('nothing more went to the stranger', wrong.length === 1);
    const history = await (await clientOf(url, 'lan.vithanh')).call(
      'GET /v1/dossiers/{dossierId}/history',
      { params: { dossierId } },
    );
    narrator.agree('the history holds', history.intact);
    const hidden = [right, way.phone].every((n) => !JSON.stringify(history).includes(n.slice(3)));
    narrator.agree('and has neither number in it', hidden);
  });
};

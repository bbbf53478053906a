import { type Client, clientOf, makeClient } from '#local/play/client.ts';
import { sha256Of } from '#local/play/scanner.ts';
import { simulatorsAt } from '#local/play/simulators.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import { askForCode } from '#local/play/tour/stories/ask-for-code.ts';
import type { AtCounter } from '#local/play/tour/stories/main-way/counter.ts';
import type { Way } from '#local/play/tour/stories/main-way/way.ts';

/** The citizen is told where the result waits, and fetches it against an identity document. */
export const backAtTheCounter = async (way: Way, dossier: AtCounter): Promise<void> => {
  const clerk = await clientOf(way.url, 'lan.vithanh');
  await sms(way, dossier, 'dang chuyen ve', 'is told where the result waits');
  await follows(way, dossier, 9);
  await handOver(way, clerk, dossier);
  await sms(
    way,
    dossier,
    'da duoc giao',
    'hears that it was handed over, should it be somebody else',
  );
  await follows(way, dossier, 10);
  await rates(way, dossier);
  await history(way, clerk, dossier);
};

const sms = ({ url, narrator, phone }: Way, { code }: AtCounter, words: string, what: string) =>
  narrator.step('Citizen', what, async () => {
    const text = await eventually(`an SMS with “${words}”`, async () => {
      const messages = await simulatorsAt(url).messages(phone);
      return messages.find((message) => message.text.includes(words))?.text;
    });
    narrator.sees(`📱 ${text}`);
    narrator.agree('it names the dossier', text.includes(code));
  });

const follows = ({ url, narrator }: Way, { code, trackingSecret }: AtCounter, wanted: number) =>
  narrator.step('Citizen', 'follows the dossier by code and secret', async () => {
    const track = await makeClient(url).call('POST /v1/track', {
      body: { code, secret: trackingSecret },
    });
    narrator.sees(`${code}: ${track.statusText.vi}`);
    narrator.agree(`status ${wanted}`, track.nationalStatus === wanted);
  });

const rates = async (way: Way, receipt: AtCounter): Promise<void> => {
  const otp = await askForCode(way, receipt);
  const { url, narrator } = way;
  await narrator.step('Citizen', 'says on the tablet what they think of it', async () => {
    const { code, trackingSecret: secret } = receipt;
    const given = { level: 'dissatisfied' } as const;
    const anybody = makeClient(url);
    await anybody.refused(401, 'POST /v1/satisfaction/ratings', { body: given });
    narrator.agree('who prints the receipt cannot rate with it', true);
    const { token } = await anybody.call('POST /v1/track/session', { body: { code, secret, otp } });
    const tablet = makeClient(url, token);
    await tablet.refused(422, 'POST /v1/satisfaction/ratings', { body: given });
    narrator.agree('a dislike needs its reason', true);
    await tablet.call('POST /v1/satisfaction/ratings', {
      body: { ...given, reason: { code: 'phat-ket-qua' } },
    });
    await tablet.refused(409, 'POST /v1/satisfaction/ratings', {
      body: { ...given, level: 'satisfied' },
    });
    narrator.agree('once a dossier', true);
  });
};

const handOver = ({ narrator }: Way, clerk: Client, { dossierId }: AtCounter): Promise<void> =>
  narrator.step('Clerk Lan', 'hands the result over at the counter', async () => {
    const taken = {
      receiver: 'self' as const,
      receiverName: 'Nguyễn Thị Ánh',
      identityChecked: true as const,
      signatureSha256: sha256Of(Buffer.from('chữ ký của người nhận')),
    };
    await clerk.refused(409, 'POST /v1/dossiers/{dossierId}/pick-up', {
      params: { dossierId },
      body: taken,
    });
    narrator.agree('not what the courier still answers for', true);
    const { delivery } = await clerk.call('GET /v1/dossiers/{dossierId}', {
      params: { dossierId },
    });
    const shipmentId = delivery?.shipmentId ?? '';
    await clerk.call('POST /v1/shipments/{shipmentId}/taken-in', { params: { shipmentId } });
    await clerk.refused(400, 'POST /v1/dossiers/{dossierId}/pick-up', {
      params: { dossierId },
      // @ts-expect-error the contract wants a look at it; the server has to say so too
      body: { ...taken, identityChecked: false },
    });
    narrator.agree('not without a look at the identity document', true);
    await clerk.refused(422, 'POST /v1/dossiers/{dossierId}/pick-up', {
      params: { dossierId },
      body: { ...taken, receiverName: 'Lê Văn Út' },
    });
    narrator.agree('not to somebody who is not authorised', true);
    const { status } = await clerk.call('POST /v1/dossiers/{dossierId}/pick-up', {
      params: { dossierId },
      body: taken,
    });
    narrator.agree('returned, with proof', status === 'returned');
  });

const history = ({ narrator }: Way, clerk: Client, { dossierId }: AtCounter): Promise<void> =>
  narrator.step('Anyone', 'reads how it came to that', async () => {
    const { intact, events } = await clerk.call('GET /v1/dossiers/{dossierId}/history', {
      params: { dossierId },
    });
    const end = events.slice(events.findIndex(({ type }) => type === 'result-dispatched'));
    narrator.sees(end.map(({ type }) => type).join(' → '));
    narrator.agree(
      'sent, told to come back, taken in at the counter, picked up; never delivered',
      end.map(({ type }) => type).join() ===
        'result-dispatched,result-returned-to-agency,papers-taken-back,result-picked-up',
    );
    narrator.agree('the history names nobody', !JSON.stringify(events).includes('Nguyễn Thị Ánh'));
    narrator.agree('the chain of hashes holds', intact);
  });

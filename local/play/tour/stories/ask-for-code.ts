import { makeClient } from '#local/play/client.ts';
import { simulatorsAt } from '#local/play/simulators.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import type { Way } from '#local/play/tour/stories/main-way/way.ts';

export interface Receipt {
  readonly code: string;
  readonly trackingSecret: string;
}

const codesOn = async ({ url, phone }: Way): Promise<readonly string[]> => {
  const messages = await simulatorsAt(url).messages(phone);
  return messages.flatMap(({ text }) => /Ma xac nhan \d{6}.*/.exec(text)?.[0] ?? []);
};

/** The six digits that open a citizen's session, as the telephone shows them. */
export const askForCode = (way: Way, { code, trackingSecret: secret }: Receipt): Promise<string> =>
  way.narrator.step('Citizen', 'asks for a code with what the receipt says', async () => {
    const before = (await codesOn(way)).length;
    await makeClient(way.url).call('POST /v1/track/otp', { body: { code, secret } });
    const sms = await eventually('the SMS with the code', async () => (await codesOn(way))[before]);
    way.narrator.sees(`📱 ${sms}`);
    return /\d{6}/.exec(sms)?.[0] ?? '';
  });

import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { type Client, makeClient } from '../client.ts';
import { writeKeepsake } from '../keepsake.ts';
import { eventually } from '../narrator.ts';
import type { Stage } from '../stage.ts';
import { counter } from './main-way/counter.ts';
import type { Way } from './main-way/way.ts';

interface Sentence {
  readonly vi: string;
}

interface Detail {
  readonly applicant: string;
  readonly way: readonly { readonly text: Sentence; readonly since: string }[];
  readonly whyThisDate: readonly Sentence[];
  readonly papers: readonly { readonly text: Sentence }[];
}

interface Receipt {
  readonly code: string;
  readonly trackingSecret: string;
}

/** The citizen at home: receipt and phone open the dossier, and a script checks its history. */
export const citizen = async (stage: Stage): Promise<void> => {
  const way: Way = { ...stage, phone: `+8491${String(randomInt(10_000_000)).padStart(7, '0')}` };
  const receipt = await counter(way);
  const otp = await askForCode(way, receipt);
  const session = await openDossier(way, receipt, otp);
  await readDetail(way, session);
  await checkHistory(way, session);
};

const askForCode = (
  { url, narrator, phone }: Way,
  { code, trackingSecret: secret }: Receipt,
): Promise<string> =>
  narrator.step('Citizen', 'asks for a code with what the receipt says', async () => {
    await makeClient(url).post('/v1/track/otp', { code, secret }, 202);
    return eventually('the SMS with the code', async () => {
      const { messages } = await makeClient(url).get<{ messages: readonly { text: string }[] }>(
        `/sim/phone/messages?phone=${encodeURIComponent(phone)}`,
      );
      const sms = messages.map(({ text }) => text).find((text) => text.includes('Ma xac nhan'));
      if (sms) narrator.sees(`📱 ${sms}`);
      return sms && /\d{6}/.exec(sms)?.[0];
    });
  });

const openDossier = ({ url, narrator }: Way, { code }: Receipt, otp: string): Promise<Client> =>
  narrator.step('Citizen', 'opens the dossier with the six digits', async () => {
    const anybody = makeClient(url);
    const wrong = otp === '000000' ? '111111' : '000000';
    await anybody.post('/v1/track/session', { code, otp: wrong }, 401);
    const { token } = await anybody.post<{ token: string }>(
      '/v1/track/session',
      { code, otp },
      201,
    );
    await anybody.post('/v1/track/session', { code, otp }, 401);
    narrator.agree('other digits are refused, and the same digits a second time', true);
    return makeClient(url, token);
  });

const readDetail = ({ narrator }: Way, session: Client): Promise<void> =>
  narrator.step(
    'Citizen',
    'reads who has it, since when, and why the date is that date',
    async () => {
      const { applicant, way, whyThisDate, papers } = await session.get<Detail>('/v1/track/detail');
      for (const { text, since } of way) narrator.sees(`${since}  ${text.vi}`);
      for (const { text } of papers) narrator.sees(`Giấy tờ: ${text.vi}`);
      for (const { vi } of whyThisDate) narrator.sees(`  ${vi}`);
      narrator.agree('the own name is masked', applicant === 'N. T. Ánh');
    },
  );

const checkHistory = ({ url, narrator }: Way, session: Client): Promise<void> =>
  narrator.step('Citizen', 'checks the history with the published script', async () => {
    const text = JSON.stringify(await session.get('/v1/track/history'));
    const script = writeKeepsake(
      'verify-history.mjs',
      await makeClient(url).bytes('/verify-history.mjs'),
    );
    const verify = (input: string) =>
      spawnSync(process.execPath, [script], { input, encoding: 'utf8' });
    const { status, stdout } = verify(text);
    for (const line of stdout.trim().split('\n')) narrator.sees(line);
    // Today is anchored at 00:30 tomorrow: until then the links hold and the script says no more.
    narrator.agree('every link holds', status === 2 && stdout.startsWith('✓'));
    narrator.agree('one changed word breaks it', verify(text.replace('ct-', 'hg-')).status === 1);
  });

import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { type Client, makeClient } from '#local/play/client.ts';
import { writeArtefact } from '#local/play/tour/artefact.ts';
import type { Stage } from '#local/play/tour/stage.ts';
import { askForCode, type Receipt } from './ask-for-code.ts';
import { counter } from './main-way/counter.ts';
import type { Way } from './main-way/way.ts';

const day = '2027-03-02';
const nightAfter = new Date('2027-03-03T00:30:00+07:00');

/** The citizen at home: receipt and phone open the dossier, and a script proves its history. */
export const citizen = async (stage: Stage): Promise<void> => {
  const { machine } = stage;
  if (!machine) throw new Error('this story needs a clock of its own');
  const way: Way = { ...stage, phone: `+8491${String(randomInt(10_000_000)).padStart(7, '0')}` };
  const receipt = await counter(way);
  const today = await openDossier(way, receipt, await askForCode(way, receipt));
  await readDetail(way, today);
  await checkLinks(way, today);
  machine.travelTo(nightAfter);
  await way.narrator.step('Night', `anchors ${day}`, () => machine.fire('AnchorDay'));
  const later = await openDossier(way, receipt, await askForCode(way, receipt));
  await proveHistory(way, later);
};

const openDossier = (
  { url, narrator }: Way,
  { code, trackingSecret: secret }: Receipt,
  otp: string,
): Promise<Client> =>
  narrator.step('Citizen', 'opens the dossier with the six digits', async () => {
    const anybody = makeClient(url);
    const wrong = otp === '000000' ? '111111' : '000000';
    await anybody.refused(401, 'POST /v1/track/session', { body: { code, secret, otp: wrong } });
    const { token } = await anybody.call('POST /v1/track/session', { body: { code, secret, otp } });
    await anybody.refused(401, 'POST /v1/track/session', { body: { code, secret, otp } });
    narrator.agree('other digits are refused, and the same digits a second time', true);
    return makeClient(url, token);
  });

const readDetail = ({ narrator }: Way, session: Client): Promise<void> =>
  narrator.step('Citizen', 'reads who has it, since when, and why that date', async () => {
    const { applicant, way, whyThisDate, papers } = await session.call('GET /v1/track/detail');
    for (const { text, since } of way) narrator.sees(`${since}  ${text.vi}`);
    for (const { text } of papers) narrator.sees(`Giấy tờ: ${text.vi}`);
    for (const { vi } of whyThisDate) narrator.sees(`  ${vi}`);
    narrator.agree('the own name is masked', applicant === 'N. T. Ánh');
  });

/** Runs the script as it is published: the history goes in, the exit code and its sentences come out. */
const verify = async ({ url }: Way, history: string, anchor?: string) => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const script = await makeClient(url).bytes('/verify-history.mjs');
  const files = [
    writeArtefact('verify-history.mjs', script),
    writeArtefact('history.json', bytesOf(history)),
    ...(anchor === undefined ? [] : [writeArtefact('anchor.json', bytesOf(anchor))]),
  ];
  const { status, stdout } = spawnSync(process.execPath, files, { encoding: 'utf8' });
  return { status, lines: stdout.trim().split('\n') };
};

const checkLinks = (way: Way, session: Client): Promise<void> =>
  way.narrator.step('Citizen', 'checks the history with the published script', async () => {
    const history = JSON.stringify(await session.call('GET /v1/track/history'));
    const { status, lines } = await verify(way, history);
    for (const line of lines) way.narrator.sees(line);
    way.narrator.agree('every link holds, and nothing more is claimed today', status === 2);
  });

const proveHistory = (way: Way, session: Client): Promise<void> =>
  way.narrator.step('Citizen', 'proves the history by the anchor of its day', async () => {
    const history = JSON.stringify(await session.call('GET /v1/track/history'));
    const anchor = JSON.stringify(
      await makeClient(way.url).call('GET /v1/anchors/{day}', { params: { day } }),
    );
    const forged = await verify(way, history.replace('bd-vi-thanh', 'bd-nga-bay'), anchor);
    way.narrator.agree('one changed word breaks it', forged.status === 1);
    const { status, lines } = await verify(way, history, anchor);
    for (const line of lines) way.narrator.sees(line);
    way.narrator.agree('proved, down to the anchor', status === 0);
    way.narrator.sees('.local/tour: verify-history.mjs history.json anchor.json');
  });

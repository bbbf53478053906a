import { randomInt } from 'node:crypto';
import type { Client, Told } from '#local/play/client.ts';
import { simulatorsAt } from '#local/play/simulators.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import { type Procedure, scanAll } from '#local/play/tour/stories/main-way/counter.ts';
import type { Way } from '#local/play/tour/stories/main-way/way.ts';

export type Slip = Block['slips'][number];

export type Block = Told<'GET /v1/temporary-blocks/{block}'>;

/** What a citizen and a clerk wrote on a slip. */
export interface Written {
  readonly number: string;
  readonly secret: string;
  readonly name: string;
  readonly phone: string;
  readonly takenAt: string;
  readonly wasComplete: boolean;
}

export type Accepted = Told<'POST /v1/dossiers/{dossierId}/accept'>;

export const aPhone = (): string => `+8498${String(randomInt(10_000_000)).padStart(7, '0')}`;

/** What the clerk types from the slip. */
export const entryOf = (
  procedure: Procedure,
  { number, takenAt, wasComplete, ...who }: Written,
) => ({
  number,
  takenAt,
  wasComplete,
  procedure: procedure.code,
  intakeMode: 'onestop' as const,
  applicant: {
    name: who.name,
    personalNumber: '093190001234',
    phone: who.phone.replace('+84', '0'),
    address: 'Ấp 3, xã Vị Tân, TP Cần Thơ',
  },
  components: procedure.components
    .filter(({ required }) => required)
    .map(({ id, copyKind, count }) => ({ id, copyKind, count })),
  fees: { stateFeesVnd: 50_000, postageVnd: 28_000 },
});

/** Entered, scanned and accepted. */
export const enter = async (
  clerk: Client,
  way: Way,
  procedure: Procedure,
  slip: Written,
): Promise<Accepted> => {
  const body = entryOf(procedure, slip);
  const { dossierId } = await clerk.call('POST /v1/back-entries', { body });
  const quiet = { ...way, narrator: { ...way.narrator, sees: () => undefined } };
  await scanAll(
    clerk,
    quiet,
    dossierId,
    procedure.components.filter(({ required }) => required),
  );
  return clerk.call('POST /v1/dossiers/{dossierId}/accept', { params: { dossierId }, body: {} });
};

export const smsTo = ({ url }: Way, phone: string, word: string): Promise<string> =>
  eventually(`an SMS with "${word}"`, async () => {
    const messages = await simulatorsAt(url).messages(phone);
    return messages.find(({ text }) => text.includes(word))?.text;
  });

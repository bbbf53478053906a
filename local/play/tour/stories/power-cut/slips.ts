import { randomInt } from 'node:crypto';
import { type Client, makeClient } from '#local/play/client.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import { type Procedure, scanAll } from '#local/play/tour/stories/main-way/counter.ts';
import type { Way } from '#local/play/tour/stories/main-way/way.ts';

export interface Slip {
  readonly number: string;
  readonly state: string;
  readonly trackingSecret?: string;
  readonly dossierId?: string;
}

export interface Block {
  readonly block: string;
  readonly state: string;
  readonly counts: Readonly<Record<'blank' | 'used' | 'void' | 'returned' | 'missing', number>>;
  readonly missing: readonly string[];
  readonly slips: readonly Slip[];
}

/** What a citizen and a clerk wrote on a slip. */
export interface Written {
  readonly number: string;
  readonly secret: string;
  readonly name: string;
  readonly phone: string;
  readonly takenAt: string;
  readonly wasComplete: boolean;
}

export interface Accepted {
  readonly dossierId: string;
  readonly code: string;
  readonly acceptedAt: string;
  readonly dueAt: string;
  readonly explanation: { readonly vi: readonly string[] };
}

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
  intakeMode: 'onestop',
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
  const { dossierId } = await clerk.post<{ dossierId: string }>('/v1/back-entries', body, 201);
  const quiet = { ...way, narrator: { ...way.narrator, sees: () => undefined } };
  await scanAll(
    clerk,
    quiet,
    dossierId,
    procedure.components.filter(({ required }) => required),
  );
  return clerk.post<Accepted>(`/v1/dossiers/${dossierId}/accept`, {});
};

export const smsTo = ({ url }: Way, phone: string, word: string): Promise<string> =>
  eventually(`an SMS with "${word}"`, async () => {
    const { messages } = await makeClient(url).get<{ messages: readonly { text: string }[] }>(
      `/sim/phone/messages?phone=${encodeURIComponent(phone)}`,
    );
    return messages.find(({ text }) => text.includes(word))?.text;
  });

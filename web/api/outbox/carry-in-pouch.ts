import type { Client } from '#api/client.ts';
import type { ProblemDetails } from '#api/problem-details.ts';
import type { Contracts } from '../contracts.ts';
import { type Content, findContent, packInto, takeOutOf } from '../packing.ts';
import type { Act, Answer, Heard } from './act.ts';

interface Sending {
  readonly act: Act;
  readonly client: Client<Contracts>;
  /** Keeps what is known of an act while it is under way. */
  readonly note: (answer: Answer) => Promise<void>;
  readonly refused: (problem: ProblemDetails) => Heard;
}

const { parse } = JSON;

const knownIn = ({ dossierId, returnOrderId }: Answer): Content | undefined => {
  if (dossierId !== undefined) return { dossierId };
  return returnOrderId === undefined ? undefined : { returnOrderId };
};

/** What the number means is kept before anything is packed: sent again, it means the same. */
const pack = async (sending: Sending, pouchId: string): Promise<Heard> => {
  const { act, client, refused, note } = sending;
  let content = knownIn(act.answer ?? {});
  if (!content) {
    const found = await findContent(client, parse(act.body).number);
    if (!found.ok) return refused(found.problem);
    content = found.body;
    await note(content);
  }
  const told = await packInto(client, { pouchId, content, key: act.key });
  return told.ok ? { kind: 'done', answer: {} } : refused(told.problem);
};

/** An act on a pouch, as it was done at its counter. */
export const carryInPouch = async (sending: Sending, pouchId: string): Promise<Heard> => {
  const { act, client, refused } = sending;
  const { key } = act;
  if (act.kind === 'pack') return pack(sending, pouchId);
  // The types are those of what was written down; the bytes are the act's own.
  const body = parse(act.body);
  const told =
    act.kind === 'unpack'
      ? await takeOutOf(client, { pouchId, content: body, key })
      : await client.call('POST /v1/pouches/{pouchId}/count', { params: { pouchId }, body, key });
  return told.ok ? { kind: 'done', answer: {} } : refused(told.problem);
};

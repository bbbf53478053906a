import { randomInt } from 'node:crypto';
import type { Client, Told } from '#local/play/client.ts';
import { simulatorsAt } from '#local/play/simulators.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import type { Stage } from '#local/play/tour/stage.ts';
import { anotherPhone, type Carried, type Cast, carry, castOf } from './faulty-pouch/cast.ts';
import { handedOver, type PaperCount, type Pouch, sealed } from './faulty-pouch/pouch.ts';
import type { Way } from './main-way/way.ts';

type DossierView = Told<'GET /v1/dossiers/{dossierId}'>;

interface Four {
  readonly whole: Carried;
  readonly short: Carried;
  readonly astray: Carried;
  readonly torn: Carried;
}

/**
 * The post as the citizens' courier: four dossiers in a sealed pouch, of which one lacks a paper, one
 * is damaged and one belongs elsewhere. The good ones are filed by the signature; the others later.
 */
export const faultyPouch = async (stage: Stage): Promise<void> => {
  const way: Way = { ...stage, phone: anotherPhone() };
  const cast = await way.narrator.step('Clerk, courier, officers', 'sign in', () => castOf(way));
  const four = await slips(cast);
  await toldOfSlip(way, four.whole);
  const pouch = await underWay(cast, four);
  const lost = await counted(cast, four, pouch);
  await filed(cast, four);
  await missingAndFound(cast, four.short, lost);
  await readdressed(cast, four.astray);
};

const slips = (cast: Cast): Promise<Four> =>
  cast.way.narrator.step(
    'Clerk Lan',
    'takes in four dossiers as the citizens’ courier',
    async () => {
      const whole = await carry(cast);
      const short = await carry(cast);
      const astray = await carry(cast);
      const torn = await carry(cast);
      cast.way.narrator.agree('none is accepted at this counter, each has its slip', true);
      return { whole, short, astray, torn };
    },
  );

const smsTo = (way: Way, phone: string, word: string): Promise<string> =>
  eventually(`an SMS with "${word}"`, async () => {
    const messages = await simulatorsAt(way.url).messages(phone);
    return messages.find(({ text }) => text.includes(word))?.text;
  });

const toldOfSlip = (way: Way, { phone, slip }: Carried): Promise<void> =>
  way.narrator.step('Citizen', 'is told that the date is provisional', async () => {
    const text = await smsTo(way, phone, slip);
    way.narrator.sees(`📱 ${text}`);
    way.narrator.agree('it says "Du kien", not "Hen tra"', text.includes('Du kien'));
  });

const underWay = async (
  { way: { narrator }, clerk, courier }: Cast,
  four: Four,
): Promise<Pouch> => {
  const sealNumber = `NP${randomInt(1_000_000)}`;
  const ids = Object.values(four).map(({ dossierId }: Carried) => dossierId);
  const pouch = await narrator.step('Clerk Lan', 'packs and seals the pouch', async () => {
    const made = await sealed(clerk, 'ct-nnmt', ids, sealNumber);
    narrator.sees(
      `${made.lines.length} hồ sơ, niêm phong ${sealNumber}, đếm trước ${made.countBy}`,
    );
    await clerk.refused(409, 'POST /v1/pouches/{pouchId}/pack', {
      params: { pouchId: made.pouchId },
      body: { dossierId: four.whole.dossierId },
    });
    narrator.agree('a sealed pouch takes nothing more', true);
    return made;
  });
  await narrator.step('Courier Tuấn', 'reads the seal and takes the pouch', async () => {
    await courier.refused(409, 'POST /v1/pouches/{pouchId}/take', {
      params: { pouchId: pouch.pouchId },
      body: { sealNumber: 'another' },
    });
    await courier.call('POST /v1/pouches/{pouchId}/take', {
      params: { pouchId: pouch.pouchId },
      body: { sealNumber },
    });
    const { papers } = await clerk.call('GET /v1/dossiers/{dossierId}/papers', {
      params: { dossierId: four.whole.dossierId },
    });
    narrator.agree(
      '"where is my paper?": in a pouch under way',
      papers.every((paper) => paper.pouch?.state === 'under-way'),
    );
  });
  return pouch;
};

const counted = (
  { way: { narrator }, courier, officer }: Cast,
  { whole, short, astray, torn }: Four,
  { pouchId, lines }: Pouch,
): Promise<PaperCount> =>
  narrator.step('Officer Hoa and Courier Tuấn', 'count line by line and sign', async () => {
    const packedOf = (dossierId: string): readonly PaperCount[] =>
      (lines.find((line) => line.dossierId === dossierId)?.papers ?? []).map(
        ({ id, copyKind, count }) => ({ id, copyKind, count }),
      );
    const [lost, ...found] = packedOf(short.dossierId);
    if (!lost) throw new Error('no papers in the pouch');
    const complete = { dossierId: whole.dossierId, verdict: 'complete' } as const;
    await officer.refused(422, 'POST /v1/pouches/{pouchId}/count', {
      params: { pouchId },
      body: { isSealIntact: true, lines: [complete] },
    });
    narrator.agree('a count that leaves lines out is refused', true);
    const signed = await handedOver({ courier, receiver: officer }, pouchId, {
      lines: [
        complete,
        { dossierId: short.dossierId, verdict: 'missing', found },
        {
          dossierId: astray.dossierId,
          verdict: 'wrong-department',
          isTaken: false,
          found: packedOf(astray.dossierId),
          remark: 'Thuộc thẩm quyền Sở Tư pháp',
        },
        { dossierId: torn.dossierId, verdict: 'damaged', remark: 'Rách góc, còn đọc được' },
      ],
      strays: ['Một tờ khai không tên'],
    });
    const { giver, receiver } = signed.signatures;
    narrator.sees(`bên giao ${giver?.name}, bên nhận ${receiver?.name}, lúc ${receiver?.at}`);
    narrator.agree('the receiver could not sign before the courier', true);
    narrator.agree('settled at once', signed.state === 'settled');
    return lost;
  });

const read = (of: Client, { dossierId }: Carried): Promise<DossierView> =>
  of.call('GET /v1/dossiers/{dossierId}', { params: { dossierId } });

const filed = (
  { way: { narrator }, clerk, officer }: Cast,
  { whole, short, astray, torn }: Four,
): Promise<void> =>
  narrator.step('Clerk Lan', 'sees which dossiers are filed', async () => {
    for (const carried of [whole, torn]) {
      const { status, acceptance } = await read(clerk, carried);
      narrator.sees(`${carried.slip} → ${acceptance?.code}, nhận lúc ${acceptance?.acceptedAt}`);
      narrator.agree('filed: the rest of the pouch proceeds', status === 'accepted');
    }
    for (const carried of [short, astray]) {
      const { status, acceptance } = await read(clerk, carried);
      narrator.agree('not filed, no clock runs', status === 'registered' && !acceptance);
    }
    await officer.refused(404, 'GET /v1/dossiers/{dossierId}', {
      params: { dossierId: astray.dossierId },
    });
    narrator.agree('the department does not see what it did not take', true);
    await eventually('arrival in the inbox', async () => {
      const { items } = await officer.call('GET /v1/departments/{agencyId}/inbox', {
        params: { agencyId: 'ct-nnmt' },
        query: { limit: 100 },
      });
      return items.some(({ dossierId }) => dossierId === whole.dossierId) || undefined;
    });
    narrator.agree('the filed one lies in its inbox', true);
  });

const missingAndFound = async (cast: Cast, short: Carried, lost: PaperCount): Promise<void> => {
  const { way, clerk, courier, officer } = cast;
  const { narrator } = way;
  await narrator.step('Citizen', 'is told that a paper is being looked for', async () => {
    narrator.sees(`📱 ${await smsTo(way, short.phone, 'chua nhan du')}`);
    const { papers } = await clerk.call('GET /v1/dossiers/{dossierId}/papers', {
      params: { dossierId: short.dossierId },
    });
    const missing = papers.find(({ holder }) => holder.kind === 'missing');
    narrator.agree('the paper counts as missing in that pouch', missing?.id === lost.id);
  });
  await narrator.step('Clerk Lan', 'finds it and sends it after', async () => {
    await clerk.call('POST /v1/dossiers/{dossierId}/papers/recovered', {
      params: { dossierId: short.dossierId },
      body: {
        papers: [lost],
        how: 'found',
      },
    });
    const signedAt = await secondPouch({ clerk, courier, receiver: officer }, 'ct-nnmt', short);
    const { acceptance } = await read(clerk, short);
    narrator.sees(`${short.slip} → ${acceptance?.code}, nhận lúc ${acceptance?.acceptedAt}`);
    narrator.agree(
      'the clock starts when the missing paper is signed for',
      acceptance?.acceptedAt === signedAt,
    );
  });
};

const readdressed = async (cast: Cast, astray: Carried): Promise<void> => {
  const { way, clerk, courier, otherOfficer } = cast;
  const { narrator } = way;
  await narrator.step('Clerk Lan', 'takes back what went astray and sends it on', async () => {
    await clerk.call('POST /v1/dossiers/{dossierId}/papers/taken-back', {
      params: { dossierId: astray.dossierId },
      body: {},
    });
    const slip = await clerk.call('POST /v1/dossiers/{dossierId}/slip', {
      params: { dossierId: astray.dossierId },
      body: { agency: 'ct-tp' },
    });
    narrator.agree('a new slip', slip.slip !== astray.slip);
    await secondPouch({ clerk, courier, receiver: otherOfficer }, 'ct-tp', astray);
    const { status, acceptance } = await read(clerk, astray);
    narrator.sees(`${slip.slip} → ${acceptance?.code}`);
    narrator.agree('filed with the right department', status === 'accepted');
  });
};

/** A pouch with one dossier, complete; answers when it was signed for. */
const secondPouch = async (
  { clerk, courier, receiver }: Record<'clerk' | 'courier' | 'receiver', Client>,
  agency: string,
  { dossierId }: Carried,
): Promise<string | undefined> => {
  const sealNumber = `NP${randomInt(1_000_000)}`;
  const { pouchId } = await sealed(clerk, agency, [dossierId], sealNumber);
  await courier.call('POST /v1/pouches/{pouchId}/take', {
    params: { pouchId },
    body: { sealNumber },
  });
  const lines = [{ dossierId, verdict: 'complete' as const }];
  const { signatures } = await handedOver({ courier, receiver }, pouchId, { lines });
  return signatures['receiver']?.at;
};

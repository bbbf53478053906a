import { type Client, clientOf } from '#local/play/client.ts';
import type { Narrator } from '#local/play/tour/narrator.ts';

export interface Purses {
  readonly charge: number;
  readonly fee: number;
  readonly postage: number;
  readonly cod: number;
}

interface Shift {
  readonly shiftId: string;
  readonly cashVnd: number;
  readonly drawer: Purses;
}

interface Remittance {
  readonly number: string;
  readonly state: string;
  readonly purses: Purses;
  readonly postageVnd: number;
}

const nobody = { charge: 0, fee: 0, postage: 0, cod: 0 };

/** Each purse as a person reads it. */
export const told = ({ charge, fee, postage, cod }: Purses): string =>
  `lệ phí ${charge} · phí ${fee} · cước ${postage} · thu hộ ${cod}`;

interface Story {
  readonly url: string;
  readonly narrator: Narrator;
  readonly shipmentId: string;
  readonly due: Purses;
}

/** From the courier’s pocket into the drawer, the safe, and to the agency, which counts it. */
export const intoTheBook = async (story: Story): Promise<void> => {
  const { url } = story;
  const [clerk, courier, supervisor, officer] = await Promise.all([
    clientOf(url, 'lan.vithanh'),
    clientOf(url, 'tuan.vithanh'),
    clientOf(url, 'binh.giamsat'),
    clientOf(url, 'hoa.nnmt'),
  ]);
  await late(story, courier, supervisor);
  const shift = await handIn(story, clerk);
  await close(story, clerk, shift);
  const sent = await remit(story, clerk);
  await count(story, officer, sent);
};

const late = ({ narrator, due }: Story, courier: Client, supervisor: Client): Promise<void> =>
  narrator.step(
    'Supervisor Bình',
    'sees two days later whose money lies in no drawer',
    async () => {
      const { items } = await supervisor.call('GET /v1/door-money');
      const [owed] = items;
      narrator.sees(`${owed?.debtor.slice(0, 14)}…: ${told(owed?.owed ?? nobody)}`);
      narrator.agree('each purse apart', JSON.stringify(owed?.owed) === JSON.stringify(due));
      narrator.agree(`late since ${owed?.handInBy}`, owed?.isLate === true);
      const own = await courier.call('GET /v1/door-money');
      narrator.agree('the courier sees the same of his own', own.items.length === 1);
    },
  );

const handIn = ({ narrator, shipmentId, due }: Story, clerk: Client): Promise<Shift> =>
  narrator.step('Clerk Lan', 'opens her drawer and takes the money in', async () => {
    await clerk.call('POST /v1/shifts', { body: { floatVnd: 200_000 } });
    await clerk.refused(409, 'POST /v1/door-money/{shipmentId}/hand-ins', {
      params: { shipmentId },
      body: { ...due, cod: due.cod + 1_000 },
    });
    narrator.agree('no đồng more than the citizen paid', true);
    const receipt = await clerk.call('POST /v1/door-money/{shipmentId}/hand-ins', {
      params: { shipmentId },
      body: due,
    });
    narrator.sees(`biên lai ${receipt.number} for ${receipt.agency}`);
    const { items } = await clerk.call('GET /v1/door-money');
    narrator.agree('nobody owes anything any more', items.length === 0);
    const shift = await clerk.call('GET /v1/shifts/current');
    narrator.sees(`the drawer should hold ${shift.cashVnd} đồng: ${told(shift.drawer)}`);
    return shift;
  });

const close = ({ narrator }: Story, clerk: Client, { shiftId, cashVnd }: Shift): Promise<void> =>
  narrator.step('Clerk Lan', 'counts her notes and closes', async () => {
    const short = await clerk.refused(409, 'POST /v1/shifts/{shiftId}/close', {
      params: { shiftId },
      body: { count: { 100000: 2 } },
    });
    const differenceVnd = short.code === 'shift-unbalanced' ? short.differenceVnd : 0;
    narrator.agree(
      `without the courier’s money the drawer is short by ${-differenceVnd}`,
      differenceVnd === 200_000 - cashVnd,
    );
    await clerk.call('POST /v1/shifts/{shiftId}/close', {
      params: { shiftId },
      body: { count: { 1000: cashVnd / 1_000 } },
    });
    narrator.agree('it balances', true);
  });

const remit = ({ narrator, due }: Story, clerk: Client): Promise<Remittance> =>
  narrator.step('Clerk Lan', 'remits to the agency whose result it was', async () => {
    const sent = await clerk.call('POST /v1/remittances', { body: { agency: 'ct-nnmt' } });
    narrator.sees(
      `${sent.number}: ${told(sent.purses)}; cước ${sent.postageVnd} stays with the post`,
    );
    narrator.agree(
      'State money and thu hộ go, postage stays',
      sent.postageVnd === due.postage && sent.purses.postage === 0,
    );
    return sent;
  });

const count = ({ narrator }: Story, officer: Client, sent: Remittance): Promise<void> =>
  narrator.step('Officer Hoa', 'counts what came', async () => {
    const counted = await officer.call('POST /v1/remittances/{remittanceNumber}/counts', {
      params: { remittanceNumber: sent.number },
      body: sent.purses,
    });
    narrator.agree('received, to the last đồng', counted.state === 'received');
  });

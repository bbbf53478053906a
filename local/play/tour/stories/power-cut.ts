import { type Client, clientOf, makeClient } from '#local/play/client.ts';
import { writeArtefact } from '#local/play/tour/artefact.ts';
import type { Stage } from '#local/play/tour/stage.ts';
import { findProcedure, type Procedure } from './main-way/counter.ts';
import type { Way } from './main-way/way.ts';
import {
  type Accepted,
  aPhone,
  type Block,
  enter,
  entryOf,
  type Slip,
  smsTo,
  type Written,
} from './power-cut/slips.ts';

interface Served {
  readonly slip: Written;
  readonly accepted: Accepted;
}

const day = '2026-11-24';
const powerBack = new Date('2026-11-25T09:30:00+07:00');

/**
 * Half a day without power: three citizens are served on paper slips, one slip is spoiled. The next
 * morning they are entered; each keeps the hour of taking, and the block balances.
 */
export const powerCut = async (stage: Stage): Promise<void> => {
  const { machine } = stage;
  if (!machine) throw new Error('this story needs a clock of its own');
  const way: Way = { ...stage, phone: aPhone() };
  const { block, procedure } = await slipsInDrawer(way);
  const written = await onPaper(way, block);
  machine.travelTo(powerBack);
  const clerk = await clientOf(way.url, 'lan.vithanh');
  const served = await entered(way, clerk, procedure, written);
  await citizensKnow(way, served);
  await usedOnce(way, clerk, procedure, served);
  await balanced(way, clerk, block);
};

const slipsInDrawer = async (way: Way) => {
  const { narrator, url } = way;
  const clerk = await clientOf(url, 'lan.vithanh');
  const procedure = await findProcedure(url, { ...narrator, sees: () => undefined });
  const block = await narrator.step(
    'Clerk Lan',
    'leases five temporary numbers and prints their slips, while there is power',
    async () => {
      const leased = await clerk.call('POST /v1/temporary-blocks', {
        body: { device: 'quay-2', size: 5 },
      });
      narrator.sees(leased.slips.map(({ number }) => number).join('  '));
      const pdf = await clerk.bytes(`/v1/temporary-blocks/${leased.block}/slips.pdf`);
      narrator.sees(writeArtefact('phieu-tam.pdf', pdf));
      narrator.agree('two sheets a number', pagesOf(pdf) === 10);
      return leased;
    },
  );
  return { block, procedure };
};

const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;

const people = [
  { name: 'Nguyễn Thị Ánh', time: '09:10', wasComplete: true },
  { name: 'Trần Văn Bình', time: '09:40', wasComplete: true },
  { name: 'Lê Thị Cúc', time: '10:25', wasComplete: false },
] as const;

const onPaper = (
  { narrator }: Way,
  { slips: [first, second, , fourth] }: Block,
): Promise<readonly Written[]> =>
  narrator.step(
    'Clerk Lan',
    'power and line are gone: serves three citizens on paper',
    async () => {
      const given = [first, second, fourth].filter((slip): slip is Slip => slip !== undefined);
      const written = people.map(({ name, time, wasComplete }, n) => ({
        number: given[n]?.number ?? '',
        secret: given[n]?.trackingSecret ?? '',
        name,
        phone: aPhone(),
        takenAt: `${day}T${time}:00+07:00`,
        wasComplete,
      }));
      for (const { number, name, takenAt } of written)
        narrator.sees(`✍ ${number}  ${name}, ${takenAt}`);
      narrator.sees('the third slip got wet and is torn up');
      return written;
    },
  );

const entered = (
  way: Way,
  clerk: Client,
  procedure: Procedure,
  written: readonly Written[],
): Promise<readonly Served[]> =>
  way.narrator.step('Clerk Lan', 'the next morning: enters them from their slips', async () => {
    const { narrator } = way;
    const [first] = written;
    if (!first) throw new Error('nobody was served');
    const misread = `${first.number.slice(0, -1)}${(Number(first.number.at(-1)) + 1) % 10}`;
    const wrong = entryOf(procedure, { ...first, number: misread });
    await clerk.refused(400, 'POST /v1/back-entries', { body: wrong });
    narrator.agree('a misread digit is noticed', true);
    const early = entryOf(procedure, { ...first, takenAt: `${day}T07:00:00+07:00` });
    await clerk.refused(422, 'POST /v1/back-entries', { body: early });
    narrator.agree('nobody was served before the counter had its slips', true);
    const served: Served[] = [];
    for (const slip of written)
      served.push({ slip, accepted: await enter(clerk, way, procedure, slip) });
    for (const { slip, accepted } of served) {
      narrator.sees(`${slip.number} → ${accepted.code}, nhận ${accepted.acceptedAt}`);
      narrator.sees(`  ${accepted.explanation.vi[1]}`);
      narrator.agree(
        slip.wasComplete
          ? 'complete papers: the clock runs from the hour on the slip'
          : 'papers were missing: the clock runs from acceptance',
        (accepted.acceptedAt === slip.takenAt) === slip.wasComplete,
      );
    }
    return served;
  });

const citizensKnow = (way: Way, served: readonly Served[]): Promise<void> =>
  way.narrator.step('Citizens', 'learn the mã hồ sơ, and follow by either number', async () => {
    const { narrator, url } = way;
    const anybody = makeClient(url);
    for (const { slip, accepted } of served) {
      const text = await smsTo(way, slip.phone, accepted.code);
      narrator.sees(`📱 ${text}`);
      narrator.agree('it names the slip', text.includes(slip.number));
      for (const code of [slip.number.replaceAll('-', ' ').toLowerCase(), accepted.code]) {
        const found = await anybody.call('POST /v1/track', {
          body: {
            code,
            secret: slip.secret,
          },
        });
        narrator.agree(`"${code}" with the slip’s secret finds it`, found.code === accepted.code);
      }
    }
  });

const usedOnce = (
  { narrator, url }: Way,
  clerk: Client,
  procedure: Procedure,
  [first]: readonly Served[],
): Promise<void> =>
  narrator.step('A second clerk', 'enters a slip that is entered already', async () => {
    if (!first) throw new Error('nobody was served');
    const body = entryOf(procedure, first.slip);
    const known = await clerk.refused(409, 'POST /v1/back-entries', { body });
    const { dossierId } = first.accepted;
    narrator.agree(
      'is told which dossier it became',
      known.code === 'temporary-number-used' && known.dossierId === dossierId,
    );
    const elsewhere = await clientOf(url, 'minh.ngabay');
    const told = await elsewhere.refused(404, 'POST /v1/back-entries', { body });
    narrator.agree('another office is told nothing', !('dossierId' in told));
    const { events } = await clerk.call('GET /v1/dossiers/{dossierId}/history', {
      params: { dossierId },
    });
    const [taken] = events;
    narrator.sees(`hiệu lực ${taken?.effectiveAt}, ghi nhận ${taken?.recordedAt}`);
    narrator.agree('both times are kept', taken?.effectiveAt === first.slip.takenAt);
  });

const balanced = (
  { narrator }: Way,
  clerk: Client,
  { block, slips: [, , torn, , last] }: Block,
): Promise<void> =>
  narrator.step('Clerk Lan', 'accounts for every sheet and closes the block', async () => {
    if (!torn || !last) throw new Error('the block has five slips');
    await clerk.call('POST /v1/temporary-blocks/voids', {
      body: {
        number: torn.number,
        reason: 'Ướt nước, đã xé; giữ hai liên',
      },
    });
    const open = await clerk.refused(409, 'POST /v1/temporary-blocks/{block}/close', {
      params: { block },
      body: { blanks: [] },
    });
    narrator.agree(
      'a sheet nobody showed is named',
      open.code === 'slips-missing' && String(open.numbers) === last.number,
    );
    const closed = await clerk.call('POST /v1/temporary-blocks/{block}/close', {
      params: { block },
      body: { blanks: [last.number] },
    });
    const { used, void: spoiled, returned, missing } = closed.counts;
    narrator.sees(`dùng ${used}, hỏng ${spoiled}, trắng ${returned}, thiếu ${missing}`);
    narrator.agree('the block balances', used === 3 && spoiled === 1 && returned === 1);
    narrator.agree('nothing is missing', missing === 0 && closed.state === 'closed');
  });

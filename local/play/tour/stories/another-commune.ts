import { randomInt } from 'node:crypto';
import { type Client, clientOf, makeClient } from '#local/play/client.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import type { Stage } from '#local/play/tour/stage.ts';
import { type AtCounter, counter } from './main-way/counter.ts';
import type { Way } from './main-way/way.ts';
import { lease } from './supplement.ts';

const home = 'Ấp 4, xã Hòa An, huyện Phụng Hiệp, Hậu Giang';

/** Three working days for another commune's certificate: they begin when that commune has the dossier. */
export const anotherCommune = async (stage: Stage): Promise<void> => {
  const { machine } = stage;
  if (!machine) throw new Error('this story needs a clock of its own');
  const way: Way = { ...stage, phone: `+8494${String(randomInt(10_000_000)).padStart(7, '0')}` };
  await lookedUp(way);
  const dossier = await counter(way, 'xac nhan tinh trang hon nhan', {
    applicant: {
      name: 'Nguyễn Thị Ánh',
      personalNumber: '093190001234',
      phone: way.phone.replace('+84', '0'),
      address: home,
    },
  });
  way.narrator.agree('it goes to the commune where she lives', dossier.agencyId === 'ct-x-hoa-an');
  await atHome(way, dossier, () => machine.travelTo(new Date('2026-11-23T09:00:00+07:00')));
};

const lookedUp = ({ url, narrator }: Way): Promise<void> =>
  narrator.step('Clerk Lan', 'looks an old address up', async () => {
    const anyone = makeClient(url);
    const found = async (q: string) =>
      (await anyone.call('GET /v1/communes', { query: { q } })).items;
    const [trap] = await found('xã Vị Thủy, huyện Vị Thủy');
    narrator.sees(`${trap?.place} → ${trap?.communes[0]?.name}`);
    narrator.agree(
      'the old xã Vị Thủy is not today’s',
      trap?.communes[0]?.agency === 'ct-x-vinh-thuan-dong' && trap.notToBeTakenFor.length === 1,
    );
    const [split] = await found('phường Thốt Nốt, quận Thốt Nốt');
    narrator.agree('one that was split is asked for', split?.ask === true);
    const [own] = await found(home);
    narrator.agree('hers is xã Hòa An', own?.communes[0]?.agency === 'ct-x-hoa-an');
  });

const dueOf = async (who: Client, { dossierId }: AtCounter): Promise<string> => {
  const { acceptance } = await who.call('GET /v1/dossiers/{dossierId}', { params: { dossierId } });
  return acceptance?.dueAt ?? '';
};

const atHome = ({ url, narrator }: Way, dossier: AtCounter, monday: () => void): Promise<void> =>
  narrator.step('Officer Tâm', 'of xã Hòa An has it on Monday', async () => {
    const clerk = await clientOf(url, 'lan.vithanh');
    const supposed = await dueOf(clerk, dossier);
    narrator.sees(`supposed on Friday: ${supposed}`);
    narrator.agree('as if it were there at once', supposed.startsWith('2026-11-26'));
    monday();
    const officer = await clientOf(url, 'tam.hoaan');
    const leaseNo = await eventually('a lease', () =>
      lease(officer, dossier).catch(() => undefined),
    );
    const { dossierId, manifestHash } = dossier;
    await officer.call('POST /v1/dossiers/{dossierId}/acknowledge', {
      params: { dossierId },
      body: { leaseNo, manifestHash },
    });
    const due = await dueOf(officer, dossier);
    narrator.sees(`three working days from then, 24/11 off: ${due}`);
    narrator.agree('the term began with the receipt (NĐ 309/2026)', due.startsWith('2026-11-27'));
  });

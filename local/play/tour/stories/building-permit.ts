import { randomInt } from 'node:crypto';
import { type Client, clientOf } from '#local/play/client.ts';
import type { Stage } from '#local/play/tour/stage.ts';
import {
  type Circumstances,
  findProcedure,
  type Procedure,
  register,
  scanAll,
} from './main-way/counter.ts';
import type { Way } from './main-way/way.ts';

const permit = '1.013225';
const incident = 'Cổng Dịch vụ công quốc gia gián đoạn từ 07:30';
const land = 'giay-to-dat';

/** One code, two terms (NĐ 217/2026 điều 54), and a counter that takes it only while the portal does not. */
export const buildingPermit = async (stage: Stage): Promise<void> => {
  const way: Way = { ...stage, phone: `+8494${String(randomInt(10_000_000)).padStart(7, '0')}` };
  const { narrator, url } = way;
  const clerk = await clientOf(url, 'lan.vithanh');
  const procedure = await narrator.step('Clerk Lan', 'finds the building permit', () =>
    findProcedure(url, narrator, permit),
  );
  await notWithoutIncident(way, clerk, procedure);
  await settledBy(way, clerk, procedure, { kind: 'nha-o-rieng-le', day: '2026-11-11' });
  await settledBy(way, clerk, procedure, { kind: 'cong-trinh-khac', day: '2026-11-16' });
};

const told = (change: Circumstances = {}): Circumstances => ({
  incident,
  case: 'nha-o-rieng-le',
  commune: 'ct-p-vi-thanh',
  fromDataBase: [land],
  ...change,
});

/** The land paper is looked up, the rest is brought. */
const brought = ({ components }: Procedure) =>
  components.filter(({ id, required }) => required && id !== land);

const notWithoutIncident = (way: Way, clerk: Client, procedure: Procedure): Promise<void> =>
  way.narrator.step('Clerk Lan', 'is told why a counter does not take it', async () => {
    const { narrator, phone } = way;
    const refusal = async (change: Circumstances) =>
      clerk.refused(422, 'POST /v1/dossiers', {
        body: {
          procedure: permit,
          intakeMode: 'onestop',
          applicant: {
            name: 'Nguyễn Thị Ánh',
            personalNumber: '093190001234',
            phone: phone.replace('+84', '0'),
            address: 'phường Vị Thanh, TP Cần Thơ',
          },
          components: brought(procedure).map(({ id, copyKind, count }) => ({
            id,
            copyKind,
            count,
          })),
          fees: { postageVnd: 0 },
          ...told(change),
        },
      });
    const online = await refusal({ incident: undefined });
    narrator.agree(
      'online, unless an incident stops the portal',
      online.code === 'channel-impossible',
    );
    const kind = await refusal({ case: undefined });
    narrator.agree('and one of the two cases is named', kind.code === 'case-unknown');
    const paper = await refusal({ fromDataBase: [] });
    narrator.agree(
      'the land paper may be looked up instead',
      paper.code === 'component-missing' && paper.inDataBase.includes(land),
    );
    const fee = await refusal({ fees: { stateFeesVnd: 1, postageVnd: 0 } });
    narrator.agree('another sum needs a word', fee.code === 'fee-differs');
  });

const settledBy = (
  way: Way,
  clerk: Client,
  procedure: Procedure,
  { kind, day }: { readonly kind: string; readonly day: string },
): Promise<void> =>
  way.narrator.step('Clerk Lan', `takes one in: ${kind}`, async () => {
    const { narrator } = way;
    const components = brought(procedure);
    const { dossierId } = await register(clerk, way, permit, components, told({ case: kind }));
    await scanAll(clerk, way, dossierId, components);
    const { dueAt, explanation } = await clerk.call('POST /v1/dossiers/{dossierId}/accept', {
      params: { dossierId },
      body: {},
    });
    for (const line of explanation.vi) narrator.sees(`  ${line}`);
    narrator.agree(`due on ${day}`, dueAt?.startsWith(day) === true);
    const { circumstances } = await clerk.call('GET /v1/dossiers/{dossierId}', {
      params: { dossierId },
    });
    const [lookUp] = circumstances.fromDataBase ?? [];
    narrator.agree('who looked the land up is on record', lookUp?.component === land);
  });

import { type Client, clientOf, type Told } from '#local/play/client.ts';
import type { Machine } from '#local/play/tour/stage.ts';
import type { AtCounter } from '#local/play/tour/stories/main-way/counter.ts';
import type { Way } from '#local/play/tour/stories/main-way/way.ts';
import { copyWithStatus, spoil } from './copies.ts';

type DriftLine = Told<'GET /v1/national-portal/drift'>['items'][number];

export const supervisorOf = ({ url }: Way): Promise<Client> => clientOf(url, 'binh.giamsat');

export interface SyncState {
  readonly state: string;
  readonly tries: number;
}

export const syncOf = (someone: Client, { dossierId }: AtCounter): Promise<SyncState> =>
  someone.call('GET /v1/national-portal/dossiers/{dossierId}', { params: { dossierId } });

/** Every page of the day. */
const reportOf = async (someone: Client, day: string): Promise<readonly DriftLine[]> => {
  const found: DriftLine[] = [];
  let after = '';
  do {
    const page = await someone.call('GET /v1/national-portal/drift', {
      query: { day, ...(after && { after }) },
    });
    found.push(...page.items);
    after = page.next ?? '';
  } while (after);
  return found;
};

const pushAgain = async (
  someone: Client,
  machine: Machine,
  dossierIds: readonly string[],
): Promise<void> => {
  await someone.call('POST /v1/national-portal/pushes', { body: { dossierIds } });
  await machine.fire('PushPendingCopies');
};

/** The portal loses what it had; the supervisor finds it and puts it right. */
export const drift = async (
  way: Way,
  machine: Machine,
  dossier: AtCounter,
  day: string,
): Promise<void> => {
  const { narrator } = way;
  const { code, dossierId } = dossier;
  await narrator.step('National portal', 'is set back to what it knew before', () =>
    spoil(way, code, 'rewind'),
  );
  await narrator.step('Supervisor Bình', 'compares the day with the portal', async () => {
    const lines = await reportOf(await supervisorOf(way), day);
    for (const { kind, differences } of lines)
      narrator.sees(
        `${kind}: ${differences.map(({ field, ours, there }) => `${field} ${ours ?? '–'} ≠ ${there ?? '–'}`).join('; ')}`,
      );
    const [line] = lines;
    narrator.agree('one line, of this dossier', lines.length === 1 && line?.code === code);
    narrator.agree('an older copy, not just a wrong one', line?.kind === 'older-there');
    narrator.agree('nobody is named', !JSON.stringify(lines).includes('Ánh'));
  });
  await narrator.step('Leader Phúc', 'sees the same of his own department', async () => {
    const lines = await reportOf(await clientOf(way.url, 'phuc.nnmt'), day);
    narrator.agree('his dossier', lines[0]?.dossierId === dossierId);
  });
  await narrator.step('Officer Hoa', 'has no business there', async () => {
    const officer = await clientOf(way.url, 'hoa.nnmt');
    await officer.refused(403, 'GET /v1/national-portal/drift', { query: { day } });
    narrator.agree('refused', true);
  });
  await narrator.step('Supervisor Bình', 'pushes the dossier again', async () => {
    const supervisor = await supervisorOf(way);
    await pushAgain(supervisor, machine, [dossierId]);
    await copyWithStatus(way, code, '10');
    narrator.agree('nothing differs any more', (await reportOf(supervisor, day)).length === 0);
  });
  await narrator.step('National portal', 'forgets the dossier altogether', () =>
    spoil(way, code, 'forget'),
  );
  await narrator.step('Supervisor Bình', 'finds that too, and gives it back whole', async () => {
    const supervisor = await supervisorOf(way);
    const [line] = await reportOf(supervisor, day);
    narrator.agree('missing there', line?.kind === 'missing-there');
    await pushAgain(supervisor, machine, [dossierId]);
    const { progress } = await copyWithStatus(way, code, '10', 4);
    narrator.agree('with every step', progress.length === 4);
  });
};

import { bringResult } from '#local/play/bring-result.ts';
import { clientOf } from '#local/play/client.ts';
import type { Way } from './way.ts';

/** The result comes from its agency to the post office: a counter sends and hands over only what lies there. */
export const toTheCounter = (
  { url, narrator }: Pick<Way, 'url' | 'narrator'>,
  dossierId: string,
): Promise<void> =>
  narrator.step(
    'Courier Tuấn',
    'fetches the result from the agency in a sealed pouch',
    async () => {
      const clerk = await clientOf(url, 'lan.vithanh');
      const early = { body: { dossierId, carrier: 'vnpost' } };
      const { code } = await clerk.refused(409, 'POST /v1/shipments', early);
      narrator.agree('nobody sends what still lies at the agency', code === 'papers-elsewhere');
      const officer = await clientOf(url, 'hoa.nnmt');
      const courier = await clientOf(url, 'tuan.vithanh');
      await bringResult({ officer, courier, clerk }, dossierId);
    },
  );

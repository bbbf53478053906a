import { clientOf } from '#local/play/client.ts';
import { simulatorsAt } from '#local/play/simulators.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import type { AtCounter } from './counter.ts';
import { toTheCounter } from './to-the-counter.ts';
import type { Way } from './way.ts';

/** S10 (UPU): the check digit over eight digits with the weights 8 6 4 2 3 5 9 7. */
const isS10 = (waybill: string): boolean => {
  const [, digits = '', check = ''] = /^[A-Z]{2}(\d{8})(\d)VN$/.exec(waybill) ?? [];
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, n) => total + weight * Number(digits[n]), 0);
  const expected = { 10: 0, 11: 5 }[11 - (sum % 11)] ?? 11 - (sum % 11);
  return digits !== '' && expected === Number(check);
};

/** The way back: waybill, courier events in disorder and twice, proof of delivery. */
export const returnLeg = async (
  way: Way,
  { dossierId, code }: AtCounter,
): Promise<{ readonly waybill: string }> => {
  const { url, narrator } = way;
  await toTheCounter(way, dossierId);
  const courier = await narrator.step('Courier Tuấn', 'signs in at the post office', () =>
    clientOf(url, 'tuan.vithanh'),
  );
  const { shipmentId, waybill } = await narrator.step(
    'Courier Tuấn',
    'leases a waybill for the result',
    async () => {
      const created = await courier.call('POST /v1/shipments', {
        body: { dossierId, carrier: 'vnpost' },
      });
      narrator.sees(created.waybill);
      narrator.agree('a valid S10 number', isS10(created.waybill));
      return created;
    },
  );
  await narrator.step('Carrier', 'reports the journey, out of order and twice', async () => {
    const carrier = simulatorsAt(url);
    await carrier.post('/sim/courier/orders', { waybill, dossierCode: code }, 201);
    await carrier.post(
      `/sim/courier/orders/${waybill}/play`,
      { story: 'delivered', disorder: true, duplicates: true, gapMs: 10 },
      202,
    );
    const shipment = await eventually('delivery', async () => {
      const now = await courier.call('GET /v1/shipments/{shipmentId}', { params: { shipmentId } });
      return now.state === 'delivered' && now.events.length >= 4 ? now : undefined;
    });
    const ids = new Set(shipment.events.map(({ id }) => id));
    narrator.sees(shipment.events.map(({ kind }) => kind).join(' → '));
    narrator.agree('no event counted twice', ids.size === shipment.events.length);
    narrator.agree('delivered, whatever the order', shipment.state === 'delivered');
  });
  return { waybill };
};

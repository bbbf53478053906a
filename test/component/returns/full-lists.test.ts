import { describe, expect, it } from 'vitest';
import { aParcel, news, proof } from '#test/support/shipments.ts';

const note = 'Đ'.repeat(1_000);

describe('the list of a parcel’s news', () => {
  it.each([
    ['short', {}],
    ['long', { attemptReason: note }],
  ])('full of %s news refuses more by name, and takes the delivery', async (_, change) => {
    const parcel = await aParcel();
    let outcome = await parcel.tells(news(24, 9, 'arrived', change));
    for (let n = 0; outcome.ok && n < 300; n++)
      outcome = await parcel.tells(news(24, 9, 'arrived', change));
    expect(outcome).toMatchObject({ refusal: { reason: 'too-many-events' } });
    await parcel.tells(news(25, 9, 'delivered', { proof }));
    expect(await parcel.dossier()).toMatchObject({ status: 'returned' });
    expect(Buffer.byteLength(JSON.stringify(await parcel.shipment()))).toBeLessThan(350_000);
  });

  it('keeps the first and the last of codes that nobody knows, and their number', async () => {
    const parcel = await aParcel();
    for (let n = 0; n < 500; n++) await parcel.tells(news(24, 9, 'unknown', { rawCode: `x${n}` }));
    const { events, unknownBetween } = await parcel.shipment();
    expect(events.map(({ rawCode }) => rawCode)).toEqual(['x0', 'x499']);
    expect(unknownBetween).toBe(498);
    await parcel.tells(news(25, 9, 'delivered', { proof }));
    expect(await parcel.dossier()).toMatchObject({ status: 'returned' });
  });
});

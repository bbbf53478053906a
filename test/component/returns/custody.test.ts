import { describe, expect, it } from 'vitest';
import type { Holder } from '#domain/custody/holding.ts';
import { heldBy } from '#domain/custody/holding.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import { aParcel, news, proof } from '#test/support/shipments.ts';

type Parcel = Awaited<ReturnType<typeof aParcel>>;

const has = async (parcel: Parcel, holder: Holder) =>
  heldBy((await parcel.dossier()).custody, holder);

const agency = { kind: 'agency', id: 'ct-nnmt' } as const;
const citizen = { kind: 'citizen' } as const;

describe('the papers of a parcel (QĐ 45/2016 art. 8, 9)', () => {
  it('leave the agency’s hand for the carrier’s when it is dispatched', async () => {
    const parcel = await aParcel();
    const carrier = { kind: 'carrier', id: parcel.shipmentId } as const;
    expect(await has(parcel, agency)).toEqual([]);
    expect(await has(parcel, carrier)).toEqual([resultPaper]);
  });

  it('are the citizen’s on proof of delivery', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(24, 9, 'delivered', { proof }));
    expect(await has(parcel, citizen)).toEqual([resultPaper]);
  });

  it('are the agency’s again when the parcel came back, and leave it with the next one', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(24, 9, 'returning'));
    await parcel.tells(news(25, 9, 'returned-to-sender'));
    expect(await has(parcel, agency)).toEqual([resultPaper]);
    const again = await parcel.create({
      actor: { kind: 'staff', id: 'lan', roles: ['clerk'], office: 'bd-vi-thanh' },
      idempotency: undefined,
      dossierId: parcel.dossierId,
      carrier: 'vnpost',
    });
    if (!again.ok) throw new Error(again.refusal.code);
    expect(await has(parcel, { kind: 'carrier', id: again.value.shipmentId })).toEqual([
      resultPaper,
    ]);
  });
});

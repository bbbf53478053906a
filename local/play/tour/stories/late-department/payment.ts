import { clientOf } from '#local/play/client.ts';
import type { Machine } from '#local/play/tour/stage.ts';
import type { AtCounter } from '#local/play/tour/stories/main-way/counter.ts';
import type { Way } from '#local/play/tour/stories/main-way/way.ts';
import { leased, smsWith } from './officer.ts';

const asked = {
  kind: 'fee',
  amountVnd: 500_000,
  reason: 'Phí thẩm định hồ sơ cấp Giấy chứng nhận',
  payBy: '2027-03-31',
  ways: ['counter', 'treasury'],
  instructions: 'Kho bạc Nhà nước khu vực XIX, tài khoản 3511.0.1234567, nội dung: mã hồ sơ',
} as const;

/** Asked on Friday, paid on Monday at another post office than the first. */
export const paidElsewhere = async (
  way: Way,
  machine: Machine,
  dossier: AtCounter,
  dueDay: string,
): Promise<void> => {
  machine.travelTo(new Date('2027-03-05T09:00:00+07:00'));
  await asks(way, dossier);
  machine.travelTo(new Date('2027-03-08T09:00:00+07:00'));
  await pays(way, dossier, dueDay);
};

const asks = ({ url, narrator, phone }: Way, dossier: AtCounter): Promise<void> =>
  narrator.step('Officer Hoa', 'asks for a fee; the clock stops', async () => {
    const officer = await clientOf(url, 'hoa.nnmt');
    const leaseNo = await leased(officer, dossier);
    const { status } = await officer.call('POST /v1/dossiers/{dossierId}/payment-requests', {
      params: { dossierId: dossier.dossierId },
      body: {
        leaseNo,
        ...asked,
      },
    });
    narrator.agree('national status 6', status === 'payment-requested');
    const text = await smsWith(url, phone, 'khoan phai nop');
    narrator.sees(`📱 ${text}`);
    narrator.agree('the SMS says no amount', !/500/.test(text));
    const result = dossier.scans[0]?.scanId ?? '';
    const decision = { leaseNo, outcome: 'approved', resultScanId: result } as const;
    await officer.refused(409, 'POST /v1/dossiers/{dossierId}/decisions', {
      params: { dossierId: dossier.dossierId },
      body: decision,
    });
    narrator.agree('nothing is decided while it is unpaid', true);
  });

const pays = (
  { url, narrator }: Way,
  { dossierId, code, trackingSecret }: AtCounter,
  dueDay: string,
): Promise<void> =>
  narrator.step('Citizen', 'pays at Bưu điện Ngã Bảy, with the receipt in hand', async () => {
    const clerk = await clientOf(url, 'minh.ngabay');
    await clerk.refused(404, 'GET /v1/dossiers/{dossierId}', { params: { dossierId } });
    await clerk.call('POST /v1/dossiers/join', { body: { code, secret: trackingSecret } });
    await clerk.call('POST /v1/shifts', { body: { floatVnd: 200_000 } });
    await clerk.refused(422, 'POST /v1/dossiers/{dossierId}/payments', {
      params: { dossierId },
      body: { fee: 400_000, paymentRequest: 1 },
    });
    narrator.agree('not a đồng less than was asked for', true);
    const receipt = await clerk.call('POST /v1/dossiers/{dossierId}/payments', {
      params: { dossierId },
      body: { fee: asked.amountVnd, paymentRequest: 1 },
    });
    narrator.sees(`biên lai ${receipt.number}`);
    await clerk.refused(404, 'GET /v1/dossiers/{dossierId}', { params: { dossierId } });
    narrator.agree('that counter sees the dossier no more', true);
    const own = await clientOf(url, 'lan.vithanh');
    const { status, acceptance } = await own.call('GET /v1/dossiers/{dossierId}', {
      params: { dossierId },
    });
    narrator.sees(`hẹn trả mới ${acceptance?.dueAt}`);
    narrator.agree('work goes on', status === 'in-progress');
    narrator.agree(
      `one working day waited: ${dueDay}`,
      acceptance?.dueAt?.startsWith(dueDay) === true,
    );
  });

import type { NoticedChange, NumberNotice } from '#domain/dossier/number-notice.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { formatDong } from '#domain/money/format-dong.ts';
import { sendAt } from '#functions/notifications/domain/quiet-hours.ts';
import type { SmsTemplate } from '#functions/notifications/ports/sms-texts.ts';
import { numberNoticeKind } from '#ports/kernel-records.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';
import { smsRecord } from './send-sms.ts';
import { type SmsDesk, sendThrough } from './send-through.ts';

interface Deps extends SmsDesk {
  readonly ledger: UnitOfWork;
  readonly index: Pick<DossierIndex, 'listed'>;
  readonly officeName: (id: string) => string;
  readonly keepsQuietHours: boolean;
}

const perRun = 200;

const templates = {
  'phone-changed': 'phone-changed',
  'recipient-authorised': 'recipient-authorised',
  'delivery-chosen': 'chosen-delivery',
  'withdrawal-asked': 'asked-withdrawal',
  'money-given-back': 'money-given-back',
  'complaint-answered': 'complaint-answered',
} as const satisfies Record<NoticedChange, SmsTemplate>;

/**
 * Tells numbers what was done to a dossier that they guard or guarded, in the morning what was done in the
 * night: until then the notice waits, for no other place knows a number of before. Dying anywhere in it is
 * safe: the ledger of messages knows what went out. Whom it does not reach nobody calls: it may be a
 * stranger's number by now.
 */
export const makeTellNumbers = (deps: Deps) => async (): Promise<number> => {
  const now = deps.clock.now();
  if (deps.keepsQuietHours && sendAt(now) > now) return 0;
  const { items } = await deps.index.listed(numberNoticeKind, 'waiting', { limit: perRun });
  for (const id of items) {
    const notice = await deps.ledger.record(numberNoticeKind, id);
    if (notice && notice.passedOnAt === undefined) await passOn(deps, notice);
  }
  return items.length;
};

/** `1.250.000`: the sign for đồng is no letter of GSM-7. */
const dong = (amountVnd: number): string => formatDong(amountVnd).replace(/[^\d.]/g, '');

const passOn = async (deps: Deps, notice: NumberNotice): Promise<void> => {
  await tell(deps, notice);
  const { phone: _, ...rest } = notice;
  const after = { ...rest, version: notice.version + 1, passedOnAt: deps.clock.now() };
  // Refused where another run was faster: it has passed on the same notice.
  await deps.ledger.commit({ records: [recordWrite(numberNoticeKind, notice, after)] });
};

const tell = async (deps: Deps, notice: NumberNotice): Promise<void> => {
  const record = smsRecord(deps, {
    dossierId: notice.id as string as DossierId,
    dossierVersion: notice.version,
    template: templates[notice.change],
    values: {
      code: notice.number,
      office: deps.officeName(notice.office),
      ...(notice.amountVnd !== undefined && { amount: dong(notice.amountVnd) }),
    },
    about: 'number-notice',
  });
  await deps.sms.open(record);
  await sendThrough(deps, record, notice.phone);
};

import { everyRecord } from '#adapters/aws/dynamodb/every-record.ts';
import { everyDossier } from '#adapters/aws/dynamodb/rebuild-heads.ts';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { systemClock as clock } from '#adapters/node/system-clock.ts';
import { complaintKind } from '#functions/complaints/records.ts';
import { receiptKind } from '#functions/money/records.ts';
import { reportingPostal } from '#functions/oversight/application/report-postal.ts';
import {
  added,
  emptyReport,
  type OfficeReport,
  parsePeriod,
  type ReportPeriod,
} from '#functions/oversight/domain/postal-report.ts';
import { returnOrderKind } from '#functions/returns/records.ts';
import { argumentsOf } from '../arguments.ts';
import { InvalidUse } from '../invalid-use.ts';
import { type Environment, openPlace, type Place, placeOptions, placeUsage } from '../place.ts';

const usage = `npm run ops -- postal-report --period 2026-Q3|2026-H1|2026 ${placeUsage}`;

const options = { ...placeOptions, period: { type: 'string' } } as const;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const reported = async (place: Place, period: ReportPeriod) => {
  const { client } = place;
  const table = await place.table('Dossiers', 'DOSSIERS_TABLE');
  const tables = { dossiers: table, ledger: await place.table('Ledger', 'LEDGER_TABLE') };
  const unit = makeUnitOfWork({ client, tables, clock, sha256 });
  const report = reportingPostal(period, clock.now());
  for await (const id of everyDossier({ client, table, sha256 })) {
    const whole = await unit.loadWhole(id);
    if (whole) report.dossier(whole.dossier.office, whole.events);
  }
  for await (const complaint of everyRecord({ client, table }, complaintKind))
    report.complaint(complaint);
  for await (const receipt of everyRecord({ client, table }, receiptKind)) report.receipt(receipt);
  for await (const order of everyRecord({ client, table }, returnOrderKind)) report.order(order);
  return report.offices();
};

const line = (office: string, report: OfficeReport): string =>
  [
    office.padEnd(16),
    `tiếp nhận ${report.received} (phiếu gửi ${report.byPost})`,
    `chuyển trả ${report.returned} + ${report.returnedByOrder} theo đơn`,
    `cước ${report.postageVnd} đ`,
    `khiếu nại ${report.complaints} (đúng ${report.complaintsUpheld}, quá hạn ${report.complaintsLate})`,
    `mất ${report.lost}`,
  ].join(' · ');

/** Báo cáo định kỳ (TT 17/2017/TT-BTTTT art. 13): by office and in all. Reads everything, writes nothing. */
export const postalReport = async (args: readonly string[], env: Environment): Promise<number> => {
  const { period: asked = '', ...where } = argumentsOf(args, options, usage);
  const period = parsePeriod(asked);
  if (!period) throw new InvalidUse(usage);
  const place = await openPlace(where, env);
  try {
    const offices = await reported(place, period);
    say(`Kỳ ${period.name}, gửi trước ${period.sendBefore} (TT 17/2017/TT-BTTTT điều 13)`);
    for (const [office, report] of offices) say(line(office, report));
    say(line('Tổng', [...offices.values()].reduce(added, emptyReport)));
    say('bồi thường: hệ thống không ghi nhận, lấy từ kế toán');
    return 0;
  } finally {
    await place.close();
  }
};

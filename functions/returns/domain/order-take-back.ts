import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Expected, fits, type TakeBackLine } from '#domain/shipment/take-back.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { ReturnOrder } from './return-order.ts';
import { namedBack } from './shipment.ts';

export interface OrderTakeBackLine {
  /** The name that the order gives it. */
  readonly paper: string;
  readonly count: number;
  /** `not-stated`: whoever handed the result over has said nothing of it. */
  readonly outcome: TakeBackLine['outcome'] | 'not-stated';
  /** The agency has it in hand. */
  readonly received?: { readonly at: Instant; readonly by: string };
}

/**
 * Thu hồi giấy tờ of a return order (TT 17/2017), kept beside it under the order's id. What was filed
 * elsewhere has no dossier and so no custody here: pouches list an order's result and not these. They go to the
 * agency with the courier, and the agency says line by line what it has.
 */
export interface OrderTakeBack {
  readonly id: ReturnOrderId;
  readonly version: number;
  readonly office: string;
  readonly agency: string;
  readonly externalCode: string;
  /** When the result changed hands. */
  readonly since: Instant;
  readonly lines: readonly OrderTakeBackLine[];
  /** The parcel whose courier has said what he took: it is said once. */
  readonly stated?: ShipmentId;
}

/** Lost papers are waited for by nobody; the others until the agency has them. */
const isOpen = ({ outcome, received }: OrderTakeBackLine): boolean =>
  outcome !== 'lost-declared' && received === undefined;

export const isOutstanding = ({ lines }: OrderTakeBack): boolean => lines.some(isOpen);

const isWithCitizen = ({ outcome }: OrderTakeBackLine): boolean =>
  outcome === 'not-at-hand' || outcome === 'not-stated';

/** What the citizen still has. */
export const stillOut = ({ lines }: OrderTakeBack): Expected => lines.filter(isWithCitizen);

/** The result has changed hands; undefined where the order wants nothing back. */
export const orderHandedOver = (
  before: OrderTakeBack | undefined,
  { id, office, agency, externalCode, takeBack }: ReturnOrder,
  report: readonly TakeBackLine[] | undefined,
  { at, shipment }: { readonly at: Instant; readonly shipment?: ShipmentId | undefined },
): OrderTakeBack | undefined => {
  if (takeBack.length === 0) return undefined;
  if (before && (!report || before.stated === shipment)) return before;
  const fresh = namedBack(takeBack).map((line) => ({ ...line, outcome: 'not-stated' as const }));
  return {
    id,
    office,
    agency,
    externalCode,
    since: at,
    ...before,
    version: (before?.version ?? 0) + 1,
    lines: told(before?.lines ?? fresh, report ?? []),
    ...(report && shipment && { stated: shipment }),
  };
};

/** The result went back after all: what was not taken is not waited for. */
export const orderWentBack = (before: OrderTakeBack | undefined): OrderTakeBack | undefined => {
  const lines = before?.lines.filter((line) => !isWithCitizen(line)) ?? [];
  if (!before || lines.length === before.lines.length) return before;
  return { ...before, version: before.version + 1, lines };
};

/** The citizen brings one later, or declares it lost. */
export const takeLater = (
  before: OrderTakeBack,
  report: readonly TakeBackLine[],
): Outcome<OrderTakeBack> => {
  const due = stillOut(before);
  if (report.length === 0 || !fits(due, report)) return differs(due);
  return done({ ...before, version: before.version + 1, lines: told(before.lines, report) });
};

/** The agency signs for what it has in hand, by name. */
export const receiveTaken = (
  before: OrderTakeBack,
  papers: readonly string[],
  received: { readonly at: Instant; readonly by: string },
): Outcome<OrderTakeBack> => {
  const underWay = before.lines.filter((line) => line.outcome === 'taken' && !line.received);
  const isKnown = papers.every((name) => underWay.some(({ paper }) => paper === name));
  if (papers.length === 0 || !isKnown) return differs(underWay);
  const lines = before.lines.map((line) =>
    underWay.includes(line) && papers.includes(line.paper) ? { ...line, received } : line,
  );
  return done({ ...before, version: before.version + 1, lines });
};

const differs = (due: Expected) =>
  refuse({ code: 'old-papers-differ', papers: due.map(({ paper }) => paper) });

/** Each report takes its count out of what the citizen still has; a carrier's surplus changes nothing. */
const told = (
  lines: readonly OrderTakeBackLine[],
  report: readonly TakeBackLine[],
): readonly OrderTakeBackLine[] => report.reduce(toldOne, lines);

const toldOne = (
  lines: readonly OrderTakeBackLine[],
  { paper, outcome, count }: TakeBackLine,
): readonly OrderTakeBackLine[] => {
  const line = lines.find((each) => each.paper === paper && isWithCitizen(each));
  if (!line) return lines;
  const part = Math.min(count, line.count);
  const rest = line.count - part;
  return lines.flatMap((each) =>
    each === line
      ? [{ paper, outcome, count: part }, ...(rest > 0 ? [{ ...line, count: rest }] : [])]
      : [each],
  );
};

import { formatDong } from '#domain/money/format-dong.ts';
import { purseNames } from '#domain/money/purses.ts';
import type { Flag } from '#functions/returns/domain/flags.ts';
import type { RouteName, Told } from '../api/ask.ts';
import { type Reading, useRead } from '../api/read.ts';
import { type ComplaintWords, complaintWords } from '../kit/complaint-words.ts';
import { shortMoment } from '../kit/format.ts';
import { useWords } from '../kit/react/language.tsx';
import { cursorAt } from '../kit/react/pages.tsx';
import {
  type Case,
  type CasePage,
  casesOf,
  isWarning,
  type ListName,
  type OtherList,
  readAs,
} from './cases.ts';
import { useNames } from './use-names.ts';
import { en } from './words.en.ts';
import type { OversightWords } from './words.vi.ts';
import { vi } from './words.vi.ts';

/** What a list's sentences are made of. */
interface Speech {
  readonly words: OversightWords;
  readonly about: ComplaintWords;
  readonly nameOf: (id: string) => string;
}

type Line<Name extends RouteName> =
  Told<Name> extends { readonly items: readonly (infer Item)[] } ? Item : never;

interface PageOf<Name extends RouteName> {
  readonly items: readonly Line<Name>[];
  readonly next?: string | undefined;
}

type Draw<Name extends RouteName> = (speech: Speech) => (item: Line<Name>) => Case;

const useSpeech = (): Speech => ({
  words: useWords({ vi, en }),
  about: useWords(complaintWords),
  nameOf: useNames(),
});

const sumsOf = (purses: Readonly<Record<(typeof purseNames)[number], number>>): string =>
  purseNames
    .filter((name) => purses[name] !== 0)
    .map((name) => formatDong(purses[name]))
    .join(' + ');

const warned: Draw<'GET /v1/warnings'> =
  ({ words, nameOf }) =>
  ({ dossierId, number, procedure, office, agency, at }) => ({
    id: dossierId,
    at,
    head: number,
    facts: [words.of(nameOf(agency ?? office)), words.procedure(procedure)],
    dossierId,
  });

const complaint: Draw<'GET /v1/complaints'> =
  ({ words, about, nameOf }) =>
  ({ complaintId, dossierNumber, dossierId, office, subject, route, answerBy }) => ({
    id: complaintId,
    at: answerBy,
    head: dossierNumber,
    facts: [
      words.complaintOf(about.subject[subject], about.route[route]),
      words.of(nameOf(office)),
    ],
    dossierId,
  });

const flagged: Draw<'GET /v1/shipments/flagged'> =
  ({ words, nameOf }) =>
  ({ shipmentId, waybill, dossierCode, office, createdAt, flags }) => ({
    id: shipmentId,
    at: createdAt,
    head: dossierCode,
    facts: [
      flags.map((flag) => words.flag[flag as Flag] ?? flag).join(', '),
      words.waybillOf(waybill),
      words.of(nameOf(office)),
    ],
  });

const waybill: Draw<'GET /v1/waybills/anomalies'> =
  ({ words, nameOf }) =>
  ({ waybill, state, since, office, refused }) => ({
    id: waybill,
    at: since,
    head: waybill,
    facts: [
      words.waybill[state],
      ...(office === undefined ? [] : [words.of(nameOf(office))]),
      ...(refused?.news ?? []).map(({ rawCode, why }) => words.carrierSaid(rawCode, why)),
    ],
  });

const leftOpen: Draw<'GET /v1/shifts/left-open'> =
  ({ words, nameOf }) =>
  ({ shiftId, openedAt, office, clerkName, cashVnd }) => ({
    id: shiftId,
    at: openedAt,
    head: nameOf(office),
    facts: [words.drawer(clerkName ?? words.nameless, formatDong(cashVnd)), words.drawerHelp],
  });

const doorMoney: Draw<'GET /v1/door-money'> =
  ({ words, nameOf }) =>
  ({ shipmentId, waybill, office, debtor, collectedAt, owed, isLate }) => ({
    id: shipmentId,
    at: collectedAt,
    head: waybill,
    facts: [
      words.doorMoney(debtor.startsWith('staff:') ? words.ourPostman : debtor, sumsOf(owed)),
      words.of(nameOf(office)),
      ...(isLate ? [words.late] : []),
    ],
  });

const giveBack: Draw<'GET /v1/give-backs'> =
  ({ words, nameOf }) =>
  ({ giveBackId, askedAt, kind, receipt, office, purses, reason, signedBy, dossierId }) => ({
    id: giveBackId,
    at: askedAt,
    head: words.asked(words.giveBack[kind], receipt),
    facts: [
      sumsOf(purses),
      words.of(nameOf(office)),
      words.because(reason),
      ...(signedBy === undefined ? [] : [words.signed(signedBy)]),
    ],
    dossierId,
  });

const receipt: Draw<'GET /v1/electronic-receipts'> =
  ({ words, nameOf }) =>
  ({ receipt, agency, since, wanted, why }) => ({
    id: receipt,
    at: since,
    head: words.receiptOf(receipt, formatDong(wanted.charge + wanted.fee)),
    facts: [words.of(nameOf(agency)), ...(why === undefined ? [] : [words.issuerSaid(why)])],
  });

const untimely: Draw<'GET /v1/back-entries/untimely'> =
  ({ words, nameOf }) =>
  ({ number, office, told, count }) => ({
    id: number,
    at: told[0]?.at ?? '',
    head: number,
    facts: [
      ...told.map(({ takenAt, why }) => words.takenAt(shortMoment(takenAt), words.taken[why])),
      words.times(count),
      words.of(nameOf(office)),
    ],
  });

const rejected: Draw<'GET /v1/national-portal/rejected'> =
  ({ words, nameOf }) =>
  ({ dossierId, code, agency, since, tries, why }) => ({
    id: dossierId,
    at: since,
    head: code,
    facts: [
      words.of(nameOf(agency)),
      words.tries(tries),
      ...(why === undefined ? [] : [words.portalSaid(why)]),
    ],
    dossierId,
  });

const bulkReading: Draw<'GET /v1/bulk-readings'> =
  ({ words, nameOf }) =>
  ({ bulkReadingId, since, name, reader, place, dossiers, refused }) => ({
    id: bulkReadingId,
    at: since,
    head: name ?? reader,
    facts: [
      words.bulk(dossiers, refused),
      ...(place === undefined ? [] : [words.of(nameOf(place))]),
    ],
  });

const held: Draw<'GET /v1/holds'> =
  ({ words }) =>
  ({ dossierId, number, procedure, hold }) => ({
    id: dossierId,
    at: hold?.laidAt ?? '',
    head: number,
    facts: [words.procedure(procedure), ...(hold ? [words.laid(hold.reason)] : [])],
    dossierId,
  });

/** A list of the desk: how it is asked for, and what each of its lines says. */
export interface DeskList {
  readonly useCases: (after: string | undefined) => Reading<CasePage>;
  /** What it is read by; an act of ours makes it be read again. */
  readonly route: RouteName;
  /** Each reading is recorded: it is not read for the sake of its count. */
  readonly isRecorded?: true;
}

/** Of a route that is asked by a query and answers `items`, a page at a time. */
const listed = <Name extends RouteName>(
  route: Name,
  draw: Draw<Name>,
  asked: object = {},
): DeskList => ({
  route,
  useCases: (after) => {
    const speech = useSpeech();
    // The route's own types are lost between the rows of a table; each row was held against them above.
    const ask = [{ query: { ...asked, ...cursorAt(after) } }] as never;
    const reading = useRead(route, ...ask) as unknown as Reading<PageOf<Name>>;
    return readAs(reading, casesOf(draw(speech)));
  },
});

const others: Readonly<Record<OtherList, DeskList>> = {
  complaints: listed('GET /v1/complaints', complaint),
  flagged: listed('GET /v1/shipments/flagged', flagged, { question: 'flagged' }),
  'name-inexact': listed('GET /v1/shipments/flagged', flagged, { question: 'name-inexact' }),
  waybills: listed('GET /v1/waybills/anomalies', waybill),
  'left-open': listed('GET /v1/shifts/left-open', leftOpen),
  'door-money': listed('GET /v1/door-money', doorMoney),
  'give-backs': { ...listed('GET /v1/give-backs', giveBack), isRecorded: true },
  receipts: listed('GET /v1/electronic-receipts', receipt),
  untimely: listed('GET /v1/back-entries/untimely', untimely),
  rejected: listed('GET /v1/national-portal/rejected', rejected),
  'bulk-readings': listed('GET /v1/bulk-readings', bulkReading),
  holds: listed('GET /v1/holds', held),
};

/** The list of this name. */
export const deskList = (name: ListName): DeskList =>
  isWarning(name) ? listed('GET /v1/warnings', warned, { warning: name }) : others[name];

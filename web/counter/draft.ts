import type { RouteClass } from '#domain/catalogue/postage.ts';
import type { CopyKind } from '#domain/custody/paper.ts';
import {
  type NameFlaw,
  parseOrganisationName,
  parsePersonName,
} from '#domain/identifiers/person-name.ts';
import { parsePersonalNumber } from '#domain/identifiers/personal-number.ts';
import { readVietnamPhone } from '#domain/identifiers/phone.ts';
import type { Told } from '../api/ask.ts';

export type ProcedureView = Told<'GET /v1/procedures/{code}'>;
type Component = ProcedureView['components'][number];

/** How a component is there: as paper of a kind, as data that was looked up, or not at all. */
export type Handed = CopyKind | 'data-base' | 'absent';

export interface Paper {
  readonly handed: Handed;
  readonly count: number;
}

/** The citizen's own way of getting the result decides what is paid for carrying. */
export type Carriage = RouteClass | 'none';

/** What has been typed, as it was typed. */
export interface Draft {
  readonly number: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  /** Chủ hồ sơ là người khác. */
  readonly owner: 'same' | 'person' | 'organisation';
  readonly ownerName: string;
  readonly ownerNumber: string;
  readonly ownerAddress: string;
  readonly procedure: string;
  readonly case: string;
  readonly commune: string;
  readonly intakeMode: 'onestop' | 'agent';
  /** By component. */
  readonly papers: Readonly<Record<string, Paper>>;
  readonly pages: string;
  readonly copies: string;
  readonly carriage: Carriage;
  readonly grams: string;
  /** Another sum than the catalogue's, and why. */
  readonly ownSum: string;
  readonly ownSumReason: string;
  readonly agreement: string;
  readonly incident: string;
}

export const emptyDraft = (intakeMode: Draft['intakeMode']): Draft => ({
  number: '',
  name: '',
  phone: '',
  address: '',
  owner: 'same',
  ownerName: '',
  ownerNumber: '',
  ownerAddress: '',
  procedure: '',
  case: '',
  commune: '',
  intakeMode,
  papers: {},
  pages: '',
  copies: '',
  carriage: 'within-province',
  grams: '',
  ownSum: '',
  ownSumReason: '',
  agreement: '',
  incident: '',
});

export const isUntouched = (draft: Draft): boolean =>
  JSON.stringify(draft) === JSON.stringify(emptyDraft(draft.intakeMode));

/** As the published procedure lists it: what is required is usually there, the rest is not. */
const usually = ({ required, copyKind, count, dataBase }: Component): Paper => {
  if (!required) return { handed: 'absent', count };
  return { handed: dataBase === undefined ? copyKind : 'data-base', count };
};

export const paperOf = ({ papers }: Draft, component: Component): Paper =>
  papers[component.id] ?? usually(component);

export type DraftFlaw =
  | NameFlaw
  | 'empty'
  | 'not-a-personal-number'
  | 'not-a-vietnamese-phone'
  | 'reason-missing'
  | 'not-a-sum';

export type DraftField = Exclude<keyof Draft, 'papers' | 'owner' | 'intakeMode' | 'carriage'>;
export type Flaws = Readonly<Partial<Record<DraftField, DraftFlaw>>>;

/** Whole đồng or a count, as people write it: `50.000`. */
export const asNumber = (typed: string): number | undefined => {
  const digits = typed.replace(/[\s.,đ]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
};

const emptyOr = <Flaw extends DraftFlaw>(
  typed: string,
  parsed: { readonly ok: true } | { readonly ok: false; readonly reason: Flaw },
): DraftFlaw | undefined => {
  if (typed.trim() === '') return 'empty';
  return parsed.ok ? undefined : parsed.reason;
};

const required = (typed: string): DraftFlaw | undefined =>
  typed.trim() === '' ? 'empty' : undefined;

const ifTyped = (typed: string, flaw: DraftFlaw | undefined): DraftFlaw | undefined =>
  typed.trim() === '' ? undefined : flaw;

const flawOfPhone = (typed: string): DraftFlaw | undefined => {
  const read = readVietnamPhone(typed);
  return read.ok ? undefined : read.reason;
};

const ofOwner = (draft: Draft): Flaws => {
  if (draft.owner === 'same') return {};
  const parse = draft.owner === 'person' ? parsePersonName : parseOrganisationName;
  return present({
    ownerName: emptyOr(draft.ownerName, parse(draft.ownerName)),
    ownerAddress: required(draft.ownerAddress),
  });
};

const ofSums = ({ ownSum, ownSumReason, pages, copies, grams }: Draft): Flaws => {
  const wrong = (typed: string) =>
    ifTyped(typed, asNumber(typed) === undefined ? 'not-a-sum' : undefined);
  const unexplained = ownSum.trim() !== '' && ownSumReason.trim() === '';
  return present({
    ownSum: wrong(ownSum),
    pages: wrong(pages),
    copies: wrong(copies),
    grams: wrong(grams),
    ownSumReason: unexplained ? 'reason-missing' : undefined,
  });
};

/** What has to be mended before anything is sent; the API looks again. */
export const flawsOf = (draft: Draft): Flaws => ({
  ...present({
    number: emptyOr(draft.number, parsePersonalNumber(draft.number)),
    name: emptyOr(draft.name, parsePersonName(draft.name)),
    phone: ifTyped(draft.phone, flawOfPhone(draft.phone)),
    address: required(draft.address),
    procedure: required(draft.procedure),
  }),
  ...ofOwner(draft),
  ...ofSums(draft),
});

const present = (flaws: Partial<Record<DraftField, DraftFlaw | undefined>>): Flaws =>
  Object.fromEntries(Object.entries(flaws).filter(([, flaw]) => flaw !== undefined)) as Flaws;

/** Kênh thực hiện: a visit is `direct` only where the law keeps the procedure from the post. */
export const channelOf = (
  { intakeMode }: Pick<Draft, 'intakeMode'>,
  { guide: { ways } }: Pick<ProcedureView, 'guide'>,
): 'direct' | 'postal' => {
  const postal = ways?.postal?.value;
  const isOpen = postal === undefined || postal === 'both' || postal === 'filing';
  return intakeMode === 'onestop' && !isOpen ? 'direct' : 'postal';
};

/** A member where something was typed; nothing otherwise. */
export const typedOr = <Name extends string>(
  name: Name,
  typed: string,
): Readonly<Partial<Record<Name, string>>> =>
  (typed.trim() === '' ? {} : { [name]: typed.trim() }) as Partial<Record<Name, string>>;

const ownerOf = (draft: Draft) => {
  if (draft.owner === 'same') return {};
  const { owner: kind, ownerName: name, ownerAddress: address } = draft;
  return { owner: { kind, name, address, ...typedOr('number', draft.ownerNumber) } };
};

const feesOf = (draft: Draft, postageVnd: number) => {
  const [sum, pages, copies] = [draft.ownSum, draft.pages, draft.copies].map(asNumber);
  return {
    postageVnd,
    ...(sum !== undefined && { stateFeesVnd: sum }),
    ...typedOr('reason', draft.ownSumReason),
    ...(pages !== undefined && { pages }),
    ...(copies !== undefined && { copies }),
  };
};

/** The registration that a draft without flaws is. The same draft is the same body, letter by letter. */
export const registrationOf = (draft: Draft, procedure: ProcedureView, postageVnd: number) => {
  const papers = procedure.components.map(({ id, ...laid }) => ({
    id,
    ...paperOf(draft, { id, ...laid }),
  }));
  const components = papers.flatMap(({ id, handed, count }) =>
    handed === 'absent' || handed === 'data-base' ? [] : [{ id, copyKind: handed, count }],
  );
  const fromDataBase = papers.filter(({ handed }) => handed === 'data-base').map(({ id }) => id);
  return {
    procedure: procedure.code,
    intakeMode: draft.intakeMode,
    channel: channelOf(draft, procedure),
    applicant: {
      name: draft.name,
      personalNumber: draft.number,
      address: draft.address,
      ...typedOr('phone', draft.phone),
      ...ownerOf(draft),
    },
    components,
    ...(fromDataBase.length > 0 && { fromDataBase }),
    ...typedOr('case', draft.case),
    ...typedOr('commune', draft.commune),
    ...typedOr('agreement', draft.agreement),
    ...typedOr('incident', draft.incident),
    fees: feesOf(draft, postageVnd),
  };
};

/** An act is sent with one key for as long as it says the same. */
export interface Act {
  readonly key: string;
  readonly body: string;
}

/** The act before, where it says the same: pressed twice, or sent again after a cut line, it is one. */
export const actOf = (before: Act | undefined, body: object, newKey: () => string): Act => {
  const text = JSON.stringify(body);
  return before?.body === text ? before : { key: newKey(), body: text };
};

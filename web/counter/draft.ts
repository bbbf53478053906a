import type { ProblemDetails } from '#api/problem-details.ts';
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

/** One dossier, as it was typed: what is said of it alone, whoever hands it in. */
export interface Matter {
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
  /** Why it was refused, among others that were not. */
  readonly problem?: ProblemDetails | undefined;
}

/** What has been typed, as it was typed: who hands in, and the dossier that is in the form. */
export interface Draft extends Matter {
  readonly number: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  /** Chủ hồ sơ là người khác. */
  readonly owner: 'same' | 'person' | 'organisation';
  readonly ownerName: string;
  readonly ownerNumber: string;
  readonly ownerAddress: string;
  /** What the same person hands in besides, in the order in which it was put aside. */
  readonly others: readonly Matter[];
}

export const emptyMatter = (intakeMode: Matter['intakeMode']): Matter => ({
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
  problem: undefined,
});

export const emptyDraft = (intakeMode: Draft['intakeMode']): Draft => ({
  number: '',
  name: '',
  phone: '',
  address: '',
  owner: 'same',
  ownerName: '',
  ownerNumber: '',
  ownerAddress: '',
  others: [],
  ...emptyMatter(intakeMode),
});

export const isUntouched = (draft: Draft): boolean =>
  JSON.stringify(draft) === JSON.stringify(emptyDraft(draft.intakeMode));

/** As the published procedure lists it: what is required is usually there, the rest is not. */
const usually = ({ required, copyKind, count, dataBase }: Component): Paper => {
  if (!required) return { handed: 'absent', count };
  return { handed: dataBase === undefined ? copyKind : 'data-base', count };
};

export const paperOf = ({ papers }: Pick<Matter, 'papers'>, component: Component): Paper =>
  papers[component.id] ?? usually(component);

export type DraftFlaw =
  | NameFlaw
  | 'empty'
  | 'not-a-personal-number'
  | 'not-a-vietnamese-phone'
  | 'reason-missing'
  | 'not-a-sum';

export type DraftField = Exclude<
  keyof Draft,
  'papers' | 'owner' | 'intakeMode' | 'carriage' | 'others' | 'problem'
>;
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

const ofSums = ({ ownSum, ownSumReason, pages, copies, grams }: Matter): Flaws => {
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

/** What of one dossier has to be mended, whoever hands it in. */
export const matterFlawsOf = (matter: Matter): Flaws => ({
  ...present({ procedure: required(matter.procedure) }),
  ...ofSums(matter),
});

/** Others are there, and none in the form. */
export const isBetween = ({ procedure, others }: Draft): boolean =>
  procedure === '' && others.length > 0;

/** What has to be mended before anything is sent; the API looks again. */
export const flawsOf = (draft: Draft): Flaws => ({
  ...present({
    number: emptyOr(draft.number, parsePersonalNumber(draft.number)),
    name: emptyOr(draft.name, parsePersonName(draft.name)),
    phone: ifTyped(draft.phone, flawOfPhone(draft.phone)),
    address: required(draft.address),
  }),
  ...ofOwner(draft),
  ...(!isBetween(draft) && matterFlawsOf(draft)),
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

const feesOf = (draft: Matter, postageVnd: number) => {
  const [sum, pages, copies] = [draft.ownSum, draft.pages, draft.copies].map(asNumber);
  return {
    postageVnd,
    ...(sum !== undefined && { stateFeesVnd: sum }),
    ...typedOr('reason', draft.ownSumReason),
    ...(pages !== undefined && { pages }),
    ...(copies !== undefined && { copies }),
  };
};

const applicantOf = (draft: Draft) => ({
  name: draft.name,
  personalNumber: draft.number,
  address: draft.address,
  ...typedOr('phone', draft.phone),
  ...ownerOf(draft),
});

const papersAndFeesOf = (matter: Matter, procedure: ProcedureView, postageVnd: number) => {
  const papers = procedure.components.map(({ id, ...laid }) => ({
    id,
    ...paperOf(matter, { id, ...laid }),
  }));
  const components = papers.flatMap(({ id, handed, count }) =>
    handed === 'absent' || handed === 'data-base' ? [] : [{ id, copyKind: handed, count }],
  );
  const fromDataBase = papers.filter(({ handed }) => handed === 'data-base').map(({ id }) => id);
  return {
    procedure: procedure.code,
    intakeMode: matter.intakeMode,
    channel: channelOf(matter, procedure),
    components,
    ...(fromDataBase.length > 0 && { fromDataBase }),
    ...typedOr('case', matter.case),
    ...typedOr('commune', matter.commune),
    ...typedOr('agreement', matter.agreement),
    ...typedOr('incident', matter.incident),
    fees: feesOf(matter, postageVnd),
  };
};

/** The registration that a draft without flaws is. The same draft is the same body, letter by letter. */
export const registrationOf = (draft: Draft, procedure: ProcedureView, postageVnd: number) => ({
  applicant: applicantOf(draft),
  ...papersAndFeesOf(draft, procedure, postageVnd),
});

/** A dossier with what its procedure and its way by post ask for. */
export interface LaidMatter {
  readonly matter: Matter;
  readonly procedure: ProcedureView;
  readonly postageVnd: number;
}

/** Several dossiers of one sender, in one act. */
export const registrationsOf = (draft: Draft, laid: readonly LaidMatter[]) => ({
  applicant: applicantOf(draft),
  lines: laid.map(({ matter, procedure, postageVnd }) =>
    papersAndFeesOf(matter, procedure, postageVnd),
  ),
});

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

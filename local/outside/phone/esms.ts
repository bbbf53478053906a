import { SegmentedMessage } from 'sms-segments-calculator';
import { parseVietnamMobile } from '#domain/identifiers/phone.ts';

/**
 * The words of eSMS, from its public documentation (developers.esms.vn: "Tin nhắn SMS OTP/CSKH",
 * "Bảng mã lỗi", "Callback Url", "Hàm kiểm tra …"). Not confirmed there, and so guesses here: what
 * happens to accented text under IsUnicode 0 (we strip the accents), and the answer to a RequestId
 * over 50 characters (we say 99).
 */
export const codes = {
  blocked: ['99', 'Invalid request'],
  accepted: ['100', ''],
  unauthorised: ['101', 'Authorize Failed'],
  noBrandname: ['104', 'Brand name code is not exist'],
  unknownMessage: ['105', 'Message not found'],
  badPhone: ['108', 'Phone number is not in correct format'],
  unsupportedType: ['118', 'Unsupported message type'],
  duplicateRequest: ['124', 'Request exist 1'],
  wrongTemplate: ['146', 'Sai template Brandname CSKH'],
} as const;

export type EsmsCode = keyof typeof codes;

export interface SendRequest {
  readonly apiKey: string;
  readonly secretKey: string;
  readonly phone: string;
  readonly content: string;
  readonly brandname: string;
  readonly smsType: string;
  readonly isUnicode: boolean;
  readonly requestId: string;
  readonly callbackUrl: string;
  readonly campaign: string;
  readonly sandbox: boolean;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export const readSendRequest = (body: unknown): SendRequest => {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const field = (name: string): string => textOf(fields[name]);
  return {
    apiKey: field('ApiKey'),
    secretKey: field('SecretKey'),
    phone: field('Phone'),
    content: field('Content').normalize('NFC'),
    brandname: field('Brandname'),
    smsType: field('SmsType'),
    isUnicode: field('IsUnicode') === '1',
    requestId: field('RequestId'),
    callbackUrl: field('CallbackUrl'),
    campaign: field('campaignid'),
    sandbox: field('Sandbox') === '1',
  };
};

export interface Account {
  readonly apiKey: string;
  readonly secretKey: string;
}

export interface Registered {
  /** Undefined: every pair that is not empty is an account. */
  readonly account: (() => Account) | undefined;
  readonly brandnames: readonly string[];
  /** Registered contents, `{field}` where something personal stands. */
  readonly templates: readonly string[];
}

export const isAuthorised = (
  { apiKey, secretKey }: Account,
  { account }: Pick<Registered, 'account'>,
): boolean => {
  if (apiKey === '' || secretKey === '') return false;
  const known = account?.();
  return !known || (known.apiKey === apiKey && known.secretKey === secretKey);
};

const longestField = 60;

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

const patternOf = (template: string): RegExp => {
  const literal = template.split(/\{[^}]+\}/).map(literally);
  return new RegExp(`^${literal.join(`.{1,${longestField}}?`)}$`, 's');
};

const fitsTemplate = (content: string, templates: readonly string[]): boolean =>
  templates.some((template) => patternOf(template).test(content));

const longestRequestId = 50;

/** A counter reads a number that lost its zero; a gateway does not guess. */
const hasPrefix = (phone: string): boolean => /^(?:0|\+?84)/.test(phone);

/** Each rule with the code it is refused by, in the order in which the gateway looks. */
const rules: readonly (readonly [EsmsCode, (r: SendRequest, known: Registered) => boolean])[] = [
  ['unauthorised', (request, known) => !isAuthorised(request, known)],
  ['unsupportedType', ({ smsType }) => smsType !== '2'],
  ['blocked', ({ content, requestId }) => content === '' || requestId.length > longestRequestId],
  ['badPhone', ({ phone }) => !hasPrefix(phone) || !parseVietnamMobile(phone).ok],
  ['noBrandname', ({ brandname }, { brandnames }) => !brandnames.includes(brandname)],
  ['wrongTemplate', ({ content }, { templates }) => !fitsTemplate(content, templates)],
];

/** Why the gateway would not take it; undefined when it would. */
export const refusalOf = (request: SendRequest, known: Registered): EsmsCode | undefined =>
  rules.find(([, isBroken]) => isBroken(request, known))?.[0];

export const normalPhone = (phone: string): string | undefined => {
  const parsed = parseVietnamMobile(phone);
  return parsed.ok ? parsed.value : undefined;
};

export interface Size {
  readonly text: string;
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly segments: number;
  readonly characters: number;
}

const unaccent = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** What goes over the air, counted by somebody else's code than the product's. */
export const onAir = ({ content, isUnicode }: Pick<SendRequest, 'content' | 'isUnicode'>): Size => {
  const text = isUnicode ? content : unaccent(content);
  const counted = new SegmentedMessage(text);
  return {
    text,
    encoding: counted.encodingName,
    segments: counted.segmentsCount,
    characters: counted.numberOfCharacters,
  };
};

/** Đồng a segment, a usual price of a care message (the provider's sample answer). */
export const pricePerSegment = 850;

/** eSMS numbers: 1 Viettel, 2 MobiFone, 3 Vinaphone, 4 Vietnamobile, 5 Gtel. By prefix: a guess. */
const networks: readonly (readonly [RegExp, number, string])[] = [
  [/^\+84(?:3[2-9]|86|9[678])/, 1, 'Viettel'],
  [/^\+84(?:7[06-9]|89|9[03])/, 2, 'Mobifone'],
  [/^\+84(?:8[1-58]|9[14])/, 3, 'Vinaphone'],
  [/^\+84(?:5[268]|92)/, 4, 'Vietnamobile'],
  [/^\+84(?:59|99)/, 5, 'Gtel'],
];

export const networkOf = (phone: string): { readonly id: number; readonly name: string } => {
  const [, id = 0, name = 'Khác'] = networks.find(([prefix]) => prefix.test(phone)) ?? [];
  return { id, name };
};

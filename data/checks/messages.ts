import { actNumberIn } from '#domain/catalogue/act-number.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { searchKey } from '#domain/identifiers/person-name.ts';
import { checkTemplate, type SmsTemplateText } from '#domain/sms/template.ts';
import { unaccent } from '#domain/sms/unaccent.ts';
import type { ProvinceFiles } from '../province-files.ts';

/** What the system sends (`SmsTemplate` in ports/sms-texts.ts). */
const sent = [
  'accepted',
  'slip-accepted',
  'provisional',
  'handed-over',
  'papers-missed',
  'not-accepted',
  'supplement-requested',
  'fee-due',
  'answer-reminder',
  'late-answer',
  'transferred',
  'extended-with-apology',
  'prolonged',
  'reannounced',
  'result-ready',
  'refused-result',
  'withdrawn',
  'phone-changed',
  'recipient-authorised',
  'chosen-delivery',
  'asked-withdrawal',
  'money-given-back',
  'complaint-answered',
  'stopped',
  'dispatched',
  'out-for-delivery',
  'delivery-failed',
  'pick-up-ready',
  'delivered',
  'order-delivered',
  'returned-to-agency',
  'lost-result',
  'papers-sent',
  'papers-held',
  'papers-back',
  'papers-delivered',
] as const;

/** Every message fits one segment with whatever the province may put in, and gives nothing away. */
export const messages = (files: ProvinceFiles): readonly string[] => {
  const room = roomNeeded(files);
  return [
    ...sent
      .filter((id) => !files.smsTemplates.some((template) => template.id === id))
      .map((id) => `SMS template ${id} is missing`),
    ...files.smsTemplates.flatMap((template) =>
      [
        ...faultsOfFields(template, room),
        ...faultsOfWording(template),
        ...procedureNamed(template, files.procedures),
      ].map((fault) => `SMS template ${template.id}: ${fault}`),
    ),
  ];
};

const longest = (texts: readonly string[]): number =>
  Math.max(...texts.map((text) => unaccent(text).length));

/** The fields that the system can fill, with the longest value of each. */
const roomNeeded = ({ agencies, postOffices, codeTemplates, procedures }: ProvinceFiles) =>
  new Map<string, number>([
    // `{agency}` and `{seq:4}` give way to the agency's code and up to nine digits.
    ['code', longest(agencies.map(({ code }) => code)) + longest(codeTemplates.map(tailOf)) + 9],
    ['number', longest(agencies.map(({ code }) => code)) + longest(codeTemplates.map(tailOf)) + 9],
    ['agency', longest(agencies.map(({ nameUnaccented }) => nameUnaccented))],
    ['office', longest(postOffices.map(({ name }) => name))],
    ['dueDay', '31/12/2028 (du kien)'.length],
    ['ground', longest(procedures.flatMap(groundsOf))],
    ['byDay', '30/11/2026'.length],
    ['nextDay', '30/11/2026'.length],
    ['waybill', 'EE473124829VN'.length],
    ['slip', 'RG100000018VN'.length],
    ['temporary', 'TAM-000-012-074'.length],
    ['amount', '999.999.999'.length],
    ['secret', 6],
    ['minutes', 2],
  ]);

const groundsOf = ({ prolongations = [] }: Procedure): readonly string[] =>
  prolongations.map(({ ground }) => actNumberIn(ground));

const tailOf = ({ template }: { readonly template: string }): string =>
  template
    .replace('{agency}', '')
    .replace(/\{(y+MMdd)\}/, '$1')
    .replace(/\{seq:\d+\}/, '');

const faultsOfFields = (
  { fields }: SmsTemplateText,
  room: ReadonlyMap<string, number>,
): readonly string[] =>
  Object.entries(fields).flatMap(([field, limit]) => {
    const needed = room.get(field);
    if (needed === undefined) return [`nobody fills {${field}}`];
    return limit < needed ? [`{${field}} needs ${needed} characters`] : [];
  });

const faultsOfWording = (template: SmsTemplateText): readonly string[] => {
  const checked = checkTemplate(template);
  return checked.ok ? [] : [checked.reason];
};

/** The phone may be a child's or a neighbour's (domain §10.12). */
const procedureNamed = (
  { text }: SmsTemplateText,
  procedures: readonly Procedure[],
): readonly string[] => {
  const said = ` ${searchKey(text)} `;
  const telling = procedures.flatMap(({ name, field, sensitive }) =>
    sensitive ? [name, field] : [name],
  );
  return telling.some((words) => said.includes(` ${searchKey(words)} `))
    ? ['names a procedure']
    : [];
};

import { addressOf } from '#api/client.ts';
import type { Role } from '#domain/actor/actor.ts';
import { caseStatuses } from '#domain/dossier/case-status.ts';
import { everyWarning } from '#domain/limits/warnings.ts';
import { isForDevices, type Route } from '#edge/contract.ts';
import { contracts } from '#functions/contracts.ts';
import { remittanceStates } from '#functions/money/domain/records.ts';
import { raw } from '#test/support/people.ts';
import type { Reader } from './named.ts';

/** What stands for a parameter of a path: every value that the canary's dossiers gave it. */
export type Things = Readonly<Record<string, readonly string[]>>;

export interface Asker {
  readonly reader: Reader;
  readonly token: string | undefined;
  readonly role: Role | 'citizen' | 'phone' | 'kiosk' | 'anyone';
}

const forms = [
  'receipt',
  'supplement',
  'refusal',
  'extension',
  'prolongation',
  'stop',
  'control',
  'slip',
  'label',
];
const known: Things = { form: forms.map((name) => `${name}.pdf`), carrier: ['vnpost'] };

/** Of things that are not a dossier’s: another test’s business. */
export const withoutThings = [
  'block',
  'returnOrderId',
  'gateway',
  'amendmentId',
  'remittanceNumber',
  'staffId',
  'receiptNumber',
  'complaintId',
] as const;

const everyRoute: readonly Route[] = Object.values(contracts).flatMap(
  (contract): readonly Route[] => Object.values(contract),
);

const monthOf = (day: string): string => day.slice(0, 7);

/** What a list is asked for; others go without. */
const queriesOf = (path: string, day: string, code: string): readonly string[] =>
  ({
    '/v1/dossiers': caseStatuses.map((status) => `status=${status}&limit=100`),
    '/v1/dossiers/lookup': [`number=${code}`],
    '/v1/return-orders/lookup': [`number=${code}`],
    '/v1/tracking-book.pdf': [`day=${day}`, `day=${day}&office=bd-vi-thanh`],
    '/v1/departments/{agencyId}/inbox': [
      'waiting',
      'working',
      'with-citizen',
      'stopped',
      'closed',
    ].map((state) => `state=${state}&limit=100`),
    '/v1/departments/{agencyId}/assignments': ['state=open', 'state=closed'],
    '/v1/national-portal/drift': [`day=${day}`],
    '/v1/satisfaction/figures': [`month=${monthOf(day)}&office=bd-vi-thanh`],
    '/v1/satisfaction/words': [`month=${monthOf(day)}&office=bd-vi-thanh`],
    '/v1/satisfaction/published': [`month=${monthOf(day)}`],
    '/v1/queue/display': ['office=bd-vi-thanh'],
    '/v1/queue/figures': [`day=${day}&office=bd-vi-thanh`],
    '/v1/cash': ['', 'office=bd-vi-thanh'],
    '/v1/remittances': remittanceStates.map((state) => `state=${state}`),
    '/v1/pouches': ['open', 'sealed', 'under-way', 'counted'].map((state) => `state=${state}`),
    '/v1/warnings': everyWarning.map((warning) => `warning=${warning}`),
    '/v1/door-money': ['', 'office=bd-vi-thanh'],
    '/v1/call-list': ['', 'office=bd-vi-thanh'],
    '/v1/procedures': ['q=dat'],
    '/v1/devices': ['office=bd-vi-thanh'],
    '/v1/days-off': [`from=${day}&to=${day}`],
  })[path] ?? [''];

const filled = (path: string, things: Things): readonly string[] => {
  const [, name] = /\{(\w+)\}/.exec(path) ?? [];
  if (name === undefined) return [path];
  const values = known[name] ?? things[name] ?? [];
  return values.flatMap((value) =>
    filled(path.replace(`{${name}}`, encodeURIComponent(value)), things),
  );
};

const opensTo = ({ who }: Route, { role }: Asker): boolean =>
  isForDevices(who)
    ? role === 'kiosk'
    : who === role || who === 'anyone' || who.includes(role as never);

export interface Asked {
  readonly path: string;
  readonly status: number;
}

/** Every route that reads, with everything that it may be asked for, as this reader. */
export const askEverything = async (asker: Asker, things: Things): Promise<readonly Asked[]> => {
  const [day = ''] = things['day'] ?? [];
  const [code = ''] = things['code'] ?? [];
  const paths = everyRoute
    .filter((route) => route.method === 'GET' && opensTo(route, asker))
    .flatMap(({ path }) =>
      filled(path, things).flatMap((at) =>
        queriesOf(path, day, code).map((query) => addressOf(query ? `${at}?${query}` : at, {})),
      ),
    );
  const asked: Asked[] = [];
  for (const path of paths) {
    const { status } = await raw('GET', path, { token: asker.token });
    asked.push({ path, status });
  }
  return asked;
};

/** Parameters of reading routes for which nothing stands. */
export const unfilled = (things: Things): readonly string[] => [
  ...new Set(
    everyRoute
      .filter(({ method }) => method === 'GET')
      .flatMap(({ path }) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))
      .filter((name) => !(known[name] ?? things[name])),
  ),
];

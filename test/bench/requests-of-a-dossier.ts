// What one dossier's way asks of the database, from its registration until the result is handed out:
// `npm run bench:requests [-- --trace]`. The whole stack runs; every function reaches DynamoDB Local
// through a listener. A first dossier warms the functions up, the second one is counted. What clocks
// start (sweeps) would run without the dossier, and is told apart.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { systemClock } from '#adapters/node/system-clock.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { functionPlans, plans } from '#infra/services.ts';
import { bringResult } from '#local/play/bring-result.ts';
import { type Client, clientOf, makeClient } from '#local/play/client.ts';
import { resultPdf } from '#local/play/paper/result-pdf.ts';
import { scanPage } from '#local/play/paper/scan-page.ts';
import { type Paper, sha256Of } from '#local/play/scanner.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import { type Runtime, startRuntime } from '#local/runtime/start-runtime.ts';
import { type Heard, startDatabaseListener } from '#test/support/database-listener.ts';

const { values: asked } = parseArgs({ options: { trace: { type: 'boolean', default: false } } });

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

interface People {
  readonly clerk: Client;
  readonly officer: Client;
  readonly courier: Client;
}

/** What the dossier is by now, read beside the listener. */
type Look = (id: string) => Promise<Dossier | undefined>;

const lookInto = ({ tables, clients }: Runtime): Look => {
  const table = (part: string) =>
    Object.entries(tables).find(([name]) => name.includes(part))?.[1] ?? '';
  const client = DynamoDBDocumentClient.from(clients.dynamo);
  const names = { dossiers: table('Dossiers'), ledger: table('Ledger') };
  const ledger = makeUnitOfWork({ client, tables: names, clock: systemClock, sha256 });
  return async (id) => (await ledger.load(id as DossierId))?.dossier;
};

const until = (look: Look, id: string, what: string, is: (dossier: Dossier) => boolean) =>
  eventually(what, async () => {
    const dossier = await look(id);
    return dossier && is(dossier) ? dossier : undefined;
  });

const scan = async (look: Look, who: Client, dossierId: string, paper: Paper): Promise<string> => {
  const { bytes, mediaType, component } = paper;
  const params = { dossierId };
  const { scanId, upload } = await who.call('POST /v1/dossiers/{dossierId}/scans', {
    params,
    body: {
      mediaType,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
      ...(component !== undefined && { component }),
    },
  });
  const body = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  const put = await fetch(upload.url, { method: 'PUT', headers: upload.headers, body });
  if (!put.ok) throw new Error(`upload refused: ${put.status}`);
  await until(look, dossierId, 'verification', ({ scans }) =>
    scans.some(({ id, state }) => id === scanId && state === 'verified'),
  );
  return scanId;
};

const atCounter = async (look: Look, url: string, { clerk }: People): Promise<string> => {
  const anyone = makeClient(url);
  const query = { q: 'dat dai cap doi' };
  const { items } = await anyone.call('GET /v1/procedures', { query });
  const { components, code } = await anyone.call('GET /v1/procedures/{code}', {
    params: { code: items[0]?.code ?? '' },
  });
  const brought = components.filter(({ required }) => required);
  const { dossierId } = await clerk.call('POST /v1/dossiers', {
    body: {
      procedure: code,
      applicant: {
        name: 'Nguyễn Thị Ánh',
        personalNumber: '093190001234',
        phone: '0912345678',
        address: 'Ấp 3, xã Vị Tân, TP Cần Thơ',
      },
      components: brought.map(({ id, copyKind, count }) => ({ id, copyKind, count })),
      fees: { stateFeesVnd: 50_000, postageVnd: 28_000 },
    },
  });
  for (const [seed, { id, name }] of brought.entries()) {
    const page = { seed, title: name, lines: ['Người nộp: (thử)'], skewDegrees: 0.4, noise: 0.03 };
    const bytes = await scanPage({ ...page, dpi: 110, format: 'jpeg' });
    await scan(look, clerk, dossierId, { component: id, mediaType: 'image/jpeg', bytes });
  }
  const params = { dossierId };
  await clerk.call('POST /v1/dossiers/{dossierId}/accept', { params, body: {} });
  await clerk.bytes(`/v1/dossiers/${dossierId}/documents/receipt.pdf`);
  return dossierId;
};

const atDepartment = async (look: Look, { officer }: People, dossierId: string): Promise<void> => {
  const params = { dossierId };
  const { department } = await until(
    look,
    dossierId,
    'arrival',
    (dossier) => dossier.department?.inbox === 'waiting',
  );
  const { leased } = await officer.call('POST /v1/departments/{agencyId}/inbox/pull', {
    params: { agencyId: department?.agency ?? '' },
    body: { max: 1, leaseSeconds: 600 },
  });
  const [{ leaseNo } = { leaseNo: 0 }] = leased;
  const { acceptance } = await officer.call('GET /v1/dossiers/{dossierId}', { params });
  const manifestHash = acceptance?.manifestHash ?? '';
  await officer.call('POST /v1/dossiers/{dossierId}/acknowledge', {
    params,
    body: { leaseNo, manifestHash },
  });
  const bytes = await resultPdf({
    dossierCode: dossierId,
    agency: 'CƠ QUAN GIẢI QUYẾT (THỬ)',
    decision: 'Đồng ý giải quyết.',
    signer: 'Người ký thử',
    signedAt: '23/11/2026',
  });
  const resultScanId = await scan(look, officer, dossierId, {
    mediaType: 'application/pdf',
    bytes,
  });
  await officer.call('POST /v1/dossiers/{dossierId}/decisions', {
    params,
    body: { leaseNo, outcome: 'approved', resultScanId },
  });
};

const wayBack = async ({ courier, officer, clerk }: People, dossierId: string): Promise<void> => {
  await bringResult({ courier, officer, clerk }, dossierId);
  const { shipmentId } = await courier.call('POST /v1/shipments', {
    body: { dossierId, carrier: 'vnpost' },
  });
  const minutesAgo = (n: number) => new Date(Date.now() - n * 60_000).toISOString();
  const proof = { receiverName: 'Nguyễn Thị Ánh', identityChecked: true };
  const news = [
    { code: 'EMA', occurredAt: minutesAgo(90) },
    { code: 'EDG', occurredAt: minutesAgo(30) },
    { code: 'EMI', occurredAt: minutesAgo(1), proof },
  ] as const;
  for (const body of news)
    await courier.call('POST /v1/shipments/{shipmentId}/events', { params: { shipmentId }, body });
};

/** Until nobody has asked for anything for a while. */
const quiet = async (heard: readonly Heard[]): Promise<void> => {
  for (let before = -1; before < heard.length; await pause(4_000)) before = heard.length;
};

/** Once around the way; what was asked in each part of it. */
const way = async (
  look: Look,
  url: string,
  people: People,
  heard: Heard[],
): Promise<ReadonlyMap<string, readonly Heard[]>> => {
  const parts = new Map<string, readonly Heard[]>();
  const part = async <T>(name: string, walk: () => Promise<T>): Promise<T> => {
    heard.length = 0;
    const walked = await walk();
    await quiet(heard);
    parts.set(name, [...heard]);
    return walked;
  };
  const dossierId = await part('counter', () => atCounter(look, url, people));
  await part('department', () => atDepartment(look, people, dossierId));
  await part('way back', () => wayBack(people, dossierId));
  return parts;
};

/** `PortalService/PortalPushDossierFunctionD5FE…` → `portal/push-dossier`. */
const nameOf = new Map(
  functionPlans.map(([name]) => {
    const [service = '', ...rest] = name.split(/[/-]/).map((word) => title(word));
    return [`${service}Service/${service}${rest.join('')}Function`, name];
  }),
);

function title(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

const senderOf = ({ by }: Heard): string => nameOf.get(by.replace(/[0-9A-F]{8}$/, '')) ?? by;

/** What a clock starts asks the same without any dossier. */
const byTheClock = new Set(
  plans.flatMap(([service, { schedules = {} }]) =>
    Object.values(schedules).map(({ worker }) => `${service}/${worker}`),
  ),
);

const isOfTheWay = (heard: Heard): boolean => !byTheClock.has(senderOf(heard));

const trace = (parts: ReadonlyMap<string, readonly Heard[]>): void => {
  for (const [name, heard] of parts) {
    say(name);
    for (const each of heard.filter(isOfTheWay))
      say(`  ${senderOf(each)} ${each.operation} ${each.about.join(', ')}`);
  }
};

const operations = ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'TransactWriteItems'];

const tell = (heard: readonly Heard[]): void => {
  const all = heard.filter(isOfTheWay);
  const row = (name: string, of: readonly Heard[]): string => {
    const counts = operations.map(
      (each) => of.filter(({ operation }) => operation === each).length,
    );
    const known = counts.reduce((sum, n) => sum + n, 0);
    const columns = [...counts, of.length - known, of.length].map((n) =>
      String(n || '·').padStart(9),
    );
    return `${name.padEnd(32)}${columns.join('')}`;
  };
  const heads = ['get', 'query', 'put', 'update', 'transact', 'other', 'all'];
  say(`${''.padEnd(32)}${heads.map((head) => head.padStart(9)).join('')}`);
  for (const name of [...new Set(all.map(senderOf))].sort())
    say(
      row(
        name,
        all.filter((each) => senderOf(each) === name),
      ),
    );
  say(row('the whole way', all));
  say(`${heard.length - all.length} more by the clock`);
};

const main = async (): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'bench-requests-'));
  const listener = await startDatabaseListener();
  const runtime = await startRuntime({
    directory,
    port: 0,
    quiet: true,
    reroute: (endpoints, id) => ({
      ...endpoints,
      dynamodb: listener.addressFor(id, endpoints.dynamodb),
    }),
  });
  try {
    const [clerk, officer, courier] = await Promise.all([
      clientOf(runtime.url, 'lan.vithanh'),
      clientOf(runtime.url, 'hoa.nnmt'),
      clientOf(runtime.url, 'tuan.vithanh'),
    ]);
    const people = { clerk, officer, courier };
    const look = lookInto(runtime);
    await way(look, runtime.url, people, listener.heard);
    const parts = await way(look, runtime.url, people, listener.heard);
    if (asked.trace) trace(parts);
    tell([...parts.values()].flat());
  } finally {
    await runtime.stop();
    await listener.close();
    rmSync(directory, { recursive: true, force: true });
  }
};

await main();

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hours, type Instant, minutes, plus } from '#domain/time/instant.ts';
import { makeMemorySmsLedger } from '#functions/notifications/adapters/memory/sms-ledger.ts';
import { makeSmsLedger } from '#functions/notifications/adapters/sms-ledger.ts';
import type { SmsLedger, SmsRecord } from '#functions/notifications/ports/sms.ts';
import { Records } from '#infra/stacks/records.ts';
import { startDynamoDbLocal } from '#local/cloud/emulators/dynamodb-local.ts';
import { ensureTable, tableSpec } from '#local/cloud/emulators/tables.ts';
import { open } from '#test/conformance/fixture/open-templates.ts';
import { dossierId, monday9 } from '#test/support/dossiers.ts';

/** The table as the state stack makes it, in the emulator. */
const onDynamoDb = async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sms-ledger-'));
  const jvm = await startDynamoDbLocal({ directory, jvm: 'fast-start' });
  const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };
  const client = new DynamoDBClient({ endpoint: jvm.url, region: 'ap-southeast-1', credentials });
  const stack = new Stack(new App(), 'Stack', { env: { region: 'ap-southeast-1' } });
  new Records(stack, 'Records', { key: new Key(stack, 'Key') });
  const template = Template.fromStack(stack).toJSON() as Parameters<typeof open>[0] & {
    readonly Resources: NonNullable<Parameters<typeof open>[0]['resources']>;
  };
  const [table] = open({ resources: template.Resources })
    .of('AWS::DynamoDB::GlobalTable')
    .filter(({ id }) => id.includes('Ledger'));
  if (!table) throw new Error('no ledger table');
  const spec = tableSpec(table);
  await ensureTable(client, spec);
  return {
    ledger: makeSmsLedger(
      DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
      { dossiers: 'none', ledger: spec.name },
    ),
    stop: async () => {
      client.destroy();
      await jvm.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

let next = 0;
const row = (change: Partial<SmsRecord> = {}): SmsRecord => ({
  reference: `${dossierId}-${++next}-accepted`,
  dossierId,
  dossierVersion: next,
  template: 'accepted',
  values: { code: 'H13.01-261123-0001' },
  state: 'intent',
  createdAt: monday9,
  updatedAt: monday9,
  ...change,
});

const later = (n: number): Instant => plus(monday9, minutes(n));
const delivered = { status: 'delivered', at: later(5) } as const;
const undelivered = { status: 'undelivered', at: later(6) } as const;
const aCall = (office: string, since = later(10)) =>
  ({ office, reason: 'no-receipt', since }) as const;

describe.each(['memory', 'DynamoDB'])('the SMS ledger on %s', (kind) => {
  let sms: SmsLedger;
  let stop = async (): Promise<void> => undefined;

  beforeAll(async () => {
    if (kind === 'memory') sms = makeMemorySmsLedger();
    else ({ ledger: sms, stop } = await onDynamoDb());
  });
  afterAll(() => stop());

  const opened = async (change: Partial<SmsRecord> = {}): Promise<string> => {
    const record = row(change);
    expect(await sms.open(record)).toBe(true);
    return record.reference;
  };
  const references = (records: readonly SmsRecord[]) => records.map(({ reference }) => reference);
  const sent = async (): Promise<string> => {
    const reference = await opened();
    await sms.move(reference, ['intent'], { state: 'sending', at: later(1) });
    await sms.move(reference, ['sending'], {
      state: 'sent',
      at: later(1),
      gatewayId: 'g',
      expectedBy: plus(later(1), hours(72)),
    });
    return reference;
  };

  it('opens a row once, and lets one of two move it', async () => {
    const record = row();
    expect([await sms.open(record), await sms.open(record)]).toEqual([true, false]);
    const moves = await Promise.all(
      [1, 2, 3].map((n) =>
        sms.move(record.reference, ['intent', 'held'], { state: 'sending', at: later(n) }),
      ),
    );
    expect(moves.filter(Boolean)).toHaveLength(1);
  });

  it('gives what the night held when it is due, until it is moved', async () => {
    const reference = await opened({ state: 'held', sendAt: later(30) });
    expect(references(await sms.due(later(29), 50))).not.toContain(reference);
    expect(references(await sms.due(later(30), 50))).toContain(reference);
    await sms.move(reference, ['held'], { state: 'suppressed', at: later(30), why: 'overtaken' });
    expect(references(await sms.due(later(99), 50))).not.toContain(reference);
    expect(await sms.find(reference)).toMatchObject({ state: 'suppressed', why: 'overtaken' });
  });

  it('says which messages are overdue, until they are forgotten or confirmed', async () => {
    const [silent, confirmed] = [await sent(), await sent()];
    const at = plus(later(1), hours(72));
    expect(references(await sms.overdue(plus(later(0), hours(72)), 50))).not.toContain(silent);
    expect(references(await sms.overdue(at, 50))).toEqual(
      expect.arrayContaining([silent, confirmed]),
    );
    expect(await sms.receipt(confirmed, delivered)).toBe(true);
    expect(references(await sms.overdue(at, 50))).toContain(silent);
    expect(references(await sms.overdue(at, 50))).not.toContain(confirmed);
    await sms.forget(silent);
    expect(references(await sms.overdue(at, 50))).not.toContain(silent);
  });

  it('does not lose a held message to somebody who forgets it', async () => {
    const reference = await opened({ state: 'held', sendAt: later(40) });
    await sms.forget(reference);
    expect(references(await sms.due(later(40), 50))).toContain(reference);
  });

  it('keeps a receipt that comes before the row says sent, and delivered is the last word', async () => {
    const reference = await opened();
    await sms.move(reference, ['intent'], { state: 'sending', at: later(1) });
    expect(await sms.receipt(reference, delivered)).toBe(true);
    expect(await sms.receipt(reference, undelivered)).toBe(true);
    await sms.move(reference, ['sending'], { state: 'sent', at: later(2), gatewayId: 'g' });
    expect(await sms.find(reference)).toMatchObject({
      state: 'sent',
      gatewayId: 'g',
      receipt: delivered,
    });
    expect(await sms.call(reference, aCall('bd-a'))).toBe(false);
    expect(await sms.receipt('nobody', delivered)).toBe(false);
    expect(await sms.receipt('nobody', undelivered)).toBe(false);
  });

  it('lists calls by office and all together, the oldest first, page by page', async () => {
    const made = [];
    for (const n of [3, 1, 2]) {
      const reference = await sent();
      expect(await sms.call(reference, aCall('bd-pages', later(100 + n)))).toBe(true);
      expect(await sms.call(reference, aCall('bd-pages'))).toBe(false);
      made.push(reference);
    }
    const [third = '', first = '', second = ''] = made;
    const page = await sms.calls('bd-pages', { limit: 2 });
    expect(references(page.items)).toEqual([first, second]);
    const rest = await sms.calls('bd-pages', { limit: 2, after: page.next ?? '' });
    expect(references(rest.items)).toEqual([third]);
    expect(rest.next).toBeUndefined();
    const all = await sms.calls(undefined, { limit: 1, after: page.next ?? '' });
    expect(references(all.items)).toEqual([third]);
    expect(await sms.calls('bd-none', { limit: 2 })).toEqual({ items: [] });
  });

  it('takes a call off every list when it is settled, once, or the message arrives', async () => {
    const [settled, arrived] = [await sent(), await sent()];
    for (const reference of [settled, arrived]) await sms.call(reference, aCall('bd-settled'));
    const outcome = { outcome: 'reached', by: 'staff:lan', at: later(20) } as const;
    expect(await sms.settleCall(settled, outcome)).toBe(true);
    expect(await sms.settleCall(settled, { ...outcome, outcome: 'wrong-number' })).toBe(false);
    expect(await sms.settleCall(await sent(), outcome)).toBe(false);
    await sms.receipt(arrived, delivered);
    expect(await sms.calls('bd-settled', { limit: 9 })).toEqual({ items: [] });
    expect((await sms.find(settled))?.call).toMatchObject({ settled: outcome });
    const all = await sms.calls(undefined, { limit: 50 });
    expect(references(all.items)).not.toContain(settled);
    expect(references(all.items)).not.toContain(arrived);
  });
});

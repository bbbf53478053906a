import { beforeAll, describe, expect, it } from 'vitest';
import { makeScanInspector } from '#adapters/inspection/scan-inspector.ts';
import { makeMemoryLedger } from '#adapters/memory/dossier-ledger.ts';
import { makeMemoryScanVault } from '#adapters/memory/scan-vault.ts';
import { sha256, sha256Bytes } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeRequestScan } from '#application/scanning/request-scan.ts';
import { makeVerifyScan } from '#application/scanning/verify-scan.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import { record } from '#domain/dossier/record.ts';
import { acceptable } from '#domain/dossier/steps/accept.ts';
import { scanLine } from '#edge/views/dossier.ts';
import { blankSheet, coverSheet, pdfOfJpegs } from '#test/support/batches.ts';
import { anApplicant, dossierId, monday9 } from '#test/support/dossiers.ts';
import { jpegPage, sha256Of } from '#test/support/papers.ts';
import { aClock } from '#test/support/worlds.ts';
import { loadWasm } from '../../unit/adapters/inspection/wasm-files.ts';

const clerk: Staff = { kind: 'staff', id: 'lan', roles: ['clerk'], office: 'bd-vi-thanh' };
const components = ['don-de-nghi', 'ban-ve', 'giay-to'];

/** A dossier of three components just registered, and a scanner. */
const aCounter = async () => {
  const { ledger } = makeMemoryLedger(sha256);
  const { clock } = aClock();
  const vault = makeMemoryScanVault(clock.now);
  const change = record(
    undefined,
    dossierId,
    [
      {
        type: 'dossier-registered',
        id: dossierId,
        office: 'bd-vi-thanh',
        procedure: { code: '1.000001', version: '1' },
        components: components.map((id) => ({ id, copyKind: 'original', count: 1 })),
        fees: { stateFeesVnd: 0, postageVnd: 0 },
      },
    ],
    { actor: clerk, now: monday9 },
  );
  await ledger.commit({ dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }] });
  const deps = { ledger, clock, vault, ids: makeUlids() };
  const request = makeRequestScan(deps);
  const inspector = makeScanInspector(loadWasm);
  const verify = makeVerifyScan({ ...deps, inspector, sha256Bytes });
  const dossier = async () => {
    const stored = await ledger.load(dossierId);
    if (!stored) throw new Error('no dossier');
    return stored.dossier;
  };
  return {
    dossier,
    scan: async (
      bytes: Uint8Array,
      what: { purpose?: 'batch'; component?: string; pages?: number },
    ) => {
      const { pages, ...kind } = what;
      const requested = await request({
        actor: clerk,
        idempotency: undefined,
        dossierId,
        mediaType: 'application/pdf',
        bytes: bytes.length,
        sha256: sha256Of(bytes),
        ...kind,
        ...(pages !== undefined && { declaredPages: pages }),
      });
      if (!requested.ok) throw new Error(requested.refusal.code);
      const { scanId, ticket } = requested.value;
      if (!vault.upload(ticket, bytes)) throw new Error('upload refused');
      await verify({ dossierId, scanId });
      const scan = (await dossier()).scans.find(({ id }) => id === scanId);
      if (!scan) throw new Error('no scan');
      return scanLine(scan);
    },
  };
};

describe('a batch of three components from the document feeder', () => {
  let pages: readonly Buffer[];
  beforeAll(async () => {
    const [first, second, third] = await Promise.all([1, 2, 3].map((seed) => jpegPage(seed)));
    if (!first || !second || !third) throw new Error('three pages were drawn');
    pages = [
      await coverSheet(dossierId, 'don-de-nghi', 2),
      first,
      await blankSheet(),
      await coverSheet(dossierId, 'ban-ve', 2),
      second,
      second,
      await coverSheet(dossierId, 'giay-to', 1),
      third,
    ];
  });

  it('is filed by its cover sheets, its blank and its repeated page are told, and it may be accepted', async () => {
    const counter = await aCounter();
    expect(await counter.scan(await pdfOfJpegs(pages), { purpose: 'batch' })).toMatchObject({
      state: 'verified',
      purpose: 'batch',
      legalKind: 'bản chụp',
      pages: 8,
      findings: ['blank-page:3', 'duplicate-page:6'],
      parts: [
        { component: 'don-de-nghi', from: 2, to: 3 },
        { component: 'ban-ve', from: 5, to: 6 },
        { component: 'giay-to', from: 8, to: 8 },
      ],
    });
    expect(acceptable(await counter.dossier())).toMatchObject({ ok: true });
  });

  it('is not filed with a paper before its first sheet, and the dossier may not be accepted', async () => {
    const counter = await aCounter();
    const stray = await pdfOfJpegs([pages[1] ?? Buffer.alloc(0), ...pages]);
    expect(await counter.scan(stray, { purpose: 'batch' })).toMatchObject({
      state: 'rejected',
      why: 'stray-page:1',
    });
    expect(acceptable(await counter.dossier())).toMatchObject({
      ok: false,
      refusal: { code: 'component-unscanned', components },
    });
  });

  it('may lack a component, which is then still to be scanned', async () => {
    const counter = await aCounter();
    const told = await counter.scan(await pdfOfJpegs(pages.slice(0, 6)), { purpose: 'batch' });
    expect(told.findings).toContain('component-absent:giay-to');
    expect(acceptable(await counter.dossier())).toMatchObject({
      refusal: { code: 'component-unscanned', components: ['giay-to'] },
    });
  });

  it('needs no declared count: a plain scan may have one, and a page too few is told', async () => {
    const counter = await aCounter();
    const file = await pdfOfJpegs([pages[1] ?? Buffer.alloc(0)]);
    expect(await counter.scan(file, { component: 'ban-ve', pages: 2 })).toMatchObject({
      state: 'verified',
      findings: ['page-count-mismatch:2/1'],
    });
    expect(await counter.scan(file, { component: 'giay-to', pages: 1 })).toMatchObject({
      state: 'verified',
      findings: ['duplicate-file'],
    });
  });
});

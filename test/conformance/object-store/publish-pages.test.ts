import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inOrder, publishFiles } from '../../../ops/publish-pages/publish-files.ts';
import { credentials, openStore, region, type TestStore } from './store.ts';

let store: TestStore;
const folder = mkdtempSync(join(tmpdir(), 'post-counter-pages-'));
beforeAll(async () => {
  store = await openStore();
});
afterAll(async () => {
  await store.stop();
  rmSync(folder, { recursive: true });
});

const write = (key: string, text: string): void => {
  mkdirSync(dirname(join(folder, key)), { recursive: true });
  writeFileSync(join(folder, key), text);
};
const publish = (endpoint = store.url) =>
  publishFiles(folder, { bucket: 'plain', region, endpoint, credentials: async () => credentials });
const served = async (Key: string) => {
  const { ContentType: type, Body: body } = await store.s3.send(
    new GetObjectCommand({ Bucket: 'plain', Key }),
  );
  return { type, text: await body?.transformToString() };
};

it('puts a build where CloudFront reads it, a page after what it names', async () => {
  write('staff/index.html', '<p>one');
  write('assets/one-1a.js', 'one()');
  write('assets/one-1a.css', 'p{}');
  write('shell-worker.js', 'keep()');
  expect(await publish()).toEqual({
    put: ['assets/one-1a.css', 'assets/one-1a.js', 'staff/index.html', 'shell-worker.js'],
    kept: [],
  });
  expect(await served('staff/index.html')).toEqual({
    type: 'text/html; charset=utf-8',
    text: '<p>one',
  });
  expect((await served('assets/one-1a.js')).type).toBe('text/javascript; charset=utf-8');
});

it('leaves what pages of yesterday still fetch, and replaces a page', async () => {
  rmSync(join(folder, 'assets/one-1a.js'));
  write('assets/one-2b.js', 'two()');
  write('staff/index.html', '<p>two');
  expect(await publish()).toEqual({
    put: ['assets/one-2b.js', 'staff/index.html', 'shell-worker.js'],
    kept: ['assets/one-1a.css'],
  });
  expect((await served('assets/one-1a.js')).text).toBe('one()');
  expect((await served('staff/index.html')).text).toBe('<p>two');
});

it('shows no page of a build that was not put whole', async () => {
  write('assets/three.unknown', '?');
  write('staff/index.html', '<p>three');
  await expect(publish()).rejects.toThrow('no content type is known of .unknown');
  expect((await served('staff/index.html')).text).toBe('<p>two');
});

it('orders any names so', () => {
  const keys = ['shell-worker.js', 'staff/index.html', 'assets/b.js', 'citizen/index.html'];
  expect(inOrder(keys)).toEqual([
    'assets/b.js',
    'citizen/index.html',
    'staff/index.html',
    'shell-worker.js',
  ]);
});

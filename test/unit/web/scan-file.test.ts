import { describe, expect, it } from 'vitest';
import { unfitBecause } from '../../../web/counter/scan-file.ts';

const file = (name: string, type: string, size = 1_000) => ({ name, type, size });

describe('a file before it is sent', () => {
  it.each([
    ['a.jpg', 'image/jpeg', 1_000, undefined],
    ['a.PDF', '', 1_000, undefined],
    ['a.tif', '', 20_000, undefined],
    ['IMG_1.HEIC', '', 1_000, 'heic'],
    ['IMG_1', 'image/heif', 1_000, 'heic'],
    ['a.docx', 'application/msword', 1_000, 'media-type'],
    ['a.jpg', 'image/jpeg', 0, 'empty'],
    ['a.jpg', 'image/jpeg', 20_001, 'too-large'],
  ])('%s (%s, %i bytes): %s', (name, type, size, why) => {
    expect(unfitBecause(file(name, type, size), 20_000)).toBe(why);
  });
});

import { expect, it } from 'vitest';
import { nameToKeep } from '#domain/actor/staff-name.ts';

it('a name is kept when it is first told, and when it is another one', () => {
  const hoa = { id: 'hoa', name: 'Phạm Thị Hoa' };
  const kept = { ...hoa, version: 1 };
  expect(nameToKeep(undefined, hoa)).toEqual(kept);
  expect(nameToKeep(kept, hoa)).toBeUndefined();
  expect(nameToKeep(kept, { ...hoa, name: 'Phạm Thị Hòa' })).toEqual({
    id: 'hoa',
    name: 'Phạm Thị Hòa',
    version: 2,
  });
  expect(nameToKeep(kept, { id: 'hoa' })).toBeUndefined();
});

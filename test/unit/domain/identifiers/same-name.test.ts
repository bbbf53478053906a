import { describe, expect, it } from 'vitest';
import { isSameName, isUnmarkedFormOf, searchKey } from '#domain/identifiers/person-name.ts';

/** A search finds each of these pairs; a person is another one all the same. */
const different = [
  ['Nguyễn Thị Hoa', 'Nguyễn Thị Hoà'],
  ['Nguyễn Thị Hoà', 'Nguyễn Thị Hoá'],
  ['Trần Văn Tùng', 'Trần Văn Tưng'],
  ['Lê Văn Dũng', 'Lê Văn Dụng'],
  ['Lê Thị Đào', 'Lê Thị Dào'],
  ['Phạm Văn Ân', 'Phạm Văn An'],
  ['NGUYEN THI ANH', 'Nguyễn Thị Ánh'],
] as const;

const same = [
  ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoà'],
  ['NGUYỄN THỊ ÁNH', 'nguyễn thị ánh'],
  ['Thuý', 'Thúy'],
  ['Ðặng  Văn Út', ' Đặng Văn Út'],
  ['Nguyễn Thị Ánh'.normalize('NFD'), 'Nguyễn Thị Ánh'],
] as const;

describe('two spellings of a name', () => {
  it.each(different)('%s is not %s, though a search finds both', (a, b) => {
    expect(searchKey(a)).toBe(searchKey(b));
    expect(isSameName(a, b)).toBe(false);
    expect(isSameName(b, a)).toBe(false);
  });

  it.each(same)('%s is %s', (a, b) => expect(isSameName(a, b)).toBe(true));

  it('nothing is nobody’s name', () => expect(isSameName(' ', '')).toBe(false));
});

describe('a name without its marks', () => {
  it.each([
    ['NGUYEN THI ANH', 'Nguyễn Thị Ánh', true],
    ['Dang Van Ut', 'Đặng Văn Út', true],
    ['Nguyễn Thi Anh', 'Nguyễn Thị Ánh', false],
    ['Đang Van Ut', 'Đặng Văn Út', false],
    ['Nguyen Thi Em', 'Nguyễn Thị Ánh', false],
    ['?', '!', false],
  ])('%s may be %s: %s', (written, name, may) => {
    expect(isUnmarkedFormOf(written, name)).toBe(may);
  });
});

import { describe, expect, it } from 'vitest';
import { caseStatuses } from '#domain/dossier/case-status.ts';
import { meantBy } from '../../../web/counter/meant.ts';
import { statusesOf, turns } from '../../../web/counter/work-groups.ts';

const card = '093190001234|361234567|Nguyễn Thị Ánh|02091990|Nữ|Ấp 3, Vị Tân|01072021';

describe('what somebody looks for', () => {
  it.each([
    ['093190001234', { kind: 'person', number: '093190001234' }],
    [' 093 190 001 234 ', { kind: 'person', number: '093190001234' }],
    ['361234567', { kind: 'person', number: '361234567' }],
    ['c1234567', { kind: 'person', number: 'C1234567' }],
    [card, { kind: 'person', number: '093190001234' }],
    ['H13.01-261126-0032', { kind: 'paper', number: 'H13.01-261126-0032' }],
    ['TAM-000-012-074', { kind: 'paper', number: 'TAM-000-012-074' }],
    ['EE473124829VN', { kind: 'paper', number: 'EE473124829VN' }],
    ['https://x.vn/tra-cuu/H13-1', { kind: 'paper', number: 'https://x.vn/tra-cuu/H13-1' }],
    ['a|b', { kind: 'too-short' }],
    ['   ', { kind: 'too-short' }],
  ])('%s', (typed, meant) => {
    expect(meantBy(typed)).toEqual(meant);
  });
});

describe('the groups of the worklist', () => {
  it('have each status once', () => {
    expect(turns.flatMap(statusesOf).toSorted()).toEqual([...caseStatuses].toSorted());
  });
});

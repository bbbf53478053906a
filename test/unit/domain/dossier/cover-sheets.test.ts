import { describe, expect, it } from 'vitest';
import { sheetsOf } from '#domain/dossier/cover-sheets.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { aDossier, allStations, aSupplement, monday9 } from '#test/support/dossiers.ts';

const three: Dossier = {
  ...aDossier('registered'),
  components: ['don-de-nghi', 'ban-ve', 'giay-to'].map((id) => ({
    id,
    copyKind: 'original',
    count: 1,
  })),
};
const counted = (pages: Record<string, number>) => new Map(Object.entries(pages));

describe('cover sheets', () => {
  it('are one for each component, in the order of the dossier, with what is expected of it', () => {
    expect(sheetsOf(three, counted({ 'giay-to': 1, 'don-de-nghi': 2, 'ban-ve': 3 }))).toEqual({
      ok: true,
      value: [
        { id: 'don-de-nghi', copyKind: 'original', count: 1, pages: 2 },
        { id: 'ban-ve', copyKind: 'original', count: 1, pages: 3 },
        { id: 'giay-to', copyKind: 'original', count: 1, pages: 1 },
      ],
    });
  });

  it('are not printed while a component without a scan is uncounted', () => {
    expect(sheetsOf(three, counted({ 'don-de-nghi': 2 }))).toMatchObject({
      refusal: { code: 'pages-uncounted', components: ['ban-ve', 'giay-to'] },
    });
    expect(sheetsOf(three, new Map())).toMatchObject({ refusal: { code: 'pages-uncounted' } });
  });

  it('may leave out what is scanned already, and print it again', () => {
    const scanned = aDossier('scanned');
    expect(sheetsOf(scanned, new Map())).toMatchObject({
      refusal: { code: 'pages-uncounted', components: [] },
    });
    expect(sheetsOf(scanned, counted({ 'don-de-nghi': 4 }))).toMatchObject({
      value: [{ id: 'don-de-nghi', pages: 4 }],
    });
  });

  it('name no component of another procedure', () => {
    expect(sheetsOf(three, counted({ 'ho-khau': 1 }))).toMatchObject({
      refusal: { code: 'component-unknown', component: 'ho-khau' },
    });
  });

  it('are of what the department asks for, though older scans show it', () => {
    const asked: Dossier = {
      ...aDossier('accepted'),
      status: 'supplement-requested',
      supplements: [
        {
          ...aSupplement,
          items: [
            { id: 'don-de-nghi', copyKind: 'original', count: 1, reason: 'Thiếu chữ ký' },
            ...aSupplement.items,
          ],
          requestedAt: (monday9 + 1) as typeof monday9,
          requestedBy: 'hoa',
        },
      ],
    };
    expect(sheetsOf(asked, new Map())).toMatchObject({
      refusal: { code: 'pages-uncounted', components: ['don-de-nghi', 'ban-ve'] },
    });
    expect(sheetsOf(asked, counted({ 'don-de-nghi': 2, 'ban-ve': 1 }))).toMatchObject({
      value: [
        { id: 'don-de-nghi', pages: 2 },
        { id: 'ban-ve', copyKind: 'certified', count: 1, pages: 1 },
      ],
    });
  });

  it.each(allStations.slice(3))('are of no use any more once the dossier is %s', (station) => {
    expect(sheetsOf(aDossier(station), counted({ 'don-de-nghi': 1 }))).toMatchObject({
      refusal: { code: 'form-not-available' },
    });
  });
});

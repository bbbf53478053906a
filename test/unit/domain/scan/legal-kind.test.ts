import { describe, expect, it } from 'vitest';
import type { ScanIntent } from '#domain/scan/scan.ts';
import { scanLine } from '#edge/views/dossier.ts';
import { aScan, monday9 } from '#test/support/dossiers.ts';

describe('what a scan is in law (TT 01/2023/TT-VPCP)', () => {
  it.each([
    ['papers', 'bản chụp'],
    ['batch', 'bản chụp'],
    ['result', 'bản điện tử của cơ quan'],
    ['opinion', 'bản điện tử của cơ quan'],
  ] as const)('is said of %s in every view: %s', (purpose: ScanIntent['purpose'], kind) => {
    const scan = { ...aScan({ purpose }), state: 'quarantined', requestedAt: monday9 } as const;
    expect(scanLine(scan).legalKind).toBe(kind);
  });
});

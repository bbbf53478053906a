/**
 * Why a text is kept, and so what it is erased by: `case` (hồ sơ) is what the case says to the citizen and
 * what the citizen said; `opinion` (ý kiến nội bộ) what agencies write to each other; `counter` (ghi chú)
 * what the post takes down.
 */
export const textClasses = ['case', 'opinion', 'counter'] as const;
export type TextClass = (typeof textClasses)[number];

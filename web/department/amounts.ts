/** As people write amounts: dots and blanks between the digits. No number where there is none. */
export const amountIn = (text: string): number => Number(text.replace(/[.\s]/g, '') || Number.NaN);

/**
 * Số, ký hiệu of the act that a citation names: `60/2014/QH13` of `Luật Hộ tịch 60/2014/QH13 điều 18(2)`. What
 * names none is cited as it is.
 */
export const actNumberIn = (citation: string): string =>
  /\d+\/\d{4}\/[\p{Lu}\d-]+/u.exec(citation)?.[0] ?? citation;

/** `1.250.000 đ`, never broken before the đ. */
export const formatDong = (amount: number): string =>
  `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}\u00a0đ`;

/**
 * Cách thức: at a counter (trực tiếp), at the portal (trực tuyến) or with the post in between
 * (dịch vụ bưu chính công ích), as NĐ 118/2025 and the national portal tell them apart.
 */
export const channels = ['direct', 'online', 'postal'] as const;

export type Channel = (typeof channels)[number];

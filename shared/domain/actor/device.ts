import type { DeviceId } from '#domain/identifiers/record-ids.ts';

/** `kiosk`: máy lấy số; `display`: màn hình gọi số; `tablet`: máy đánh giá hài lòng. */
export const deviceKinds = ['kiosk', 'display', 'tablet'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** A machine of a post office that acts by itself: which one and where come from its token alone. */
export interface DeviceActor {
  readonly kind: 'device';
  readonly id: DeviceId;
  readonly office: string;
  readonly deviceKind: DeviceKind;
}

import type * as z from 'zod';
import { instant } from '#domain/time/instant.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';
import { html, type Markup } from '#edge/markup.ts';
import type { ServerPage } from '#edge/page.ts';
import { deliveryText } from './texts.ts';
import type { TrackedView } from './tracked-view.ts';

const moment = (iso: string): string => formatInstant(instant(Date.parse(iso)));

const row = (vi: string, en: string, value: string | undefined): Markup | undefined =>
  value === undefined
    ? undefined
    : html`<dt>${vi} <span lang="en">· ${en}</span></dt><dd>${value}</dd>`;

const momentRow = (vi: string, en: string, iso: string | undefined): Markup | undefined =>
  row(vi, en, iso === undefined ? undefined : moment(iso));

/** The status of a dossier as a page of its own, with what {@link TrackedView} holds and no more. */
export const trackedPage = (tracked: z.output<typeof TrackedView>): ServerPage => {
  const { code, statusText, acceptedAt, dueAt, decidedAt, delivery } = tracked;
  const parcel = delivery && deliveryText[delivery.state];
  return {
    title: `${code}: ${statusText.vi}`,
    body: html`<p>Hồ sơ ${code}</p>
<h1>${statusText.vi}</h1><p lang="en">${statusText.en}</p>
<dl class="card">${[
      momentRow('Tiếp nhận lúc', 'Accepted', acceptedAt),
      momentRow('Hẹn trả kết quả', 'Result due', dueAt),
      momentRow('Có kết quả lúc', 'Decided', decidedAt),
      row('Bưu gửi', 'Parcel', delivery && `${delivery.carrier} ${delivery.waybill}`),
      parcel &&
        html`<dt>Trên đường <span lang="en">· ${parcel.en}</span></dt><dd>${parcel.vi}</dd>`,
      momentRow('Đã giao lúc', 'Delivered', delivery?.deliveredAt),
    ]}</dl>
<p><a href="/tra-cuu">Tra cứu hồ sơ khác</a></p>`,
  };
};

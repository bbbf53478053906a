import { html, type Markup } from '#edge/markup.ts';
import { band, type Page, renderPage } from '#local/kit/page/document.ts';
import type { OrderStore } from './order-store.ts';
import { codeNames, storyNames } from './story.ts';
import type { CarrierEvent, Delivery, Order } from './waybill-order.ts';

const style = `
.shell{display:grid;grid-template-columns:300px minmax(0,1fr);gap:1.25rem;margin-top:1.5rem;align-items:start}
.orders{padding:.5rem;max-height:70vh;overflow:auto}.orders a{display:grid;padding:.65rem .8rem;border-radius:10px;text-decoration:none;color:var(--ink)}
.orders a:hover{background:var(--ground)}.orders a[aria-current]{background:var(--brand-tint)}.orders strong{font-family:var(--mono);letter-spacing:.02em}
.detail{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem}.head{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:baseline;margin-bottom:.8rem}.head h2{font-family:var(--mono)}
.way{list-style:none;margin:0;padding:0 0 0 .4rem}.way li{position:relative;padding:0 0 1rem 1.5rem;border-left:2px solid var(--line)}
.way li:last-child{border-left-color:transparent;padding-bottom:0}.way li::before{content:"";position:absolute;left:-7px;top:.4em;width:12px;height:12px;border-radius:50%;background:var(--brand)}
.way .bad::before{background:var(--bad)}.way .good::before{background:var(--good)}
.buttons{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.7rem}.buttons button{padding:.4rem .8rem;min-height:40px;font-size:.9rem}
.play{display:flex;flex-wrap:wrap;gap:.7rem 1.2rem;align-items:center;margin-top:.7rem}.play select{width:auto}.play label{display:flex;gap:.45rem;align-items:center}.play input[type=checkbox]{width:20px;height:20px;min-height:0}
.empty{text-align:center;color:var(--soft);padding:2.5rem 1rem}
@media(max-width:820px){.shell{grid-template-columns:minmax(0,1fr)}.orders{max-height:220px}}
`;

const storyWords: Readonly<Record<(typeof storyNames)[number], string>> = {
  delivered: 'phát thành công · delivered',
  'two-attempts': 'phát lần hai mới gặp · two attempts',
  refused: 'từ chối, chuyển hoàn · refused',
  lost: 'thất lạc · lost',
};

const toneOf = (code: string): string => {
  if (code === 'EMI') return 'good';
  return ['EMH', 'RTS', 'RTD', 'LOS', 'DMG'].includes(code) ? 'bad' : '';
};

const shownTime = (iso: string): string =>
  `${iso.slice(11, 16)} · ${iso.slice(8, 10)}/${iso.slice(5, 7)}`;

const step = ({
  code,
  note,
  place,
  occurredAt,
  proof,
}: CarrierEvent): Markup => html`<li class="${toneOf(code)}">
<strong>${codeNames[code] ?? code}</strong> <span class="tag">${code}</span><br>
<span class="small soft"><time datetime="${occurredAt}">${shownTime(occurredAt)}</time> · ${place.name} · ${note}${proof && ` · người nhận: ${proof.receiverName} (${proof.relation})`}</span></li>`;

const statusTag = (status: number): Markup => {
  if (status === 0) return html`<span class="tag bad">không trả lời</span>`;
  return html`<span class="tag ${status < 300 ? 'good' : 'bad'}">${status}</span>`;
};

const deliveryTable = (
  deliveries: readonly Delivery[],
  codes: ReadonlyMap<string, string>,
): Markup =>
  deliveries.length === 0
    ? html`<p class="soft small">Chưa gửi thông báo nào.</p>`
    : html`<div class="scroll"><table><thead><tr><th>Lúc</th><th>Sự kiện</th><th>Lần</th><th>Trả lời</th><th>Nội dung</th></tr></thead><tbody>${deliveries
        .slice(-30)
        .reverse()
        .map(
          ({ at, eventId, attempt, status, answer }) =>
            html`<tr><td class="mono">${at.slice(11, 19)}</td><td><span class="tag">${codes.get(eventId)}</span> <span class="mono soft">${eventId.slice(0, 8)}</span></td><td>${attempt}</td><td>${statusTag(status)}</td><td class="mono small">${answer.slice(0, 120)}</td></tr>`,
        )}</tbody></table></div>`;

const detail = (store: OrderStore, { waybill, dossierCode, createdAt }: Order): Markup => {
  const events = [...store.events({ waybill })].sort((a, b) =>
    a.occurredAt.localeCompare(b.occurredAt),
  );
  const codes = new Map(events.map(({ eventId, code }) => [eventId, code]));
  const base = `/sim/courier/orders/${waybill}`;
  return html`<div class="detail"><section class="card"><div class="head"><h2>${waybill}</h2><span>hồ sơ <span class="mono">${dossierCode}</span></span><span class="small soft">nhận đơn ${shownTime(createdAt)}</span></div>
${events.length === 0 ? html`<p class="soft">Chưa có hành trình.</p>` : html`<ol class="way">${events.map(step)}</ol>`}</section>
<section class="card"><h3>Báo một sự kiện <span lang="en" class="small">Report one event</span></h3><form class="buttons" method="post" action="${base}/events">${Object.entries(
    codeNames,
  ).map(
    ([code, name]) =>
      html`<button class="quiet" name="code" value="${code}">${name} <span class="soft">${code}</span></button>`,
  )}</form></section>
<section class="card"><h3>Diễn cả hành trình <span lang="en" class="small">Play a journey</span></h3><form class="play" method="post" action="${base}/play">
<select name="story" aria-label="Hành trình">${storyNames.map((name) => html`<option value="${name}">${storyWords[name]}</option>`)}</select>
<label><input type="checkbox" name="disorder"> sai thứ tự</label><label><input type="checkbox" name="duplicates"> gửi hai lần</label><button>Diễn</button></form></section>
<section class="card"><h3>Thông báo đã gửi <span lang="en" class="small">Webhooks and their answers</span></h3>${deliveryTable(store.deliveries(waybill), codes)}</section></div>`;
};

const orderList = (orders: readonly Order[], current: string | undefined): Markup => {
  if (orders.length === 0) return html`<p class="empty small">Chưa có đơn nào</p>`;
  return html`${orders
    .toReversed()
    .map(
      ({ waybill, dossierCode }) =>
        html`<a href="?waybill=${waybill}"${waybill === current && html` aria-current="true"`}><strong>${waybill}</strong><span class="small soft">${dossierCode}</span></a>`,
    )}`;
};

/** The carrier's office: orders, their journeys, and what the product answered. */
export const courierPage = (store: OrderStore, waybill: string | undefined): Page => {
  const orders = store.orders();
  const order = store.find(waybill ?? '') ?? orders.at(-1);
  return renderPage({
    title: 'Bưu tá · hành trình bưu gửi',
    style,
    body: html`${band()}<main><h1>Đơn vị vận chuyển</h1>
<p class="soft">Giả lập kiểu VNPost: nhận đơn, báo hành trình có chữ ký, gửi lại khi không được nhận. <span lang="en">A VNPost-like carrier that can be late, twice or out of order.</span></p>
<div class="shell"><nav class="card orders" aria-label="Đơn">${orderList(orders, order?.waybill)}</nav>
${order ? detail(store, order) : html`<section class="card"><p class="empty">Đơn sẽ hiện ở đây khi kết quả được gửi trả<br><span lang="en" class="small">Orders show here once a result is sent back</span></p></section>`}</div></main>`,
  });
};

import { html, type Markup } from '#edge/markup.ts';
import { band, type Page, renderPage } from '#local/kit/page/document.ts';
import type { Message } from './message-store.ts';
import { modes } from './misbehaviour.ts';

const style = `
.shell{display:grid;grid-template-columns:300px minmax(0,1fr);gap:1.25rem;margin-top:1.5rem;align-items:start}
.numbers{padding:.5rem;max-height:70vh;overflow:auto}.numbers a{display:grid;gap:.1rem;padding:.65rem .8rem;border-radius:10px;text-decoration:none;color:var(--ink)}
.numbers a:hover{background:var(--ground)}.numbers a[aria-current]{background:var(--brand-tint)}
.numbers .row{display:flex;justify-content:space-between;gap:.5rem;font-weight:600}.numbers .last{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.phone{max-width:430px;margin:0 auto;width:100%;border-radius:34px;border:9px solid #1b2437;background:var(--card);min-height:620px;display:flex;flex-direction:column;overflow:hidden;box-shadow:0 20px 46px rgba(20,40,90,.2)}
.phone .top{padding:1rem 1.1rem .7rem;text-align:center;border-bottom:1px solid var(--line);background:var(--ground)}
.phone .top strong{display:block}.screen{flex:1;overflow:auto;padding:1rem .9rem;display:flex;flex-direction:column;gap:.9rem;max-height:66vh}
.sms{max-width:88%}.bubble{background:var(--brand-tint);border-radius:18px 18px 18px 5px;padding:.65rem .9rem;overflow-wrap:anywhere;white-space:pre-wrap}
.sms{width:88%}.meta{display:flex;gap:.35rem;flex-wrap:wrap;align-items:center;margin-top:.35rem;font-size:.74rem;color:var(--soft)}
.empty{margin:auto;text-align:center;color:var(--soft);padding:2rem}
.side{display:grid;gap:1.25rem}.modes{display:grid;gap:.8rem}.modes label{display:grid;gap:.25rem;font-size:.88rem}
@media(max-width:820px){.shell{grid-template-columns:minmax(0,1fr)}.numbers{max-height:240px}}
`;

/** Reloads the list when a message comes or changes; without it the page is still right on reload. */
const script = `
const screen=document.querySelector('.screen');const down=()=>{if(screen)screen.scrollTop=screen.scrollHeight};down();
const events=new EventSource('/sim/phone/events');let busy=false;
events.onmessage=async()=>{if(busy)return;busy=true;await new Promise(r=>setTimeout(r,120));busy=false;
const text=await (await fetch(location.href)).text();const next=new DOMParser().parseFromString(text,'text/html');
const known=new Set([...document.querySelectorAll('.sms')].map(e=>e.id));
for(const q of['.numbers','.screen']){const a=document.querySelector(q),b=next.querySelector(q);if(a&&b)a.replaceChildren(...b.childNodes)}
for(const e of document.querySelectorAll('.sms'))if(!known.has(e.id))e.classList.add('fresh');down()};
`;

const clockTime = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: 'numeric',
  month: 'numeric',
});

/** `+84912345678` → `0912 345 678` */
const shown = (phone: string): string => phone.replace(/^\+84(\d{3})(\d{3})(\d{3})$/, '0$1 $2 $3');

const statuses = {
  sent: ['warn', 'đã gửi'],
  delivered: ['good', 'đã nhận'],
  failed: ['bad', 'không tới'],
} as const;

const bubble = (message: Message): Markup => {
  const [tone, word] = statuses[message.status];
  const isSms = message.channel === undefined;
  const long = isSms && (message.segments > 1 || message.encoding === 'UCS-2');
  const size = `${message.segments} đoạn · ${message.encoding} · ${message.characters}`;
  return html`<article class="sms" id="m${message.sequence}"><div class="bubble">${message.text}</div>
<div class="meta"><time datetime="${message.at}">${clockTime.format(new Date(message.at))}</time>
<span class="tag ${long ? 'warn' : ''}">${isSms ? size : 'Zalo'}</span>
<span class="tag ${tone}">${word}</span><span>${message.price.toLocaleString('vi-VN')} đ</span></div></article>`;
};

const contacts = (messages: readonly Message[], current: string | undefined): Markup => {
  const byPhone = Map.groupBy(messages, ({ phone }) => phone);
  const latest = [...byPhone].sort(
    ([, a], [, b]) => (b.at(-1)?.sequence ?? 0) - (a.at(-1)?.sequence ?? 0),
  );
  if (latest.length === 0) return html`<p class="empty small">Chưa có tin nhắn nào</p>`;
  return html`${latest.map(
    ([
      phone,
      own,
    ]) => html`<a href="?phone=${encodeURIComponent(phone)}"${phone === current && html` aria-current="true"`}>
<span class="row"><span class="mono">${shown(phone)}</span><span class="tag">${own.length}</span></span>
<span class="last small soft">${own.at(-1)?.text}</span></a>`,
  )}`;
};

const modeNames: Readonly<Record<(typeof modes)[number], string>> = {
  ok: 'bình thường · normal',
  fail: 'nhận rồi báo không tới · receipt says failed',
  'timeout-after-send': 'gửi rồi đứt kết nối · sent, no answer',
  'error-after-send': 'gửi rồi báo lỗi 503 · sent, then 503',
  slow: 'chậm · slow',
  'duplicate-receipt': 'báo phát hai lần · receipt twice',
  'late-receipt': 'báo phát muộn · receipt late',
  'no-receipt': 'không báo phát · no receipt',
  'no-account': 'máy không có Zalo · no Zalo account',
};

const behaviourForm = (
  mode: string,
): Markup => html`<form class="card modes" method="post" action="/sim/phone/behaviour">
<label>Tổng đài cư xử <select name="mode">${modes.map(
  (name) =>
    html`<option value="${name}"${name === mode && html` selected`}>${modeNames[name]}</option>`,
)}</select></label>
<label>cho mấy tin tới <input name="next" type="number" min="1" placeholder="mãi"></label><button class="quiet">Đặt</button></form>`;

export interface PhoneView {
  readonly messages: readonly Message[];
  readonly phone: string | undefined;
  readonly mode: string;
}

/** The citizen's phone: what came, when, and what it cost. */
export const phonePage = ({ messages, phone, mode }: PhoneView): Page => {
  const current = phone ?? messages.at(-1)?.phone;
  const own = messages.filter((message) => message.phone === current);
  return renderPage({
    title: 'Điện thoại người dân · SMS',
    style,
    script,
    body: html`${band()}<main><h1>Điện thoại người dân</h1>
<p class="soft">Tin nhắn mà hệ thống gửi qua tổng đài giả lập kiểu eSMS. <span lang="en">Every SMS sent through the local gateway, as it comes.</span></p>
<div class="shell"><div class="side"><nav class="card numbers" aria-label="Số điện thoại">${contacts(messages, current)}</nav>${behaviourForm(mode)}</div>
<section class="phone" aria-label="Tin nhắn"><div class="top"><strong>${own.at(-1)?.brandname ?? 'Tin nhắn'}</strong><span class="small soft mono">${current === undefined ? '' : shown(current)}</span></div>
<div class="screen" aria-live="polite" tabindex="0">${own.length === 0 ? html`<p class="empty">Tin nhắn sẽ hiện ở đây<br><span lang="en" class="small">Messages will show here</span></p>` : own.map(bubble)}</div></section></div></main>`,
  });
};

import { html, type Markup } from '#edge/markup.ts';
import { band, type Page, renderPage } from '#local/kit/page/document.ts';
import type { Copy, Fields, PortalStore } from './portal-store.ts';

export const modes = [
  'ok',
  'down',
  'slow',
  'refuse',
  'apply-then-break',
  'keep-older',
  'session-lost',
] as const;
export type Mode = (typeof modes)[number];

const modeNames: Readonly<Record<Mode, string>> = {
  ok: 'bình thường · normal',
  down: 'không phục vụ (503) · down',
  slow: 'chậm · slow',
  refuse: 'trả mã lỗi · answers an error code',
  'apply-then-break': 'ghi rồi đứt kết nối · applied, no answer',
  'keep-older': 'báo "00" mà giữ bản cũ · says yes, keeps the older copy',
  'session-lost': 'mất phiên đăng nhập · session lost',
};

const statusNames: Readonly<Record<string, string>> = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  7: 'Công dân yêu cầu rút hồ sơ',
  8: 'Dừng xử lý',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả',
};

const style = `
.shell{display:grid;grid-template-columns:320px minmax(0,1fr);gap:1.25rem;margin-top:1.5rem;align-items:start}
.side{display:grid;gap:1.25rem}.codes{padding:.5rem;max-height:64vh;overflow:auto}.codes a{display:grid;padding:.65rem .8rem;border-radius:10px;text-decoration:none;color:var(--ink)}
.codes a:hover{background:var(--ground)}.codes a[aria-current]{background:var(--brand-tint)}.codes strong{font-family:var(--mono);letter-spacing:.02em;overflow-wrap:anywhere}
.modes{display:grid;gap:.8rem}.modes label{display:grid;gap:.25rem;font-size:.88rem}.detail{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem}
.head{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:baseline;margin-bottom:.8rem}.head h2{font-family:var(--mono);overflow-wrap:anywhere}
.buttons{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.7rem}.empty{text-align:center;color:var(--soft);padding:2.5rem 1rem}
th{text-align:left;white-space:nowrap;vertical-align:top}
@media(max-width:820px){.shell{grid-template-columns:minmax(0,1fr)}.codes{max-height:220px}}
`;

const shownFields = {
  MaTTHC: 'Thủ tục',
  ChuHoSo: 'Chủ hồ sơ',
  DonViXuLy: 'Đơn vị xử lý',
  KenhThucHien: 'Kênh',
  NgayTiepNhan: 'Tiếp nhận',
  NgayHenTra: 'Hẹn trả',
  NgayKetThucXuLy: 'Kết thúc xử lý',
  NgayTra: 'Trả kết quả',
} as const;

const channelNames: Readonly<Record<string, string>> = {
  1: 'trực tiếp',
  2: 'trực tuyến',
  3: 'bưu chính công ích',
};

/** `20261123090000` → `09:00 23/11/2026` */
const shownTime = (text: string): string =>
  text.replace(/^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})\d{2}$/, '$4:$5 $3/$2/$1');

const shown = (name: string, value: unknown): string => {
  const said = typeof value === 'string' ? value : '';
  return name === 'KenhThucHien' ? `${said} ${channelNames[said] ?? ''}` : shownTime(said);
};

const statusOf = ({ versions }: Copy): string => String(versions.at(-1)?.document['TrangThaiHoSo']);

const statusTag = (status: string): Markup =>
  html`<span class="tag ${['9', '10'].includes(status) ? 'good' : ''}">${status} · ${statusNames[status] ?? '?'}</span>`;

const progressTable = (progress: readonly Fields[]): Markup =>
  progress.length === 0
    ? html`<p class="soft small">Chưa có.</p>`
    : html`<div class="scroll"><table><thead><tr><th>Lúc</th><th>Ai</th><th>Việc</th><th>Hạn</th></tr></thead><tbody>${progress.map(
        (entry) =>
          html`<tr><td class="mono">${shown('', entry['ThoiDiemXuLy'])}</td><td>${shown('', entry['NguoiXuLy'])}<br><span class="small soft">${shown('', entry['PhongBanXuLy'])}</span></td><td>${shown('', entry['NoiDungXuLy'])}</td><td class="mono">${shown('', entry['NgayKetThucTheoQuyDinh'])}</td></tr>`,
      )}</tbody></table></div>`;

const detail = (copy: Copy): Markup => {
  const document = copy.versions.at(-1)?.document ?? {};
  const base = `/sim/portal/copies/${encodeURIComponent(copy.code)}`;
  return html`<div class="detail"><section class="card"><div class="head"><h2>${copy.code}</h2>${statusTag(statusOf(copy))}<span class="small soft">bản thứ ${copy.versions.length}</span></div>
<div class="scroll"><table><tbody>${Object.entries(shownFields).map(
    ([name, label]) => html`<tr><th>${label}</th><td>${shown(name, document[name])}</td></tr>`,
  )}</tbody></table></div></section>
<section class="card"><h3>Tiến độ xử lý <span lang="en" class="small">Progress</span></h3>${progressTable(copy.progress)}</section>
<section class="card"><h3>Làm sai lệch bản sao <span lang="en" class="small">Make this copy wrong</span></h3><div class="buttons">
<form method="post" action="${base}/rewind"><button class="quiet">Trở về bản trước <span lang="en">older</span></button></form>
<form method="post" action="${base}/forget"><button class="quiet">Quên hồ sơ <span lang="en">forget</span></button></form></div></section></div>`;
};

const codeList = (copies: readonly Copy[], current: string | undefined): Markup => {
  if (copies.length === 0) return html`<p class="empty small">Chưa có hồ sơ nào</p>`;
  return html`${copies
    .toReversed()
    .map(
      (copy) =>
        html`<a href="?code=${encodeURIComponent(copy.code)}"${copy.code === current && html` aria-current="true"`}><strong>${copy.code}</strong><span class="small soft">${statusNames[statusOf(copy)]}</span></a>`,
    )}`;
};

const behaviourForm = (
  mode: Mode,
): Markup => html`<form class="card modes" method="post" action="/sim/portal/behaviour">
<label>Cổng cư xử <select name="mode">${modes.map(
  (name) =>
    html`<option value="${name}"${name === mode && html` selected`}>${modeNames[name]}</option>`,
)}</select></label>
<label>cho mấy lần gọi tới <input name="next" type="number" min="1" placeholder="mãi"></label><button class="quiet">Đặt</button></form>`;

/** The national portal's shelf: the copies that the province is scored by. */
export const portalPage = (store: PortalStore, code: string | undefined, mode: Mode): Page => {
  const copies = store.copies();
  const copy = store.find(code ?? '') ?? copies.at(-1);
  return renderPage({
    title: 'Cổng dịch vụ công quốc gia · bản sao hồ sơ',
    style,
    body: html`${band()}<main><h1>Cổng dịch vụ công quốc gia</h1>
<p class="soft">Giả lập: kiểm tra từng trường như cổng thật, và có thể hỏng. <span lang="en">The national copy of each dossier; it checks its input, and can misbehave.</span></p>
<div class="shell"><div class="side"><nav class="card codes" aria-label="Hồ sơ">${codeList(copies, copy?.code)}</nav>${behaviourForm(mode)}</div>
${copy ? detail(copy) : html`<section class="card"><p class="empty">Hồ sơ sẽ hiện ở đây khi được tiếp nhận<br><span lang="en" class="small">Dossiers show here once they are accepted</span></p></section>`}</div></main>`,
  });
};

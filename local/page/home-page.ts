import { html, type Markup } from '#edge/markup.ts';
import { band, type Page, renderPage } from '#local/kit/page/document.ts';
import type { DemoUser } from '#local/people/demo-users.ts';
import { placeOf, roleNames } from '#local/people/role-names.ts';
import { runningParts } from './running-parts.ts';

const style = `
.hero{display:grid;gap:.6rem;max-width:46rem;padding:1.2rem 0 .6rem}.hero .lead{font-size:1.1rem}
.doors{grid-template-columns:repeat(auto-fit,minmax(230px,1fr));margin:1.4rem 0 2.2rem}
.door{text-decoration:none;color:var(--ink);display:grid;gap:.25rem;align-content:start;border-top:4px solid var(--brand)}
.door:nth-child(2){border-top-color:var(--sun)}.door:nth-child(3){border-top-color:#2b9b6c}.door:nth-child(4){border-top-color:#8a6bd1}
.door:hover{box-shadow:0 8px 24px rgba(20,40,90,.12)}.door strong{font-size:1.05rem}
.two{grid-template-columns:minmax(0,3fr) minmax(0,2fr);align-items:start;margin-bottom:1rem}
.card>h2{margin-bottom:.8rem}.card>h2 span{font-weight:400;font-size:.9rem;margin-left:.35rem}
.way{list-style:none;margin:0;padding:0;counter-reset:step;display:grid;gap:.7rem}.way li{display:grid;grid-template-columns:2rem 1fr;gap:.1rem .6rem}
.way li::before{counter-increment:step;content:counter(step);width:1.7rem;height:1.7rem;border-radius:50%;background:var(--brand-tint);color:var(--brand-deep);display:grid;place-items:center;font-weight:600;font-size:.85rem;grid-row:span 2}
.way .small{grid-column:2}
pre{margin:.5rem 0 0;padding:.8rem 1rem;border-radius:10px;background:var(--ground);border:1px solid var(--line);overflow-x:auto;font:500 .9rem/1.6 var(--mono)}
.parts{grid-template-columns:repeat(auto-fit,minmax(min(300px,100%),1fr));align-items:start}
.list{list-style:none;margin:0;padding:0;columns:1;font-size:.9rem}.list li{display:flex;justify-content:space-between;gap:1rem;padding:.32rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}.list li:last-child{border-bottom:0}
td.who{white-space:nowrap}summary{cursor:pointer;padding:.6rem 0 .2rem;font-weight:500;color:var(--brand)}
@media(max-width:860px){.two{grid-template-columns:minmax(0,1fr)}}
`;

const doors: Markup = html`<nav class="grid doors" aria-label="Cửa vào">
<a class="card door" href="/reference"><strong>API</strong><span class="soft small">Đọc và thử mọi lệnh</span><span lang="en" class="small">Reference, with try-it-out</span></a>
<a class="card door" href="/sim/phone"><strong>Điện thoại người dân</strong><span class="soft small">SMS tới từng số</span><span lang="en" class="small">Every SMS, as it comes</span></a>
<a class="card door" href="/sim/courier"><strong>Bưu tá</strong><span class="soft small">Báo hành trình, cả khi lộn xộn</span><span lang="en" class="small">A carrier that can misbehave</span></a>
<a class="card door" href="/sim/portal"><strong>Cổng quốc gia</strong><span class="soft small">Bản sao từng hồ sơ</span><span lang="en" class="small">The national copies, and their faults</span></a>
<a class="card door" href="/sim/receipts"><strong>Biên lai điện tử</strong><span class="soft small">Số, ký hiệu, thay thế, hủy</span><span lang="en" class="small">What was issued, and what the tax office has</span></a>
<a class="card door" href="/status.json"><strong>Trạng thái</strong><span class="soft small">Hàng đợi, bảng, cổng dạng JSON</span><span lang="en" class="small">What runs, as JSON</span></a></nav>`;

const userRow = (user: DemoUser): Markup => {
  const role = roleNames[user.groups[0] ?? ''];
  return html`<tr><td class="who"><strong>${user.name}</strong><br><code>${user.username}</code><br><span class="small soft">${placeOf(user).replace(' · ', '')}</span></td>
<td><span class="tag">${role?.vi ?? user.groups.join(', ')}</span></td><td>${role?.mayDoVi}<br><span lang="en" class="small">${role?.mayDoEn}</span></td></tr>`;
};

const people = (
  users: readonly DemoUser[],
): Markup => html`<section class="card"><h2>Người dùng thử <span lang="en">Demo users</span></h2>
<p class="soft small">Mật khẩu của tất cả: <code>demo</code></p>
<div class="scroll"><table><thead><tr><th>Ai</th><th>Vai trò</th><th>Được làm gì</th></tr></thead><tbody>${users.map(userRow)}</tbody></table></div></section>`;

const stations: readonly (readonly [string, string])[] = [
  [
    'Bưu cục nhận hồ sơ, quét từng trang, trao giấy hẹn',
    'The counter takes in, scans, gives a receipt',
  ],
  [
    'Hồ sơ tới hộp của sở, người gấp trước',
    'It lands in the department’s inbox, the most urgent first',
  ],
  ['Sở nhận, xử lý, ra quyết định', 'The department pulls, works, decides'],
  ['Bưu tá trả kết quả tận nhà', 'The courier brings the result home'],
  [
    'Người dân nhận SMS ở mỗi chặng và tra cứu bằng mã',
    'The citizen gets SMS at each step and can track',
  ],
];

const tour: Markup = html`<section class="card"><h2>Đường đi của hồ sơ <span lang="en">The way of a dossier</span></h2>
<ol class="way">${stations.map(([vi, en]) => html`<li><span>${vi}</span><span lang="en" class="small">${en}</span></li>`)}</ol>
<h3 lang="vi">Xem trọn vẹn một lượt</h3><p class="small soft">Mở cửa sổ dòng lệnh thứ hai. <span lang="en">In a second terminal:</span></p><pre>npm run tour</pre></section>`;

/** The first page: where everything is, who may come in, what is running underneath. */
export const homePage = (users: readonly DemoUser[], running: object): Page =>
  renderPage({
    title: 'Hồ sơ qua bưu điện · Post-office dossiers',
    style: `${style}.way+h3{margin-top:1.3rem}`,
    body: html`${band()}<main><div class="hero"><h1>Hồ sơ qua bưu điện</h1>
<p class="lead">Nộp hồ sơ ở bưu cục gần nhà, nhận kết quả tận tay. Đây là cả hệ thống, chạy trên máy này.</p>
<p lang="en">File at the post office, get the decision at the door. This is the whole system, running on this machine.</p></div>
${doors}
<div class="grid two">${people(users)}${tour}</div>
${runningParts(running)}</main>`,
  });

import { html, type Markup, trusted } from '#edge/markup.ts';
import { type Page, renderPage } from '#local/kit/page/document.ts';
import { mark } from '#local/kit/page/theme.ts';
import type { Staff, StaffUser } from './accounts.ts';

export type SignInProblem =
  | { readonly code: 'wrong-password' }
  | { readonly code: 'wait'; readonly seconds: number };

const style = `
body{min-height:100vh;display:grid;place-items:center;padding:1.5rem 1rem}
main.sheet{padding:0;max-width:none;width:min(940px,100%);display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.15fr);border-radius:18px;overflow:hidden;border:1px solid var(--line);background:var(--card);box-shadow:0 18px 50px rgba(20,40,90,.12)}
.own{padding:2.2rem;align-self:center}.demo{padding:2.2rem;background:var(--brand-tint)}
.own form{display:grid;gap:1rem;margin-top:1.4rem}.own label{display:grid;gap:.35rem}
.lead{margin-top:.3rem;color:var(--soft)}
.demo ul{list-style:none;margin:1rem 0 0;padding:0;display:grid;gap:.5rem}
.person{width:100%;text-align:left;background:var(--card);color:var(--ink);border-color:var(--line);display:grid;grid-template-columns:auto 1fr auto;gap:.1rem .75rem;align-items:center;padding:.5rem .8rem;font-weight:500}
.person:hover{border-color:var(--brand);filter:none}
.face{grid-row:span 2;width:38px;height:38px;border-radius:50%;background:var(--brand);color:var(--card);display:grid;place-items:center;font-weight:600;font-size:.85rem}
.person .tag{grid-row:span 2}
.person small{color:var(--soft);font-weight:400;grid-column:2}
.mark svg{width:44px;height:44px}.own h1{font-size:1.55rem;margin-top:.9rem}
@media(max-width:760px){main.sheet{grid-template-columns:1fr}.own,.demo{padding:1.5rem}}
`;

const problemText = (problem: SignInProblem): Markup =>
  problem.code === 'wrong-password'
    ? html`Tên đăng nhập hoặc mật khẩu không đúng.<br><span lang="en">Wrong username or password.</span>`
    : html`Thử sai quá nhiều lần. Xin đợi ${problem.seconds} giây.<br><span lang="en">Too many failed tries. Please wait ${problem.seconds} seconds.</span>`;

const initials = (name: string): string =>
  name
    .split(' ')
    .slice(-2)
    .map((word) => word.charAt(0))
    .join('');

const personButton = ({ password, describe }: Staff, user: StaffUser): Markup => {
  const { roles, place } = describe(user);
  return html`<li><form method="post">
<input type="hidden" name="username" value="${user.username}"><input type="hidden" name="password" value="${password}">
<button class="person"><span class="face" aria-hidden="true">${initials(user.name)}</span><span>${user.name}</span><span class="tag">${roles}</span><small>${user.username}${place}</small></button>
</form></li>`;
};

const ownForm = (
  username: string,
  problem: SignInProblem | undefined,
): Markup => html`<form method="post">
${problem && html`<p class="notice" role="alert">${problemText(problem)}</p>`}
<label>Tên đăng nhập <span lang="en" class="small">Username</span><input name="username" value="${username}" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="128" autofocus></label>
<label>Mật khẩu <span lang="en" class="small">Password</span><input name="password" type="password" autocomplete="current-password" required maxlength="256"></label>
<button>Đăng nhập · <span>Sign in</span></button>
</form>`;

export interface SignInView {
  readonly staff: Staff;
  readonly username?: string;
  readonly problem?: SignInProblem | undefined;
  /** Where the browser goes after a good sign-in: the application's origins. */
  readonly formTargets: readonly string[];
}

/** The login page: a form, and on this machine the demo users as buttons. */
export const signInPage = ({ staff, username = '', problem, formTargets }: SignInView): Page =>
  renderPage({
    title: 'Đăng nhập · Hồ sơ qua bưu điện',
    style,
    formTargets,
    body: html`<main class="sheet">
<section class="own"><span class="mark">${trusted(mark)}</span>
<h1>Hồ sơ qua bưu điện</h1><p class="lead">Đăng nhập dành cho cán bộ · <span lang="en">Staff sign-in</span></p>
${ownForm(username, problem)}</section>
<section class="demo" aria-labelledby="demo"><h2 id="demo">Người dùng thử</h2>
<p class="small soft">Bấm để đăng nhập ngay, mật khẩu chung là <code>${staff.password}</code>.<br><span lang="en">Demo users of this machine: one click signs in.</span></p>
<ul>${staff.users.map((user) => personButton(staff, user))}</ul></section>
</main>`,
  });

const refusalTexts: Readonly<Record<string, readonly [string, string]>> = {
  invalid_client: ['Ứng dụng này chưa được đăng ký.', 'This application is not registered.'],
  invalid_redirect_uri: [
    'Địa chỉ quay về không phải địa chỉ đã đăng ký.',
    'The address to return to is not one that was registered.',
  ],
  expired: [
    'Trang đăng nhập đã hết hạn. Xin mở lại ứng dụng.',
    'The sign-in has expired. Please open the application again.',
  ],
};

/** A sign-in that cannot go on, and cannot be sent back to the application either. */
export const refusalPage = (code: string): Page => {
  const [vi, en] = refusalTexts[code] ?? [
    'Yêu cầu đăng nhập không hợp lệ.',
    'The sign-in request is not valid.',
  ];
  return renderPage({
    title: 'Không đăng nhập được · Sign-in refused',
    style,
    body: html`<main class="sheet"><section class="own"><span class="mark">${trusted(mark)}</span>
<h1>Không đăng nhập được</h1><p class="lead">${vi}<br><span lang="en">${en}</span></p>
<p class="lead small"><code>${code}</code></p><p class="lead"><a href="/">Về trang đầu · Home</a></p></section></main>`,
  });
};

import { createHash } from 'node:crypto';
import { html, type Markup, trusted } from './markup.ts';

/** A page made by the server, for browsers without our scripts: one style, no script, no other file. */
export interface ServerPage {
  readonly title: string;
  readonly body: Markup;
}

const style = `:root{color-scheme:light dark;--ink:#17233b;--soft:#4d5b75;--line:#d9dfeb;--ground:#f4f6fa;--card:#fff;--brand:#14479e}
@media(prefers-color-scheme:dark){:root{--ink:#e8ecf5;--soft:#a9b4c9;--line:#2c3850;--ground:#0f1626;--card:#172135;--brand:#8fb6ff}}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.6 "Be Vietnam Pro",system-ui,sans-serif}
main{max-width:38rem;margin:0 auto;padding:1.25rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.3;margin:.2rem 0}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}
a{color:var(--brand)}.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1rem 1.1rem;margin:1rem 0}
dt{color:var(--soft)}dd{margin:0 0 .6rem;font-weight:600}:lang(en){color:var(--soft)}li{margin:.3rem 0}`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** Nothing runs, nothing is fetched; only the one style paints. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
};

export const pageText = ({ title, body }: ServerPage): string =>
  html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body><main>${body}</main></body>
</html>
`.markup;

/** A refusal for whoever sent a form: what is wrong, what to read out, and the way back. */
export const problemPage = (problem: {
  readonly title: string;
  readonly titleEn: string;
  readonly instance?: unknown;
}): ServerPage => ({
  title: problem.title,
  body: html`<h1>${problem.title}</h1>
<p lang="en">${problem.titleEn}</p>
<p class="card">Mã yêu cầu, để đọc khi cần giúp: ${String(problem.instance ?? '')}</p>
<p>Bấm nút quay lại của trình duyệt để sửa. <span lang="en">Go back in your browser to correct it.</span></p>`,
});

import { createHash } from 'node:crypto';
import { html, type Markup, trusted } from '#edge/markup.ts';
import { mark, theme } from './theme.ts';

export interface Document {
  readonly title: string;
  readonly body: Markup;
  /** Styles of this page, after the theme. */
  readonly style?: string;
  readonly script?: string;
  /** Origins that a form of this page may end up at after redirects. */
  readonly formTargets?: readonly string[];
}

export interface Page {
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policy = (style: string, { script, formTargets = [] }: Document): string =>
  [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${script === undefined ? "'none'" : hash(script)}`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** No inline text runs or paints but the one whose hash stands in the policy. */
export const securityHeaders = (
  contentSecurityPolicy: string,
): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
});

const icon = `data:image/svg+xml,${encodeURIComponent(mark.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '))}`;

/** A whole page and the headers that it needs. */
export const renderPage = (document: Document): Page => {
  const style = `${theme}${document.style ?? ''}`;
  const { markup } = html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.title}</title>
<link rel="icon" href="${icon}">
<style>${trusted(style)}</style>
</head>
<body>
${document.body}
${document.script !== undefined && html`<script>${trusted(document.script)}</script>`}
</body>
</html>
`;
  return {
    text: markup,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...securityHeaders(policy(style, document)),
    },
  };
};

/** The band at the top of every page but the login's. */
export const band = (): Markup => html`<header class="band"><div class="band-in">
<a class="brand" href="/">${trusted(mark)}<span>Hồ sơ qua bưu điện</span></a>
<nav aria-label="Các trang"><a href="/reference">API</a><a href="/sim/phone">Điện thoại</a><a href="/sim/courier">Bưu tá</a><a href="/sim/portal">Cổng quốc gia</a></nav>
</div></header>`;

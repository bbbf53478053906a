import { html } from '#edge/markup.ts';
import { band, type Page, renderPage } from '#local/kit/page/document.ts';

const style = `
.hint{max-width:1120px;margin:1.25rem auto 0;padding:0 1.25rem}
h1{font-size:1.4rem}.bar{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;justify-content:space-between}
.who:has(#who:empty) #who{display:none}.who{display:flex;gap:.7rem;align-items:center;flex-wrap:wrap}
#reference{background:#fff;color-scheme:light;max-width:1080px;width:calc(100% - 2.5rem);margin:1rem auto 3rem;border-radius:14px;overflow:hidden}
.swagger-ui,.swagger-ui .info .title,.swagger-ui .opblock-tag{font-family:"Be Vietnam Pro",system-ui,sans-serif!important}
.swagger-ui .opblock .opblock-summary-description,.swagger-ui .renderedMarkdown p,.swagger-ui .btn,.swagger-ui label,.swagger-ui table,.swagger-ui .opblock-description-wrapper p{font-family:"Be Vietnam Pro",system-ui,sans-serif!important}
.swagger-ui .info{margin:26px 0 0}.swagger-ui .info .title{font-size:1.5rem}.swagger-ui .info hgroup a{display:none}.swagger-ui .scheme-container{box-shadow:none;padding:10px 0}
.swagger-ui button{min-height:0;filter:none}
`;

/** Swagger UI writes style attributes as it runs, so this one page lets inline styles in; no script but ours. */
export const referencePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The API as it is served, to read and to try. */
export const referencePage = (): Page =>
  renderPage({
    title: 'API · Hồ sơ qua bưu điện',
    style,
    body: html`${band()}<link rel="stylesheet" href="/reference/swagger-ui.css">
<section class="hint"><div class="card bar"><div><h1>API</h1><p class="soft small">Sinh từ hợp đồng của các hàm; đăng nhập một lần rồi thử ngay tại đây. <span lang="en">Generated from the functions’ contracts; sign in, then try it out.</span></p></div>
<div class="who"><span id="who" class="small soft" aria-live="polite"></span><button id="sign-in">Đăng nhập để thử</button><a class="button quiet" href="/openapi.json">openapi.json</a></div></div>
<noscript><p class="notice">Trang này cần JavaScript; tài liệu gốc ở <a href="/openapi.json">openapi.json</a>.</p></noscript></section>
<div id="reference"></div>
<script src="/reference/swagger-ui.js"></script><script src="/reference/start.js"></script>`,
  });

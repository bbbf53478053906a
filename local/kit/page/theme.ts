const weights = [400, 500, 600, 700] as const;

const fontFaces = weights
  .map(
    (weight) =>
      `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};font-display:swap;src:url(/assets/fonts/${weight}.ttf) format("truetype")}`,
  )
  .join('\n');

/** One look for every page of the local runtime. Contrast of text ≥ 4.5:1 in both schemes. */
export const theme = `${fontFaces}
:root{color-scheme:light;--ink:#17233b;--soft:#52607a;--line:#dfe4ee;--ground:#f4f6fa;--card:#fff;
--brand:#14479e;--brand-deep:#0c2f6e;--brand-tint:#e9f0fc;--sun:#f5b400;--good:#12704a;--good-tint:#e3f5ec;
--bad:#b3261e;--bad-tint:#fdecea;--warn:#8a5300;--warn-tint:#fff3dc;--mono:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace}
@media(prefers-color-scheme:dark){:root{color-scheme:dark;--ink:#e8ecf5;--soft:#a6b1c6;--line:#2c3850;--ground:#0f1626;
--card:#172135;--brand:#8fb6ff;--brand-deep:#c3d8ff;--brand-tint:#1d2c4a;--good:#6fd6a7;--good-tint:#12352a;
--bad:#ff9d94;--bad-tint:#3f1b1a;--warn:#f2c06b;--warn-tint:#3a2a10}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:400 16px/1.55 "Be Vietnam Pro",system-ui,"Segoe UI",sans-serif}
h1,h2,h3{line-height:1.25;margin:0;font-weight:700;letter-spacing:-.01em}
h1{font-size:clamp(1.6rem,3.4vw,2.25rem)}h2{font-size:1.15rem}h3{font-size:1rem;font-weight:600}
p{margin:0}a{color:var(--brand)}
:lang(en):not(html){color:var(--soft)}
main>p.soft{max-width:46rem;margin-top:.35rem}main>p.soft>[lang=en]{display:block;font-size:.92rem}
code,.mono{font-family:var(--mono);font-size:.9em}
small,.small{font-size:.84rem}.soft{color:var(--soft)}
.band{background:var(--card);border-bottom:1px solid var(--line)}
.band-in{max-width:1120px;margin:0 auto;padding:.8rem 1.25rem;display:flex;align-items:center;gap:.75rem}
.band nav{margin-left:auto;display:flex;gap:1.1rem;flex-wrap:wrap;font-size:.92rem;font-weight:500}
.band nav a{text-decoration:none}.band nav a:hover{text-decoration:underline}
.brand{display:flex;align-items:center;gap:.6rem;font-weight:700;text-decoration:none;color:var(--ink)}
.brand svg{width:34px;height:34px;flex:none}
main{max-width:1120px;margin:0 auto;padding:2rem 1.25rem 4rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.25rem}
.grid{display:grid;gap:1rem}.grid>*,.shell>*,.detail>*{min-width:0}select{max-width:100%}
@media(max-width:480px){.band-in{flex-wrap:wrap}.band nav{margin-left:0}main{padding:1.25rem 1rem 3rem}.card{padding:1rem}}
.button,button{font:inherit;font-weight:600;border-radius:10px;border:1px solid transparent;padding:.6rem 1rem;cursor:pointer;
background:var(--brand);color:#fff;text-decoration:none;display:inline-block;min-height:44px}
@media(prefers-color-scheme:dark){.button,button{color:#0c1830}}
button.quiet,.button.quiet{background:transparent;color:var(--ink);border-color:var(--line)}
.button:hover,button:hover{filter:brightness(1.07)}button.quiet:hover,.button.quiet:hover{border-color:var(--brand);filter:none}
:focus-visible{outline:3px solid var(--sun);outline-offset:2px}
input,select{font:inherit;color:inherit;background:var(--card);border:1px solid #8793aa;border-radius:10px;padding:.6rem .75rem;min-height:44px;width:100%}
label{font-weight:500;display:block}
.tag{display:inline-block;border-radius:99px;padding:.1rem .6rem;font-size:.78rem;font-weight:600;background:var(--brand-tint);color:var(--brand-deep);white-space:nowrap}
.tag.good{background:var(--good-tint);color:var(--good)}.tag.bad{background:var(--bad-tint);color:var(--bad)}.tag.warn{background:var(--warn-tint);color:var(--warn)}
table{border-collapse:collapse;width:100%;font-size:.92rem}th{text-align:left;font-weight:600;color:var(--soft);font-size:.82rem}
th,td{padding:.5rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}tr:last-child td{border-bottom:0}
.scroll{overflow-x:auto}
.notice{border-radius:10px;padding:.75rem 1rem;background:var(--bad-tint);color:var(--bad);font-weight:500}
.notice :lang(en){color:inherit;font-weight:400}
@media(prefers-reduced-motion:no-preference){.fresh{animation:rise .35s ease-out}@keyframes rise{from{opacity:0;transform:translateY(8px)}}}
`;

/** An envelope with the two ticks of a handover. */
export const mark =
  '<svg viewBox="0 0 34 34" aria-hidden="true"><rect width="34" height="34" rx="9" fill="#14479e"/><path d="M7 11.5h20v12.5a1.5 1.5 0 0 1-1.5 1.5h-17a1.5 1.5 0 0 1-1.5-1.5z" fill="#fff"/><path d="m7 11.5 10 7.5 10-7.5" fill="none" stroke="#f5b400" stroke-width="2.4" stroke-linejoin="round"/></svg>';

export const fontWeights = weights;

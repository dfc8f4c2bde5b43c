import { Html } from './html.ts';

/** Words say every answer; colours only help. Dark follows the reader's setting, and paper is always light. */
export const STYLE = new Html(`
:root{--paper:#fff;--ink:#1b2230;--soft:#566072;--line:#d8dde6;--panel:#f5f7fa;--shown:#17653f;--confirmed:#245a9c;--not-done:#94450a;--not-looked-at:#566072}
@media screen and (prefers-color-scheme:dark){:root{--paper:#11161d;--ink:#e5e9f0;--soft:#a3aebd;--line:#2d3746;--panel:#1a212b;--shown:#74d3a1;--confirmed:#94bdf5;--not-done:#f2b675;--not-looked-at:#a9b4c3}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:2.5rem 1.5rem 3rem;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI","Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Noto Sans CJK KR",sans-serif;overflow-wrap:anywhere}
:lang(ko){word-break:keep-all}
p,dl,dd,ul,pre,h1,h2,h3{margin:0}
header{border-top:4px solid var(--ink);padding-top:1rem}
.kind{color:var(--soft);font-weight:600;letter-spacing:.02em}
h1{font-size:2.1rem;line-height:1.25;font-variant-numeric:tabular-nums}
h1 small{font-size:1.1rem;font-weight:400;color:var(--soft)}
.warning{margin-top:.6rem;padding:.4rem .8rem;border:1px solid var(--not-done);border-radius:4px;color:var(--not-done);font-weight:600}
.facts{display:flex;flex-wrap:wrap;gap:.8rem 2.5rem;margin-top:1.2rem}
dt{font-size:.85rem;color:var(--soft)}
.counts{display:grid;grid-template-columns:repeat(4,1fr);gap:1rem;margin-top:1.6rem}
.counts div{border-top:3px solid;padding:.7rem 0 0}
.counts dt{color:inherit;font-size:1rem;font-weight:600}
.counts b{display:block;font-size:2rem;line-height:1.3;font-variant-numeric:tabular-nums}
.counts span{color:var(--soft);font-size:.85rem}
.shown{color:var(--shown)}.confirmed{color:var(--confirmed)}.not-done{color:var(--not-done)}.not-looked-at{color:var(--not-looked-at)}
h2{margin:2.8rem 0 .4rem;font-size:1.3rem}
article{display:grid;grid-template-columns:10.5rem 1fr;gap:.15rem 1.5rem;padding:1rem 0;border-top:1px solid var(--line)}
article>*{grid-column:2;color:var(--ink)}
h3{font-size:1.02rem;line-height:1.4}
article>.answer{grid-column:1;grid-row:1/span 2;font-weight:600;color:inherit}
.answer::before{content:"○";content:"○"/"";display:inline-block;width:1.35em}
.shown .answer::before{content:"✓";content:"✓"/""}
.confirmed .answer::before{content:"◐";content:"◐"/""}
.not-looked-at .answer::before{content:"?";content:"?"/""}
article p,article ul{margin-top:.15rem}
ul{padding-left:1.2rem}
code,pre{font:.86em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono CJK KR",monospace}
article code{padding:.1rem .35rem;border-radius:3px;background:var(--panel)}
pre{margin-top:.4rem;padding:.5rem .7rem;border-radius:4px;background:var(--panel);white-space:pre-wrap}
.look{color:var(--soft);font-size:.87rem}
.ids{color:var(--soft);font-size:.87rem}
.ids span{display:inline-block;margin-right:.9rem}
table{width:100%;margin:1rem 0 2rem;border-collapse:collapse}
caption{padding-bottom:.4rem;text-align:left;font-weight:600}
th,td{padding:.35rem .8rem .35rem 0;border-top:1px solid var(--line);text-align:left;vertical-align:top}
th{font-weight:400;white-space:nowrap}
thead th{border:0;color:var(--soft);font-size:.85rem}
td:last-child{width:9rem}
a{color:inherit;text-decoration-color:var(--soft);text-underline-offset:.2em}
footer{margin-top:2.5rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.87rem}
@media screen and (max-width:44rem){body{padding:1.5rem 1rem 2rem}.counts{grid-template-columns:1fr 1fr}article{grid-template-columns:1fr}article>*,article>.answer{grid-column:1;grid-row:auto}th{white-space:normal}td:last-child{width:6.5rem}h1{font-size:1.7rem}}
@page{margin:16mm 15mm}
@media print{body{max-width:none;padding:0;font-size:10pt}a{text-decoration:none}article,tr,.counts{break-inside:avoid}h2,h3,caption,thead{break-after:avoid}pre,article code{border:1px solid var(--line);background:none}}
`);

/** What the month on one page wears besides. */
export const MONTH_STYLE = `
.month{font-family:system-ui,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;font-size:15px}
.month>section{margin-top:1.6em;scroll-margin-top:.5em}
.month h2{border-bottom:2px solid #111;padding-bottom:.1em}
.month :target{outline:3px solid #0b3d91;outline-offset:2px}
.month .who{margin:0;font-weight:bold}
.status{border-left:4px solid #111;padding-left:.6em}
.contents ul{list-style:none;padding:0;margin:.5em 0;display:flex;flex-wrap:wrap;gap:.2em 1.2em}
.glance{display:grid;grid-template-columns:repeat(auto-fit,minmax(165px,1fr));gap:.6em;margin:.8em 0;padding:0}
.glance div{border:1px solid #444;padding:.4em .6em}
.glance dt{font-size:.85rem}
.glance dd{margin:0;font-size:1.15rem;font-weight:bold;font-variant-numeric:tabular-nums lining-nums}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr));gap:1em;margin:.6em 0}
figure{margin:0;border:1px solid #999;padding:.5em;break-inside:avoid}
figcaption{font-weight:bold;font-size:.9rem;margin-bottom:.3em}
svg{display:block;width:100%;max-width:340px;height:auto;font-family:inherit}
.month small{display:block;font-size:.88em;overflow-wrap:anywhere}
@media print{
.month{font-size:9pt}
.month>section{margin-top:1em}
.contents,.hint{display:none}
.month table{font-size:8.5pt}
.month a{color:inherit}
.month h1{font-size:13pt}.month h2{font-size:11pt}.month h3{font-size:9.5pt}
.month .scroll{break-inside:avoid}
.month section>h2+p,.charts{break-after:avoid}
figcaption{font-size:8pt}
.charts{grid-template-columns:repeat(3,1fr);gap:3mm}
.glance{grid-template-columns:repeat(6,1fr);gap:2mm}
.glance dd{font-size:10.5pt}
.glance dt{font-size:8pt}
svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}`;

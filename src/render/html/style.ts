/** How every page looks on a screen and on paper. Colours keep their contrast in grey; nothing is said by colour alone. */
export const STYLE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;overflow-wrap:anywhere;background:#e9ebee;color:#111;font:16px/1.4 "Times New Roman","Liberation Serif","Noto Serif",serif}
main{padding:1rem}
.sheet{background:#fff;margin:0 auto 1.5rem;padding:12mm 14mm;max-width:210mm;box-shadow:0 1px 4px #0004}
.sheet.wide{max-width:297mm}
h1,h2,h3{line-height:1.25;margin:.2em 0}
h1{font-size:1.35rem}h2{font-size:1.15rem}h3{font-size:1rem}
p{margin:.3em 0;white-space:pre-line}
a{color:#0b3d91}
:focus-visible{outline:3px solid #0b3d91;outline-offset:2px}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.head{display:flex;gap:1rem;justify-content:space-between;text-align:center;margin-bottom:1.2em}
.head>div{flex:1 1 40%}
.head p{margin:0}
.head .u,.head .motto{font-weight:bold}
.head .u::after{content:"";display:block;width:8em;max-width:70%;margin:.15em auto 0;border-top:1px solid #111}
.title{display:flow-root;text-align:center;margin:.5em 0 1em}
.title p{font-style:italic}
.side{float:right;text-align:left;font-size:.85rem;margin-left:1rem}
.stamp{color:#a00000;border:3px solid #a00000;display:inline-block;padding:0 .6em;font-size:1.8rem;font-weight:bold}
.note{font-style:italic}.right{text-align:right}
.para{text-align:justify;text-indent:1.5em}
.para+.scroll{margin-top:.8em}
.scroll{overflow-x:auto;margin:.5em 0}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;font-weight:bold;padding:.2em 0}
caption.vh{position:absolute}
th,td{border:1px solid #444;padding:.2em .4em;vertical-align:middle;white-space:pre-line;overflow-wrap:anywhere}
thead th{background:#ededed;text-align:center;overflow-wrap:normal}
tbody th{text-align:left}
tr.line>th{font-weight:normal}
.n,tbody th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums lining-nums}
.k{white-space:nowrap}
.c,tbody th.c{text-align:center;white-space:pre}
tr:not(.line)>*{font-weight:bold}
tr.total>*{border-top:2px solid #111}
.tall tr.line>*{height:11mm}
thead button{font:inherit;color:inherit;background:none;border:0;padding:.1em .2em;cursor:pointer;text-decoration:underline dotted}
th[aria-sort=ascending] button::after{content:" \\25B2"}
th[aria-sort=descending] button::after{content:" \\25BC"}
dl.form{display:grid;grid-template-columns:minmax(8em,30%) 1fr;margin:.5em 0}
dl.form dt,dl.form dd{margin:0;padding:.25em 0}
dl.form dd{border-bottom:1px dotted #444;padding-left:.5em;white-space:pre-line;overflow-wrap:anywhere}
dl.form dd.n{text-align:left;font-weight:bold}
table.figures{margin:.6em 0}
table.figures th,table.figures td{border:0;border-bottom:1px dotted #444}
table.figures th{font-weight:normal}
table.figures .strong>*{font-weight:bold}
.signing{break-inside:avoid;margin-top:1.2em}
.dateline{text-align:right;font-style:italic}
.signers{display:flex;gap:1rem;justify-content:space-around;text-align:center}
.signers>div{flex:1 1 0;min-width:0;display:flex;flex-direction:column}
.signers p{margin:0}
.signers .hint{font-style:italic;padding-bottom:5.5em}
.signers .office,.signers .name{font-weight:bold}
.signers .name{min-height:1.4em;margin-top:auto}
.copies{font-size:.85rem;flex:0 1 30%!important;text-align:left}
.copies b,.head .below{font-style:italic}
.provenance{font-size:.8rem;max-width:297mm;margin:0 auto;padding:.5em 14mm;color:#333}
.provenance dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .8em;margin:0}
.provenance dt,.provenance dd{margin:0;overflow-wrap:anywhere}
@media screen and (max-width:1100px){
tr.line>:is(th,td):not([class]){min-width:8em}
}
@media screen and (min-width:641px) and (max-width:900px){
.head{font-size:.85rem}
}
@media screen and (max-width:640px){
main{padding:.4rem}
.sheet{padding:.8rem}
.head,.signers{flex-direction:column;align-items:center}
.side{float:none}
.sheet table{min-width:max-content}
.sheet table.figures{min-width:0}
th,td{max-width:16em}
.provenance{padding:.5em .8rem}
.provenance dl{grid-template-columns:1fr}
.provenance dt{font-weight:bold}
}
@media print{
body{background:none;font-size:11.5pt}
main{padding:0}
.sheet,.sheet.wide{margin:0;padding:0;max-width:none;box-shadow:none}
.sheet+.sheet{break-before:page}
.scroll{overflow:visible;padding:0 1px}
table{font-size:9.5pt}
thead{display:table-header-group}
tr,figure,dl.form>*{break-inside:avoid}
tr.group{break-after:avoid}
tr.total{break-before:avoid}
tr.end{break-after:page}
.one{font-size:10pt;line-height:1.25}
.one .hint{padding-bottom:4em}
thead th{-webkit-print-color-adjust:exact;print-color-adjust:exact}
thead button{text-decoration:none}
th[aria-sort] button::after{content:""}
h1,h2,h3,.title,.note.strong{break-after:avoid}
a{color:inherit;text-decoration:none}
.provenance{padding:0;margin-top:1.5em;font-size:8pt;max-width:none;break-inside:avoid}
}`;

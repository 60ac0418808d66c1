/** What stands around the content: the skip link, the cover, the contents, the foot. */
export const frameStyle = `
.skip{position:absolute;left:-999px;z-index:3}
.skip:focus{left:16px;top:8px;background:var(--ground);padding:10px 12px}
.inner,.page,.foot,.notice{max-width:1136px;margin:0 auto;padding:0 16px}
.cover{background:var(--band);color:var(--onBand);position:relative;overflow:hidden}
.inner{position:relative}
.top{display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;padding:16px 0 12px;font:600 .875rem/1.25rem var(--sans)}
.sign{height:22px;width:auto;flex:none}
.names p+p{font-weight:400;color:var(--onBandSecondary)}
.status{color:var(--logoSecondary)}
.panel .status,.panel .edition{color:var(--importsText)}
.files ul{display:flex;flex-wrap:wrap;gap:4px 8px}
.files a:hover{text-decoration:underline}
.cover a:focus-visible{outline-color:var(--onBand)}
h1{position:relative;z-index:1;font:600 1.75rem/1.2 var(--serif);letter-spacing:-.01em;padding:4px 0 16px;text-wrap:balance}
.part{display:block}
.masthead{padding:14px 0 18px}
.band .masthead{position:relative;border-top:1px solid var(--onBand);margin-right:calc(-1*max(16px,(100vw - 1104px)/2))}
.edition{font-weight:600;font-size:1.125rem}
.about{color:var(--onBandSecondary);font-size:.875rem;line-height:1.25rem;padding:4px 72px 0 0;max-width:640px}
.files{padding:14px 16px 0 0}
.files a{display:block;border:1px solid var(--onBandSecondary);padding:9px 12px;font:500 .875rem/1.5rem var(--sans);
  color:var(--onBand);background:var(--band);text-decoration:none}
.masthead>:not(.ornament){position:relative}
.ornament{position:absolute;pointer-events:none}
.band .ornament{height:80px;width:auto;right:-40px;top:-40.5px}
.panel .ornament{display:none}
.panel{border-bottom:4px solid var(--coverAccent)}
.notice{padding-top:14px;font-size:.875rem}
.contents{display:none}
.foot{border-top:1px solid var(--rule);margin-top:40px;padding-top:14px;padding-bottom:28px;
  display:flex;flex-wrap:wrap;gap:4px 20px;font-size:.8125rem;line-height:1.25rem;color:var(--textSecondary)}
.swatch{display:inline-block;width:12px;height:9px;margin-right:6px;background:var(--turnover)}
.swatch.open{background:var(--turnoverTint);box-shadow:inset 0 0 0 1.5px var(--turnover)}
@media (min-width:700px){
  .inner,.page,.foot,.notice{padding-left:24px;padding-right:24px}
  h1{font-size:2.5rem}
  .band .masthead{margin-right:calc(-1*max(24px,(100vw - 1088px)/2))}
  .band .ornament{height:144px;right:-72px;top:-72.5px}
  .panel .inner{padding-right:220px}
  .panel .ornament{display:block;right:0;top:0;height:100%;width:auto;background:var(--bandSecondary)}
}
@media (min-width:1080px){
  .page{display:grid;grid-template-columns:168px minmax(0,1fr);gap:32px}
  .contents{display:block;position:sticky;top:0;align-self:start;padding-top:24px;max-height:100vh;overflow-y:auto}
  .contents a{display:flex;gap:8px;padding:12px 0;border-bottom:1px solid var(--hairline);text-decoration:none;
    font-size:.875rem;line-height:1.25rem;color:var(--textSecondary)}
  .contents a:hover{color:var(--text);text-decoration:underline}
  .ordinal{font-weight:600;color:var(--exports);min-width:1em}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
`;

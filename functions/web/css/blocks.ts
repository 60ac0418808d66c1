/** The blocks of the content. */
export const blockStyle = `
.cards{display:grid;grid-template-columns:1fr 1fr;gap:12px;padding:20px 0 24px}
.card{background:var(--panel);border-top:4px solid var(--turnover);padding:10px 12px 12px;min-width:0}
.card.exports{border-color:var(--exports)}
.card.imports{border-color:var(--imports)}
.card.balance{border-color:var(--text)}
.card .name{font:600 .875rem/1.25rem var(--sans)}
.card .figure{font:600 1.625rem/2.25rem var(--serif);letter-spacing:-.01em}
.card .qualifier{font:500 .875rem var(--sans)}
.card .unit{font-size:.75rem;line-height:1rem;color:var(--textSecondary);padding-bottom:8px;border-bottom:1px solid var(--rule)}
.card .change{font-size:.875rem;line-height:1.25rem;padding-top:8px;color:var(--textSecondary)}
.card .month{font-size:.75rem;line-height:1.25rem;color:var(--textSecondary)}
.card strong{color:var(--text)}
.card .bars{padding-top:6px}
.spark{display:block;width:100%;max-width:200px;height:auto}
.strip,.aside{border-top:2px solid var(--text);padding:10px 0 22px}
.aside{margin-top:24px}
.strip h2{font:600 1.1875rem/1.625rem var(--serif)}
.strip ul{display:flex;flex-wrap:wrap;gap:2px 18px;padding:4px 0;color:var(--textSecondary);font-size:.875rem}
.strip li strong{font:600 1.25rem/1.75rem var(--serif);color:var(--text)}
.strip p{font-size:.875rem;line-height:1.3125rem;color:var(--textSecondary)}
.strip p strong{color:var(--text)}
.aside>h2{font:600 1.375rem/1.875rem var(--serif);padding-bottom:4px}
.aside>h3{font:600 1.1875rem/1.625rem var(--serif);padding-bottom:4px}
.aside>h3:not(:first-child){padding-top:16px}
.aside h4{font-weight:600;font-size:.9375rem;padding:10px 0 2px}
.messages li,.findings li{padding:12px 0;border-bottom:1px solid var(--hairline)}
.messages li:last-child,.findings li:last-child{border:0}
main>section{padding-top:40px}
main>section:first-child{padding-top:0}
.kicker{font-weight:600;font-size:.875rem;color:var(--exports);padding-bottom:4px}
.head h2{font:600 1.625rem/1.27 var(--serif);letter-spacing:-.01em;text-wrap:balance}
.standfirst{font:400 1.0625rem/1.625rem var(--serif);color:var(--textSecondary);padding-top:8px}
figure{border-top:2px solid var(--text);padding:10px 0 0;margin-top:24px;min-width:0}
figcaption .label{font-weight:600;font-size:.8125rem;line-height:1.125rem;color:var(--textSecondary)}
figcaption h2,figcaption h3{font:600 1.1875rem/1.625rem var(--serif);text-wrap:balance}
.small figcaption h3{font-size:1.0625rem;line-height:1.4375rem}
.subtitle,.under,.attribution{font-size:.875rem;line-height:1.25rem;color:var(--textSecondary)}
figcaption .subtitle{padding:2px 0 12px}
p.under{padding:0 0 8px}
.text,.remark,.rule{font-size:.9375rem;line-height:1.4375rem;color:var(--textSecondary);padding:4px 0 8px;max-width:44rem}
.text strong,.remark strong,.rule strong,.sources strong,.remarks strong{color:var(--text)}
.source{font-size:.8125rem;line-height:1.1875rem;color:var(--textTertiary);padding:10px 0 4px}
.goods{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:14px 20px;padding:12px 0}
.goods li{border-top:2px solid var(--exports);padding-top:6px;font-size:.9375rem;line-height:1.375rem;color:var(--textSecondary)}
.goods strong{color:var(--text)}
.markers li,.lines li{padding:8px 0;border-bottom:1px solid var(--hairline);font-weight:500;font-size:.9375rem;line-height:1.375rem}
.markers li{padding-left:20px;position:relative}
.markers li::before{content:"";position:absolute;left:0;top:13px;width:11px;height:11px;background:var(--exports)}
.markers .open{color:var(--importsText);font-weight:600}
.markers .open::before{background:none;box-shadow:inset 0 0 0 2px var(--imports)}
.markers small,.lines small{display:block;font-weight:400;color:var(--textSecondary)}
.lines li:last-child,.markers li:last-child{border:0}
.remarks li,.sources li{font-size:.875rem;line-height:1.3125rem;color:var(--textSecondary);padding:8px 0;border-top:1px solid var(--hairline)}
.changes li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 12px;padding:9px 0;border-bottom:1px solid var(--hairline);
  font-size:.9375rem;line-height:1.375rem;font-weight:500}
.changes small{flex-basis:100%;font-size:.8125rem;font-weight:400;color:var(--textSecondary)}
.changes .values{white-space:nowrap}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.875rem;line-height:1.25rem;width:100%}
th,td{padding:6px 12px 6px 0;border-bottom:1px solid var(--hairline);text-align:left;vertical-align:top;font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;color:var(--textSecondary);border-color:var(--textSecondary);vertical-align:bottom}
tbody th{font-weight:500}
.number{text-align:right;white-space:nowrap}
.group th{font-weight:600;color:var(--exports);padding-top:14px;border-color:var(--rule)}
.figures td,.register td{min-width:5.5rem}
@media (min-width:700px),print{
  .cards{grid-template-columns:repeat(4,1fr)}
}
@media (min-width:728px){
  .halves,.small-multiples,.thirds{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 24px}
  .sources{columns:2;column-gap:24px}
  .sources li{break-inside:avoid}
}
@media (min-width:1080px){
  .thirds{grid-template-columns:repeat(3,minmax(0,1fr))}
  .text-and-figure{display:grid;grid-template-columns:300px minmax(0,1fr);gap:0 32px}
  .narrow-and-wide{display:grid;grid-template-columns:minmax(328px,5fr) minmax(488px,7fr);gap:0 16px}
  .wide-and-narrow{display:grid;grid-template-columns:minmax(488px,7fr) minmax(328px,5fr);gap:0 16px}
  .card{padding:12px 16px 14px}
  .card .figure{font-size:1.9375rem;line-height:2.5rem}
}
`;

/** On paper: the light palette, whole figures, and none of what only a screen can use. */
export const printStyle = `
@media print{
  @page{size:A4;margin:16mm 15mm}
  html{font-size:10pt}
  .skip,.files,.contents,details{display:none}
  .page{display:block;padding:0}
  .inner,.foot,.notice{padding-left:16px}
  .head,.card,.messages li,.findings li,tr,.goods li,.changes li{break-inside:avoid}
  figure:not(:has(>.scroll)){break-inside:avoid}
  .chart>svg{max-height:180mm}
  thead{display:table-header-group}
  .head,figcaption,.aside>h2,.aside>h3,h4,.group{break-after:avoid}
  .register,.figures{font-size:8pt;line-height:11pt}
  .scroll{overflow:visible}
  a{color:inherit;text-decoration:none}
  .cover,.page,.foot{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;

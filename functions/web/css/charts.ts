/**
 * Charts: of the drawings of each, the widest is shown for which its column has room; the widths of columns follow from
 * that of the screen. Their data are a table that opens.
 */
export const chartStyle = `
.chart{padding-top:4px}
.chart>svg{display:none;width:100%;height:auto}
.chart>svg:last-child{display:block}
.w260{max-width:340px}.w328{max-width:430px}.w404{max-width:500px}.w488{max-width:640px}.w720{max-width:880px}
@media (min-width:436px){.chart>.w404{display:block}.chart>.w404~svg{display:none}}
@media (min-width:520px),print{.chart>.w488{display:block}.chart>.w488~svg{display:none}}
@media (min-width:728px) and (max-width:879px){
  .halves .w404,.small-multiples .w404{display:none}
  .halves .w404~svg,.small-multiples .w404~svg{display:block}
}
@media (min-width:768px),print{.chart>.w720{display:block}.chart>.w720~svg{display:none}}
@media (min-width:1080px){
  .narrow-and-wide .w404,.wide-and-narrow .w404{display:none}
  .narrow-and-wide .w404~svg,.wide-and-narrow .w404~svg{display:block}
}
.list{border-top:1px solid var(--textSecondary)}
.list li{display:grid;grid-template-columns:minmax(0,1fr) 3.75rem 4.25rem 4.75rem;gap:2px 8px;align-items:center;
  padding:8px 0;border-bottom:1px solid var(--hairline);font-size:.875rem;line-height:1.25rem}
.list.ranking li,.list.shares li{grid-template-columns:minmax(0,1fr) 4rem 4.25rem}
.list .heads>span{white-space:normal!important}
.list .heads{font-size:.75rem;font-weight:600;color:var(--textSecondary);padding:4px 0;border-color:var(--textSecondary)}
.list .name{grid-column:1/-1;font-weight:500}
.list .rest .name{font-weight:400;color:var(--textSecondary)}
.list small{color:var(--textTertiary);font-weight:400;font-size:.75rem}
.list b,.list li>span:not(.name):not(.track){text-align:right;white-space:nowrap}
.list b{font-weight:600}
.list .ordinal{display:inline-block;min-width:1.4em;font-weight:600;color:var(--textSecondary)}
.list .difference{display:none}
.track{display:block;width:100%;height:12px;overflow:visible}
.track .solid{fill:var(--exports)}
.track .open{fill:var(--exportsTint);stroke:var(--exports)}
.imports .track .solid{fill:var(--imports)}
.imports .track .open{fill:var(--importsTint);stroke:var(--imports)}
.track .halo{fill:var(--ground);transform:translateX(-1px)}
.track .ledge{fill:var(--text)}
@media (min-width:700px),print{
  .list.parts li{grid-template-columns:minmax(0,1.5fr) minmax(0,1fr) 4rem 4.25rem 4.5rem 5rem}
  .list.parts .name,.list.shares .name{grid-column:auto}
  .list.shares li{grid-template-columns:minmax(0,1.2fr) minmax(0,1fr) 4rem 4.25rem}
  .list .difference{display:block}
  .list .heads{font-size:.8125rem}
}
svg text{text-rendering:geometricPrecision}
.serifRegular{font-family:var(--serif);font-weight:400}
.serifStrong{font-family:var(--serif);font-weight:600}
.sansRegular{font-family:var(--sans);font-weight:400}
.sansMedium{font-family:var(--sans);font-weight:500}
.sansStrong{font-family:var(--sans);font-weight:600}
details{border-bottom:1px solid var(--rule);margin:6px 0 8px}
summary{cursor:pointer;font:500 .875rem/1.5rem var(--sans);padding:10px 0;color:var(--exports)}
details td,details th{text-align:right}
details th[scope=row],details .words{text-align:left}
details td{white-space:nowrap}
details .scroll{max-height:70vh;padding-bottom:10px}
`;

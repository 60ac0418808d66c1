/** Type, headings, links and what is calculated. */
export const textStyle = `
*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth;
  --serif:"Briefing Serif",Georgia,serif;--sans:"Briefing Sans",system-ui,sans-serif}
body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.5 var(--sans);
  font-variant-numeric:lining-nums tabular-nums;overflow-wrap:break-word}
h1,h2,h3,h4,p,ul,ol,figure{margin:0;padding:0}
ul,ol{list-style:none}
strong,th{font-weight:600}
small{font-size:.8125em}
s{color:var(--textTertiary)}
a{color:var(--exports);text-underline-offset:3px}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--exports);outline-offset:2px}
u{text-decoration:underline dotted 1.5px;text-underline-offset:.25em}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.shared{position:absolute}
[id]{scroll-margin-top:16px}
:target{background:var(--exportsTint)}
tr:has(:target),tr:target{background:var(--exportsTint)}
section:target,figure:target{background:none}
`;

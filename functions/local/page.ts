import type { StoredBriefing } from '../store/index.ts';

/** The page at `/` of the local server: every briefing that was made, with links to it. */
export function indexPage(briefings: readonly StoredBriefing[], address: string): string {
  const rows = briefings.map(({ key, title, pages, bytes }) => {
    const path = `/briefings/${key.edition}/${key.language}`;
    const size = `${Math.round(bytes / 1000)} kB`;
    return `<tr lang="${key.language}"><td>${key.edition}</td><td>${key.language}</td><td><a href="${path}" type="application/pdf">${escapeText(title)}</a></td><td>${pages}</td><td>${size}</td></tr>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Gomel Oblast – Russia: briefings on this machine</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 3rem auto; padding: 0 1rem; color: #14242e }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: 0.4rem 0.6rem; border-bottom: 1px solid #bfc8cd }
td:not(:nth-child(3)) { white-space: nowrap }
a { color: #0c5c6b }
</style>
<h1>Briefings on this machine</h1>
<table>
<thead><tr><th>Edition</th><th>Language</th><th>Briefing</th><th>Pages</th><th>Size</th></tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table>
<p>Make one: <code>curl -X POST -d '{"edition":"2021-07","language":"ru"}' ${escapeText(address)}/briefings</code></p>
</html>
`;
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

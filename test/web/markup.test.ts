import { describe, expect, it } from 'vitest';
import { escapeText, html, Markup } from '../../functions/web/markup.ts';

describe('text in a page', () => {
  it.each([
    ['</style><script>alert(1)</script>', '&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;'],
    [']]>', ']]&gt;'],
    ['<!--', '&lt;!--'],
    ['" onclick="', '&quot; onclick=&quot;'],
    ["' onclick='", '&#39; onclick=&#39;'],
    ['&lt;', '&amp;lt;'],
  ])('is never markup: %s', (text, written) => {
    expect(escapeText(text)).toBe(written);
  });

  it.each([
    ['turns the direction of what follows', '\u202e'],
    ['isolates what follows', '\u2066'],
    ['ends the isolation', '\u2069'],
    ['marks a direction', '\u200f'],
    ['is a null', '\u0000'],
    ['is an escape', '\u001b'],
    ['is a control of the second kind', '\u0085'],
    ['is no character', '\ufffe'],
  ])('shows a character that %s instead of obeying it', (_, character) => {
    expect(escapeText(`a${character}b`)).toBe('a\ufffdb');
  });

  it('treats each character alike, whether a text has markup too or not', () => {
    const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const unlike = characters.filter((one) => `&amp;${escapeText(one)}` !== escapeText(`&${one}`));
    expect(
      unlike.map((one) => one.charCodeAt(0).toString(16)),
      'take them out of "ordinary" in html.ts',
    ).toEqual([]);
  });

  it('keeps letters of every language, spaces and line ends', () => {
    const text = 'Гомельская вобласць,\u00a0«ўсё» – Zürich\n\t≈ ±0.1';
    expect(escapeText(text)).toBe(text);
  });
});

describe('html', () => {
  it('escapes what is text, also in attributes and lists, and leaves what is markup', () => {
    const name = '"<b>"';
    expect(html`<p title="${name}">${[name, html`<b>${1}</b>`]}${null}</p>`.text).toBe(
      '<p title="&quot;&lt;b&gt;&quot;">&quot;&lt;b&gt;&quot;<b>1</b></p>',
    );
  });

  it('gives markup that is not escaped twice', () => {
    expect(html`${html`<i>${'&'}</i>`}`).toEqual(new Markup('<i>&amp;</i>'));
  });
});

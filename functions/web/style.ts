import { createHash } from 'node:crypto';
import { type FaceName, faceNames, type Theme } from '../drawing/index.ts';
import { blockStyle } from './css/blocks.ts';
import { chartStyle } from './css/charts.ts';
import { frameStyle } from './css/frame.ts';
import { printStyle } from './css/print.ts';
import { textStyle } from './css/text.ts';
import { type PageColours, propertiesOf, withProperties } from './palette.ts';

/** The faces of a brand in WOFF2. */
export type WebFaces = Readonly<Record<FaceName, Uint8Array>>;

/** The style sheet of the pages of a brand, and the policy under which they are read. */
export interface WebStyle {
  readonly text: string;
  /**
   * A Content-Security-Policy that allows this style and the typefaces in it, and nothing else: no script, no picture,
   * no request. Servers send it too.
   */
  readonly policy: string;
}

/** The style of a style sheet. */
export function webStyle(text: string): WebStyle {
  const digest = createHash('sha256').update(text).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; font-src data:; base-uri 'none'; form-action 'none'`;
  return { text, policy };
}

/** The style sheet of a brand: its faces, its light and its dark palette, and the rules that all brands share. */
export function styleSheet(theme: Theme, dark: PageColours, faces: WebFaces): string {
  const light = propertiesOf({ ...theme.colours, ground: '#FFFFFF' });
  const palettes = `:root{color-scheme:light;${light}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${propertiesOf(dark)}}}`;
  const rules = [textStyle, frameStyle, blockStyle, chartStyle, printStyle].map((rule) =>
    withProperties(compact(rule), dark),
  );
  return [...faceNames.map((name) => faceRule(name, faces[name], theme)), palettes, ...rules].join('\n');
}

const weights: Readonly<Record<FaceName, number>> = {
  serifRegular: 400,
  serifStrong: 600,
  sansRegular: 400,
  sansMedium: 500,
  sansStrong: 600,
};

/** A face under the name of its family; families of other brands are brought to the same nominal size. */
function faceRule(name: FaceName, bytes: Uint8Array, { scale }: Theme): string {
  const isSerif = name.startsWith('serif');
  const size = isSerif ? scale.serif : scale.sans;
  const adjust = size === 1 ? '' : `size-adjust:${Math.round(size * 1000) / 10}%;`;
  const source = `url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format("woff2")`;
  const family = isSerif ? 'Briefing Serif' : 'Briefing Sans';
  return `@font-face{font-family:"${family}";font-weight:${weights[name]};font-display:block;${adjust}src:${source}}`;
}

/** A style sheet without the line breaks and the indentation that are for its authors. */
function compact(style: string): string {
  return style.trim().replace(/\n\s*/g, '');
}

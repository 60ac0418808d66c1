import type { ShareWording } from '../shares/index.ts';
import { compileMessages } from './compile-messages.ts';
import { loadBrand, readText } from './from-files.ts';

/** Reads the words and colours of shares in a brand. Throws a `MessagesError` or `BrandError` with file and line. */
export function readShareWording(brandName: string): ShareWording {
  return { messages: compileMessages(readText('templates/messages.csv'), 'share'), ...shareBrand(brandName) };
}

/** What a brand gives to shares: its name and the colours of a plain page. */
export function shareBrand(brandName: string): Omit<ShareWording, 'messages'> {
  const { names, theme } = loadBrand(brandName);
  const { text, textSecondary, rule, panel, exports } = theme.colours;
  return { series: names.name, colours: { text, textSecondary, rule, panel, exports } };
}

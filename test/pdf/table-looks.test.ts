import { describe, expect, it } from 'vitest';
import { compileMessages } from '../../functions/assets/compile-messages.ts';
import { loadBrand, readText } from '../../functions/assets/from-files.ts';
import { subsetFonts } from '../../functions/assets/subset-fonts.ts';
import { languages } from '../../functions/dataset/index.ts';
import { messageOf } from '../../functions/document/messages.ts';
import { breakLines, openTypefaces, styles } from '../../functions/drawing/index.ts';
import { looks } from '../../functions/pdf/layout/table-looks.ts';

const brand = loadBrand('default');
const context = { typefaces: openTypefaces(await subsetFonts(brand.fontFiles)), theme: brand.theme };
const messages = compileMessages(readText('templates/messages.csv'));
const room = { x: 48, width: 499.28 };

const units = ['USD', 'RUB', 'BYN', 'percent', 'index', 'count', 'points'] as const;

describe.each(languages)('in %s, the units of the table of figures', (language) => {
  it.each(['figures', 'register'] as const)('and their head keep apart from the periods: %s', (name) => {
    const look = looks[name];
    const [, , , unit, period] = look.columns(6, room);
    if (!unit || !period) throw new Error(`${name} has no columns of units and periods`);
    const say = (key: string) => messageOf(messages[language], key)({});
    const texts = [
      { text: say('label.unit'), style: styles.tableHead },
      ...units.map((key) => ({
        text: say(`unit.short.${key}`),
        style: look.style({ content: [] } as never, 3, false),
      })),
    ];
    const near = texts.flatMap(({ text, style }) => {
      const lines = breakLines(context, [{ text }], () => style, unit.width);
      const right = unit.x + Math.max(...lines.map((line) => line.width));
      return period.x - right < 4 ? [`${text} ends ${(period.x - right).toFixed(1)} points before the periods`] : [];
    });
    expect(near, 'move the columns in table-looks.ts').toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { developmentTitle } from '../../functions/figures/index.ts';
import { briefingOf, founding } from '../briefings.ts';
import { told } from '../words.ts';

const of = (edition: string, id: string) =>
  briefingOf(edition).developments.find((development) => development.id === id);

const title = (id: string, count: number) => {
  const development = of('2026-11', id);
  return development ? told(developmentTitle(development, count)) : null;
};

describe('the developments of an edition', () => {
  it('are none in the first', () => {
    expect(founding.developments).toEqual([]);
  });

  it('are the series with two values or more that it knows', () => {
    const ids = (edition: string) => briefingOf(edition).developments.map(({ id }) => id);
    expect(ids('2022-11')).toEqual(['documents', 'investment', 'growth']);
    expect(ids('2024-07')).not.toContain('region');
    expect(ids('2024-08')).toContain('region');
  });

  it('are joined only between exact values of one wording', () => {
    const joined = of('2026-11', 'companies')?.lines.map(({ name, points }) => [name, points.map((p) => p.joined)]);
    expect(joined).toEqual([
      ['companies', [false]],
      ['organisations', [false, true]],
      ['enterprises', [false, true]],
    ]);
  });

  it('are not joined to a value that had to be inferred', () => {
    const [line] = of('2026-11', 'fez')?.lines ?? [];
    expect(line?.points.map(({ figure, joined }) => [figure.value, joined])).toEqual([
      [12, false],
      [8, true],
      [11, false],
    ]);
  });

  it('keep apart what two sides count, and two currencies', () => {
    expect(of('2026-11', 'region')?.lines.map(({ name, own }) => [name, own])).toEqual([
      ['region', true],
      ['mirror', false],
    ]);
    expect(of('2026-11', 'investment')?.lines.map(({ name }) => name)).toEqual(['USD', 'RUB']);
  });

  it('are titled by their values, with the words that their publications use', () => {
    expect(title('companies', 3)).toEqual({
      en: 'Companies: 361, then 450, then 441',
      ru: 'Организации: 361, затем 450, затем 441',
      be: 'Арганізацыі: 361, затым 450, затым 441',
    });
  });

  it('name values that contradict each other side by side, without saying that one became the other', () => {
    expect(title('exporters', 3)).toEqual({
      en: 'Exporters: 468, 380, nearly 600',
      ru: 'Экспортёры: 468, 380, почти 600',
      be: 'Экспарцёры: 468, 380, амаль 600',
    });
    expect(title('share', 2)?.ru).toBe('Доля России: около 75 %, более 80 %');
  });

  it('name only the newest, with its period, of values over periods of unlike length', () => {
    expect(title('growth', 3)?.en).toBe('Exports to Russia: +40% (Jan–Aug 2022)');
    expect(title('region', 3)).toEqual({
      en: 'Bryansk Oblast: more than 330 (2024)',
      ru: 'Брянская область: более 330 (2024)',
      be: 'Бранская вобласць: больш за 330 (2024)',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { developmentTitle } from '../../functions/figures/index.ts';
import { briefingOf, founding, periodNamed } from '../briefings.ts';
import { dataset } from '../package-files.ts';
import { told } from '../words.ts';

const of = (edition: string, id: string) =>
  briefingOf(edition).developments.find((development) => development.id === id);

const title = (id: string) => {
  const development = of('2026-11', id);
  return development ? told(developmentTitle(development)) : null;
};

describe('the developments of an edition', () => {
  it('are none in the first', () => {
    expect(founding.developments).toEqual([]);
  });

  it('are the series with two values or more that it knows', () => {
    const ids = (edition: string) => briefingOf(edition).developments.map(({ id }) => id);
    expect(ids('2022-11')).toEqual(['documents', 'investment', 'share', 'growth']);
    expect(ids('2023-01')).not.toContain('region');
    expect(ids('2023-02')).toContain('region');
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

  it('keep the figures of two sides apart, and two currencies', () => {
    expect(of('2026-11', 'region')?.lines.map(({ name, own }) => [name, own])).toEqual([
      ['region', true],
      ['mirror', false],
    ]);
    expect(of('2026-11', 'investment')?.lines.map(({ name }) => name)).toEqual(['USD', 'RUB']);
  });

  it.each([
    ['companies', 'Enterprises: 441 (Jul 2024)', 'Предприятия: 441 (июль 2024)', 'Прадпрыемствы: 441 (ліп. 2024)'],
    [
      'fez',
      'Zone residents, Russian capital: 11 (Jul 2024)',
      'Резиденты СЭЗ, рос. капитал: 11 (июль 2024)',
      'Рэзідэнты СЭЗ, рас. капітал: 11 (ліп. 2024)',
    ],
    [
      'documents',
      'Documents of districts and cities: 89 (Apr 2024)',
      'Документы районов и городов: 89 (апр. 2024)',
      'Дакументы раёнаў і гарадоў: 89 (крас. 2024)',
    ],
    [
      'region',
      'Bryansk Oblast: more than USD 330 m (2024)',
      'Брянская область: более 330 млн долл. (2024)',
      'Бранская вобласць: больш за 330 млн дол. (2024)',
    ],
    [
      'investment',
      'Investment: RUB 6.2 billion (2023)',
      'Инвестиции: 6,2 млрд рос. руб. (2023)',
      'Інвестыцыі: 6,2 млрд рас. руб. (2023)',
    ],
    [
      'share',
      'Share of turnover: more than 80% (Apr 2023)',
      'Доля в обороте: более 80 % (апр. 2023)',
      'Доля ў абароце: больш за 80 % (крас. 2023)',
    ],
    [
      'exporters',
      'Exporters: nearly 600 (May 2024)',
      'Экспортёры: почти 600 (май 2024)',
      'Экспарцёры: амаль 600 (май 2024)',
    ],
    [
      'growth',
      'Exports to Russia: +40% (Jan–Aug 2022)',
      'Экспорт в Россию: +40 % (янв.–авг. 2022)',
      'Экспарт у Расію: +40 % (студз.–жн. 2022)',
    ],
  ])('%s are titled by the newest value with its own noun, its unit and its period', (id, en, ru, be) => {
    expect(title(id)).toEqual({ en, ru, be });
  });

  it('are said to be counted differently where several publishers count, or a value had to be inferred', () => {
    expect(of('2026-11', 'exporters')?.contested).toBe(true);
    expect(of('2026-11', 'share')?.contested).toBe(true);
    expect(of('2026-11', 'companies')?.contested).toBe(false);
  });

  it('are not said to be so where one office publishes shares month by month', () => {
    const share = dataset.observations.find(({ indicator, flow }) => `${indicator} ${flow}` === 'trade_share turnover');
    if (!share) throw new Error('the dataset has lost its share of turnover');
    const monthly = ['2021-08', '2021-09', '2021-10'].map((code) => ({ ...share, period: periodNamed(code) }));
    const later = monthly.map((observation) => ({
      ...observation,
      source: { ...share.source, published: '2021-11-20' },
    }));
    const own = dataset.observations.filter(({ isBackground }) => !isBackground);
    const from = { ...dataset, observations: [...own, ...later] };
    const development = briefingOf('2021-11', from).developments.find(({ id }) => id === 'share');
    expect(development?.lines[0]?.points).toHaveLength(4);
    expect(development?.contested).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { Qualifier } from '../../functions/dataset/index.ts';
import { levelFinding, subjects } from '../../functions/figures/change-findings.ts';
import { all, alter, briefingWith, figureOf, founding, set } from '../briefings.ts';
import { brief, type Change, changeIn, type Texts, texts } from './sentences.ts';

const qualified = (name: string, qualifier: Qualifier, value?: number): Change =>
  all(...(value === undefined ? [] : [set(name, value)]), alter(name, { qualifier }));

describe('the word that a publication puts before a number', () => {
  it.each<readonly [Qualifier, string, number, ...Texts]>([
    [
      'more_than',
      'trade_index turnover',
      217.7,
      'Trade with Russia rose to more than 2.2 times the year-earlier level',
      'Торговля с Россией выросла более чем в 2,2 раза',
      'Гандаль з Расіяй вырас больш чым у 2,2 раза',
    ],
    [
      'nearly',
      'trade_index turnover',
      300,
      'Trade with Russia rose to nearly 3 times the year-earlier level',
      'Торговля с Россией выросла почти в 3 раза',
      'Гандаль з Расіяй вырас амаль у 3 разы',
    ],
    [
      'about',
      'trade_index turnover',
      140,
      'Trade with Russia rose by about 40%',
      'Торговля с Россией выросла примерно на 40 %',
      'Гандаль з Расіяй вырас прыкладна на 40 %',
    ],
    [
      'more_than',
      'trade_index turnover',
      78.6,
      'Trade with Russia fell by more than 21%',
      'Торговля с Россией сократилась более чем на 21 %',
      'Гандаль з Расіяй скараціўся больш чым на 21 %',
    ],
  ])('%s comes before the preposition of an index: %s', (qualifier, name, value, ...said) => {
    const { byKey } = briefingWith(qualified(name, qualifier, value));
    expect(texts(changeIn(byKey, subjects.trade))).toEqual(said);
  });

  it('is in the sentence on the value, too', () => {
    const { byKey } = briefingWith(qualified('trade_index turnover', 'more_than'));
    const [en, ru, be] = texts(levelFinding(byKey, subjects.turnover));
    expect(en).toContain('USD 2,467.8 million, more than 2.18 times as much as in January–May 2020.');
    expect(ru).toContain('– более чем в 2,18 раза больше, чем за январь–май 2020 г.');
    expect(be).toContain('– больш чым у 2,18 раза больш, чым за студзень–май 2020 г.');
  });

  it('keeps a share a number: more than 31.4 % is not less than a third', () => {
    const { findings } = briefingWith(qualified('trade_share export', 'more_than'));
    expect(texts(findings.trade.weightInWords)).toEqual([
      'Russia supplies more than three-quarters of the oblast’s imports but takes more than 31.4% of its exports',
      'На Россию приходится более трёх четвертей импорта области, но более 31,4 % экспорта',
      'На Расію прыпадае больш за тры чвэрці імпарту вобласці, але больш за 31,4 % экспарту',
    ]);
  });

  it.each<readonly [Qualifier, ...Texts]>([
    [
      'exact',
      '361 companies',
      'В области – 361 компания с российским капиталом;',
      'У вобласці – 361 кампанія з расійскім капіталам;',
    ],
    [
      'more_than',
      'more than 361 companies',
      'В области – более 361 компании с российским капиталом;',
      'У вобласці – больш за 361 кампанію з расійскім капіталам;',
    ],
    [
      'about',
      'about 361 companies',
      'В области – около 361 компании с российским капиталом;',
      'У вобласці – каля 361 кампаніі з расійскім капіталам;',
    ],
    [
      'nearly',
      'nearly 361 companies',
      'В области – почти 361 компания с российским капиталом;',
      'У вобласці – амаль 361 кампанія з расійскім капіталам;',
    ],
  ])('governs the case of what is counted, one of it: %s', (qualifier, ...parts) => {
    const said = texts(brief(briefingWith(qualified('companies', qualifier)), 'brief.links'));
    const [en, ru, be] = parts;
    expect(said[0]).toContain(`The oblast has ${en.replace('361 companies', '361 companies')} with Russian capital`);
    expect(said[1]).toContain(ru);
    expect(said[2]).toContain(be);
  });

  it.each<readonly [Qualifier, number, ru: string, be: string]>([
    ['more_than', 362, 'более 362 компаний', 'больш за 362 кампаніі'],
    ['more_than', 365, 'более 365 компаний', 'больш за 365 кампаній'],
    ['about', 362, 'около 362 компаний', 'каля 362 кампаній'],
    ['about', 365, 'около 365 компаний', 'каля 365 кампаній'],
    ['nearly', 362, 'почти 362 компании', 'амаль 362 кампаніі'],
    ['nearly', 365, 'почти 365 компаний', 'амаль 365 кампаній'],
  ])('governs the case of what is counted, several of it: %s %i', (qualifier, value, ru, be) => {
    const said = texts(brief(briefingWith(qualified('companies', qualifier, value)), 'brief.links'));
    expect(said[1]).toContain(`В области – ${ru} с российским капиталом`);
    expect(said[2]).toContain(`У вобласці – ${be} з расійскім капіталам`);
  });

  it('stays with a sum: about 78 and exact numbers are about 109 together', () => {
    const briefing = briefingWith(qualified('documents_local', 'about'));
    expect(texts(briefing.findings.cooperation.title)).toEqual([
      'about 109 documents had been signed by July 2021; nine partner regions are named',
      'На июль 2021 г. подписано около 109 документов; названо 9 регионов-партнёров',
      'На ліпень 2021 г. падпісана каля 109 дакументаў; названа 9 рэгіёнаў-партнёраў',
    ]);
    expect(texts(brief(briefing, 'brief.links'))[1]).toContain(
      'на районы и города приходится около 78 документов о сотрудничестве (всего около 109).',
    );
  });

  it('stays with a sum where one part is «more than»', () => {
    const { byKey } = briefingWith(qualified('documents_local', 'more_than'));
    expect(figureOf({ ...founding, byKey }, 'documents')).toMatchObject({ qualifier: 'more_than', approximate: false });
    expect(figureOf({ ...founding, byKey }, 'documents.local.part').approximate).toBe(true);
  });

  it('is in a list where a part of a qualified number would need a grammatical case', () => {
    const { findings } = briefingWith(qualified('companies', 'more_than'));
    expect(texts(findings.investment.companies)).toEqual([
      'Companies with Russian capital: more than 361, of which in the free economic zone: 12',
      'Компании с российским капиталом: более 361, из них в свободной экономической зоне: 12',
      'Кампаніі з расійскім капіталам: больш за 361, з іх у свабоднай эканамічнай зоне: 12',
    ]);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dataset, type Language, loadDataset, readFolder } from '../../../functions/dataset/index.ts';
import { capitalise } from '../../../functions/document/words.ts';
import {
  aheadFinding,
  driversFinding,
  extremeOfBothFinding,
  type Finding,
  missingFinding,
  monthFinding,
  monthTitle,
  type OverTime,
  pairedBaseFinding,
  quarterFinding,
  restFinding,
  revisedBaseFinding,
  shiftFinding,
  streakFinding,
  toDateFinding,
  turnFinding,
  twelveBalanceFinding,
  twelveExtremeFinding,
} from '../../../functions/figures/index.ts';
import { briefingOf } from '../../briefings.ts';
import { today } from '../../package-files.ts';
import { told } from '../../words.ts';

let dataset: Dataset;
let newest: OverTime;

function at(edition: string): OverTime {
  return known(briefingOf(edition, dataset).overTime);
}

function known<T>(value: T | null): T {
  if (value === null) throw new Error('the specimen has no such figures');
  return value;
}

/** The worked examples of the phrasebook: made-up figures of its specimen, and what is said of them. */
const examples: readonly (readonly [make: () => Finding | null, sentences: Readonly<Record<Language, string>>])[] = [
  [
    () => toDateFinding('turnover', known(newest.turnover)),
    {
      en: 'Turnover with Russia in January–September 2026 came to USD 6,315.9 million, 719.5 million more than a year earlier',
      ru: 'Внешнеторговый оборот с Россией за январь–сентябрь 2026 г. составил 6 315,9 млн долл. США, на 719,5 млн больше, чем годом ранее',
      be: 'Знешнегандлёвы абарот з Расіяй за студзень–верасень 2026 г. склаў 6 315,9 млн дол. ЗША, на 719,5 млн больш, чым годам раней',
    },
  ],
  [
    () => monthTitle(newest),
    {
      en: 'In September 2026 exports were 9.3% and imports 11.8% higher than a year earlier',
      ru: 'В сентябре 2026 г. экспорт был на 9,3 %, а импорт – на 11,8 % больше, чем годом ранее',
      be: 'У верасні 2026 г. экспарт быў на 9,3 %, а імпарт – на 11,8 % большы, чым годам раней',
    },
  ],
  [
    () => monthFinding('exports', known(at('2026-10').exports)),
    {
      en: 'In August 2026 exports came to USD 208.7 million, almost the same as a year earlier',
      ru: 'В августе 2026 г. экспорт составил 208,7 млн долл. США, почти столько же, сколько годом ранее',
      be: 'У жніўні 2026 г. экспарт склаў 208,7 млн дол. ЗША, амаль столькі ж, колькі годам раней',
    },
  ],
  [
    () => monthFinding('exports', known(at('2024-11').exports)),
    {
      en: 'In August and September 2024 together exports came to USD 348.1 million, 17.2% more than in the same months of 2023',
      ru: 'За август и сентябрь 2024 г. вместе экспорт составил 348,1 млн долл. США, на 17,2 % больше, чем за те же месяцы 2023 г.',
      be: 'За жнівень і верасень 2024 г. разам экспарт склаў 348,1 млн дол. ЗША, на 17,2 % больш, чым за тыя ж месяцы 2023 г.',
    },
  ],
  [
    () => pairedBaseFinding(at('2025-10')),
    {
      en: 'In August 2025 exports came to USD 208.4 million and imports to USD 481.1 million; August and September 2024 are known only together',
      ru: 'В августе 2025 г. экспорт составил 208,4 млн долл. США, импорт – 481,1 млн долл. США; август и сентябрь 2024 г. известны только вместе',
      be: 'У жніўні 2025 г. экспарт склаў 208,4 млн дол. ЗША, імпарт – 481,1 млн дол. ЗША; жнівень і верасень 2024 г. вядомыя толькі разам',
    },
  ],
  [
    () => twelveBalanceFinding(newest),
    {
      en: 'Exports grew faster, yet the twelve-month deficit widened to USD 3.6 billion',
      ru: 'Экспорт рос быстрее, но отрицательное сальдо за двенадцать месяцев увеличилось до 3,6 млрд долл. США',
      be: 'Экспарт рос хутчэй, але адмоўнае сальда за дванаццаць месяцаў павялічылася да 3,6 млрд дол. ЗША',
    },
  ],
  [
    () => twelveExtremeFinding(known(newest.exports)),
    {
      en: 'At USD 2,260.1 million, the sum of twelve months to September 2026 is the largest of 44 such sums since December 2022',
      ru: 'Сумма за двенадцать месяцев по сентябрь 2026 г. (2 260,1 млн долл. США) – наибольшая из 44 сумм с декабря 2022 г.',
      be: 'Сума за дванаццаць месяцаў па верасень 2026 г. (2 260,1 млн дол. ЗША) – найбольшая з 44 сум са снежня 2022 г.',
    },
  ],
  [
    () => streakFinding('exports', known(newest.exports)),
    {
      en: 'In no month since October 2025 have exports been lower than a year earlier',
      ru: 'С октября 2025 г. экспорт ни в одном месяце не был меньше, чем годом ранее',
      be: 'З кастрычніка 2025 г. экспарт ні ў адным месяцы не быў меншы, чым годам раней',
    },
  ],
  [
    () => turnFinding('exports', known(at('2025-07').exports)),
    {
      en: 'In May 2025 exports were 1.2% higher than a year earlier, the first rise after three months of falls',
      ru: 'В мае 2025 г. экспорт был на 1,2 % больше, чем годом ранее: первый рост после 3 месяцев снижения',
      be: 'У маі 2025 г. экспарт быў на 1,2 % большы, чым годам раней: першы рост пасля 3 месяцаў зніжэння',
    },
  ],
  [
    () => extremeOfBothFinding(newest),
    {
      en: 'Exports and imports were both highest in June 2026, of the 55 months known since January 2022',
      ru: 'Наибольшие известные месячные значения и экспорта, и импорта с января 2022 г. – в июне 2026 г.',
      be: 'Найбольшыя вядомыя месячныя значэнні і экспарту, і імпарту са студзеня 2022 г. – у чэрвені 2026 г.',
    },
  ],
  [
    () => aheadFinding(newest),
    {
      en: 'Exports and imports since January are higher than in the same months of every year since 2022',
      ru: 'И экспорт, и импорт с начала года больше, чем за те же месяцы каждого года с 2022 г.',
      be: 'І экспарт, і імпарт з пачатку года большыя, чым за тыя ж месяцы кожнага года з 2022 г.',
    },
  ],
  [
    () => shiftFinding('exports', newest),
    {
      en: 'Russia’s share of exports rose by 8.0 percentage points in four years, to 63.0%',
      ru: 'Доля России в экспорте за 4 года выросла на 8,0 процентного пункта, до 63,0 %',
      be: 'Доля Расіі ў экспарце за 4 гады вырасла на 8,0 працэнтнага пункта, да 63,0 %',
    },
  ],
  [
    () => quarterFinding(newest),
    {
      en: 'Russian investment in the third quarter of 2026, USD 47.0 million, was the smallest of 19 quarters',
      ru: 'Российские инвестиции за III квартал 2026 г. – 47,0 млн долл. США, наименьшие за 19 кварталов',
      be: 'Расійскія інвестыцыі за III квартал 2026 г. – 47,0 млн дол. ЗША, найменшыя за 19 кварталаў',
    },
  ],
  [
    () => revisedBaseFinding(known(at('2026-04').exports)),
    {
      en: 'The index for January–February 2026 implies 300.3 for January–February 2025, where 302.7 was published: the base has been revised',
      ru: 'Темпу роста за январь–февраль 2026 г. соответствует база 300,3, а за январь–февраль 2025 г. опубликовано 302,7: база пересмотрена',
      be: 'Тэмпу росту за студзень–люты 2026 г. адпавядае база 300,3, а за студзень–люты 2025 г. апублікавана 302,7: база перагледжана',
    },
  ],
  [
    () => missingFinding(known(newest.missing[0] ?? null)),
    {
      en: 'No bulletin for January–August 2024 was published, so August and September 2024 are known only together; nothing is filled in',
      ru: 'Бюллетень за январь–август 2024 г. не публиковался, поэтому август и сентябрь 2024 г. известны только вместе; пропуск ничем не заполнен',
      be: 'Бюлетэнь за студзень–жнівень 2024 г. не публікаваўся, таму жнівень і верасень 2024 г. вядомыя толькі разам; пропуск нічым не запоўнены',
    },
  ],
  [
    () => driversFinding(known(newest.goods.exports), 'rose'),
    {
      en: 'Added most to exports: milk and cream (+25.5 million), steel bars and rods (+20.7 million), harvesting machinery (+20.2 million)',
      ru: 'Наибольший прирост экспорта: молоко и сливки (+25,5 млн), стальные прутки (+20,7 млн), уборочные машины (+20,2 млн)',
      be: 'Найбольшы прырост экспарту: малако і вяршкі (+25,5 млн), сталёвыя пруткі (+20,7 млн), уборачныя машыны (+20,2 млн)',
    },
  ],
  [
    () => restFinding(known(newest.goods.imports)),
    {
      en: 'Most of the increase came from products that are not named: 8.8 percentage points',
      ru: 'Большая часть прироста – товары, которые не названы: 8,8 процентного пункта',
      be: 'Большая частка прыросту – тавары, якія не названы: 8,8 працэнтнага пункта',
    },
  ],
];

/** Runs where SPECIMEN names the program that makes specimens: `SPECIMEN=PROGRAM npx vitest run …`. */
describe.runIf(process.env.SPECIMEN)('the worked examples of the phrasebook', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'specimen-'));
    const data = fileURLToPath(new URL('../../../data', import.meta.url));
    execFileSync('python3', [process.env.SPECIMEN ?? '', data, folder], { stdio: 'ignore' });
    dataset = loadDataset(await readFolder(folder), today);
    newest = at('2026-11');
  });

  afterAll(() => rm(folder, { recursive: true }));

  it.each(examples.map((example, index) => [example[1].en, index] as const))('%s', (_, index) => {
    const [make, sentences] = examples[index] ?? [];
    const written = told(make?.() ?? null);
    const raised = Object.fromEntries(Object.entries(written).map(([language, text]) => [language, capitalise(text)]));
    expect(raised).toEqual(sentences);
  });
});

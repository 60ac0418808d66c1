import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../functions/dataset/index.ts';
import { isInInset, isOnMarketMap, isOnPartnerMap } from '../../functions/document/views/map-windows.ts';
import {
  linearWindow,
  type MapWindow,
  marketWindow,
  partnerMaps,
  partnerPart,
  partWindow,
} from '../../functions/drawing/maps/frames.ts';
import { briefingOf } from '../briefings.ts';
import { linesOf } from '../documents.ts';
import { packageFiles, today } from '../package-files.ts';

/** Whether a window shows a place, this many points from its edge. */
const shows = ({ project, width, height }: MapWindow, longitude: number, latitude: number, margin = 0) => {
  const [x, y] = project(longitude, latitude);
  return x > margin && y > margin && x < width - margin && y < height - margin;
};

describe.each([
  ['the market map', isOnMarketMap, marketWindow()],
  ['the main part of the partner map', (at: never) => isOnPartnerMap(at) && !isInInset(at), partWindow(partnerPart)],
  ['the inset of the partner map', isInInset, linearWindow(partnerMaps.east)],
] as const)('what is said to be on %s', (_, isOn, window) => {
  const grid = Array.from({ length: 200 }, (_, east) => 15 + east * 0.7).flatMap((longitude) =>
    Array.from({ length: 80 }, (_, north) => ({ longitude, latitude: 40 + north * 0.4 })),
  );

  it('is drawn there', () => {
    const missing = grid.filter((at) => isOn(at as never) && !shows(window, at.longitude, at.latitude));
    expect(missing).toEqual([]);
  });

  it('is all that can be drawn, but for the edges', () => {
    const unsaid = grid.filter((at) => !isOn(at as never) && shows(window, at.longitude, at.latitude, 14));
    expect(unsaid).toEqual([]);
  });
});

describe('regions beyond a map', () => {
  const { observations, statements, areas } = (() => {
    const files = new Map(packageFiles);
    const edit = (name: string, change: (text: string) => string) =>
      files.set(name, new TextEncoder().encode(change(new TextDecoder().decode(files.get(name)))));
    const novosibirsk =
      'RU-NVS,region,Novosibirsk Oblast,Новосибирская область,Навасібірская вобласць,Novosibirsk,Новосибирская,Навасібірская,55.0415,82.9346,no,,geonames';
    edit('areas.csv', (text) => `${text}${novosibirsk}\n`);
    edit('observations.csv', (text) => text.replace('RU-SPE,2021-01/2021-05,8.1', 'RU-PRI,2021-01/2021-05,8.1'));
    edit('statements.csv', (text) => text.replace('partner_region,sve,RU-SVE', 'partner_region,nvs,RU-NVS'));
    return loadDataset(files, today);
  })();
  const briefing = briefingOf('2021-07', { ...loadDataset(packageFiles, today), observations, statements, areas });

  it.each([
    ['en', 'Outside the map: Primorsky Krai.', 'Outside the map: Novosibirsk Oblast, Primorsky Krai.'],
    ['ru', 'За пределами карты: Приморский край.', 'За пределами карты: Новосибирская область, Приморский край.'],
    ['be', 'За межамі карты: Прыморскі край.', 'За межамі карты: Навасібірская вобласць, Прыморскі край.'],
  ] as const)(
    'are named under it, and not among what its circles and markers show: %s',
    (language, market, partner) => {
      const lines = linesOf(briefing, language);
      expect(lines.filter((line) => line.endsWith(market))).toHaveLength(1);
      expect(lines.filter((line) => line.endsWith(partner))).toHaveLength(1);
      const alternatives = lines.filter((line) => /(Map of|Карта) /.test(line));
      expect(alternatives.join('\n')).not.toMatch(
        /Primorsky|Novosibirsk|Приморский|Новосибирская|Прыморскі|Навасібірская/,
      );
    },
  );
});

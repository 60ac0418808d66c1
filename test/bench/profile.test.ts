import type { Profiler } from 'node:inspector';
import { expect, it } from 'vitest';
import { sharesOf } from '../../bench/profile.ts';

const frame = (functionName: string, url = '') => ({
  functionName,
  url,
  scriptId: '0',
  lineNumber: 0,
  columnNumber: 0,
});
const inProject = (file: string) => `file:///project/functions/${file}`;

/** A profile of a render: the call tree, and the own time of each function in microseconds. */
const profile: Profiler.Profile = {
  startTime: 0,
  endTime: 100,
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 9, 10] },
    { id: 2, callFrame: frame('print', inProject('renderer/renderer.ts')), children: [3, 5, 6] },
    { id: 3, callFrame: frame('paginate', inProject('pdf/layout/paginate.ts')), children: [4] },
    { id: 4, callFrame: frame('layout', 'file:///project/node_modules/fontkit/dist/module.mjs') },
    { id: 5, callFrame: frame('paint', inProject('pdf/paint/paint.ts')), children: [7] },
    { id: 6, callFrame: frame('composeDocument', inProject('document/compose.ts')), children: [8] },
    { id: 7, callFrame: frame('deflateSync', 'node:zlib') },
    { id: 8, callFrame: frame('figureOf', inProject('figures/sheet.ts')) },
    { id: 9, callFrame: frame('(garbage collector)') },
    { id: 10, callFrame: frame('post', 'node:inspector') },
  ],
  samples: [4, 3, 5, 7, 8, 9, 10],
  timeDeltas: [30, 10, 20, 15, 15, 10, 500],
};

it('a profile counts the work of a library as part of the code that called it', () => {
  expect(sharesOf(profile).phases).toEqual({
    figures: 0,
    template: 0.15,
    layout: 0.4,
    paint: 0.2,
    deflate: 0.15,
    garbage: 0.1,
    other: 0,
  });
});

it('a profile lists the functions with the most own time, without the profiler', () => {
  expect(sharesOf(profile, 2).hottest).toEqual([
    { name: 'layout fontkit/dist/module.mjs', share: 0.3 },
    { name: 'paint functions/pdf/paint/paint.ts', share: 0.2 },
  ]);
});

import { describe, expect, it } from 'vitest';
import { type MeasuredTable, splitTable } from '../../functions/pdf/layout/table.ts';

/** A table of figures with a head of 20 points, and a body whose group head and rows have 10 points each. */
function tableOf(rows: number): MeasuredTable {
  const strip = { height: 10, place: () => [] };
  return {
    table: { type: 'table', style: 'figures', heads: [], bodies: [] } as never,
    head: { height: 20, place: () => [] },
    bodies: [{ group: strip, rows: Array.from({ length: rows }, () => strip) }],
  };
}

/** How many rows stand on this page and on the next where this one has room for `room` rows. */
function splitAt(rows: number, room: number) {
  const frame = { x: 48, y: 0, width: 499, foot: 30 + 10 * room, place: null };
  const split = splitTable(tableOf(rows), frame);
  const count = (part: MeasuredTable | null | undefined) => part?.bodies[0]?.rows.length ?? 0;
  return [count(split?.fitting), count(split?.rest)];
}

describe('a table that goes on on the next page', () => {
  it('takes a row along where the last one would stand there alone', () => {
    expect(splitAt(10, 9)).toEqual([8, 2]);
    expect(splitAt(10, 8)).toEqual([8, 2]);
  });

  it('fills its page where more rows follow, and is whole where there is room', () => {
    expect(splitAt(10, 7)).toEqual([7, 3]);
    expect(splitAt(10, 10)).toEqual([10, 0]);
  });

  it('does not leave less than two rows behind', () => {
    expect(splitAt(3, 2)).toEqual([2, 1]);
  });
});

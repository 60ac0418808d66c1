import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../functions/dataset/index.ts';
import { briefingOf } from '../briefings.ts';
import { linesOf } from '../documents.ts';
import { type Bulletins, monthlyPackage } from '../monthly-package.ts';
import { dataset, today } from '../package-files.ts';

/** The ids of the sections of an edition after some bulletins, in order. */
function sectionsAfter(bulletins: Bulletins, edition: string): readonly string[] {
  return sectionsIn(briefingOf(edition, loadDataset(monthlyPackage(bulletins), today)));
}

const ids =
  /^(cover|overview|front|latest|ties|developments|trade|markets|investment|cooperation|notes|proof|months|year|goods|regions|business|documents|record|matrix|publications)$/;

function sectionsIn(briefing: ReturnType<typeof briefingOf>): readonly string[] {
  return [...new Set(linesOf(briefing, 'en').filter((line) => ids.test(line)))];
}

describe('an edition has the pages', () => {
  const record = { from: '2022-01', months: 30, products: 3, regions: 4 };

  it('of the founding article while there is nothing else', () => {
    expect(sectionsIn(briefingOf('2021-07', dataset))[0]).toBe('cover');
  });

  it('of its bulletins while the newest is at most two years old', () => {
    expect(sectionsAfter(record, '2024-08')).toEqual(expect.arrayContaining(['overview', 'months', 'year', 'record']));
    expect(sectionsAfter(record, '2026-06')).toContain('overview');
  });

  it('of what is known latest when bulletins stopped more than two years ago, or never began', () => {
    expect(sectionsAfter(record, '2026-07')).toEqual(expect.arrayContaining(['front', 'latest', 'notes']));
    expect(sectionsAfter(record, '2026-07')).not.toContain('overview');
    expect(sectionsIn(briefingOf('2026-11', dataset))).toContain('front');
  });
});

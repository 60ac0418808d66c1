import { describe, expect, it } from 'vitest';
import { sentenceChanges } from '../../functions/changes/sentence-changes.ts';
import type { Sentence } from '../../functions/document/index.ts';

const at =
  (place: string) =>
  (text: string, finding: Sentence['finding'] = null): Sentence => ({ place, finding, text });
const title = at('months/title');
const item = at('overview/list');

describe('sentences before and after', () => {
  it('a title follows the title of its section, whatever it says', () => {
    const { changed } = sentenceChanges(
      [title('Imports exceeded exports in every month')],
      [title('Deficit widest in five years')],
    );
    const [before, after] = ['Imports exceeded exports in every month', 'Deficit widest in five years'];
    expect(changed).toEqual([{ place: 'months/title', before, after }]);
  });

  it('of several in a list each follows the one from its finding, and not its neighbour', () => {
    const before = [
      item('Exports rose by 3% to USD 100 million.', 'ytd.flows_same'),
      item('One old fact of another kind.'),
    ];
    const after = [
      item('A sentence that nothing before it resembles.'),
      item('Exports fell by 8% to USD 92 million.', 'ytd.flows_same'),
    ];
    expect(sentenceChanges(before, after)).toEqual({
      changed: [{ place: 'overview/list', before: before[0]?.text, after: after[1]?.text }],
      added: [{ place: 'overview/list', text: after[0]?.text }],
      removed: [{ place: 'overview/list', text: before[1]?.text }],
    });
  });

  it('what is only moved, or refers to a note by another number, is not told', () => {
    const before = [item('First.'), item('The base is calculated (notes D3–D5).')];
    const after = [item('The base is calculated (notes D12).'), item('First.')];
    expect(sentenceChanges(before, after)).toEqual({ changed: [], added: [], removed: [] });
  });

  it('a sentence that is said twice and then once has left once', () => {
    const { removed } = sentenceChanges([item('Twice.'), item('Twice.')], [item('Twice.')]);
    expect(removed).toEqual([{ place: 'overview/list', text: 'Twice.' }]);
  });
});

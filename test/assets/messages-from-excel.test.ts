import { expect, it } from 'vitest';
import { readPatterns } from '../../functions/assets/compile-messages.ts';

it('messages that Excel saved, with a byte order mark and Windows line ends, are read like others', () => {
  const csv = 'key,en,ru,be,note\nunit.per_cent,per cent,процент,працэнт,\n';
  const saved = `\uFEFF${csv.replaceAll('\n', '\r\n')}`;
  expect(readPatterns(saved, 'all')).toEqual(readPatterns(csv, 'all'));
});

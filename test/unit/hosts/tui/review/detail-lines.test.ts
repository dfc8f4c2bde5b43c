import { expect, it } from 'vitest';
import { detailLines, unseenLines } from '../../../../../src/hosts/tui/review/detail-lines.ts';
import { otherRegions } from '../../../../../src/review/other-regions.ts';
import { t } from '../../../../../src/text/text.ts';

it('breaks no label inside a word: one that is longer than its column has a line of its own', () => {
  const fact = (name: string, value: string) =>
    [t('{name}', { name }), { text: t('{value}', { value }), value }] as [never, never];
  const facts = [
    fact('aws:MultiFactorAuthPresent', 'true'),
    fact('permissions boundary', 'none'),
    fact('MFA', 'app'),
  ];
  const detail = { title: t('{key}', { key: 'kim' }), sections: [{ facts }] };
  const lines = detailLines(detail, [], 40, () => '');
  expect(
    lines.map((spans) =>
      spans
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    ),
  ).toEqual([
    'kim',
    '',
    'aws:MultiFactorAuthPresent',
    '                  true',
    'permissions       none',
    'boundary',
    'MFA               app',
  ]);
});

it('speaks of keys on the screen alone', () => {
  const one = otherRegions(['eu-west-1']);
  const said = unseenLines([one], 80).flat();
  expect(said.map(({ text }) => text).join(' ')).toContain('Press R');
  expect(one.why.en).not.toContain('Press');
});

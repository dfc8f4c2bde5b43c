import { describe, expect, it } from 'vitest';
import { ansiLine } from '../../../../src/hosts/tui/ansi.ts';
import { span } from '../../../../src/hosts/tui/lines.ts';

const buttons = [span(' Yes ', 'button'), span(' No ')];

describe('a button', () => {
  it('is filled with the accent, and with brackets where there is no colour', () => {
    expect(ansiLine(buttons, { colour: true, unicode: true, links: true })).toBe(
      '\u001b[1;36;7m Yes \u001b[0m No ',
    );
    expect(ansiLine(buttons, { colour: false, unicode: true, links: true })).toBe('[Yes] No ');
  });
});

it('letters are as wide in ASCII as they are in Unicode', () => {
  const line = [span('❯ ● ■ … ✓')];
  expect(ansiLine(line, { colour: true, unicode: false, links: true })).toBe('> * # ~ +');
});

it('a folded chapter looks neither like the chosen line nor like a done step in ASCII', () => {
  const look = { colour: false, unicode: false, links: false };
  expect(ansiLine([span('❯ ✓ ▸ ▾')], look)).toBe('> + = -');
});

import { describe, expect, it } from 'vitest';
import { ansiLine } from '../../../../../src/hosts/tui/ansi.ts';
import { lineWidth } from '../../../../../src/hosts/tui/lines.ts';
import { fewSignalLines } from '../../../../../src/hosts/tui/review/signal-lines.ts';
import type { Signal } from '../../../../../src/review/page.ts';
import { t } from '../../../../../src/text/text.ts';

const ROOM = 40;
const short: Signal = {
  id: 'short',
  grade: 'do',
  text: t('jun has no MFA.'),
  controls: [],
  mend: ['person', 'jun'],
};
const long: Signal = {
  id: 'long',
  grade: 'watch',
  text: t('Network ACLs let the internet through to ports that nobody needs.'),
  controls: [],
};
const plain = { colour: false, unicode: true, links: false };

const said = (signals: Signal[], most: number): string[] => {
  const lines = fewSignalLines(signals, most, ROOM, (words) => words.join(' '));
  for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(ROOM);
  return lines.map((line) => ansiLine(line, plain));
};

describe('signals in few lines', () => {
  const whole = ['! Network ACLs let the internet through', '  to ports that nobody needs.'];
  const cut = '! Network ACLs let the internet through…';

  it('are told whole where there are lines, the first ones first', () => {
    expect(said([long], 2)).toEqual(whole);
    expect(said([long, long], 3)).toEqual([...whole, cut]);
    expect(said([long, long], 9)).toEqual([...whole, ...whole]);
  });

  it('have a line each at the least, and those that find none are left out', () => {
    expect(said([long, long], 2)).toEqual([cut, cut]);
    expect(said([short, long], 1)).toEqual(['✗ jun has no MFA. → person jun']);
    expect(said([long], 0)).toEqual([]);
  });

  it('have their command behind them, or below if a line is left', () => {
    expect(said([{ ...long, mend: ['key', 'x'] }], 2)).toEqual([whole[0], `${whole[1]} → key x`]);
    const mend = ['person', 'jun', '--with-a-long-option'];
    const below = ['✗ jun has no MFA.', '  → person jun --with-a-long-option'];
    expect(said([{ ...short, mend }], 2)).toEqual(below);
    expect(said([{ ...short, mend }], 1)).toEqual(below.slice(0, 1));
  });
});

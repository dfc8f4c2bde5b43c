import { describe, expect, it } from 'vitest';
import type { Row } from '../../../../src/engine/step.ts';
import type { End } from '../../../../src/hosts/end.ts';
import { endLines } from '../../../../src/hosts/tui/end-screen.ts';
import { lineWidth } from '../../../../src/hosts/tui/lines.ts';
import { t } from '../../../../src/text/text.ts';
import { ACCOUNT, row } from '../../../support/reports/sample-rows.ts';

const done = row('secure', {
  handover: [
    [t('your logs'), t('s3://a-bucket/AWSLogs/, last file at noon')],
    [t('no cap'), t('AWS stops nothing')],
  ],
  keepSafe: [t('the second device')],
});
const whole: End = {
  account: { ...ACCOUNT, alias: 'acme' },
  rows: [done, row('attested')],
  isWhole: true,
  changes: 23,
  permanent: 2,
  here: 0,
  ms: 11 * 60_000,
  notes: [],
  commands: [[t('Check again any time:'), 'rootlock status']],
};

const shown = (room: number, given: Partial<End> = {}): string =>
  endLines({ ...whole, ...given }, room)
    .map((line) =>
      line
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    )
    .join('\n');

describe('the end of a walk', () => {
  it('says that the account is safe, and what counts from now on', () => {
    expect(shown(80)).toBe(`
✓ Your account is locked down.                    1234-5678-9012 (acme)   11 min
${'─'.repeat(80)}
  ●●
  1 secure, 1 confirmed by you.                  23 changes, all undoable but 2.

From now on
  your logs  s3://a-bucket/AWSLogs/, last file at noon
  no cap     AWS stops nothing

Keep safe, away from this computer
  the second device

Check again any time: rootlock status`);
  });

  it('counts what was changed on this computer apart', () => {
    expect(shown(80, { changes: 0, here: 1 })).toMatch(/ 1 change on this computer\.\n/);
    expect(shown(80, { changes: 0, here: 2 })).toContain(' 2 changes on this');
    expect(shown(100, { here: 1 })).toContain(' all undoable but 2, and 1 on this computer.\n');
    expect(shown(80, { changes: 0 })).toContain(' Nothing was changed.');
  });

  it.each([80, 60, 40, 24])('fits into %i columns', (columns) => {
    const blocked = row('blocked', { message: t('AWS refuses.'), fix: [t('Ask for it')] });
    const lines = endLines({ ...whole, rows: [done, blocked] }, columns);
    for (const line of lines)
      expect(lineWidth(line), JSON.stringify(line)).toBeLessThanOrEqual(columns);
  });

  it('puts what counts below its label where the label leaves too little room', () => {
    expect(shown(30)).toContain(`
  your logs
    s3://a-bucket/AWSLogs/,
    last file at noon
`);
  });

  it('says what is left, and calls no account safe before that is done', () => {
    const rows: Row[] = [done, row('pending', { title: t('CloudTrail'), status: t('none') })];
    expect(shown(80, { rows })).toMatch(/^\n○ Not locked down yet: 1 of 2 steps/);
    expect(shown(80, { rows })).toContain('\n  ○ CloudTrail: to do; none.');
    expect(shown(80, { rows })).not.toContain('Keep safe');
    expect(shown(80, { isWhole: false })).toMatch(/^\n✓ The chosen steps are done\./);
  });

  it('counts the steps of the title, and optional ones apart', () => {
    const optional = row('pending', { level: 'optional' });
    const rows = [done, row('skipped'), optional];
    expect(shown(80, { rows })).toContain('Not locked down yet: 1 of 2 steps are done.');
    expect(shown(80, { rows })).toContain('\n  1 secure, 1 skipped; optional: 1 to do.');
  });

  it('says what a waiting step waits for before what is there so far', () => {
    const message = t('AWS takes a while to record what you did.');
    const waiting = row('waiting', { message, status: t('nobody has signed in') });
    expect(shown(100, { rows: [done, waiting] })).toContain(
      '\n  · Some step: waiting. AWS takes a while to record what you did. So far: nobody has signed in.\n',
    );
  });

  it('counts optional steps if nothing else was chosen', () => {
    const rows = [row('secure', { level: 'optional' })];
    expect(shown(80, { rows, isWhole: false })).toMatch(/^\n✓ The chosen step is done\./);
  });

  it('in practice speaks of a real account', () => {
    const account = { ...whole.account, practice: true };
    expect(shown(80, { account })).toContain('\nOn a real account, from now on\n');
  });
});

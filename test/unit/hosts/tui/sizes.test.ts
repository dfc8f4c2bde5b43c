import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../../src/engine/secret.ts';
import type { Kind, Question } from '../../../../src/engine/step.ts';
import { t } from '../../../../src/text/text.ts';
import {
  agree,
  codes,
  length,
  name,
  password,
  power,
  visit,
  which,
} from '../../../support/hosts/samples.ts';
import { looked, opened } from '../../../support/tui/asking.ts';
import { account, device, rows } from '../../../support/tui/sample-account.ts';
import { KEY } from '../../../support/tui/screen.ts';

const practice = {
  ...account,
  practice: true,
  endpoint: 'http://127.0.0.1:5555',
  identity: { ...account.identity, expiresAt: new Date(2026, 10, 22, 11, 42) },
};
const next: Question<'select'> = {
  ...which,
  role: 'menu',
  message: t('Where would you like to start?'),
  initial: 'root-mfa',
  choices: rows.map(({ id, title }) => ({ value: id, label: title })),
};
const seed = new Secret('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.repeat(2));
/** By the step that asks; the menu belongs to none. */
const all: [step: string, Question][] = [
  ['', next],
  ['password-policy', length],
  ['admin-user', name],
  ['password-policy', agree],
  ['admin-group', power],
  ['admin-mfa', which],
  ['admin-password', password],
  ['admin-mfa', { ...codes, seed, message: t('First code, then the next') }],
  ['root-mfa', { ...visit, url: device.kind === 'console' ? device.url : '' }],
];
const SIZES = [
  [80, 24],
  [40, 20],
  [64, 21],
  [132, 50],
  [30, 12],
  [20, 8],
] as const;

/** Each screen ends with the keys that answer it. */
const KEYS = /Enter|Esc|y\/n| k |↑↓/;

describe('every screen', () => {
  for (const [columns, lines] of SIZES) {
    it(`fits into ${columns}x${lines}, with the account above and the keys below`, async () => {
      const screen = opened({ columns, rows: lines });
      screen.tui.emit({ type: 'account', account: practice });
      screen.tui.emit({ type: 'rows', rows });
      for (const [n, [step, question]] of all.entries()) {
        const asked = new AbortController();
        const id = `${n} ${question.kind}`;
        const of = step ? { ...question, step } : question;
        const answer = screen.tui.ask(id, of as Question<Kind>, asked.signal);
        answer.catch(() => undefined);
        await screen.shows((shown) => KEYS.test(shown.split('\n').slice(-4).join()));
        await screen.settled();
        const shown = screen.lines();
        expect(shown[0], id).toContain('1234-5678-9012');
        expect(Math.max(...shown.map((line) => stringWidth(line))), id).toBeLessThanOrEqual(
          columns,
        );
        expect(shown.at(-1), id).not.toBe('');
        if (columns >= 40)
          expect(shown.slice(0, 5).join(' '), id).toContain('PRACTICE, nothing is real');
        asked.abort();
        await answer.catch(() => undefined);
      }
    });
  }

  it('names an endpoint that is not AWS', async () => {
    const screen = opened({ columns: 40, rows: 20 });
    screen.tui.emit({ type: 'account', account: practice });
    await screen.shows(/127\.0\.0\.1:5555, which is not\s+AWS/);
  });

  it('without Unicode and colour still has a mark of its own for each state', async () => {
    const screen = looked({ unicode: false, colour: false });
    screen.tui.ask('next', next).catch(() => undefined);
    await screen.shows('Where would you like to start?');
    const marks = screen
      .lines()
      .flatMap((line) => /^ {2}(?: {2}|> )(\S) [A-Z]/.exec(line)?.[1] ?? []);
    expect(marks.join('')).toBe('!oo...ox+~-');
  });

  it('without Unicode has ASCII only', async () => {
    const screen = looked({ unicode: false });
    for (const [n, [step, question]] of all.entries()) {
      const asked = new AbortController();
      const id = `${n} ${question.kind}`;
      const of = step ? { ...question, step } : question;
      const answer = screen.tui.ask(id, of as Question<Kind>, asked.signal);
      answer.catch(() => undefined);
      await screen.shows(KEYS);
      await screen.settled();
      expect(screen.text(), id).toMatch(/^[\n -~]+$/);
      asked.abort();
      await answer.catch(() => undefined);
    }
  });

  it('without colour writes no colour and no weight', async () => {
    const screen = looked({ colour: false });
    void screen.tui
      .ask('password-policy.apply', { ...agree, step: 'password-policy' })
      .catch(() => undefined);
    await screen.shows('Make it?');
    const cells = screen.cells();
    for (let y = 0; y < 24; y++) {
      for (let x = 0; x < 80; x++) {
        const cell = cells.getLine(y)?.getCell(x);
        expect(cell?.isAttributeDefault(), `${x},${y}`).toBe(true);
      }
    }
  });
});

describe('a terminal that changes its size', () => {
  it('is drawn anew in each, nothing of the old left behind, and what was typed stays', async () => {
    const screen = looked();
    const answer = screen.tui.ask('admin-user.name', { ...name, step: 'admin-user' });
    await screen.shows('Which name?');
    screen.type('jun');
    await screen.shows('[ jun ');
    for (const [columns, lines] of [
      [40, 20],
      [100, 40],
      [60, 14],
      [80, 24],
    ] as const) {
      screen.resize(columns, lines);
      await screen.shows((shown) => {
        const at = screen.lines();
        const y = at.findIndex((line) => line.includes('[ jun '));
        const x = (at[y]?.indexOf('jun') ?? 0) + 3;
        return (
          at.length === lines &&
          (at[0] ?? '').includes('1234-5678-9012') &&
          at.slice(-3).join().includes('Esc back') &&
          shown.split('Which name?').length === 2 &&
          screen.cursor().x === x &&
          screen.cursor().y === y
        );
      });
    }
    screen.type(`-a${KEY.enter}`);
    expect(await answer).toBe('jun-a');
  });
});

describe('wide letters', () => {
  it('keep the list and the details apart', async () => {
    const korean = rows.map((row) => ({
      ...row,
      title: t('비밀번호 정책'),
      status: t('기본값: 8자'),
    }));
    const screen = opened();
    screen.tui.emit({ type: 'account', account });
    screen.tui.emit({ type: 'rows', rows: korean });
    void screen.tui
      .ask('password-policy.apply', { ...agree, step: 'password-policy' })
      .catch(() => undefined);
    await screen.shows('Make it?');
    const bars = screen
      .lines()
      .filter((line) => line.includes('│'))
      .map((line) => stringWidth(line.slice(0, line.indexOf('│'))));
    expect(bars.length).toBeGreaterThan(10);
    expect(new Set(bars).size).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import type { Question } from '../../../../src/engine/step.ts';
import { t } from '../../../../src/text/text.ts';
import { looked } from '../../../support/tui/asking.ts';
import { account, device, policy, rows } from '../../../support/tui/sample-account.ts';
import { KEY } from '../../../support/tui/screen.ts';

const open = rows.filter(({ state }) => state === 'pending');
const next: Question<'select'> = {
  kind: 'select',
  role: 'menu',
  message: t('Where would you like to start?'),
  initial: 'password-policy',
  choices: [
    ...open.map(({ id, title }) => ({ value: id, label: title })),
    { value: 'finish', label: t('Finish for now') },
  ],
};

async function glancing(options: Parameters<typeof looked>[0] = {}) {
  const screen = looked(options);
  const answer = screen.tui.ask('next', next);
  answer.catch(() => undefined);
  await screen.shows('Where would you like to start?');
  return { ...screen, answer };
}

describe('the account at a glance', () => {
  it('lists the steps of a chapter with what was seen, and the default is one Enter away', async () => {
    const { answer, type, text } = await glancing();
    expect(text()).toMatch(/❯ ○ Password policy +AWS default: 8 characters/);
    expect(text()).toMatch(/! Root user MFA +off: you turn it on +you, in the browser$/m);
    expect(text()).toContain('Costs cents a month for log storage. Everything else is free.');
    type(KEY.enter);
    expect(await answer).toBe('password-policy');
  });

  it('leaves a step to Rootlock if Rootlock makes its next change', async () => {
    const screen = looked();
    const mixed = rows.map((row) =>
      row.id === 'password-policy' ? { ...row, changes: [policy, device] } : row,
    );
    screen.tui.emit({ type: 'rows', rows: mixed });
    screen.tui.ask('next', next).catch(() => undefined);
    await screen.shows(/○ Password policy +AWS default: 8 characters *$/m);
  });

  it('welcomes before the first menu, where there are lines for it', async () => {
    const first: typeof next = {
      ...next,
      welcome: {
        greeting: t('Welcome.'),
        text: t('Nothing is changed before you say so.'),
        hint: t('There is more.'),
      },
    };
    for (const [lines, isSaid, hasHint] of [
      [24, true, true],
      [18, true, false],
      [10, false, false],
    ] as const) {
      const { tui, shows, text } = looked({ rows: lines });
      tui.ask('next', first).catch(() => undefined);
      await shows('Where would you like to start?');
      expect(text().includes('Welcome. Nothing is changed before you say so.')).toBe(isSaid);
      expect(text().includes('There is more.')).toBe(hasHint);
      expect(text()).toContain('❯ ○ Password policy');
    }
  });

  it('shows a dot for each step of the chapters that are folded, and what is left of them', async () => {
    const { text } = await glancing({ rows: 17 });
    expect(text()).toMatch(/▾ Root and administrator +○+ +\d left/);
    expect(text()).toMatch(/▸ Money +●● +done$/m);
    expect(text()).toMatch(/▸ Last: root access keys +○ +1 skipped$/m);
  });

  it('opens every chapter where there is room, also where no step is chosen', async () => {
    const { text } = await glancing({ rows: 40 });
    expect(text()).toMatch(/▾ Money +●● +done\n {4}✓ Billing alerts +jun@acme/);
    const { tui, shows, text: end } = looked();
    tui.ask('next', { ...next, initial: 'finish' }).catch(() => undefined);
    await shows('❯ Finish for now');
    expect(end()).toContain('○ Password policy');
  });

  it('a chapter opens and folds by the arrow keys, and Enter starts its first step', async () => {
    const { answer, type, shows, text } = await glancing();
    type(KEY.left);
    await shows(/❯ Root and administrator +○+ +\d left/);
    expect(text()).not.toContain('Password policy  ');
    await shows('Enter start Root user MFA');
    type(KEY.right);
    await shows('❯ ! Root user MFA');
    type(KEY.left + KEY.enter);
    expect(await answer).toBe('root-mfa');
  });

  it('a chapter that is folded is one line to go past', async () => {
    const { type, shows } = await glancing();
    type(KEY.left + KEY.down);
    await shows('❯ ✗ CloudTrail');
    type(KEY.up + KEY.up);
    await shows('❯ Root and administrator');
  });

  it('beside a step, folds the other chapters, and keeps the step in sight', async () => {
    const { type, shows, text } = await glancing({ rows: 15 });
    type(KEY.down + KEY.right);
    await shows('❯ ○ Administrator group');
    expect(text()).toMatch(/^ Money +✓ *│/m);
    type(KEY.down.repeat(6));
    await shows('❯ ✓ Billing alerts');
    expect(text()).toMatch(/^ Root and administrator +0\/6 *│/m);
    expect(text()).not.toContain('Administrator group');
  });

  it('says what is unusual even where there is room for nothing else', async () => {
    const clock = t('The clock of this computer is 10 minutes behind that of AWS.');
    const screen = looked({ rows: 14 });
    screen.tui.emit({ type: 'account', account: { ...account, notices: [clock] } });
    screen.tui.ask('next', next).catch(() => undefined);
    await screen.shows('! The clock of this computer is 10 minutes behind');
    expect(screen.text()).toMatch(/❯ ○ Password policy/);
    expect(screen.text()).not.toContain('Costs cents');
  });

  it.each([80, 60, 40])('says how far it is in %d columns, in practice too', async (columns) => {
    const screen = looked({ columns });
    screen.tui.emit({ type: 'account', account: { ...account, practice: true } });
    screen.tui.ask('next', next).catch(() => undefined);
    await screen.shows('Where would you like to start?');
    expect(screen.text()).toMatch(/ 2 of 10$/m);
  });

  it('leaves out the costs first where lines are few', async () => {
    const { text } = await glancing({ rows: 15 });
    expect(text()).not.toContain('Costs cents');
    expect(text()).toContain('Where would you like to start?');
  });

  it('a key shows the details of a step: why, cost, and what would change', async () => {
    const { answer, type, shows } = await glancing();
    type(KEY.down + KEY.right);
    await shows('Make all members of ops administrators: jun,');
    await shows(/Administrator group +free/);
    await shows('2 of 10');
    type(KEY.left);
    await shows('Where would you like to start?');
    type(KEY.enter);
    expect(await answer).toBe('admin-group');
  });

  it('a step that cannot start says why', async () => {
    const { type, shows, text } = await glancing();
    type(KEY.down + KEY.down);
    await shows('❯ · Administrator ');
    type(KEY.enter);
    await shows('! This cannot start yet.');
    // The card says why, and the refusal does not say it again.
    expect(text().match(/After Administrator/g)).toHaveLength(1);
  });

  it('Enter on what cannot be chosen says why', async () => {
    const { type, shows } = await glancing();
    type(KEY.up.repeat(20) + KEY.down.repeat(8) + KEY.right);
    await shows('❯ ✓ Billing alerts');
    type(KEY.enter);
    await shows('! Nothing is left to do here.');
    type(KEY.down + KEY.down);
    await shows('State: skipped');
    type(KEY.enter);
    await shows('! You left this out with --skip.');
  });

  it('says of what is optional that it is, however little room there is', async () => {
    for (const columns of [64, 40]) {
      const { text } = await glancing({ columns });
      expect(text()).toMatch(/○ Sign-in URL .*optional$/m);
    }
  });

  it('cuts no title, for a cut one may read like another', async () => {
    const { text } = await glancing({ columns: 40 });
    for (const { title } of rows.slice(0, 5)) expect(text()).toContain(title.en);
  });

  it('a blocked step says who must do what', async () => {
    const { type, shows } = await glancing();
    type(KEY.down.repeat(6) + KEY.right);
    await shows('State: blocked');
    await shows('AWS refuses cloudtrail:DescribeTrails.');
    await shows('What to do: Sign in as the root user');
  });

  it('the last line of the list ends the walk', async () => {
    const { answer, type, shows } = await glancing();
    type(KEY.down.repeat(20) + KEY.right);
    await shows('This ends the run. What is done stays done;');
    type(KEY.enter);
    expect(await answer).toBe('finish');
  });

  it('shows every change on a key, and their commands in a step', async () => {
    const { type, shows } = await glancing();
    type('d');
    await shows('You do this in the AWS console: Switch on MFA');
    await shows(/… \d+ more lines ↓/);
    type(KEY.pageDown);
    await shows('Delete the device that ends in WXYZ');
    type(KEY.escape);
    await shows('Where would you like to start?');
  });

  it('explains its words, its marks and its keys', async () => {
    const { type, shows } = await glancing();
    type('?');
    await shows('Ctrl-S skip');
    await shows(/! +you do this in the AWS console/);
    type(KEY.pageDown);
    await shows('The root user owns the account');
    await shows('An IAM user is');
    await shows('MFA asks for a second proof');
    type('?');
    await shows('Where would you like to start?');
  });

  it('goes to its first line and to its last', async () => {
    const { type, shows } = await glancing();
    type(KEY.end);
    await shows(/❯ Finish for now/);
    type(KEY.home);
    await shows('❯ ! Root user MFA');
  });

  it('offers no skip and no back, for there is no step', async () => {
    const { answer, type, text } = await glancing();
    expect(text()).not.toMatch(/s skip|b back/);
    type('sb');
    type('q');
    await expect(answer).rejects.toMatchObject({ to: 'quit' });
  });
});

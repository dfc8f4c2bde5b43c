import { describe, expect, it } from 'vitest';
import { executeRun } from '../../../src/app/execute-run.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Change, Computer, Host } from '../../../src/engine/step.ts';
import { headlessHost } from '../../../src/hosts/headless.ts';
import { exitCode } from '../../../src/reports/exit-code.ts';
import { report } from '../../../src/reports/json-report.ts';
import { folderAt } from '../../../src/state/folder.ts';
import { t } from '../../../src/text/text.ts';
import { type FakeRun, fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { inOneChapter } from '../../support/engine/in-one-chapter.ts';
import { threeLevels } from '../../support/engine/three-levels.ts';
import { converse } from '../../support/hosts/conversation.ts';
import { opened } from '../../support/tui/asking.ts';
import { account } from '../../support/tui/sample-account.ts';
import { KEY } from '../../support/tui/screen.ts';

const PLAIN = { all: false, chosen: false, playbook: false };
const ALL = { ...PLAIN, all: true };
const heldLock = { unlock: async () => undefined, lost: new Promise<never>(() => undefined) };
const statesIn = (rows: { id: string; state: string }[]) =>
  Object.fromEntries(rows.map(({ id, state }) => [id, state]));

/** Takes a fake account through a step of each level, with this host. */
const executed = (
  run: FakeRun,
  host: Host,
  mode: 'unattended' | 'interactive',
  answers = {},
  chapters = threeLevels(),
) =>
  executeRun({
    chapters,
    context: { ...run.context, host, interactive: mode === 'interactive', folder: folderAt('/') },
    heldLock,
    mode,
    answers,
    yes: true,
  });

describe('an unattended run', () => {
  async function unattended(
    answers: Record<string, unknown>,
    run = fakeRun(),
    chapters = threeLevels(),
  ) {
    const { host, said } = converse();
    const headless = headlessHost({ emit: host.emit, answers, yes: true });
    const outcome = await executed(run, headless, 'unattended', answers, chapters);
    return { ...outcome, said: said(), json: report(account, outcome.rows, outcome) };
  }

  it('leaves out a step that would run a command on this computer, whatever the answers file says', async () => {
    const run = fakeRun({ computer: {} as Computer });
    const command: Change = { kind: 'local', id: 'run', summary: t('Run it'), argv: ['git'] };
    const plan = () => [command];
    const chapters = inOneChapter([
      fakeStep('a', { level: 'optional', onComputer: true, plan }),
      fakeStep('b'),
    ]);
    const { rows, json } = await unattended({ 'a.apply': true, 'a.run': 0 }, run, chapters);
    expect(statesIn(rows)).toEqual({ a: 'skipped', b: 'secure' });
    expect([run.asked, exitCode(rows, PLAIN), json.secure]).toEqual([[], 0, true]);
  });

  it('leaves out a step that lacks an answer, names it, and lets what needs it wait', async () => {
    const run = fakeRun();
    const { rows, unanswered, said, json } = await unattended({}, run);
    expect(statesIn(rows)).toEqual({ a: 'secure', b: 'skipped', c: 'skipped', d: 'waiting' });
    expect([unanswered, run.sent]).toEqual([[], ['a']]);
    expect(said).toContain('step b (recommended): skipped; 0 times. Skipped: no answer to b.name.');
    expect(said).toContain('step c (optional): skipped; 0 times. Skipped: no answer to c.name.');
    expect(said).toContain('step d (recommended): waiting. After step b. So far: 0 times.');
    expect([json.secure, json.complete, json.missing]).toEqual([true, false, undefined]);
    expect(json.steps.map(({ level, optional, missing }) => [level, optional, missing])).toEqual([
      ['essential', false, undefined],
      ['recommended', true, ['b.name']],
      ['optional', true, ['c.name']],
      ['recommended', true, undefined],
    ]);
    expect([exitCode(rows, PLAIN), exitCode(rows, ALL)]).toEqual([0, 2]);
  });

  it('makes what has its answers, also if it is recommended or optional', async () => {
    const run = fakeRun();
    const { rows, json } = await unattended({ 'b.name': 'x', 'c.name': 'y' }, run);
    expect(run.sent).toEqual(['a', 'b', 'c', 'd']);
    expect([json.secure, json.complete]).toEqual([true, true]);
    expect([exitCode(rows, PLAIN), exitCode(rows, ALL)]).toEqual([0, 0]);
  });

  it('makes an optional step that costs money only if the answers agree to it', async () => {
    const priced = threeLevels().map((chapter) => ({
      ...chapter,
      steps: chapter.steps.map((step) => ({ ...step, cost: t('$2 a month') })),
    }));
    const answers = { 'b.name': 'x', 'c.name': 'y' };
    const refused = await unattended(answers, fakeRun(), priced);
    expect(statesIn(refused.rows)).toMatchObject({ a: 'secure', b: 'secure', c: 'skipped' });
    expect(refused.said).toContain('Skipped: no answer to c.apply.');
    const agreed = await unattended({ ...answers, 'c.apply': true }, fakeRun(), priced);
    expect(statesIn(agreed.rows).c).toBe('secure');
  });

  it('is complete without what is optional', async () => {
    const { rows, json } = await unattended({ 'b.name': 'x' });
    expect(statesIn(rows).c).toBe('skipped');
    expect([json.complete, exitCode(rows, ALL)]).toEqual([true, 0]);
  });

  it('sends nothing if a question that is still to come refuses its answer', async () => {
    const run = fakeRun();
    const refused = unattended({ 'b.name': 'x', 'c.name': 7 }, run);
    await expect(refused).rejects.toThrow('The answer to "c.name" is not valid. Enter text.');
    expect(run.sent).toEqual([]);
  });

  it('sends nothing if an essential answer is missing', async () => {
    const run = fakeRun({ trusted: false });
    const { unanswered, said } = await unattended({}, run);
    expect([unanswered, run.sent]).toEqual([['account'], []]);
    expect(said).toContain('Skipped: no answer to b.name, account.');
  });

  it('ends well if only what is not essential is open in an account that nobody confirmed', async () => {
    const run = fakeRun({ trusted: false, account: { a: 1 } });
    const { rows, unanswered } = await unattended({ 'b.name': 'x' }, run);
    expect([unanswered, run.sent, exitCode(rows, PLAIN)]).toEqual([[], [], 0]);
    expect(rows.map((row) => row.unanswered)).toEqual([
      undefined,
      ['account'],
      ['c.name', 'account'],
      ['account'],
    ]);
  });

  it('goes on after a recommended step that AWS refuses, and ends as secure', async () => {
    const run = fakeRun();
    const { send } = run.context;
    run.context.send = ((request) => {
      const { GroupName } = request.input as { GroupName: string };
      if (GroupName === 'b') throw new Blocked(t('no'), [t('ask')]);
      return send(request);
    }) as typeof send;
    const { rows, said } = await unattended({ 'b.name': 'x', 'c.name': 'y' }, run);
    expect(statesIn(rows)).toEqual({ a: 'secure', b: 'blocked', c: 'secure', d: 'waiting' });
    expect(said).toContain('step b (recommended): blocked; 0 times. no.\nWhat to do: ask.');
    expect([exitCode(rows, PLAIN), exitCode(rows, ALL)]).toEqual([0, 3]);
    expect(exitCode(rows, { all: false, chosen: true, playbook: false })).toBe(3);
  });
});

it('a person is asked where to start while nobody has looked at what an essential step needs', async () => {
  const steps = [
    fakeStep('a', { needs: ['c'] }),
    fakeStep('b'),
    fakeStep('c', { level: 'optional' }),
  ];
  const run = fakeRun({ ask: (id) => (id === 'next' ? 'finish' : undefined) });
  const host: Host = { ...run.context.host, fills: true };
  const { rows } = await executed(run, host, 'interactive', {}, inOneChapter(steps));
  expect(statesIn(rows)).toEqual({ a: 'waiting', b: 'pending', c: 'pending' });
});

it('in sentences, a person walks every level, and hears which is which', async () => {
  const run = fakeRun();
  const { host, replies, said } = converse();
  const walking = executed(run, host, 'interactive');
  await replies('Where would you like to start?', '');
  await replies('Make these changes?', '');
  await replies('name of b?', 'x');
  await replies('Make these changes?', '');
  await replies('name of c?', ':skip');
  await replies('Make these changes?', '');
  await replies('Your account is locked down.', '');
  const { rows } = await walking;
  expect(statesIn(rows)).toEqual({ a: 'secure', b: 'secure', c: 'skipped', d: 'secure' });
  expect(said()).toContain('The first chapter (0 of 1 done):\nstep a: to do; 0 times.\n');
  expect(said()).toContain('More chapters (0 of 2 done):\nstep b (recommended): to do;');
  expect(said()).toContain('step c (optional): skipped; 0 times.');
  expect([exitCode(rows, PLAIN), exitCode(rows, ALL)]).toEqual([0, 0]);
});

it('on the screen, a person walks every level, and sees which is which and how far it is', async () => {
  const run = fakeRun();
  const { tui, type, shows, text } = opened();
  tui.emit({ type: 'account', account });
  const walking = executed(run, tui, 'interactive');
  await shows('Where would you like to start?');
  expect(text()).toMatch(/ The first chapter +○ +1 to do\n +❯ ○ step a +0 times\n/);
  expect(text()).toMatch(/ More chapters +○○ +2 left\n +○ step b +0 times +recommended\n/);
  expect(text()).toMatch(
    / step c +0 times +optional\n +· step d +0 times\. After step b\. +recommended\n/,
  );
  expect(text()).toContain('0 of 3');
  type(KEY.enter);
  await shows(/do a\b[\s\S]*Make this change/);
  type(KEY.enter);
  await shows('name of b?');
  expect(text()).toContain('step b (recommended)');
  expect(text()).toContain('1 of 3');
  type('x');
  await shows(/do b\b[\s\S]*\[ x [\s\S]*Make this change/);
  type(KEY.enter);
  await shows('name of c?');
  expect(text()).toContain('step c (optional)');
  expect(text()).toContain('2 of 3');
  type('y');
  await shows(/do c\b[\s\S]*\[ y [\s\S]*Make this change/);
  type(KEY.enter);
  await shows(/do d\b[\s\S]*Make this change/);
  type(KEY.enter);
  expect(statesIn((await walking).rows)).toEqual({
    a: 'secure',
    b: 'secure',
    c: 'secure',
    d: 'secure',
  });
});

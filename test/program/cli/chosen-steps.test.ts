import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { practiceHome, run } from '../../support/program/program.ts';
import { reportOf, statesOf } from '../../support/program/report.ts';

/** Answers for nothing: each step asks in vain. */
const NO_ANSWERS = JSON.stringify({ account: '111122223333', answers: {} });

describe('the choice of steps', () => {
  it('leaves out what is not essential and lacks its answer, and names it', async () => {
    const home = practiceHome();
    writeFileSync(join(home, 'answers.json'), NO_ANSWERS);
    const args = ['--practice', '--answers', 'answers.json', '--only', 'sign-in-url'];
    const { code, out } = await run(args, { home });
    expect(code).toBe(0);
    expect(out).toContain('Skipped: no answer to sign-in-url.alias.');
    const [step] = reportOf(await run([...args, '--json'], { home })).steps;
    expect(step).toMatchObject({ state: 'skipped', missing: ['sign-in-url.alias'] });
  });

  it('shows and counts only the steps of --only', async () => {
    const home = practiceHome();
    const args = ['--practice', '--only', 'password-policy', '--json'];
    const ended = await run(args, { home });
    expect([ended.code, statesOf(reportOf(ended))]).toEqual([0, { 'password-policy': 'secure' }]);
    const rest = statesOf(reportOf(await run(['status', '--practice', '--json'], { home })));
    expect(rest['admin-group']).toBe('pending');
  });

  it('does not walk the steps that those of --only need', async () => {
    const ended = await run(['--practice', '--only', 'admin-user', '--json']);
    expect([ended.code, statesOf(reportOf(ended))]).toEqual([2, { 'admin-user': 'waiting' }]);
  });

  it('takes several ids, with commas or with one flag each', async () => {
    const expected = ['password-policy', 'admin-group'];
    for (const args of [
      ['--only', 'admin-group,password-policy'],
      ['--only', 'admin-group', '--only=password-policy'],
    ]) {
      const { steps: rows } = reportOf(await run(['status', '--practice', '--json', ...args]));
      expect(rows.map(({ id }) => id)).toEqual(expected);
    }
  });

  it('takes chapters beside steps, and may leave out a step of a chapter', async () => {
    const args = ['--only', 'admin-group,money', '--skip', 'billing-console'];
    const { steps: rows } = reportOf(await run(['status', '--practice', '--json', ...args]));
    expect(rows.map(({ id, chapter, state }) => [chapter, id, state])).toEqual([
      ['administrator', 'admin-group', 'pending'],
      ['money', 'billing-alerts', 'pending'],
      ['money', 'billing-console', 'skipped'],
      ['money', 'cost-anomalies', 'pending'],
    ]);
  });

  it('walks a chapter of --only, and leaves one of --skip alone', async () => {
    const home = practiceHome();
    const money = await run(['--practice', '--only', 'money', '--json'], { home });
    expect([money.code, statesOf(reportOf(money))]).toEqual([
      0,
      {
        'billing-alerts': 'secure',
        'billing-console': 'attested',
        'cost-anomalies': 'secure',
      },
    ]);
    const rest = await run(['--practice', '--skip', 'administrator,money', '--json'], { home });
    expect(statesOf(reportOf(rest))).toMatchObject({
      'password-policy': 'skipped',
      'billing-alerts': 'secure',
      cloudtrail: 'secure',
      'root-keys': 'waiting',
    });
  });

  it('leaves a step of --skip alone, and steps that need it wait', async () => {
    const ended = await run(['--practice', '--skip', 'admin-group', '--json']);
    const states = statesOf(reportOf(ended));
    expect(ended.code).toBe(2);
    expect(states).toMatchObject({
      'password-policy': 'secure',
      'admin-group': 'skipped',
      'admin-user': 'waiting',
    });
  });
});

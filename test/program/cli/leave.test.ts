import { describe, expect, it } from 'vitest';
import { emptyFolder, run } from '../../support/program/program.ts';
import { reportOf } from '../../support/program/report.ts';

const statesIn = (report: ReturnType<typeof reportOf>) =>
  Object.fromEntries(report.steps.map(({ id, state }) => [id, state]));

describe('person --leave in practice', () => {
  it('shows everything, takes all away, and finds nothing more to do', async () => {
    const home = emptyFolder();
    const look = await run(['person', 'kim', '--leave', '--practice=busy', '--dry-run', '--json'], {
      home,
    });
    const shown = reportOf(look);
    expect([look.code, look.err, shown.playbook]).toEqual([
      2,
      '',
      { command: 'person --leave', subject: 'kim' },
    ]);
    expect(statesIn(shown)).toMatchObject({
      'leave-credentials': 'pending',
      'leave-user': 'waiting',
    });
    const walked = await run(['person', 'kim', '--leave', '--practice', '--yes'], { home });
    expect([walked.code, walked.err]).toEqual([0, '']);
    expect(walked.out).toContain('Nobody gets in as kim any more.');
    expect(walked.out).toMatch(/role release: +trusts kim by name/);
    const again = await run(
      ['person', 'KIM', '--leave', '--practice', '--dry-run', '--lang', 'ko'],
      { home },
    );
    expect([again.code, again.err]).toEqual([0, '']);
    expect(again.out).toContain('KIM 사용자 없음');
  });

  it('takes nobody from the root user, and has permissions of its own', async () => {
    const root = await run(['person', 'root', '--leave', '--practice=busy', '--yes']);
    expect([root.code, root.out]).toEqual([64, '']);
    expect(root.err).toContain('The root user cannot leave');
    const { code, out } = await run(['permissions', 'person', '--leave']);
    const { Statement } = JSON.parse(out);
    expect([code, Statement[1].Action]).toEqual([
      0,
      expect.arrayContaining(['iam:DeleteAccessKey']),
    ]);
    expect(Statement[1].Action).not.toContain('iam:CreateUser');
    const stray = await run(['permissions', '--leave']);
    expect([stray.code, stray.err]).toEqual([
      64,
      expect.stringContaining('--leave goes with person alone.'),
    ]);
  });
});

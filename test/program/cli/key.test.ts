import { expect, it } from 'vitest';
import { emptyFolder, run } from '../../support/program/program.ts';

it('rootlock key gives a program a key, and says so again without another one', async () => {
  const home = emptyFolder();
  const made = await run(['key', 'backup', '--practice', '--yes'], { home });
  expect([made.code, made.err]).toEqual([0, '']);
  expect(made.out).toContain('The key of backup works.');
  const [id = ''] = /AKIA\w{16}/.exec(made.out) ?? [];
  const again = await run(['key', 'BACKUP', '--practice', '--yes', '--json'], { home });
  const { playbook, secure, steps } = JSON.parse(again.out);
  expect([playbook, secure]).toEqual([{ command: 'key', subject: 'BACKUP' }, true]);
  expect(steps[2].evidence.keys).toEqual([expect.objectContaining({ key: id, active: true })]);
  const { out } = await run(['permissions', 'key']);
  expect(out).toContain('iam:CreateAccessKey');
  expect(out).not.toContain('iam:CreateLoginProfile');
});

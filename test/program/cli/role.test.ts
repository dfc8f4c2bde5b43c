import { expect, it } from 'vitest';
import { emptyFolder, run } from '../../support/program/program.ts';

it('rootlock role makes a role, gives it to an instance, and says how to launch others with it', async () => {
  const home = emptyFolder();
  const words = ['role', 'web', '--for', 'ec2', '--instance', 'i-0a1b2c3d4e5f60718', '--practice'];
  const made = await run([...words, '--yes'], { home });
  expect([made.code, made.err]).toEqual([0, '']);
  expect(made.out).toContain('The role web is ready: no key is needed.');
  expect(made.out).toContain('IAM instance profile > web');
  expect(made.out).toContain('role web --for ec2 --instance i-0a1b2c3d4e5f60718 --dry-run');
  const again = await run([...words, '--yes', '--json'], { home });
  const { playbook, secure, steps } = JSON.parse(again.out);
  expect([playbook, secure]).toEqual([{ command: 'role', subject: 'web' }, true]);
  expect(steps[3].evidence).toEqual({
    instance: 'i-0a1b2c3d4e5f60718',
    given: true,
    imdsV1: false,
  });
});

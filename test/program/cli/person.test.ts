import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, run, stateFiles } from '../../support/program/program.ts';

const json = async (args: string[], home: string) => {
  const { code, out, err } = await run([...args, '--practice', '--json'], { home });
  const { playbook, secure, missing, steps } = JSON.parse(out);
  return {
    code,
    err,
    playbook,
    secure,
    missing,
    states: steps.map(({ state }: { state: string }) => state),
    plans: steps.flatMap(({ changes }: { changes: { summary: string }[] }) =>
      changes.map(({ summary }) => summary),
    ),
  };
};

it('rootlock person makes a way in for somebody, and proposes nothing of it for anybody else', async () => {
  const home = emptyFolder();
  const file = join(home, 'answers.json');
  const answers = { 'person-group.job': 'Billing', 'person-mfa.device': 'app' };
  writeFileSync(file, JSON.stringify({ account: '111122223333', answers }));
  const planned = await json(['person', 'kim', '--dry-run', '--answers', file], home);
  expect(planned).toMatchObject({
    code: 2,
    playbook: { command: 'person', subject: 'kim' },
    secure: false,
    states: ['pending', 'waiting', 'waiting', 'waiting'],
  });
  expect(planned.plans).toContain('Add kim to the group Billing');
  // Only a person can scan the code and keep the password.
  const unattended = await json(['person', 'kim', '--answers', file], home);
  expect([unattended.code, unattended.states]).toEqual([
    3,
    ['secure', 'secure', 'blocked', 'waiting'],
  ]);
  const all = await run(['person', 'kim', '--practice', '--yes'], { home });
  expect([all.code, all.err]).toEqual([0, '']);
  expect(all.out).toContain('kim can sign in.');
  expect(all.out).toContain('To hand over to kim');
  expect(all.out).toContain('https://111122223333.practice.invalid/console');
  const lee = await json(['person', 'lee', '--dry-run'], home);
  expect(lee.plans).toContain('Add lee to the group Developers');
  const kept = Object.entries(stateFiles(home)).filter(([name]) => name.endsWith('book.json'));
  for (const [, text] of kept) expect(text).not.toContain('kim');
});

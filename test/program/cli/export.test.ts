import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, run, stateFiles } from '../../support/program/program.ts';

describe('export', () => {
  it('writes what is in place, in each form, beside nothing of another day, and changes nothing', async () => {
    const home = emptyFolder();
    await run(
      ['--practice', '--yes', '--only', 'password-policy,admin-group,admin-user,cloudtrail'],
      { home },
    );
    const before = stateFiles(home);
    const terraform = await run(['export', 'infra', '--terraform', '--practice'], { home });
    expect([terraform.code, terraform.err]).toEqual([0, '']);
    expect(terraform.out).toContain('Written: infra/rootlock.tf.json');
    const file = join(home, 'infra/rootlock.tf.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    const { resource } = JSON.parse(text);
    expect(Object.keys(resource)).toEqual(
      expect.arrayContaining(['aws_iam_user', 'aws_cloudtrail', 'aws_s3_bucket_policy']),
    );
    // Half done: there is no topic yet, and no budget.
    expect(Object.keys(resource)).not.toEqual(expect.arrayContaining(['aws_sns_topic']));

    const again = await run(['export', 'infra', '--terraform', '--practice'], { home });
    expect([again.code, again.out]).toEqual([64, '']);
    expect(again.err).toBe(
      'infra/rootlock.tf.json exists. Name another folder, or remove it first.\n',
    );
    expect(readFileSync(file, 'utf8')).toBe(text);

    const stacks = await run(
      ['export', 'infra', '--cloudformation', '--practice', '--json', '--lang', 'ko'],
      { home },
    );
    const told = JSON.parse(stacks.out);
    expect([stacks.code, told.format, told.unread]).toEqual([0, 'cloudformation', []]);
    expect(told.files).toContain('infra/rootlock-us-east-1.template.json');
    expect(told.leftOut).toContainEqual({
      what: '암호 정책',
      why: 'CloudFormation에 그런 리소스가 없습니다',
    });
    const script = await run(['export', 'infra', '--script', '--practice'], { home });
    expect([script.code, script.err]).toEqual([0, '']);
    // A pasted line of the practice account must lead nowhere.
    const lines = readFileSync(join(home, 'infra/rootlock.sh'), 'utf8').split('\n');
    const calls = lines.filter((line) => /^run aws |\$\(aws /.test(line));
    expect(calls.length).toBeGreaterThan(8);
    expect(
      calls.filter((line) => !line.includes('--endpoint-url https://practice.invalid')),
    ).toEqual([]);
    expect(stateFiles(home)).toEqual(before);
  });

  it.each([
    [['export']],
    [['export', 'infra']],
    [['export', '--terraform']],
    [['export', 'infra', '--terraform', '--script']],
  ])('asks for one folder and one form: %j', async (args) => {
    const { code, err } = await run([...args, '--practice'], { home: emptyFolder() });
    expect([code, err]).toEqual([64, expect.stringContaining('Name a folder and one form')]);
  });

  it('names a file that is in the place of the folder', async () => {
    const home = emptyFolder();
    writeFileSync(join(home, 'infra'), '');
    const { code, err } = await run(['export', 'infra', '--script', '--practice'], { home });
    expect([code, err]).toEqual([64, 'infra is no folder that can be read.\n']);
    expect(readdirSync(home)).toContain('infra');
  });
});

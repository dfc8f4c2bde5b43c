import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, run, stateFiles } from '../../support/program/program.ts';

describe('help and version', () => {
  it('--help shows each option and command on standard output', async () => {
    const { code, out, err } = await run(['--help']);
    expect([code, err]).toEqual([0, '']);
    const options = ['dry-run', 'practice[=<how>]', 'profile', 'region', 'endpoint-url', 'only'];
    options.push(
      'skip',
      'answers',
      'yes',
      'all',
      'json',
      'plain',
      'lang',
      'verbose',
      'version',
      'help',
    );
    for (const option of options) expect(out).toContain(`--${option}`);
    for (const command of ['status', 'receipt', 'permissions']) {
      // What it does stands beside a short path, and below a long one.
      expect(out).toMatch(new RegExp(`cli\\.js ${command}(\n| +\\S)`));
    }
    for (const code of [0, 1, 2, 3, 64, 130])
      expect(out).toMatch(new RegExp(`^  ${code} +\\S`, 'm'));
    // A command is never broken, and this one has a path of any length.
    const others = out.split('\n').filter((line) => !line.includes('cli.js'));
    for (const line of others) expect(line.length).toBeLessThanOrEqual(80);
  });

  it.each(['status', 'receipt', 'permissions'])(
    'help %s shows its own options and an example',
    async (command) => {
      const { code, out, err } = await run(['help', command]);
      expect([code, err]).toEqual([0, '']);
      const following = command === 'permissions' ? ' [command]' : '';
      expect(out).toContain(`cli.js ${command}${following} [options]\n`);
      expect(out).toMatch(new RegExp(`Examples:\\n  node \\S+cli.js ${command} `));
      expect(out.includes('--only')).toBe(command === 'status');
      expect(await run([command, '--help'])).toMatchObject({ code: 0, out });
    },
  );

  it('help names the program as it was started, and what npm start cannot do by its file', async () => {
    const { out } = await run(['help'], { env: { npm_lifecycle_event: 'start' } });
    expect(out).toContain('Usage: npm start -- [command] [options]');
    expect(out).toContain('npm start -- status');
    expect(out).toMatch(/node \S+cli\.js sign-in/);
    expect(out).toMatch(/node \S+cli\.js --profile work/);
    expect(out).not.toContain('rootlock ');
  });

  it('help without a command is --help', async () => {
    const { out } = await run(['--help']);
    expect(await run(['help'])).toMatchObject({ code: 0, out });
  });

  it('--version shows the version alone', async () => {
    const { code, out, err } = await run(['--version']);
    expect([code, out, err]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/), '']);
  });
});

describe('a command line that makes no sense is refused in one sentence with exit code 64', () => {
  const cases: [string[], string][] = [
    [['--nope'], 'There is no option --nope.'],
    [['--dryrun'], 'There is no option --dryrun. Did you mean --dry-run?'],
    [['stauts'], 'There is no command stauts. Did you mean status?'],
    [['help', 'nope'], 'There is no command nope. Commands: '],
    [['permissions', '--only', 'money'], 'cli.js help permissions" shows what is.'],
    [['receipt', '--yes'], '--yes is not for receipt.'],
    [['status', '--yes'], '--yes is not for status.'],
    [['status', '--practice', '--dry-run'], '--dry-run is not for status.'],
    [['--nope=1'], 'There is no option --nope.'],
    [['-x'], 'There is no option -x.'],
    [['--yes=1'], 'There is no option --yes=1.'],
    [
      ['walk'],
      'There is no command walk. Commands: person, key, role, review, report, export, status, receipt, permissions, sign-in, sign-out.',
    ],
    [['status', 'receipt'], 'Use one command at a time.'],
    [['person', 'kim', 'lee'], 'One name at a time.'],
    [['person', 'kim lee', '--dry-run'], 'kim lee: Use only A-Z, a-z, 0-9'],
    [['person'], 'Name them: '],
    [['person', '--yes', '--practice'], 'Name them: '],
    [['person', 'kim', '--only', 'money'], 'There is no step or chapter money. Chapters: person.'],
    [['person', 'kim', '--all'], '--all goes with status alone.'],
    [['role', 'web'], 'add --for ec2'],
    [['role', 'web', '--for', 'rds'], '--for takes only ec2, not rds.'],
    [['role', 'web', '--for', 'ec2', '--instance', 'web-1'], 'web-1 is not the id of an instance'],
    [
      ['permissions', 'receipt'],
      'permissions takes one of person, key, role, status, review, report, export, not receipt.',
    ],
    [['permissions', 'review', '--leave'], 'leave'],
    [['--practice=maybe'], '--practice takes one of keep, fresh, project, busy, not maybe.'],
    [['--lang', 'xx'], '--lang takes one of en, ko, not xx.'],
    [['--profile'], '--profile <name> needs a value.'],
    [['report', '--html', '--practice'], '--html <file> needs a value.'],
    [['--only', 'nope'], 'There is no step or chapter nope. Chapters: '],
    [['--skip', 'password-policy,nope'], 'There is no step or chapter nope. Chapters: '],
    [
      ['--only', 'money,root-mfas'],
      'There is no step or chapter root-mfas. Did you mean root-mfa?',
    ],
    [['--skip', 'mony'], 'There is no step or chapter mony. Did you mean money?'],
    [['--only', ''], '--only and --skip need ids of steps or chapters.'],
    [
      ['--only', 'password-policy', '--skip', 'admin-user,password-policy'],
      '--only asks for password-policy, but --skip removes all of it.',
    ],
    [
      ['--only', 'records,billing-alerts', '--skip', 'money'],
      '--only asks for billing-alerts, but --skip removes all of it.',
    ],
    [
      ['--only', 'last', '--skip', 'root-keys,leftover-keys'],
      '--only asks for last, but --skip removes all of it.',
    ],
    [['--all'], '--all goes with status alone.'],
    [['receipt', '--all'], '--all goes with status alone.'],
    [['--dry-run', '--all'], '--all goes with status alone.'],
    [['--region', 'nowhere-1'], 'AWS has no region nowhere-1.'],
    [['--practice', '--region', 'nowhere-1'], 'AWS has no region nowhere-1.'],
    [['--profile', 'nobody'], 'There is no profile nobody'],
    [['--endpoint-url', 'nonsense'], 'nonsense is not an endpoint address'],
    [['--endpoint-url', 'ftp://127.0.0.1'], 'ftp://127.0.0.1 is not an endpoint address'],
    [['--endpoint-url', 'http://10.0.0.1:5000'], 'http://10.0.0.1:5000 is not encrypted.'],
    [['--endpoint-url', 'http://127.0.0.1.example'], 'is not encrypted.'],
    [['--answers', 'none.json'], 'The answers file none.json cannot be read (ENOENT).'],
  ];

  it.each(cases)('%j', async (args, sentence) => {
    const home = emptyFolder();
    const { code, out, err, ms } = await run(args, { home });
    expect([code, out]).toEqual([64, '']);
    expect(err).toContain(sentence);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(stateFiles(home)).toEqual({});
    // Looking for a metadata service would take longer.
    expect(ms).toBeLessThan(2000);
  });

  it('a variable that makes no sense is refused like a flag', async () => {
    const wrong = { AWS_PROFILE: 'nobody' };
    expect(await run([], { env: wrong })).toMatchObject({ code: 64, out: '' });
    expect(await run([], { env: { AWS_REGION: 'nowhere-1' } })).toMatchObject({ code: 64 });
    expect(await run([], { env: { AWS_ENDPOINT_URL: 'nonsense' } })).toMatchObject({ code: 64 });
  });
});

describe('an unusable answers file is refused before any call to AWS', () => {
  const example = '"account": "123456789012", "answers": {';
  const cases: [what: string, text: string, sentence: string][] = [
    ['cut short', '{\n  "account": ', 'answers.json, line 2, column 14: not JSON'],
    ['with a comma too many', '{ "account": "123456789012", }', 'line 1, column 30: not JSON'],
    ['with a comment', '// mine\n{}', 'line 1, column 1: not JSON'],
    ['a list', '[]', 'answers.json: "account" is missing.'],
    ['empty', '', 'not JSON'],
    ['a number', '1', 'answers.json: an object is missing.'],
    ['without the answers', '{ "account": "123456789012" }', '"answers" is missing.'],
    ['with an unknown name', `{ ${example} }, "extra": 1 }`, '"extra" does not belong here.'],
    [
      'with an account that is no number in quotes',
      '{ "account": 12, "answers": {} }',
      '"account" must be twelve digits',
    ],
    [
      'with answers in a list',
      '{ "account": "123456789012", "answers": [] }',
      '"answers" must be an object.',
    ],
    [
      'with an answer to an unknown step',
      `{ ${example} "pasword-policy.length": 14 } }`,
      '"pasword-policy.length" belongs to no step. Possible ids: ',
    ],
    [
      'with an answer that is a list',
      `{ ${example} "password-policy.length": [14] } }`,
      '"answers" → "password-policy.length" must be text, a number, true or false.',
    ],
  ];

  it.each(cases)('%s', async (_, text, sentence) => {
    const home = emptyFolder();
    writeFileSync(join(home, 'answers.json'), text);
    const { code, out, err } = await run(['--answers', 'answers.json'], { home });
    expect([code, out]).toEqual([64, '']);
    expect(err).toContain(sentence);
    expect(err).toMatch(/^[^\n]+\n$/);
  });

  it('for another account than the one that the run is about', async () => {
    const home = emptyFolder();
    writeFileSync(join(home, 'a.json'), '{ "account": "123456789012", "answers": {} }');
    const { code, out, err } = await run(['--practice', '--answers', 'a.json', '--json'], { home });
    expect([code, out]).toEqual([64, '']);
    expect(err).toBe('The answers are for the account 123456789012, but this is 111122223333.\n');
    expect(Object.keys(stateFiles(home))).toEqual(['practice/account.json']);
  });
});

import { describe, expect, it } from 'vitest';
import { printSummary } from '../../../src/app/print-summary.ts';
import {
  commandToGoOn,
  commandToRerun,
  NPM_START,
  programName,
} from '../../../src/cli/invocation.ts';
import { readOptions } from '../../../src/cli/options.ts';
import type { Terminal } from '../../../src/cli/terminal.ts';
import type { Row } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';
import { ACCOUNT, row } from '../../support/reports/sample-rows.ts';

/** What a run prints after it only observed, for this command line. */
function observed(...args: string[]): string {
  return observedIn(undefined, ...args);
}

/** The same in a terminal that is so wide. */
function observedIn(columns: number | undefined, ...args: string[]): string {
  const options = readOptions(args, '0.0.0');
  if (typeof options === 'string') throw new Error('no run');
  const lines: string[] = [];
  printSummary(
    options,
    terminalOf(lines, columns),
    ACCOUNT,
    { ...OBSERVED, rows: [row('pending')] },
    NOTHING,
  );
  return lines.join('\n');
}

const OBSERVED = { observedOnly: true, unanswered: [] };
const NOTHING: Parameters<typeof printSummary>[4] = {
  changes: 0,
  permanent: 0,
  ms: 0,
  here: 0,
  leftovers: [],
};
const terminalOf = (lines: string[], columns?: number) =>
  ({
    print: (line: string) => void lines.push(line),
    program: 'node dist/cli.js',
    input: {},
    output: { columns },
  }) as unknown as Terminal;

it('a walk that could only observe, because nobody can be asked, says so', () => {
  expect(observed()).toContain('Nothing was changed.\nRootlock cannot ask questions here');
});

it('a run that was meant to observe does not', () => {
  for (const args of [['--dry-run'], ['status'], ['--yes'], ['--json']]) {
    expect(observed(...args)).not.toContain('Rootlock cannot ask questions here');
  }
});

it('a narrow terminal breaks what is said last between words, and no command', () => {
  const printed = observedIn(30, 'status', '--profile', 'acme').trimStart();
  expect(printed).toBe('1 to do. Nothing was changed.\nTo go on:\nnode dist/cli.js --profile acme');
});

describe('the end of a walk', () => {
  const ended = (given: Partial<Row>, ending = NOTHING, ...args: string[]): string => {
    const options = readOptions(args, '0.0.0');
    if (typeof options === 'string') throw new Error('no run');
    const lines: string[] = [];
    const outcome = {
      rows: [row('secure'), { ...row('pending'), ...given }],
      observedOnly: false,
      unanswered: [],
    };
    printSummary(options, terminalOf(lines), ACCOUNT, outcome, ending);
    return lines.join('\n');
  };

  it('says how it ended, which account it was, how long it took and what was changed', () => {
    const ending = { changes: 23, permanent: 2, here: 0, ms: 11 * 60_000, leftovers: [] };
    expect(ended({ state: 'blocked' }, ending)).toMatch(
      /^\nNot locked down yet: 1 of 2 steps are done\.\nAccount [\d-]+: 11 min\.\n1 secure, 1 blocked\. 23 changes, all undoable but 2\.\n/,
    );
  });

  it('names what is left and what to do about it, since the screen is gone', () => {
    const message = t('AWS refuses.');
    const printed = ended({ state: 'blocked', message, fix: [t('Ask for it')] });
    expect(printed).toMatch(
      /\nLeft to do\n {2}Some chapter \(1 of 2 done\):\n {2}.+: blocked\b.* AWS refuses\.\n {2}What to do: Ask for it\.\n/,
    );
    expect(ended({ state: 'secure' })).not.toContain('Left to do');
    expect(ended({ state: 'pending', level: 'optional' })).not.toContain('Left to do');
    expect(ended({ state: 'pending', level: 'recommended' })).toMatch(
      /Left to do\n {2}Some chapter \(1 of 2 done\):\n {2}Some step \(recommended\): to do/,
    );
    for (const wrong of [{ state: 'blocked' }, { state: 'skipped', unanswered: ['a.name'] }]) {
      const row = { level: 'optional', ...wrong } as Partial<Row>;
      expect(ended(row)).toMatch(/Left to do\n.*\n {2}Some step \(optional\): (blocked|skipped)/);
    }
  });

  it('gives each value its label, and breaks no address and no command in a narrow terminal', () => {
    const url = 'https://111122223333.signin.aws.amazon.com/console';
    const handover: Row['handover'] = [
      [t('sign in as admin'), t('{url}', { url })],
      [t('in a terminal'), t('{command}', { command: 'rootlock sign-in --profile admin' })],
    ];
    const lines: string[] = [];
    const options = readOptions([], '0.0.0');
    if (typeof options === 'string') throw new Error('no run');
    const outcome = { rows: [row('secure', { handover })], observedOnly: false, unanswered: [] };
    printSummary(options, terminalOf(lines, 20), ACCOUNT, outcome, NOTHING);
    expect(lines.join('\n')).toContain(
      `\nFrom now on\n  sign in as admin:\n  ${url}\n  in a terminal:\n  rootlock sign-in --profile admin\n`,
    );
  });

  it('says how to sign in from now on if the run has ended its own key', () => {
    const ending = {
      ...NOTHING,
      signInAgain: { texts: [t('Sign in as kim.')], profile: 'kim' },
    };
    const printed = ended({ state: 'secure' }, ending, '--profile', 'root');
    expect(printed).toContain('\nSign in as kim.\nCheck again any time: node dist/cli.js status');
    expect(printed).toMatch(/ --profile kim$/);
    const unknown = { ...NOTHING, signInAgain: { texts: [] } };
    expect(ended({ state: 'secure' }, unknown, '--profile', 'root')).toMatch(/cli\.js status$/);
  });

  it('names the profile that the run has gone on with', () => {
    const ending = { ...NOTHING, goOnWith: { profile: 'rootlock-admin' } };
    const printed = ended({ state: 'secure' }, ending, '--profile', 'rootlock-root');
    expect(printed).toMatch(/cli\.js status --profile rootlock-admin$/);
  });

  it('names the commands in the language that was asked for', () => {
    const printed = ended({}, { ...NOTHING, changes: 1 }, '--lang', 'ko');
    for (const name of ['', ' status', ' receipt']) {
      expect(printed).toContain(`node dist/cli.js${name} --lang ko`);
    }
  });

  it('names the commands as this program was started, for the same account', () => {
    const printed = ended(
      {},
      { ...NOTHING, changes: 1 },
      '--profile',
      'work',
      '--region',
      'eu-west-1',
    );
    for (const line of [
      'To go on: node dist/cli.js --profile work --region eu-west-1',
      'Check again any time: node dist/cli.js status --profile work --region eu-west-1',
      'Every call that was made: node dist/cli.js receipt --profile work --region eu-west-1',
    ]) {
      expect(printed.split('\n')).toContain(line);
    }
    expect(ended({ state: 'secure' })).not.toContain('To go on');
    expect(ended({})).not.toContain('Every call');
    expect(observed('status', '--profile', 'work')).toMatch(
      /\nTo go on: node dist\/cli\.js --profile work$/,
    );
  });
});

it.each([
  ['/home/jun/rootlock/dist/cli.js', '/home/jun/rootlock', 'node dist/cli.js'],
  ['/opt/my tools/cli.js', '/home/jun', 'node "/opt/my tools/cli.js"'],
  ['/usr/local/bin/rootlock', '/home/jun', 'rootlock'],
  ['/opt/node_modules/rootlock/dist/cli.js', '/opt', 'rootlock'],
  ['/home/jun/.npm/_npx/1a2b/node_modules/.bin/rootlock', '/home/jun', 'npx ./rootlock-*.tgz'],
])('the script %s, run in %s, is started again with %s', (script, cwd, command) => {
  expect(programName(script, cwd)).toBe(command);
});

it('a program that npm has started is started by npm again', () => {
  expect(commandToRerun(NPM_START, [], {}, true)).toBe('npm start');
  expect(commandToRerun(NPM_START, ['status'], { region: 'eu-west-1' }, true)).toBe(
    'npm start -- status --region eu-west-1',
  );
});

it.each<[string[], string | undefined, string]>([
  [['--profile', 'rootlock-root', '--plain'], 'rootlock-admin', '--plain --profile rootlock-admin'],
  [['--profile=rootlock-root'], 'rootlock-admin', '--profile rootlock-admin'],
  [['--only', 'billing', '--profile', 'rootlock-root'], undefined, '--only billing'],
  [[], 'rootlock-admin', '--profile rootlock-admin'],
])(
  'the command that goes on names the profile that is there: %j with %s',
  (argv, profile, rest) => {
    expect(commandToGoOn('rootlock', argv, { profile })).toBe(`rootlock ${rest}`);
  },
);

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitSettings } from '../../../src/app/computer-answers.ts';
import type { Change } from '../../../src/engine/step.ts';
import { say } from '../../../src/text/text.ts';
import gitGuard from '../../../steps/git-guard.ts';
import { newHome } from '../../support/auth/home.ts';

/** Shaped like a key of AWS, and none. Put together here, so that no guard takes this file for a leak. */
const KEY = `AKIA${'Q7XZ2M4KPLW3RTVN'}`;

/** A repository that commits by itself. */
const IDENTITY = { GIT_AUTHOR_NAME: 'jun', GIT_AUTHOR_EMAIL: 'jun@example.com' };
const COMMITTER = { GIT_COMMITTER_NAME: 'jun', GIT_COMMITTER_EMAIL: 'jun@example.com' };

/** Runs a program in the scratch home. Returns its exit status. */
function run([file = '', ...args]: string[], cwd = process.env.HOME): number {
  try {
    const env = { ...process.env, ...IDENTITY, ...COMMITTER };
    execFileSync(file, args, { cwd, env, stdio: 'pipe' });
    return 0;
  } catch (error) {
    return (error as { status: number }).status;
  }
}

/** What the step sees and plans in the scratch home. */
async function look(): Promise<{ seen: string; changes: Change[] }> {
  const git = (await gitSettings(process.env)) ?? null;
  const found = { system: 'debian' as const, git };
  return { seen: say(gitGuard.status(found)), changes: gitGuard.plan(found, {}, {} as never) };
}

/** A new repository. Says whether it takes a commit of this text. */
function commits(name: string, text: string): boolean {
  const folder = join(process.env.HOME ?? '', name);
  run(['git', 'init', '--quiet', folder]);
  writeFileSync(join(folder, 'config.txt'), `${text}\n`);
  run(['git', 'add', 'config.txt'], folder);
  return run(['git', 'commit', '--quiet', '--message', 'first'], folder) === 0;
}

/** Leaves Git as the only program: what is called `git-secrets` elsewhere is not found. */
function withoutGitSecrets(home: string): void {
  const bin = join(home, 'bin');
  mkdirSync(bin);
  const git = ['/usr/bin/git', '/bin/git', '/usr/local/bin/git'].find(existsSync) ?? '';
  symlinkSync(git, join(bin, 'git'));
  process.env.PATH = bin;
}

function hook(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
}

const idsOf = (changes: Change[]) => changes.map((change) => 'id' in change && change.id);

describe('with the Git of this computer and a home of its own', () => {
  it('the guard refuses a commit with a key once its commands have run, where git-secrets is', async () => {
    newHome();
    const { changes } = await look();
    const commands = changes.flatMap((change) =>
      change.kind === 'local' ? [change.argv ?? []] : [],
    );
    expect(commands).toHaveLength(3);
    expect(commits('before', KEY)).toBe(true);
    if (commands.length < changes.length) {
      expect(idsOf(changes)[0]).toBe('git-secrets');
      return;
    }
    expect(commands.map((argv) => run(argv))).toEqual([0, 0, 0]);
    expect(await look()).toEqual({ seen: 'git-secrets looks at each commit', changes: [] });
    expect(commits('with a key', KEY)).toBe(false);
    expect(commits('without', 'nothing secret')).toBe(true);
  });

  it('the guard says how to get git-secrets where it is not', async () => {
    withoutGitSecrets(newHome());
    const { seen, changes } = await look();
    expect(seen).toBe('no commit is checked');
    expect(idsOf(changes)).toEqual(['git-secrets', 'register', 'install', 'template']);
    const [get] = changes;
    expect(get?.kind === 'console' && get.first?.map(say)).toEqual([
      'In a terminal: sudo apt-get install git-secrets',
    ]);
  });

  it('a computer without Git is left alone', async () => {
    const home = newHome();
    process.env.PATH = join(home, 'nothing');
    expect(await look()).toEqual({ seen: 'Git is not on this computer', changes: [] });
  });

  it.each([
    ['gitleaks', 'gitleaks protect --staged\n'],
    ['secretlint', 'npx secretlint "**/*"\n'],
  ])('a global hook of %s is a guard already', async (tool, line) => {
    const home = newHome();
    hook(join(home, 'hooks/pre-commit'), `#!/bin/sh\n${line}`);
    run(['git', 'config', '--global', 'core.hooksPath', '~/hooks']);
    expect(await look()).toEqual({ seen: `${tool} looks at each commit`, changes: [] });
  });

  it('a global hook that does something else stays: no command of the plan touches it', async () => {
    const home = newHome();
    const file = join(home, 'hooks/pre-commit');
    const own = '#!/bin/sh\n# not gitleaks\nexit 0\n';
    hook(file, own);
    run(['git', 'config', '--global', 'core.hooksPath', join(home, 'hooks')]);
    const { seen, changes } = await look();
    expect(seen).toBe('hooks of your own, without git-secrets');
    expect(idsOf(changes).at(-1)).toBe('own-hook');
    const last = changes.at(-1);
    expect(last?.kind === 'console' && last.first?.map(say).join()).toContain(file);
    for (const change of changes) if (change.kind === 'local') run(change.argv ?? []);
    expect(readFileSync(file, 'utf8')).toBe(own);
    expect(idsOf((await look()).changes)).toContain('own-hook');
  });

  it('a hook of a template that Git does not run counts for nothing', async () => {
    const home = newHome();
    const file = join(home, 'template/hooks/pre-commit');
    hook(file, '#!/bin/sh\ngitleaks protect --staged\n');
    chmodSync(file, 0o644);
    run(['git', 'config', '--global', 'init.templateDir', join(home, 'template')]);
    expect((await look()).seen).toBe('hooks of your own, without git-secrets');
  });
});

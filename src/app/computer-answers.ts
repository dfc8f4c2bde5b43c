import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join, parse } from 'node:path';
import type { CredentialSource } from '../auth/credential-source.ts';
import { resolveCredentials } from '../auth/credentials.ts';
import { editFile } from '../auth/edit-file.ts';
import { leftoverKeys } from '../auth/leftover-keys.ts';
import { comesInBySession, profiles } from '../auth/profiles.ts';
import { connect } from '../aws/connection.ts';
import { asBlocked } from '../aws/errors.ts';
import { requestHandlerFor } from '../aws/request-handler.ts';
import type { Terminal } from '../cli/terminal.ts';
import {
  type FileEdit,
  type GitSettings,
  HOOKS,
  type HookTool,
  type LeftoverKey,
  type SignedInProfile,
  type System,
} from '../engine/computer.ts';
import { Blocked, SignedOut } from '../engine/errors.ts';
import type { Request } from '../engine/step.ts';
import type { Folder } from '../state/folder.ts';
import { loginRegionsIn } from '../state/login-regions.ts';
import { ownersFiles } from '../state/owners-files.ts';
import { t } from '../text/text.ts';

/** By the file that Debian and those like it have. */
export function systemOf(): System {
  switch (platform()) {
    case 'darwin':
      return 'macos';
    case 'win32':
      return 'windows';
    default:
      return isFile('/etc/debian_version') ? 'debian' : 'linux';
  }
}

const ANSWER_MS = 15_000;

/**
 * Git's settings outside of any repository.
 *
 * @throws Blocked if Git does not run
 */
export async function gitSettings(env: NodeJS.ProcessEnv): Promise<GitSettings | undefined> {
  const git = (args: string[]) => runGit(args, env);
  const others = await git(['--list-cmds=others']);
  if (others === 'no Git') return undefined;
  const config = async (...args: string[]) => lines(await git(['config', ...args]));
  const path = async (key: string) => (await config('--type=path', '--get', key))[0];
  const [hooksPath, templateDir, providers, patterns] = await Promise.all([
    path('core.hooksPath'),
    path('init.templateDir'),
    config('--get-all', 'secrets.providers'),
    config('--get-all', 'secrets.patterns'),
  ]);
  const template = templateDir ?? join(env.HOME || homedir(), '.git-templates', 'git-secrets');
  const folder = hooksPath ?? join(template, 'hooks');
  const hooks = HOOKS.flatMap((name) => {
    const tool = toolOf(join(folder, name));
    return tool ? [[name, tool]] : [];
  });
  return {
    hasGitSecrets: lines(others).includes('secrets'),
    knowsAwsKeys:
      providers.some((one) => one.includes('--aws-provider')) &&
      patterns.some((one) => one.includes('AKIA')),
    ...(hooksPath !== undefined && { hooksPath }),
    ...(templateDir !== undefined && { templateDir }),
    template,
    hooks: Object.fromEntries(hooks),
  };
}

const lines = (text: string): string[] => text.split('\n').filter((one) => one !== '');

/** Git says with exit status 1 that a setting is not there. */
const UNSET = 1;

function runGit(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  // A repository's own settings are about that one alone, and hooks of Git set these variables.
  const outside = Object.entries(env).filter(([name]) => !/^GIT_(DIR|WORK_TREE|INDEX)/.test(name));
  const options = {
    cwd: parse(homedir()).root,
    env: Object.fromEntries(outside),
    timeout: ANSWER_MS,
  };
  return new Promise((resolve, reject) => {
    execFile('git', args, options, (error, stdout) => {
      if (!error) resolve(stdout);
      else if (error.code === 'ENOENT') resolve('no Git');
      else if (Number(error.code) === UNSET && args[0] === 'config') resolve('');
      else reject(gitFailed(args));
    });
  });
}

const gitFailed = (args: string[]) =>
  new Blocked(t('Git does not answer "git {args}".', { args: args.join(' ') }), [
    t('Run it in a terminal: it says why. Then run Rootlock again.'),
  ]);

/** Which program a hook calls. Git runs no hook that is not executable. `undefined` if there is none. */
function toolOf(file: string): HookTool | undefined {
  if (!isFile(file)) return undefined;
  const text = readFileSync(file, 'utf8').replace(/^\s*#.*$/gm, '');
  const isRun = platform() === 'win32' || (statSync(file).mode & 0o111) !== 0;
  const [found] = /git[- ]secrets|gitleaks|secretlint/.exec(text) ?? [];
  if (!found || !isRun) return 'other';
  return found === 'gitleaks' || found === 'secretlint' ? found : 'git-secrets';
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

export async function profilesHere(): Promise<{ signedIn: SignedInProfile[]; taken: string[] }> {
  const all = await profiles();
  const signedIn = all
    .filter(comesInBySession)
    .map(({ name, session = '' }) => ({ name, arn: session }));
  return { signedIn, taken: all.map(({ name }) => name) };
}

/**
 * Asks AWS whose session a profile has. The SDK renews it, if that is due.
 *
 * @returns `undefined` if the session has ended
 * @throws Blocked if AWS cannot be asked
 */
export async function whoIs(
  profile: string,
  { env }: Pick<Terminal, 'env'>,
  folder: Folder,
): Promise<string | undefined> {
  try {
    const resolved = await resolveCredentials(
      { profile },
      {
        env,
        requestHandlerFor: (caBundle) => requestHandlerFor(env, caBundle),
        loginRegions: loginRegionsIn(folder),
        explainError: (error) => asBlocked(error, WHO),
      },
    );
    const { reads } = connect(resolved, { sleep: async () => undefined });
    return (await reads().read('sts', 'GetCallerIdentity', {})).Arn;
  } catch (error) {
    if (error instanceof SignedOut) return undefined;
    throw error;
  }
}

const WHO = { service: 'sts', operation: 'GetCallerIdentity', input: {} } as Request;

/**
 * The access keys here that are deleted, or that are root's.
 *
 * @throws Blocked if a file cannot be read, or if AWS cannot be asked
 */
export const leftoverKeysHere = ({
  source,
  ...parts
}: Pick<Leftover, 'env' | 'tracked' | 'region' | 'wasDeleted'> & {
  source: Pick<CredentialSource, 'rootCredentials' | 'network'>;
}): Promise<LeftoverKey[]> =>
  leftoverKeys({
    ...parts,
    files: ownersFiles,
    rootKeys: source.rootCredentials.keys,
    readsWith: (config) =>
      connect({ ...config, ...source.network() }, { sleep: async () => undefined }).reads(),
  });

type Leftover = Parameters<typeof leftoverKeys>[0];

/** @throws Blocked if the file has changed since the edit was planned, or if the disk refuses */
export const editFileHere = (edit: FileEdit): void => editFile(edit, ownersFiles);

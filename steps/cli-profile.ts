import type { ComputerLook, SignedInProfile, System } from '../src/engine/computer.ts';
import {
  type Change,
  type ConsoleChange,
  type LocalChange,
  type Look,
  step,
} from '../src/engine/step.ts';
import { optionWith } from '../src/text/command-words.ts';
import { shellLine } from '../src/text/shell-quote.ts';
import { type Text, t } from '../src/text/text.ts';
import { administratorProfile, isSame, ownProfiles } from './computer/administrator-profile.ts';
import { computerOf } from './computer/computer-of.ts';
import { identities } from './iam/administrators.ts';
import { ownerAdministrator } from './iam/owner-administrator.ts';

export default step({
  id: 'cli-profile',
  title: t('AWS CLI as the administrator'),
  why: t(
    'Commands and programs on this computer then work with a session that ends by itself, not as root and without an access key that can leak.',
  ),
  cost: 'free',
  level: 'optional',
  // People come in by the new sign-up there, with commands of its own.
  notFor: ['project'],
  onComputer: true,
  needs: ['admin-sign-in'],
  controls: [],

  async observe(look) {
    const computer = computerOf(look);
    const [system, cli, who, profiles] = await Promise.all([
      computer.system(),
      computer.awsCli(),
      administratorOf(look),
      computer.profiles(),
    ]);
    const profile = await workingAmong(ownProfiles(profiles, who), who, computer);
    const name = administratorProfile(profiles, who);
    return {
      system,
      cli: cli ?? null,
      profile: profile ?? null,
      login: await computer.loginCommand(name, look.account.region),
      name,
    };
  },

  evidence: ({ cli, profile }) => ({ cli: cli?.version ?? null, profile }),

  status({ cli, profile }) {
    const version = cli?.version ?? '';
    if (profile && cli?.hasLogin) return t('{profile}, AWS CLI {version}', { profile, version });
    if (!cli) return t('no AWS CLI on this computer');
    if (!cli.hasLogin) return t('AWS CLI {version} is too old to sign in', { version });
    return t('AWS CLI {version}, nobody signed in as the administrator', { version });
  },

  plan: ({ system, cli, profile, login, name }): Change[] => [
    ...(cli?.hasLogin ? [] : [getAwsCli(system, cli?.version)]),
    ...(profile ? [] : [signIn(name, login)]),
  ],
});

/** The ARN of the administrator. `undefined`: the owner comes in by a role. */
async function administratorOf(look: Look): Promise<string | undefined> {
  const { arn, kind } = look.account.identity;
  if (kind !== 'root') return arn;
  const all = await identities(look);
  const { name } = await ownerAdministrator(look, all);
  return all.users.find((user) => user.name === name)?.arn;
}

/** The first profile with which a call works: what the config file says may be long over. */
async function workingAmong(
  profiles: SignedInProfile[],
  who: string | undefined,
  computer: ComputerLook,
): Promise<string | undefined> {
  for (const { name } of profiles) {
    const arn = await computer.whoIs(name);
    if (arn !== undefined && isSame(arn, who)) return name;
  }
  return undefined;
}

const signIn = (profile: string, argv: string[]): LocalChange => ({
  kind: 'local',
  id: 'sign-in',
  summary: t('Sign in as the administrator, in the profile {profile}: {command}', {
    profile,
    command: shellLine(argv),
  }),
  argv,
  undo: t('{command}', {
    command: shellLine(['aws', 'logout', ...optionWith('profile', profile)]),
  }),
});

const getAwsCli = (system: System, version: string | undefined): ConsoleChange => ({
  kind: 'console',
  id: 'aws-cli',
  summary: version
    ? t('Update the AWS CLI to 2.32 or later: yours is {version}', { version })
    : t('Install the AWS CLI, version 2.32 or later'),
  url: 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html',
  page: t('the installation page of the AWS CLI'),
  here: true,
  first: [WAYS[system]],
  instructions: [
    t(
      'The page has the steps for each computer. Rootlock goes on once "aws --version" says 2.32 or later here.',
    ),
  ],
});

/** AWS's own installers: what pip installs is version 1, without `aws login`. */
const WAYS: Record<System, Text> = {
  macos: t(
    'Open https://awscli.amazonaws.com/AWSCLIV2.pkg and follow the installer, also to update.',
  ),
  windows: t('Run: msiexec.exe /i https://awscli.amazonaws.com/AWSCLIV2.msi'),
  debian: t('Not by apt or pip, which have old ones: the page has the lines to paste.'),
  linux: t('Not by pip, which has an old one: the page has the lines to paste.'),
};

import type { Computer, FileEdit, GitSettings } from '../engine/computer.ts';
import type { PracticeAccount } from './practice-account.ts';
import { isAdministrator } from './services/iam/simulate.ts';
import { callerArn } from './services/iam-arns.ts';
import type { PracticeState } from './state/account-state.ts';
import type { PracticeComputer } from './state/computer.ts';

const TEMPLATE = '/home/you/.git-templates/git-secrets';
/** The file that new keys go to as well: `key-file.ts`. */
const CREDENTIALS = '~/.aws/credentials';
const REGISTER = 'git secrets --register-aws --global';
const INSTALL = `git secrets --install ${TEMPLATE}`;
const USE_TEMPLATE = `git config --global init.templateDir ${TEMPLATE}`;

/** A computer without AWS CLI and git-secrets. */
const NEW: PracticeComputer = { sessions: {}, gitSecrets: false, gitCommands: [] };

/** The computer of the practice account's owner, for a state that is about to be changed. */
export function computerIn(state: PracticeState): PracticeComputer {
  state.computer ??= structuredClone(NEW);
  return state.computer;
}

/** What a practice owner has instead of this computer, on which nothing is looked at and nothing changes. */
export function pretendComputer(practice: PracticeAccount): Computer {
  const now = () => practice.state.computer ?? NEW;
  return {
    system: async () => 'debian',
    async awsCli() {
      const { awsCli } = now();
      return awsCli === undefined ? undefined : { version: awsCli, hasLogin: true };
    },
    git: async () => settingsOf(now()),
    async profiles() {
      const signedIn = Object.entries(now().sessions).map(([name, arn]) => ({ name, arn }));
      return { signedIn, taken: Object.keys(now().sessions) };
    },
    whoIs: async (profile) => now().sessions[profile],
    loginCommand: async (profile, region) => [
      'aws',
      'login',
      '--profile',
      profile,
      '--region',
      region,
    ],
    async leftoverKeys() {
      const { root, users, profiles } = practice.state;
      const ofUsers = users.flatMap(({ keys }) => keys.map(({ id }) => id));
      const ofRoot = root.keys.map(({ id }) => id);
      return profiles
        .filter(({ id }) => !ofUsers.includes(id))
        .map(({ name, id }) => ({
          id,
          isDeleted: !ofRoot.includes(id),
          file: CREDENTIALS,
          profile: name,
          edit: editOf(profiles, id),
        }));
    },
    editFile: async ({ lines }) =>
      practice.change((state) => {
        const gone = new Set(lines.map(({ at }) => Math.floor(at / LINES)));
        state.profiles = state.profiles.filter((_, index) => !gone.has(index));
      }),
    pretend: (argv) => practice.change((state) => run(argv, state)),
  };
}

/** Of a profile with a key. */
const LINES = 3;

/** Takes a key out of the credentials file. Only the profiles and the ids of their keys are kept of it. */
const editOf = (profiles: PracticeState['profiles'], id: string): FileEdit => ({
  file: CREDENTIALS,
  seen: '',
  lines: profiles.flatMap((profile, index) =>
    profile.id === id
      ? [
          { at: index * LINES + 1, before: `aws_access_key_id = ${id}` },
          { at: index * LINES + 2, before: 'aws_secret_access_key = [secret]' },
        ]
      : [],
  ),
});

function settingsOf({ gitSecrets, gitCommands }: PracticeComputer): GitSettings {
  return {
    hasGitSecrets: gitSecrets,
    knowsAwsKeys: gitCommands.includes(REGISTER),
    template: TEMPLATE,
    ...(gitCommands.includes(USE_TEMPLATE) && { templateDir: TEMPLATE }),
    hooks: gitCommands.includes(INSTALL)
      ? {
          'pre-commit': 'git-secrets',
          'commit-msg': 'git-secrets',
          'prepare-commit-msg': 'git-secrets',
        }
      : {},
  };
}

function run(argv: string[], state: PracticeState): number {
  const computer = computerIn(state);
  const command = argv.join(' ');
  const [, profile] = /^aws login --profile (\S+)/.exec(command) ?? [];
  const arn = administratorIn(state);
  if (profile && computer.awsCli && arn) computer.sessions[profile] = arn;
  else if ([REGISTER, INSTALL].includes(command) && computer.gitSecrets)
    computer.gitCommands.push(command);
  else if (command === USE_TEMPLATE) computer.gitCommands.push(command);
  else return 1;
  return 0;
}

/** Who signs in: the administrator that was made last. */
function administratorIn(state: PracticeState): string | undefined {
  const user = state.users.findLast((one) => one.password && isAdministrator(state, one));
  return user && callerArn(state, user.id);
}

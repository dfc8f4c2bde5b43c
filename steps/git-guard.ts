import { type GitSettings, HOOKS, type System } from '../src/engine/computer.ts';
import { type Change, type ConsoleChange, type LocalChange, step } from '../src/engine/step.ts';
import { shellLine } from '../src/text/shell-quote.ts';
import { type Text, t } from '../src/text/text.ts';
import { computerOf } from './computer/computer-of.ts';

export default step({
  id: 'git-guard',
  title: t('No keys in Git'),
  why: t(
    'Keys in a public repository are found and used within minutes. A hook on this computer refuses the commit. GitHub itself stops only a push to a public repository, with a key and its secret in one file.',
  ),
  cost: 'free',
  level: 'optional',
  onComputer: true,
  controls: [],

  async observe(look) {
    const computer = computerOf(look);
    const [system, git] = await Promise.all([computer.system(), computer.git()]);
    return { system, git: git ?? null };
  },

  evidence: ({ git }) => ({
    git: git !== null,
    gitSecrets: git?.hasGitSecrets,
    guard: (git && guardOf(git)) ?? null,
  }),

  status({ git }) {
    if (!git) return t('Git is not on this computer');
    const guard = guardOf(git);
    if (guard) return t('{guard} looks at each commit', { guard });
    return ownHooks(git) ? t('hooks of your own, without git-secrets') : t('no commit is checked');
  },

  plan({ git, system }): Change[] {
    if (!git || guardOf(git)) return [];
    const { hasGitSecrets, knowsAwsKeys, templateDir, template, hooks } = git;
    return [
      ...(hasGitSecrets ? [] : [getGitSecrets(system)]),
      ...(knowsAwsKeys ? [] : [register]),
      ...(ownHooks(git)
        ? [addToOwnHook(git)]
        : [
            ...(hooks['pre-commit'] ? [] : [install(template)]),
            ...(templateDir === undefined ? [useTemplate(template)] : []),
          ]),
    ];
  },
});

/** What refuses a commit with a key in it. `undefined` if nothing is known to. */
function guardOf({ hooks, hooksPath, templateDir, ...git }: GitSettings): string | undefined {
  const tool = hooks['pre-commit'];
  if (hooksPath === undefined && templateDir === undefined) return undefined;
  if (tool === 'git-secrets') {
    return git.hasGitSecrets && git.knowsAwsKeys ? tool : undefined;
  }
  return tool === 'other' ? undefined : tool;
}

/** The owner's hooks stay as they are. Git then runs none of a repository's own, if there is a folder for all. */
const ownHooks = ({ hooks, hooksPath }: GitSettings): boolean =>
  (hooksPath !== undefined && hooks['pre-commit'] !== 'git-secrets') ||
  HOOKS.some((hook) => hooks[hook] === 'other');

const PAGE = {
  url: 'https://github.com/awslabs/git-secrets',
  page: t('the page of git-secrets'),
  here: true as const,
};

const getGitSecrets = (system: System): ConsoleChange => ({
  kind: 'console',
  id: 'git-secrets',
  summary: t('Install git-secrets, a tool by AWS, on this computer'),
  ...PAGE,
  first: [WAYS[system]],
  instructions: [
    t('The page says more about it. Rootlock goes on once "git secrets" can be run here.'),
  ],
});

const asCommand = (command: string): Text => t('{command}', { command });

const inTerminal = (command: string): Text => t('In a terminal: {command}', { command });

/** README of git-secrets, "Installing git-secrets"; formulae.brew.sh; the package of Debian and Ubuntu. */
const WAYS: Record<System, Text> = {
  macos: inTerminal('brew install git-secrets'),
  debian: inTerminal('sudo apt-get install git-secrets'),
  linux: inTerminal(
    'git clone https://github.com/awslabs/git-secrets && sudo make -C git-secrets install',
  ),
  windows: t(
    'In PowerShell: git clone https://github.com/awslabs/git-secrets; cd git-secrets; ./install.ps1',
  ),
};

const register: LocalChange = {
  kind: 'local',
  id: 'register',
  summary: t('Tell git-secrets what keys of AWS look like: {command}', {
    command: 'git secrets --register-aws --global',
  }),
  argv: ['git', 'secrets', '--register-aws', '--global'],
  undo: asCommand('git config --global --remove-section secrets'),
};

const install = (template: string): LocalChange => ({
  kind: 'local',
  id: 'install',
  summary: t('Put its hooks into a template: {command}', {
    command: shellLine(['git', 'secrets', '--install', template]),
  }),
  argv: ['git', 'secrets', '--install', template],
  undo: t('Delete the hooks in {folder}', { folder: `${template}/hooks` }),
});

const useTemplate = (template: string): LocalChange => ({
  kind: 'local',
  id: 'template',
  summary: t(
    'Have Git use the template for new repositories, and in others once you run "git init" there: {command}',
    {
      command: shellLine(['git', 'config', '--global', 'init.templateDir', template]),
    },
  ),
  argv: ['git', 'config', '--global', 'init.templateDir', template],
  undo: asCommand('git config --global --unset init.templateDir'),
});

/** A hook that is there already is the owner's to change. */
const addToOwnHook = ({ hooksPath, template }: GitSettings): ConsoleChange => ({
  kind: 'console',
  id: 'own-hook',
  summary: t('Have your own pre-commit hook call git-secrets'),
  ...PAGE,
  first: [
    t('Add this line to {file}: {line}', {
      file: `${hooksPath ?? `${template}/hooks`}/pre-commit`,
      line: 'git secrets --pre_commit_hook -- "$@" || exit',
    }),
  ],
  instructions: [
    t('Rootlock changes no hook that is there already. It goes on once the line is in it.'),
  ],
});

import { wordsAbout } from '../text/command-words.ts';
import { say, type Text, t } from '../text/text.ts';

/** Every command, with its line in the help. `walk` is what runs without a word: it has no word of its own. */
export const COMMANDS = {
  walk: t('secure what is not secure yet; run again to resume'),
  person: t('a way in for somebody: user, group, MFA and password'),
  key: t('an access key for a program: issue, prove and renew it'),
  role: t('a role for a machine of EC2: rights without any key'),
  review: t('look around the account: people, rights, network, machines, trail; reads only'),
  report: t('what AWS shows of each control, as a document for others; reads only'),
  export: t('what is in place, as Terraform, CloudFormation or a script; reads only'),
  status: t('the checklist; reads only'),
  receipt: t('what was sent to each account'),
  permissions: t('the IAM policy that a run needs'),
  'sign-in': t('sign in with your browser: no key, nothing to install'),
  'sign-out': t('remove the session of a browser sign-in from this computer'),
} satisfies Record<string, Text>;

export type CommandName = keyof typeof COMMANDS;

/** The commands about one person or thing, whose name may follow. Each has a list of steps of its own. */
export const PLAYBOOKS = ['person', 'key', 'role'] as const satisfies CommandName[];

export type PlaybookName = (typeof PLAYBOOKS)[number];

export const isPlaybook = (word: string): word is PlaybookName =>
  PLAYBOOKS.some((name) => name === word);

/** The commands that only look, and need the same policy. */
export const LOOKS: readonly string[] = [
  'status',
  'review',
  'report',
  'export',
] satisfies CommandName[];

const FOLLOWING: Partial<Record<CommandName, Text>> = {
  ...Object.fromEntries(PLAYBOOKS.map((name) => [name, t('[name]')])),
  permissions: t('[command]'),
  export: t('<folder>'),
  review: t('[page] [row] [id=value ...]'),
};

/** How many words may follow the command. */
export const wordsAfter = (command: CommandName): number =>
  command === 'review' ? Number.POSITIVE_INFINITY : Number(command in FOLLOWING);

/** The command, and the word that may follow it, as the help shows it. */
export function withFollowing(command: CommandName): string {
  const following = FOLLOWING[command];
  return following ? `${command} ${say(following)}` : command;
}

/** The commands that have a word. */
export const COMMAND_WORDS = (Object.keys(COMMANDS) as CommandName[]).filter(
  (name) => name !== 'walk',
);

/** What the command line of a playbook says besides its subject. */
interface PlaybookOptions {
  command: CommandName;
  leave: boolean;
  roleFor?: string;
  instance?: string;
}

/** The words that start the same playbook again, about this subject. */
export const playbookWords = (
  { command, leave, roleFor, instance }: PlaybookOptions,
  subject: string | undefined,
): string[] => {
  const options = [
    ...(leave ? ['--leave'] : []),
    ...(roleFor ? ['--for', roleFor] : []),
    ...(instance ? ['--instance', instance] : []),
  ];
  return subject === undefined ? [command, ...options] : wordsAbout(command, subject, ...options);
};

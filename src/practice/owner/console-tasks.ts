import type { ConsoleChange } from '../../engine/step.ts';

/**
 * Tasks of the owner in the AWS console. A task that is done already does nothing. `Done` is a promise if the console
 * is at the other end of a wire.
 */
export interface AwsConsole<Done> {
  assignRootMfa(): Done;
  assignMfa(user: string): Done;
  /** To everybody who has a password and no device. */
  assignMissingMfa(): Done;
  /** Whoever has a key and no password leaves the groups of people, for a group of their own with the same policies. */
  moveMachines(): Done;
  /** Each access key that is older than 90 days gives way to a new one. */
  renewOldKeys(): Done;
  /** The programs of this user take the newest key. */
  takeNewestKey(user: string): Done;
  /** With MFA, if the user has a device. Every administrator signs in if nobody is named. */
  signIn(user?: string): Done;
  deleteRootCredentials(): Done;
  /** By the links of the mails that ask for it. */
  confirmSubscriptions(): Done;
  /** Not in the console, but on the owner's own computer. */
  installAwsCli(): Done;
  installGitSecrets(): Done;
}

type Task = <Done>(console: AwsConsole<Done>, change: Pick<ConsoleChange, 'user'>) => Done;

/** By the ids of the step and of the change. An attested change needs no entry: the owner's word is enough. */
const TASKS: Record<string, Task> = {
  'root-mfa.assign': (console) => console.assignRootMfa(),
  'admin-mfa.enrol': (console, { user = '' }) => console.assignMfa(user),
  'person-mfa.enrol': (console, { user = '' }) => console.assignMfa(user),
  'admin-sign-in.sign-in': (console, { user }) => console.signIn(user),
  'everyones-mfa.enrol': (console) => console.assignMissingMfa(),
  'require-mfa.machines': (console) => console.moveMachines(),
  'require-mfa.sign-in': (console, { user }) => console.signIn(user),
  'old-credentials.renew': (console) => console.renewOldKeys(),
  'key-use.use': (console, { user = '' }) => console.takeNewestKey(user),
  'root-keys.gate': (console) => console.signIn(),
  'cis-alarms.confirm': (console) => console.confirmSubscriptions(),
  'sign-in-alerts.confirm': (console) => console.confirmSubscriptions(),
  'trail-alerts.confirm': (console) => console.confirmSubscriptions(),
  'cli-profile.aws-cli': (console) => console.installAwsCli(),
  'git-guard.git-secrets': (console) => console.installGitSecrets(),
  'root-keys.delete': (console) => console.deleteRootCredentials(),
};

/** The task for a console change such as `root-mfa.assign`, if there is an entry for it. */
export const taskOf = (id: string): Task | undefined => TASKS[id];

/** For a console change without an entry. */
export const unknownTask = (id: string): Error =>
  new Error(
    `nobody knows what to do in the console for "${id}": say so in src/practice/owner/console-tasks.ts`,
  );

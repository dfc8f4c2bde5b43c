/**
 * What the owner does in the AWS console. What is done already is not done again. `Done` is a promise if the console is
 * at the other end of a wire.
 */
export interface AwsConsole<Done> {
  assignRootMfa(): Done;
  assignMfa(user: string): Done;
  /** With MFA, if the user has a device. Every administrator signs in if nobody is named. */
  signIn(user?: string): Done;
  deleteRootCredentials(): Done;
}

type Task = <Done>(console: AwsConsole<Done>, name: string) => Done;

/**
 * By the question that asks for it: the step's id and the change's. If the change's id ends with a name, the entry ends
 * with a hyphen. An attested change needs no entry: the owner's word is enough.
 */
const TASKS: Record<string, Task> = {
  'root-mfa.assign': (console) => console.assignRootMfa(),
  'admin-mfa.enrol-': (console, user) => console.assignMfa(user),
  'admin-sign-in.sign-in-': (console, user) => console.signIn(user),
  'root-keys.gate': (console) => console.signIn(),
  'root-keys.delete': (console) => console.deleteRootCredentials(),
};

/** The task that a question such as `root-mfa.assign` asks for, if there is an entry for it. */
export function taskOf(id: string): (<Done>(console: AwsConsole<Done>) => Done) | undefined {
  for (const [entry, task] of Object.entries(TASKS)) {
    const isIt = entry.endsWith('-') ? id.startsWith(entry) : id === entry;
    if (isIt) return (console) => task(console, id.slice(entry.length));
  }
  return undefined;
}

/** For a console change without an entry. */
export const unknownTask = (id: string): Error =>
  new Error(
    `nobody knows what to do in the console for "${id}": say so in src/practice/owner/console-tasks.ts`,
  );

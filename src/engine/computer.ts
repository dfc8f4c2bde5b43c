/** How programs are installed on this computer. `linux`: neither Debian nor one like it. */
export type System = 'macos' | 'windows' | 'debian' | 'linux';

/** A program that looks for keys before Git takes a commit. `other`: whatever the hook does, nobody can tell. */
export type HookTool = 'git-secrets' | 'gitleaks' | 'secretlint' | 'other';

/** The hooks that git-secrets installs. The first one guards what is committed. */
export const HOOKS = ['pre-commit', 'commit-msg', 'prepare-commit-msg'] as const;

/** What Git does in each repository, by its settings outside of any. */
export interface GitSettings {
  /** git-secrets can be run. */
  hasGitSecrets: boolean;
  /** It knows what AWS's keys look like. */
  knowsAwsKeys: boolean;
  /** Absolute path of the folder whose hooks run in place of each repository's own: `core.hooksPath`. */
  hooksPath?: string;
  /** The folder that new repositories are copied from: `init.templateDir`. */
  templateDir?: string;
  /** Absolute path of the template that is in use, or else of the one to make. */
  template: string;
  /** The hooks that run, or that are in the template. */
  hooks: Partial<Record<(typeof HOOKS)[number], HookTool>>;
}

/** The profile for sessions of the administrator. If it is somebody else's, the name gets a number. */
export const ADMINISTRATOR_PROFILE = 'rootlock-admin';

/** A name that no profile has. A profile that exists may have another way to sign in, which `aws login` refuses. */
export function unusedProfile(base: string, taken: string[]): string {
  let name = base;
  for (let n = 2; taken.includes(name); n++) name = `${base}-${n}`;
  return name;
}

/** A profile of the AWS CLI that somebody has signed in by a browser. */
export interface SignedInProfile {
  name: string;
  /** Who has signed in. */
  arn: string;
}

/** An edit of one of the owner's files. Nothing else in the file changes by a byte. */
export interface FileEdit {
  /** Absolute path. */
  file: string;
  /** Where the file really is, if a link leads there. */
  target?: string;
  /** A digest of what the file held when the edit was planned. If it holds something else by now, nothing is written. */
  seen: string;
  /** In order. `at`: the number of the line, from 0. `before`: without its end, secrets masked. Without `after`, the line goes. */
  lines: { at: number; before: string; after?: string }[];
}

/** An access key of this account that is in one of the owner's files, or in the environment of this program. */
export interface LeftoverKey {
  id: string;
  /** AWS does not know it any more. Otherwise it is one of root's. */
  isDeleted: boolean;
  /** The file and the profile in it: `''` above all profiles. Absent if the key is in the environment. */
  file?: string;
  profile?: string;
  /** Takes the key out of the file. Absent if only the owner can. */
  edit?: FileEdit;
}

/** What steps may ask about this computer: a closed list, and each question only reads. */
export interface ComputerLook {
  system(): Promise<System>;
  /** The AWS CLI on the PATH. `undefined` if there is none, or it does not run. */
  awsCli(): Promise<{ version: string; hasLogin: boolean } | undefined>;
  /** `undefined` if there is no Git. */
  git(): Promise<GitSettings | undefined>;
  /** `taken`: names of all profiles, also of those with other credentials. */
  profiles(): Promise<{ signedIn: SignedInProfile[]; taken: string[] }>;
  /**
   * Asks AWS whose credentials a profile gives. `undefined` if its session has ended.
   *
   * @throws Blocked if AWS cannot be asked
   */
  whoIs(profile: string): Promise<string | undefined>;
  /** The command that signs a profile in. */
  loginCommand(profile: string, region: string): Promise<string[]>;
  /**
   * The access keys here that are deleted, or that are root's. Keys of other accounts are left out, and never sent to AWS.
   *
   * @param wasDeleted whether a run on this computer has deleted the key of this id
   * @throws Blocked if a file cannot be read, or if AWS cannot be asked
   */
  leftoverKeys(region: string, wasDeleted: (id: string) => boolean): Promise<LeftoverKey[]>;
}

/** The computer that Rootlock runs on. */
export interface Computer extends ComputerLook {
  /** Only in practice: plays the command in place of running it, and gives its exit status. */
  pretend?(argv: string[]): number;
  /** @throws Blocked if the file has changed since the edit was planned, or if the disk refuses. Then nothing has changed */
  editFile(edit: FileEdit): Promise<void>;
}

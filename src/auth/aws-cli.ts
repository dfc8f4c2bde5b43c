import { platform } from 'node:os';
import { promisify } from 'node:util';
import { optionWith } from '../text/command-words.ts';

/** The AWS CLI on the PATH. */
export interface AwsCli {
  /** As `aws --version` prints it: `2.32.0`. */
  version: string;
  /** It is new enough for `aws login`. */
  hasLogin: boolean;
}

/** The first version of the AWS CLI with `aws login`. */
const FIRST_WITH_LOGIN = [2, 32] as const;
const ANSWER_MS = 15_000;

/** `undefined` if there is none, or it does not run. */
export async function awsCli(): Promise<AwsCli | undefined> {
  // Node takes its time to load it, and few runs ask.
  const { execFile } = await import('node:child_process');
  try {
    const { stdout } = await promisify(execFile)('aws', ['--version'], { timeout: ANSWER_MS });
    const [, version, major, minor] = /aws-cli\/((\d+)\.(\d+)[\w.]*)/.exec(stdout) ?? [];
    if (!version) return undefined;
    const [wantedMajor, wantedMinor] = FIRST_WITH_LOGIN;
    const isSameMajor = Number(major) === wantedMajor;
    const hasLogin = isSameMajor ? Number(minor) >= wantedMinor : Number(major) > wantedMajor;
    return { version, hasLogin };
  } catch {
    return undefined;
  }
}

/** `aws login` for a profile. Without a browser on this computer, it shows an address and takes a code. */
export function loginCommand(profile: string, region: string, env: NodeJS.ProcessEnv): string[] {
  const remote = hasBrowser(env) ? [] : ['--remote'];
  return ['aws', 'login', ...optionWith('profile', profile), '--region', region, ...remote];
}

function hasBrowser({ SSH_CONNECTION, DISPLAY, WAYLAND_DISPLAY }: NodeJS.ProcessEnv): boolean {
  if (SSH_CONNECTION) return false;
  return platform() !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

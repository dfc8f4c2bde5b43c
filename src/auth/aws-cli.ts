import { execFile } from 'node:child_process';
import { platform } from 'node:os';
import { promisify } from 'node:util';

/** The AWS CLI on the PATH. */
export interface AwsCli {
  /** As it says itself, `2.32.0`. */
  version: string;
  /** Does it have `aws login`? */
  logsIn: boolean;
}

/** The first AWS CLI with `aws login`. */
const SINCE = [2, 32] as const;
const ANSWER_MS = 15_000;

/** `undefined` where there is none, or none that runs. */
export async function awsCli(): Promise<AwsCli | undefined> {
  try {
    const { stdout } = await promisify(execFile)('aws', ['--version'], { timeout: ANSWER_MS });
    const [, version, major, minor] = /aws-cli\/((\d+)\.(\d+)[\w.]*)/.exec(stdout) ?? [];
    if (!version) return undefined;
    const [newer, older] = [Number(major) - SINCE[0], Number(minor) - SINCE[1]];
    return { version, logsIn: newer > 0 || (newer === 0 && older >= 0) };
  } catch {
    return undefined;
  }
}

/** `aws login` of a profile. Without a browser here, it shows an address and takes a code. */
export function loginCommand(profile: string, region: string, env: NodeJS.ProcessEnv): string[] {
  const remote = hasBrowser(env) ? [] : ['--remote'];
  return ['aws', 'login', '--profile', profile, '--region', region, ...remote];
}

export const logoutCommand = (profile: string): string[] => ['aws', 'logout', '--profile', profile];

function hasBrowser({ SSH_CONNECTION, DISPLAY, WAYLAND_DISPLAY }: NodeJS.ProcessEnv): boolean {
  if (SSH_CONNECTION) return false;
  return platform() !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

import { Blocked } from '../engine/errors.ts';
import type { Host } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';
import { loginCommand } from './aws-cli.ts';
import type { BrowserParts, BrowserRequest } from './browser/browser-sign-in.ts';
import { profiles } from './profiles.ts';
import { checkedRegion } from './region.ts';

/** Where `aws login` has signed in, by the name of the profile. */
export interface LoginRegions {
  get(profile: string): string | undefined;
  set(profile: string, region: string): void;
}

interface Parts {
  host: Host;
  browser: Omit<BrowserParts, 'host'>;
  env: NodeJS.ProcessEnv;
  region?: string | undefined;
  loginRegions: LoginRegions;
  accountId?: string | undefined;
  /** The profiles that this run has signed in by a browser. */
  madeSessions: Set<string>;
  /** Set if nobody but the root user will do. */
  asRoot?: object | undefined;
}

/** Signs in by the browser, without the AWS CLI. Gives a sentence if it fails. */
export async function browserLogin(
  { host, browser, region, accountId, madeSessions, asRoot }: Parts,
  request: Pick<BrowserRequest, 'profile' | 'remote'>,
): Promise<{ profile: string } | Text> {
  // Few runs need it.
  const { signInByBrowser } = await import('./browser/browser-sign-in.ts');
  try {
    const { profile } = await signInByBrowser(
      { ...request, region, accountId, asRoot: asRoot !== undefined },
      { ...browser, host },
    );
    madeSessions.add(profile);
    return { profile };
  } catch (error) {
    if (error instanceof Usage) return error.text;
    if (!(error instanceof Blocked)) throw error;
    const [fix] = error.fix;
    return fix ? t('{what} {fix}', { what: error.text, fix }) : error.text;
  }
}

/** Runs `aws login` in the owner's terminal, and remembers the region. Gives a sentence if it fails. */
export async function runLogin(
  { host, env, region: wanted, loginRegions, madeSessions }: Parts,
  profile: string,
): Promise<{ profile: string } | Text> {
  const existing = (await profiles()).find(({ name }) => name === profile);
  const region = checkedRegion(wanted ?? existing?.region);
  const status = await host.ask('sign-in.command', {
    kind: 'command',
    role: 'sign-in',
    message: t('"aws login" opens the browser, or shows an address. Sign in there.'),
    argv: loginCommand(profile, region, env),
  });
  if (status === 0) {
    loginRegions.set(profile, region);
    madeSessions.add(profile);
    return { profile };
  }
  return t('"aws login" failed ({status}): nobody is signed in.', { status });
}

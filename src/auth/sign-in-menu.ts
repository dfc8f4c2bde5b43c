import type { AwsCredentialIdentity } from '@aws-sdk/types';
import { ADMINISTRATOR_PROFILE } from '../engine/computer.ts';
import { Blocked, Finish, leaving } from '../engine/errors.ts';
import type { Host } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';
import { type AwsCli, awsCli } from './aws-cli.ts';
import type { BrowserParts } from './browser/browser-sign-in.ts';
import { askForKey } from './pasted-key.ts';
import { comesInBySession, isRootSession, type Profile, profiles, unusedName } from './profiles.ts';
import { DEFAULT_REGION, problemWithRegion } from './region.ts';
import { browserLogin, type LoginRegions, runLogin } from './run-login.ts';
import { menuQuestion, type SignInWay } from './sign-in-menu-question.ts';

/** The credentials that the owner chose, the practice account, or to stay whoever is signed in. */
export type SignInChoice =
  | { profile: string }
  | { pastedKey: AwsCredentialIdentity }
  | 'practice'
  | 'stay';

export interface SignInMenu {
  host: Host;
  browser: Omit<BrowserParts, 'host'>;
  /** The profiles that this run has signed in by a browser. */
  madeSessions: Set<string>;
  /** Why somebody has to sign in. */
  reason: Text;
  env: NodeJS.ProcessEnv;
  region?: string | undefined;
  loginRegions: LoginRegions;
  /** The name of the profile that was used last, which may be gone. Offered first. */
  lastProfile?: string | undefined;
  /** Ids of access keys that this run has deleted or deactivated. */
  deadKeys: ReadonlySet<string>;
  /** The account that the run is about, in the middle of a run. */
  accountId?: string | undefined;
  /** Root is to sign in for one thing. `insteadOf`: the name of the user who is signed in, and may stay so. */
  asRoot?: { insteadOf: string } | undefined;
  /** AWS has rejected credentials in this run. Else the run begins, and the practice account is offered too. */
  returning: boolean;
}

/**
 * Asks how to sign in and has the owner do it, again and again until it works.
 *
 * @throws Leave('quit') if the owner stops
 * @throws Blocked if the owner goes on in CloudShell, before anything was done
 * @throws Finish if the owner ends the run, or goes on in CloudShell, in the middle of it
 */
export async function askHowToSignIn(parts: SignInMenu): Promise<SignInChoice> {
  const { host } = parts;
  let failedRegion: string | undefined;
  for (let { reason } = parts; ; ) {
    const all = await profiles();
    const usable = all.filter(({ keyId }) => !keyId || !parts.deadKeys.has(keyId));
    const last = usable.find(({ name }) => name === parts.lastProfile);
    const renewable = renewableProfile(usable, last, parts);
    try {
      const question = menuQuestion({ ...parts, reason, usable, renewable, failedRegion });
      const way = (await host.ask('sign-in.way', question)) as SignInWay;
      const outcome = await WAYS[way]({ ...parts, all, usable, last, renewable });
      if (typeof outcome === 'string' || !('en' in outcome)) return outcome;
      reason = outcome;
      if (BY_BROWSER.includes(way)) failedRegion = regionFor(parts, renewable);
    } catch (error) {
      if (!['back', 'skip'].includes(leaving(error) ?? '')) throw error;
    }
  }
}

/**
 * The last profile. If that cannot sign in again, the profile of an administrator of this account. If root is to sign in, a profile of
 * root's.
 */
function renewableProfile(
  usable: Profile[],
  last: Profile | undefined,
  { returning, accountId = '', asRoot }: SignInMenu,
): Profile | undefined {
  const isOfAccount = ({ session }: Profile) => session?.includes(`:${accountId}:`) ?? false;
  const sessions = usable.filter(comesInBySession);
  if (asRoot) return sessions.find((one) => isRootSession(one) && isOfAccount(one));
  if (last && comesInBySession(last)) return last;
  if (!returning) return undefined;
  return sessions.find((one) => !isRootSession(one) && (!accountId || isOfAccount(one)));
}

interface Found extends SignInMenu {
  all: Profile[];
  usable: Profile[];
  last: Profile | undefined;
  renewable: Profile | undefined;
}

const BY_BROWSER: SignInWay[] = ['again', 'browser', 'other-device', 'region'];

const regionFor = ({ region }: SignInMenu, renewable: Profile | undefined): string =>
  region ?? renewable?.region ?? DEFAULT_REGION;

/** Each way gives a choice, or a sentence that says why to choose again. */
const WAYS: Record<SignInWay, (found: Found) => Promise<SignInChoice | Text>> = {
  again: ({ renewable, ...parts }) =>
    browserLogin(parts, { profile: renewable?.name ?? 'default' }),
  browser: (found) => browserLogin(found, { profile: nameFor(found) }),
  'other-device': (found) => browserLogin(found, { profile: nameFor(found), remote: true }),
  region: async (found) =>
    browserLogin({ ...found, region: await askRegion(found.host) }, { profile: nameFor(found) }),
  async 'aws-login'(found) {
    const cli = await awsCli();
    if (!cli?.hasLogin) return installCli(found.host, cli);
    return runLogin(found, nameFor(found));
  },
  async cloudshell({ accountId }) {
    const way = t('Continue in CloudShell, where you are signed in already.');
    throw accountId ? new Finish([way, ...CLOUDSHELL]) : new Blocked(way, CLOUDSHELL);
  },
  profile: chooseProfile,
  key: async ({ host }) => ({ pastedKey: await askForKey(host) }),
  practice: async () => 'practice',
  stay: async () => 'stay',
  async finish() {
    throw new Finish();
  },
};

const CLOUDSHELL = [
  t('In Rootlock\'s own folder, "npm pack" makes the file rootlock-….tgz.'),
  t(
    'Sign in to the AWS console as the root user, and open https://console.aws.amazon.com/cloudshell',
  ),
  t('There, choose Actions > Upload file, and that file. Then paste these lines:'),
  t('  node --version || nvm install 22'),
  t('  npx ./rootlock-*.tgz'),
];

async function installCli(host: Host, cli: AwsCli | undefined): Promise<Text> {
  await host.ask('sign-in.install', {
    kind: 'visit',
    role: 'sign-in',
    message: cli
      ? t('Install the AWS CLI, version 2.32 or later: yours is {version}', {
          version: cli.version,
        })
      : t('Install the AWS CLI, version 2.32 or later'),
    url: 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html',
    page: t('the installation page of the AWS CLI'),
    instructions: [
      t('Follow the steps for your computer.'),
      t('Once "aws --version" says 2.32 or later in a new terminal, come back here.'),
    ],
  });
  return t('Looked again for the AWS CLI.');
}

/** A profile of its own. Root has signed in here before, so whoever signs in another way now is the administrator. */
function nameFor({ last, lastProfile, returning, asRoot, all }: Found): string {
  if (asRoot) return unusedName('rootlock-root', all);
  const isSecond = returning || (last ? isRootSession(last) : lastProfile !== undefined);
  return unusedName(isSecond ? ADMINISTRATOR_PROFILE : 'rootlock-root', all);
}

const askRegion = (host: Host): Promise<string> =>
  host.ask('sign-in.region', {
    kind: 'text',
    role: 'sign-in',
    message: t('Which region to sign in at? The session works in all of them.'),
    initial: DEFAULT_REGION,
    notPersisted: true,
    validate: problemWithRegion,
  });

async function chooseProfile({ host, usable, last }: Found): Promise<SignInChoice> {
  const sorted = [...usable].sort((a, b) => Number(b === last) - Number(a === last));
  const profile = await host.ask('sign-in.profile', {
    kind: 'select',
    role: 'sign-in',
    message: t('Which profile?'),
    initial: sorted[0]?.name ?? '',
    choices: sorted.map((one) => ({ value: one.name, label: profileText(one) })),
    notPersisted: true,
  });
  return { profile };
}

function profileText({ name, keyId, session }: Profile): Text {
  if (keyId) return t('{name}: access key {keyId}', { name, keyId });
  if (session) return t('{name}: signed in as {session}', { name, session });
  return t('{name}', { name });
}

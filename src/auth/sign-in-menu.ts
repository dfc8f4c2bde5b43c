import type { AwsCredentialIdentity } from '@aws-sdk/types';
import { Blocked, leaving } from '../engine/errors.ts';
import type { Host } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';
import { type AwsCli, awsCli, loginCommand } from './aws-cli.ts';
import { pastedKey } from './pasted-key.ts';
import { isRoots, isUsers, type Profile, profiles } from './profiles.ts';
import { USUAL_REGION } from './region.ts';
import { menuQuestion, type Way } from './sign-in-menu-question.ts';

/** How the owner has signed in, or wants to go on. */
export type Choice = { profile: string } | { pasted: AwsCredentialIdentity } | 'practice';

interface Asking {
  host: Host;
  /** Why somebody has to sign in. */
  why: Text;
  env: NodeJS.ProcessEnv;
  region?: string | undefined;
  /** The profile that was used last: offered first. */
  last?: string | undefined;
  /** Access keys that this run has deleted or switched off. */
  dead: ReadonlySet<string>;
  /** The account that a run is about already. */
  account?: string | undefined;
  /** There were credentials until now. Else this is the first time, and the practice account is offered too. */
  returning: boolean;
}

/**
 * Asks how to sign in, and has the owner do it, until one way has led somewhere.
 *
 * @throws Leave('quit') where the owner stops
 * @throws Blocked where the owner goes on in CloudShell
 */
export async function menu(asking: Asking): Promise<Choice> {
  const { host } = asking;
  for (let { why } = asking; ; ) {
    const [cli, all] = await Promise.all([awsCli(), profiles()]);
    const known = all.filter(({ keyId }) => !keyId || !asking.dead.has(keyId));
    const last = known.find(({ name }) => name === asking.last);
    const again = againOf(known, last, asking);
    try {
      const asked = menuQuestion({ ...asking, why, cli, known, last, again });
      const way = (await host.ask('sign-in.way', asked)) as Way;
      const done = await WAYS[way]({ ...asking, cli, all, known, last, again });
      if (typeof done === 'string' || !('en' in done)) return done;
      why = done;
    } catch (error) {
      if (!['back', 'skip'].includes(leaving(error) ?? '')) throw error;
    }
  }
}

/** The profile that was used last; where that leads nowhere any more, that of an administrator who has signed in before. */
function againOf(
  known: Profile[],
  last: Profile | undefined,
  { returning, account = '' }: Asking,
): Profile | undefined {
  // `aws login` refuses a profile that has a key.
  if (last?.session && !last.keyId) return last;
  if (!returning) return undefined;
  return known.find((one) => isUsers(one) && one.session?.includes(account));
}

interface Found extends Omit<Asking, 'last'> {
  cli: AwsCli | undefined;
  all: Profile[];
  known: Profile[];
  last: Profile | undefined;
  again: Profile | undefined;
}

/** Each gives a choice, or a sentence that says why to choose again. */
const WAYS: Record<Way, (found: Found) => Promise<Choice | Text>> = {
  again: ({ again, ...asking }) => login(asking, again?.name ?? 'default'),
  async browser(found) {
    if (!found.cli?.logsIn) return install(found.host);
    // Root has been here: whoever signs in another way now is the administrator.
    const isSecond = found.returning || (found.last && isRoots(found.last));
    return login(found, freshName(isSecond ? 'rootlock-admin' : 'rootlock-root', found.all));
  },
  async cloudshell() {
    throw new Blocked(t('Go on in CloudShell, where you are signed in already.'), CLOUDSHELL);
  },
  profile: chooseProfile,
  key: async ({ host }) => ({ pasted: await pastedKey(host) }),
  practice: async () => 'practice',
};

const CLOUDSHELL = [
  t('In Rootlock\'s own folder, "npm pack" makes the file rootlock-….tgz.'),
  t(
    'Signed in to the AWS console as the root user, open https://console.aws.amazon.com/cloudshell',
  ),
  t('There, choose Actions, Upload file, and that file. Then paste these lines:'),
  t('  node --version || nvm install 22'),
  t('  npx ./rootlock-*.tgz'),
];

/** Has the terminal lent to `aws login`. */
export async function login(
  { host, env, region }: Pick<Asking, 'host' | 'env' | 'region'>,
  profile: string,
): Promise<{ profile: string } | Text> {
  const status = await host.ask('sign-in.command', {
    kind: 'command',
    role: 'sign-in',
    message: t('"aws login" opens the browser, or shows an address. Sign in there.'),
    argv: loginCommand(profile, region ?? USUAL_REGION, env),
  });
  if (status === 0) return { profile };
  return t('"aws login" has ended with {status}: nobody is signed in.', { status });
}

/** `aws login` refuses a profile that has another way to sign in. */
function freshName(base: string, all: Profile[]): string {
  const taken = new Set(all.map(({ name }) => name));
  let name = base;
  for (let n = 2; taken.has(name); n++) name = `${base}-${n}`;
  return name;
}

async function install(host: Host): Promise<Text> {
  await host.ask('sign-in.install', {
    kind: 'visit',
    role: 'sign-in',
    message: t('Install the AWS CLI, version 2.32 or later'),
    url: 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html',
    instructions: [
      t('Open this page and follow it for your computer.'),
      t('Once "aws --version" says 2.32 or later in a new terminal, come back here.'),
    ],
  });
  return t('Looked again for the AWS CLI.');
}

async function chooseProfile({ host, known, last }: Found): Promise<Choice> {
  const sorted = [...known].sort((a, b) => Number(b === last) - Number(a === last));
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
  if (session) return t('{name}: aws login as {session}', { name, session });
  return t('{name}', { name });
}

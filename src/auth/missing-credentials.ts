import { SignedOut } from '../engine/errors.ts';
import { PROGRAM, PROGRAM_FOR_REAL } from '../text/program.ts';
import { shellWord } from '../text/shell-quote.ts';
import { shortened, type Text, t } from '../text/text.ts';
import { hasCredentials, isRootSession, type Profile, withSources } from './profiles.ts';
import { administratorSignIn } from './sign-in-help.ts';

/** Characters of what a program or the SDK says. */
const ERROR_LENGTH_MAX = 300;

/** The SDK finds no credentials, or they cannot be renewed, or a file is not there. Any other error is AWS's or the network's. */
export const isMissing = (error: unknown): boolean =>
  /^(Credentials|Token)ProviderError$/.test((error as Error).name) ||
  (error as NodeJS.ErrnoException).path !== undefined;

/**
 * Says why there are no credentials, and how to get some: by the way that this profile gets them.
 *
 * @param profile the profile that they should come from. Absent if the owner has named none, and the default one is empty
 */
export async function explainMissingCredentials(
  profile: Profile | undefined,
  cause: unknown,
): Promise<SignedOut> {
  if (!profile) return new SignedOut(t('You are not signed in to AWS.'), WAYS, { cause });
  const { text, fix } = await explain(profile, (cause as Error).message);
  return new SignedOut(text, fix, { cause });
}

const WAYS = [
  t(
    'With your browser, as the root user: {program} sign-in. No access key is needed, and nothing to install.',
    { program: PROGRAM_FOR_REAL },
  ),
  t('Or in AWS CloudShell, where you are signed in already: run Rootlock there.'),
  t('Or with an AWS CLI profile: {program} --profile NAME', { program: PROGRAM_FOR_REAL }),
  t('Or practice first, nothing is real: {program} --practice', { program: PROGRAM }),
];

async function explain(profile: Profile, error: string): Promise<{ text: Text; fix: Text[] }> {
  const word = shellWord(profile.name);
  const chain = await withSources(profile);
  const again = t('Then run: {program} --profile {profile}', {
    program: PROGRAM_FOR_REAL,
    profile: word,
  });
  if (chain.some(({ mfaSerial }) => mfaSerial) && /multi-factor/.test(error)) {
    return {
      text: t(
        'The role of the profile {profile} needs an MFA code, and only the AWS CLI can ask you for it.',
        { profile: profile.name },
      ),
      fix: [
        t(
          'Run this, and type the code: eval "$(aws configure export-credentials --profile {profile} --format env)"',
          { profile: word },
        ),
        t('Then run Rootlock in the same shell, without --profile.'),
      ],
    };
  }
  const source = chain.at(-1) ?? profile;
  if (source.kind === 'sso' && /aws sso login|UnauthorizedException/.test(error)) {
    return {
      text: t(
        'The profile {profile} is not signed in to IAM Identity Center. Sign in: aws sso login --profile {source}',
        { profile: profile.name, source: shellWord(source.name) },
      ),
      fix: [again],
    };
  }
  const said = shortened(withoutCommand(error), ERROR_LENGTH_MAX);
  if (source.kind === 'process') {
    return {
      text: t('The credential_process of the profile {profile} returns no credentials: {error}', {
        profile: profile.name,
        error: said,
      }),
      fix: [
        t('Run the credential_process in {file} by itself, and fix it until it works.', {
          file: '~/.aws/config',
        }),
        again,
      ],
    };
  }
  // A sign-in by the browser touches no profile that gets its credentials in another way.
  if (source.session || !hasCredentials(source)) {
    const text = t('The profile {profile} has no valid credentials.', { profile: profile.name });
    return { text, fix: await signInAgain(source) };
  }
  return {
    text: t('The profile {profile} has no valid credentials: {error}', {
      profile: profile.name,
      error: said,
    }),
    fix: [
      t('Fix this profile in ~/.aws/config or ~/.aws/credentials.'),
      t('Or with an AWS CLI profile: {program} --profile NAME', { program: PROGRAM_FOR_REAL }),
    ],
  };
}

/** What a program has said itself. Node puts its command line before it, which may hold a secret. */
const withoutCommand = (error: string): string =>
  error.replace(/^Command failed: .*\n?/, '').trim() || '–';

/** How to sign in by the browser again. The root user is the last choice. */
async function signInAgain(profile: Profile): Promise<Text[]> {
  const word = shellWord(profile.name);
  if (!isRootSession(profile)) {
    return [
      t('Sign in again: {program} sign-in --profile {profile}', {
        program: PROGRAM_FOR_REAL,
        profile: word,
      }),
    ];
  }
  return [
    ...(await administratorSignIn()),
    t('While there is no administrator, as root: {program} sign-in --profile {profile}', {
      program: PROGRAM_FOR_REAL,
      profile: word,
    }),
  ];
}

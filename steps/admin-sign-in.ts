import {
  type Account,
  type AttestedChange,
  type ConsoleChange,
  step,
  type Text,
} from '../src/engine/step.ts';
import { addressText } from '../src/text/address.ts';
import { t } from '../src/text/text.ts';
import { sayWhoYouAre } from './iam/owner-administrator.ts';
import { describeFlaw } from './iam/sign-in-events.ts';
import { findSignInProof, type SignInProof } from './iam/sign-in-proof.ts';
import { IAM_DASHBOARD, signInPage, signInUrl } from './shared/console-urls.ts';
import { sayOutOfScope } from './shared/per-region.ts';

export default step({
  id: 'admin-sign-in',
  title: t('Proof of sign-in'),
  why: t(
    'Before the root keys are deleted, prove that you can get in without them: sign in once as the administrator.',
  ),
  cost: 'free',
  needs: ['admin-password'],
  notFor: ['project'],
  controls: [],

  async observe(look) {
    const [proven, { SummaryMap = {} }] = await Promise.all([
      findSignInProof(look),
      look.read('iam', 'GetAccountSummary', {}),
    ]);
    return { ...proven, rootPassword: SummaryMap.AccountPasswordPresent !== 0 };
  },

  evidence: ({
    owner,
    proof,
    flawed,
    expected,
    unread,
    outOfScope,
    regionsUnknown,
    cut,
    hint,
    devices,
  }) => ({
    owner,
    proof: proof && { ...proof },
    flawed: flawed && { ...flawed },
    expected,
    unread,
    outOfScope,
    regionsUnknown,
    cut,
    hint,
    devices,
  }),

  status({ owner, unknown, proof, flawed, hint, expected }) {
    if (unknown) return t('not known yet which administrator you are');
    if (owner === null) return t('you sign in with a role, which Rootlock cannot see');
    if (proof)
      return t('{owner} signed in with MFA on {day} (CloudTrail)', {
        owner,
        day: proof.at.slice(0, 10),
      });
    if (flawed) return t('none yet: {seen}', { seen: describeFlaw(owner, flawed) });
    if (expected)
      return t('{owner} signed in; CloudTrail does not show yet whether with MFA', { owner });
    if (hint) return t('none yet; the password was used on {day}', { day: hint.slice(0, 10) });
    return t('{owner} has not signed in with MFA yet', { owner });
  },

  // Useful only once another way in exists.
  handover: ({ rootPassword }) => [
    [t('IAM dashboard'), addressText(IAM_DASHBOARD)],
    ...(rootPassword
      ? [[t('use root'), t('only for tasks that require the root user')] as [Text, Text]]
      : []),
  ],

  keepSafe: ({ rootPassword }) =>
    rootPassword
      ? [t("root's mailbox and phone (they can reset everything), its second MFA device")]
      : [],

  plan(seen, _, account) {
    const { owner, unknown, proof } = seen;
    if (unknown) return [sayWhoYouAre(unknown)];
    if (owner === null) return [roleSignIn];
    return proof ? [] : [signInAs(owner, account, seen)];
  },
});

/** What keeps a sign-in from being seen, or from counting. */
function remarksOn(
  owner: string,
  { flawed, unread, outOfScope, regionsUnknown, cut }: SignInProof,
): Text[] {
  return [
    ...(flawed
      ? [t('Seen so far: {seen}. That is no proof.', { seen: describeFlaw(owner, flawed) })]
      : []),
    ...(unread.length > 0
      ? [
          t('These credentials cannot look up sign-ins in {regions}.', {
            regions: unread.join(', '),
          }),
        ]
      : []),
    ...(outOfScope.length > 0 ? [sayOutOfScope(outOfScope)] : []),
    ...(regionsUnknown
      ? [
          t(
            'These credentials cannot list the regions, so Rootlock looks up sign-ins only in the usual ones.',
          ),
        ]
      : []),
    ...(cut
      ? [
          t(
            'There are too many sign-ins to read them all, so Rootlock reads the newest: sign in now.',
          ),
        ]
      : []),
  ];
}

function signInAs(owner: string, account: Account, seen: SignInProof): ConsoleChange {
  const remarks = remarksOn(owner, seen);
  const change = bySigningIn(owner, account, remarks);
  if (!seen.expected) return change;
  const { byBrowser, ...rest } = change;
  return { ...rest, instructions: [AWAITED, ...remarks, CANNOT_SIGN_IN] };
}

const AWAITED = t(
  'You have signed in, and CloudTrail does not show it yet: wait here, or press Enter and carry on.',
);

const bySigningIn = (owner: string, account: Account, remarks: Text[]): ConsoleChange => ({
  kind: 'console',
  id: 'sign-in',
  user: owner,
  shownLate: true,
  summary: t('Sign in as {owner}', { owner }),
  ...signInPage(account),
  instructions: [
    t('Sign in as {owner}, with the password and an MFA code.', { owner }),
    t('Come back here. CloudTrail may take 15 minutes to record it.'),
    ...remarks,
    CANNOT_SIGN_IN,
  ],
  byBrowser: {
    page: t('the sign-in page of AWS'),
    instructions: [
      t('Sign in as {owner}, an IAM user of the account {id}, with the password and an MFA code.', {
        owner,
        id: account.id,
      }),
      t(
        'Rootlock sees who signed in, and keeps the session only if you say so. CloudTrail may take 15 minutes to show MFA.',
      ),
      t('Or sign in to the console on any device, at {url}, and press Enter here.', {
        url: addressText(signInUrl(account)),
      }),
      ...remarks,
      CANNOT_SIGN_IN,
    ],
  },
});

const CANNOT_SIGN_IN = t(
  'You cannot sign in? Go back, and choose Administrator MFA or Administrator password to fix it.',
);

const roleSignIn: AttestedChange = {
  kind: 'attest',
  id: 'roles',
  summary: t('You can sign in with the administrator role and MFA'),
  url: 'https://console.aws.amazon.com/singlesignon',
  page: t('IAM Identity Center'),
  privately: true,
  instructions: [
    t('Sign in with the role in a private window, and check that AWS asks for MFA.'),
    t('Rootlock cannot see this sign-in, so it does not touch the root access keys.'),
  ],
};

import { type AttestedChange, type ConsoleChange, step, type Text } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { sayWhoYouAre } from './iam/owner-administrator.ts';
import { describeFlaw } from './iam/sign-in-events.ts';
import { findSignInProof, type SignInProof } from './iam/sign-in-proof.ts';
import { signInUrl } from './shared/console-urls.ts';
import { sayOutOfScope } from './shared/per-region.ts';

export default step({
  id: 'admin-sign-in',
  title: t('Proof of sign-in'),
  why: t(
    'Before the root keys are deleted, prove that you can get in without them: sign in once as the administrator.',
  ),
  cost: 'free',
  needs: ['admin-password'],
  controls: [],

  async observe(look) {
    const [proven, { SummaryMap = {} }] = await Promise.all([
      findSignInProof(look),
      look.read('iam', 'GetAccountSummary', {}),
    ]);
    return { ...proven, rootPassword: SummaryMap.AccountPasswordPresent !== 0 };
  },

  evidence: ({ owner, proof, flawed, unread, outOfScope, regionsUnknown, cut, hint, devices }) => ({
    owner,
    proof: proof && { ...proof },
    flawed: flawed && { ...flawed },
    unread,
    outOfScope,
    regionsUnknown,
    cut,
    hint,
    devices,
  }),

  status({ owner, unknown, proof, flawed, hint }) {
    if (unknown) return t('it is not known which administrator you are');
    if (owner === null) return t('you come in by a role: Rootlock cannot see you sign in');
    if (proof)
      return t('{owner} signed in with MFA on {day}, says CloudTrail', {
        owner,
        day: proof.at.slice(0, 10),
      });
    if (flawed) return t('none yet: {seen}', { seen: describeFlaw(owner, flawed) });
    if (hint) return t('none yet; the password was used on {day}', { day: hint.slice(0, 10) });
    return t('{owner} has not signed in with MFA yet', { owner });
  },

  // Useful only once another way in exists.
  handover: ({ rootPassword }) =>
    rootPassword
      ? [
          [t('use root'), t('only for what AWS demands of root')],
          [
            t('keep safe'),
            t(
              "root's mailbox and phone (they can reset everything) and the second MFA device: not in this computer",
            ),
          ],
        ]
      : [],

  plan(seen, _, account) {
    const { owner, unknown, proof } = seen;
    if (unknown) return [sayWhoYouAre(unknown)];
    if (owner === null) return [roleSignIn];
    return proof ? [] : [signInAs(owner, signInUrl(account), remarksOn(owner, seen))];
  },
});

/** What keeps a sign-in from being seen, or from counting. */
function remarksOn(
  owner: string,
  { flawed, unread, outOfScope, regionsUnknown, cut }: SignInProof,
): Text[] {
  return [
    ...(flawed
      ? [t('Seen so far: {seen}. That does not count.', { seen: describeFlaw(owner, flawed) })]
      : []),
    ...(unread.length > 0
      ? [
          t('AWS does not let these credentials look up sign-ins in {regions}.', {
            regions: unread.join(', '),
          }),
        ]
      : []),
    ...(outOfScope.length > 0 ? [sayOutOfScope(outOfScope)] : []),
    ...(regionsUnknown
      ? [
          t(
            'AWS does not let these credentials list the regions: sign-ins are looked up in the usual ones only.',
          ),
        ]
      : []),
    ...(cut
      ? [t('There are so many sign-ins that only the newest are looked through: sign in now.')]
      : []),
  ];
}

const signInAs = (owner: string, url: string, remarks: Text[]): ConsoleChange => ({
  kind: 'console',
  id: 'sign-in',
  user: owner,
  shownLate: true,
  summary: t('Sign in as {owner}', { owner }),
  url,
  instructions: [
    t('Open the page below in a private window, so that you stay signed in as root elsewhere.'),
    t('Sign in as {owner}, with the password and a code of the MFA device.', { owner }),
    t('Come back here. CloudTrail takes some minutes to show it; Rootlock keeps looking.'),
    ...remarks,
    t(
      'You cannot get in? Go back, and choose Administrator MFA or Administrator password: both offer a way.',
    ),
  ],
});

const roleSignIn: AttestedChange = {
  kind: 'attest',
  id: 'roles',
  summary: t('You can sign in through the administrator role, with MFA'),
  url: 'https://console.aws.amazon.com/singlesignon',
  instructions: [
    t('Sign in through it in a private window, and see that it asks for MFA.'),
    t('Rootlock cannot see this. So it leaves the root access keys alone afterwards.'),
  ],
};

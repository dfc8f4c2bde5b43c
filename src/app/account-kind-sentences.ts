import type { AccountKind, AccountPlan } from '../engine/account-kind.ts';
import { numberOf } from '../hosts/sentences.ts';
import { addressText } from '../text/address.ts';
import { type Text, t } from '../text/text.ts';

/** What the kind of account means for its owner, the most urgent first. The usual kind, and what is not known, say nothing. */
export function kindSentences({
  membership,
  managementAccount,
  activation,
  plan,
}: AccountKind): Text[] {
  return [
    ...(activation === 'pending' ? [PENDING] : []),
    ...(membership === 'project' ? PROJECT : []),
    ...(membership === 'management' ? [MANAGEMENT] : []),
    ...(membership === 'member' && managementAccount ? [memberOf(managementAccount)] : []),
    ...(plan.type === 'free' ? [freePlan(plan)] : []),
  ];
}

const PENDING = t(
  'AWS has not activated this account yet: finish the registration at https://portal.aws.amazon.com/billing/signup. Users, passwords and MFA can be set up now; the rest once AWS has activated it.',
);

const MANAGEMENT = t(
  'This account manages an organization: its policies never limit this account, and whoever gets in here can reach the member accounts.',
);

const memberOf = (id: string): Text =>
  t(
    'This is a member account of the organization managed by {manager}: its policies may forbid things, even to the root user.',
    { manager: numberOf({ id }) },
  );

/** Source: AWS Account Management, "Managed policies for your organization". */
const PROJECT = [
  t(
    'This is a project of the new AWS sign-up: nobody signs in as its root user or with an IAM password, and policies of AWS forbid much else.',
  ),
  t('Rootlock leaves out what cannot be done in a project, and secures what can.'),
  t('Turn on MFA for your Builder ID, and set a spend limit, at {page}', {
    page: addressText('https://settings.aws.com'),
  }),
];

function freePlan({ hasEnded, ends, credits }: AccountPlan): Text {
  if (hasEnded) {
    return t(
      'The FREE plan of this account has ended: AWS closes the account unless you upgrade to the paid plan.',
    );
  }
  const day = ends?.toISOString().slice(0, 10);
  const usd = credits?.toFixed(2).replace('.00', '');
  if (day && usd) {
    return t(
      'This account is on the FREE plan until {day}, with {usd} USD of credits left: Rootlock never does anything that ends the free plan.',
      { day, usd },
    );
  }
  return day
    ? t(
        'This account is on the FREE plan until {day}: Rootlock never does anything that ends the free plan.',
        { day },
      )
    : t('This account is on the FREE plan: Rootlock never does anything that ends the free plan.');
}

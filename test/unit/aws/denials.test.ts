import { describe, expect, it } from 'vitest';
import { asBlocked } from '../../../src/aws/errors.ts';
import type { Blocked } from '../../../src/engine/errors.ts';
import { say } from '../../../src/text/text.ts';
import { connectTo, errorOf } from '../../support/aws/local-endpoint.ts';
import { startStub } from '../../support/aws/stub-aws.ts';

const ROOT = 'arn:aws:iam::123456789012:root';
const PARK = 'arn:aws:iam::123456789012:user/park';
const ROLE = 'arn:aws:sts::123456789012:assumed-role/Admin/park';
const SCP =
  'arn:aws:organizations::444455556666:policy/o-exampleorgid/service_control_policy/p-regiondeny';

const denied = (message: string, caller?: 'root' | 'user' | 'role') => {
  const error = Object.assign(new Error(message), {
    name: 'AccessDeniedException',
    $metadata: { httpStatusCode: 403 },
  });
  const request = { service: 'iam', operation: 'CreateUser', input: { UserName: 'kim' } } as const;
  const { text, fix } = asBlocked(error, request, { caller }) as Blocked;
  return { text: say(text), fix: fix.map(say).join('\n') };
};
const notAuthorized = (who: string, rest: string) =>
  `User: ${who} is not authorized to perform: iam:CreateUser on resource: * ${rest}`;

/** What denies, AWS's sentence without who is signed in, what the owner reads first, and a part of the advice. */
const FORMS: [what: string, rest: string, text: string, advice: string][] = [
  [
    'a service control policy',
    `with an explicit deny in a service control policy: ${SCP}`,
    'A policy of your organization',
    'Ask the administrators of the organization',
  ],
  [
    'a service control policy that allows too little',
    'because no service control policy allows the iam:CreateUser action',
    'A policy of your organization',
    'Ask the administrators of the organization',
  ],
  [
    'a resource control policy',
    'with an explicit deny in a resource control policy',
    'A policy of your organization',
    'Ask the administrators of the organization',
  ],
  [
    'a permissions boundary',
    'because no permissions boundary allows the iam:CreateUser action',
    'The permissions boundary',
    'change the boundary',
  ],
  [
    'a session policy',
    'because no session policy allows the iam:CreateUser action',
    'The policy of this session',
    'rootlock sign-in',
  ],
  [
    'a policy of the resource',
    'with an explicit deny in a resource-based policy',
    'The resource policy does not allow iam:CreateUser',
    'Look for a Deny in that policy',
  ],
  [
    'a VPC endpoint',
    'because no VPC endpoint policy allows the iam:CreateUser action',
    'A VPC endpoint on the way',
    'from another network',
  ],
  [
    'an identity-based policy that demands MFA',
    'with an explicit deny in an identity-based policy: arn:aws:iam::123456789012:policy/ForceMFA',
    'A policy of the signed-in user or role explicitly denies iam:CreateUser.',
    'aws configure mfa-login',
  ],
  [
    'the lack of a permission',
    'because no identity-based policy allows the iam:CreateUser action',
    'These credentials are not allowed to call iam:CreateUser.',
    'Sign in as the root user or as an administrator.',
  ],
  [
    'another setting',
    'because public policies are blocked by the BlockPublicPolicy block public access setting.',
    'These credentials are not allowed to call iam:CreateUser.',
    'Fix what AWS reports',
  ],
];

const PROJECT = 'arn:aws:sts::123456789012:assumed-role/AccountFullAccessRole/kim';

it('a policy of AWS for projects leads to the region of the project, and to no other administrator', () => {
  const rest = `with an explicit deny in a service control policy: ${SCP}`;
  const { text, fix } = denied(notAuthorized(PROJECT, rest));
  expect(text).toContain(SCP);
  expect(fix).toContain('name it with --region');
  expect(fix).not.toMatch(/of the organization|root user|administrator/);
  // A company may have a role of that name: its user does not assume it.
  const user = 'arn:aws:iam::123456789012:user/AccountFullAccessRole/kim';
  expect(denied(notAuthorized(user, rest)).fix).toContain(
    'Ask the administrators of the organization',
  );
});

describe('a refusal by', () => {
  it.each(FORMS)('%s is told with the reason of AWS and advice that fits', (_, rest, text, fix) => {
    const told = denied(notAuthorized(PARK, rest));
    expect(told.text).toContain(text);
    expect(told.text).toContain(
      `AWS says: not authorized to perform: iam:CreateUser on resource: * ${rest}`,
    );
    expect(told.fix).toContain(fix);
  });

  it.each([
    [
      'the account that pays',
      'Account 123456789012 is a linked account. To enable budgets for your account, ask the payer account to enable budgets first.',
      'only the management account can',
    ],
    [
      'an organization without trusted access',
      `User: ${PARK} is not authorized to perform: account:GetRegionOptStatus (Your organization must first enable trusted access with AWS Account Management.)`,
      'only the management account',
    ],
    [
      'a rule about MFA devices',
      'To complete this action, please ensure that you are authenticated with an MFA device that is enabled for this user.',
      'aws configure mfa-login',
    ],
  ])('%s is told with the reason of AWS and advice that fits', (_, message, fix) => {
    const told = denied(message);
    expect(told.text).toContain(message.replace(/^User: \S+ is /, ''));
    expect(told.fix).toContain(fix);
  });
});

describe('a name that speaks like an organization', () => {
  const BudgetName = 'a with an explicit deny in a service control policy';
  const deniedBy = (reason: string) => {
    const resource = `arn:aws:budgets::123456789012:budget/${BudgetName}`;
    const sentence = `User: ${PARK} is not authorized to perform: budgets:ViewBudget on resource: ${resource}`;
    const error = Object.assign(new Error(sentence + reason), {
      name: 'AccessDeniedException',
      $metadata: { httpStatusCode: 403 },
    });
    const input = { AccountId: '123456789012', BudgetName };
    const request = { service: 'budgets', operation: 'DescribeNotificationsForBudget', input };
    return (asBlocked(error, request as never) as Blocked).deniedBy;
  };

  it.each([
    ['AWS gives no reason', '', 'others'],
    ['AWS gives another', ' because no identity-based policy allows the action', 'others'],
    [
      'the organization denies it',
      ` with an explicit deny in a service control policy: ${SCP}`,
      'organization',
    ],
  ])('does not decide who denies a call if %s', (_, reason, by) => {
    expect(deniedBy(reason)).toBe(by);
  });

  it('is not heard where AWS repeats a name that the call does not have', () => {
    const rest = `with an explicit deny in a service control policy because no identity-based policy allows the iam:CreateUser action`;
    expect(denied(notAuthorized(PARK, rest)).text).not.toContain('organization');
  });
});

describe('advice about a refusal', () => {
  it('never tells the root user to sign in as root, whatever AWS says', () => {
    const sentences = [
      ...FORMS.filter(([, rest]) => !/identity-based|boundary/.test(rest)).map(([, rest]) =>
        notAuthorized(ROOT, rest),
      ),
      'Access Denied',
      'Account 123456789012 is a linked account. Ask the payer account.',
    ];
    for (const sentence of sentences) {
      expect(denied(sentence, 'root').fix).not.toMatch(/sign in as (the )?root/i);
    }
  });

  it('never sends the session of a role to fetch MFA, because such a session cannot carry it', () => {
    const rest = 'with an explicit deny in an identity-based policy';
    expect(denied(notAuthorized(ROLE, rest)).fix).not.toContain('MFA');
  });

  it('knows who is signed in from an earlier answer, if the refusal does not say so', async () => {
    const { url } = await startStub((operation) =>
      operation === 'GetCallerIdentity' ? undefined : { code: 'AccessDenied', message: 'No.' },
    );
    const reads = connectTo(url).reads();
    const before = (await errorOf(reads.read('iam', 'ListAccessKeys', {}))) as Blocked;
    expect(before.fix.map(say).join()).toContain('Sign in as the root user');
    await reads.read('sts', 'GetCallerIdentity', {});
    const after = (await errorOf(reads.read('iam', 'ListMFADevices', {}))) as Blocked;
    expect(after.fix.map(say).join()).not.toContain('Sign in as the root user');
  });
});

describe('the reason of AWS', () => {
  it('keeps its link, and leaves out how to ask for the same by a call', () => {
    const link =
      'https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/11111111';
    const { text } = denied(
      notAuthorized(
        PARK,
        `because no identity-based policy allows the iam:CreateUser action. Go to ${link} for complete details, or call the GetRequestAuthorizationDetails API with the following authorization id: 11111111`,
      ),
    );
    expect(text.endsWith(`Go to ${link}`)).toBe(true);
  });

  it('is cut after its last ARN, however long it is', () => {
    const rest = `with ${'a long '.repeat(90)} explicit deny in a service control policy: ${SCP}`;
    const { text } = denied(notAuthorized(PARK, `${rest} ${'and more '.repeat(90)}`));
    expect(text).toContain(SCP);
    expect(text.length).toBeLessThan(1200);
  });
});

import { ACCOUNT, type Answers, element, elements, queryAnswer, range } from './answers.ts';

const USERS = 5000;
const GROUPS = 1000;
const ROLES = 300;
const POLICIES = 400;

export const PEOPLE = `${USERS} users, ${GROUPS} groups, ${ROLES} roles, ${POLICIES} policies of two versions`;

const CREATED = '2024-03-05T06:07:08Z';
const DAY = 86_400_000;
const daysAgo = (days: number) =>
  `${new Date(Date.now() - days * DAY).toISOString().slice(0, 19)}Z`;

const arnOf = (what: string) => `arn:aws:iam::${ACCOUNT}:${what}`;
const nameOf = (n: number) => `user-${String(n).padStart(4, '0')}`;
const member = (content: string) => element('member', content);
const members = (all: string[]) => all.map(member).join('');

/** Some may become administrator, and some are: by groups, by roles, by policies. */
const allowing = (...actions: string[]): string =>
  encodeURIComponent(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: actions, Resource: '*' },
        { Effect: 'Deny', Action: ['organizations:*'], Resource: '*' },
      ],
    }),
  );
const actionsOf = (n: number): string[] =>
  n % 97 === 0
    ? ['*']
    : n % 31 === 0
      ? ['iam:PutUserPolicy', 's3:Get*']
      : ['s3:Get*', 's3:List*', 'ec2:Describe*', 'logs:*', `dynamodb:Query${n}`];

const attached = (n: number) =>
  member(
    elements({
      PolicyName: `policy-${n % POLICIES}`,
      PolicyArn: arnOf(`policy/policy-${n % POLICIES}`),
    }),
  );
const inline = (n: number) =>
  member(elements({ PolicyName: `own-${n}`, PolicyDocument: allowing(...actionsOf(n)) }));

const user = (n: number) =>
  elements({
    Path: '/',
    UserName: nameOf(n),
    UserId: `AIDA${n}`,
    Arn: arnOf(`user/${nameOf(n)}`),
    CreateDate: CREATED,
    GroupList: members([`group-${n % GROUPS}`, `group-${(n * 7) % GROUPS}`]),
    AttachedManagedPolicies: n % 11 === 0 ? attached(n) : '',
    UserPolicyList: n % 17 === 0 ? inline(n) : '',
    Tags: member(elements({ Key: 'Team', Value: `team-${n % 40}` })),
  });

const group = (n: number) =>
  elements({
    Path: '/',
    GroupName: `group-${n}`,
    GroupId: `AGPA${n}`,
    Arn: arnOf(`group/group-${n}`),
    CreateDate: CREATED,
    AttachedManagedPolicies: attached(n) + attached(n + 1),
    GroupPolicyList: n % 5 === 0 ? inline(n) : '',
  });

const trust = (n: number): string =>
  encodeURIComponent(
    JSON.stringify({
      Statement: [
        {
          Effect: 'Allow',
          Principal:
            n % 3 === 0 ? { AWS: arnOf(`user/${nameOf(n)}`) } : { Service: 'ec2.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ],
    }),
  );

const role = (n: number) =>
  elements({
    Path: '/',
    RoleName: `role-${n}`,
    RoleId: `AROA${n}`,
    Arn: arnOf(`role/role-${n}`),
    CreateDate: CREATED,
    AssumeRolePolicyDocument: trust(n),
    AttachedManagedPolicies: attached(n * 3),
    RolePolicyList: '',
    InstanceProfileList: '',
  });

const version = (n: number, id: number) =>
  member(
    elements({
      Document: allowing(...actionsOf(n), `sqs:Send${id}`),
      VersionId: `v${id}`,
      IsDefaultVersion: id === 2,
      CreateDate: CREATED,
    }),
  );
const policy = (n: number) =>
  elements({
    PolicyName: `policy-${n}`,
    PolicyId: `ANPA${n}`,
    Arn: arnOf(`policy/policy-${n}`),
    Path: '/',
    DefaultVersionId: 'v2',
    AttachmentCount: 3,
    IsAttachable: true,
    CreateDate: CREATED,
    UpdateDate: CREATED,
    PolicyVersionList: version(n, 2) + version(n, 1),
  });

const DETAILS: [list: string, n: number, one: (n: number) => string][] = [
  ['UserDetailList', USERS, user],
  ['GroupDetailList', GROUPS, group],
  ['RoleDetailList', ROLES, role],
  ['Policies', POLICIES, policy],
];
const details = DETAILS.flatMap(([list, n, one]) =>
  range(n).map((at) => ({ list, text: member(one(at)) })),
);

/** A page of a list, with where the next one begins. */
function part<One>(all: One[], fields: URLSearchParams, show: (some: One[]) => string): string {
  const from = Number(fields.get('Marker') ?? 0);
  const to = from + Number(fields.get('MaxItems') ?? 100);
  const more = to < all.length;
  const marker = more ? element('Marker', to) : '';
  return show(all.slice(from, to)) + element('IsTruncated', more) + marker;
}

const listed = range(USERS).map((n) =>
  member(
    elements({
      Path: '/',
      UserName: nameOf(n),
      UserId: `AIDA${n}`,
      Arn: arnOf(`user/${nameOf(n)}`),
      CreateDate: CREATED,
      ...(n % 3 === 0 && { PasswordLastUsed: daysAgo(n % 200) }),
    }),
  ),
);

const KEY = ['active', 'last_rotated', 'last_used_date', 'last_used_region', 'last_used_service'];
const HEADER = [
  ...['user', 'arn', 'user_creation_time', 'password_enabled', 'password_last_used'],
  ...['password_last_changed', 'password_next_rotation', 'mfa_active'],
  ...[1, 2].flatMap((key) => KEY.map((name) => `access_key_${key}_${name}`)),
  ...[1, 2].flatMap((n) => [`cert_${n}_active`, `cert_${n}_last_rotated`]),
];
const NOT = 'N/A';

function reported(n: number): string[] {
  const signsIn = n % 3 === 0;
  const key = (has: boolean) =>
    has
      ? ['true', daysAgo(20 + (n % 400)), daysAgo(n % 20), 'us-east-1', 's3']
      : ['false', NOT, NOT, NOT, NOT];
  return [
    ...[nameOf(n), arnOf(`user/${nameOf(n)}`), CREATED, String(signsIn)],
    ...(signsIn ? [daysAgo(n % 200), CREATED, NOT] : [NOT, NOT, NOT]),
    String(n % 2 === 0),
    ...key(n % 4 !== 0),
    ...key(n % 50 === 0),
    ...['false', NOT, 'false', NOT],
  ];
}
const ROOT = [
  ...['<root_account>', arnOf('root'), CREATED, 'not_supported', daysAgo(400), 'not_supported'],
  ...['not_supported', 'true', 'false', NOT, NOT, NOT, NOT, 'false', NOT, NOT, NOT, NOT],
  ...['false', NOT, 'false', NOT],
];
const report = Buffer.from(
  [HEADER, ROOT, ...range(USERS).map(reported)].map((row) => row.join(',')).join('\n'),
).toString('base64');

/** IAM of a large account, as AWS answers. */
export const peopleAnswers: Answers = {
  GetAccountAuthorizationDetails: ({ operation, fields }) =>
    queryAnswer(
      operation,
      part(details, fields, (some) =>
        DETAILS.map(([list]) =>
          element(list, some.flatMap((one) => (one.list === list ? one.text : [])).join('')),
        ).join(''),
      ),
    ),
  ListUsers: ({ operation, fields }) =>
    queryAnswer(
      operation,
      part(listed, fields, (some) => element('Users', some.join(''))),
    ),
  GenerateCredentialReport: ({ operation }) => queryAnswer(operation, element('State', 'COMPLETE')),
  GetCredentialReport: ({ operation }) =>
    queryAnswer(
      operation,
      elements({ Content: report, ReportFormat: 'text/csv', GeneratedTime: daysAgo(0.1) }),
    ),
  ListVirtualMFADevices: ({ operation }) =>
    queryAnswer(operation, elements({ VirtualMFADevices: '', IsTruncated: false })),
  ListServiceSpecificCredentials: ({ operation }) =>
    queryAnswer(operation, elements({ ServiceSpecificCredentials: '', IsTruncated: false })),
  GetAccountSummary: ({ operation }) =>
    queryAnswer(
      operation,
      element(
        'SummaryMap',
        ['AccountMFAEnabled', 'AccountPasswordPresent', 'AccountAccessKeysPresent']
          .map((key, n) => element('entry', elements({ key, value: n < 2 ? 1 : 0 })))
          .join(''),
      ),
    ),
};

import {
  CreateUserCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import type { Live } from './account.ts';
import { type Point, PREFIX, seen } from './point.ts';

export const managedPolicies: Point = {
  about: 'Which policies of AWS does GetAccountAuthorizationDetails show without a filter?',
  expected: 'those that somebody has, with their documents, and no others',
  async try({ read }) {
    const {
      UserDetailList = [],
      GroupDetailList = [],
      RoleDetailList = [],
      Policies = [],
    } = await read('iam', 'GetAccountAuthorizationDetails', {});
    const attached = new Set([
      ...[...UserDetailList, ...GroupDetailList, ...RoleDetailList].flatMap((one) =>
        (one.AttachedManagedPolicies ?? []).map(({ PolicyArn }) => PolicyArn),
      ),
      ...[...UserDetailList, ...RoleDetailList].flatMap(
        ({ PermissionsBoundary }) => PermissionsBoundary?.PermissionsBoundaryArn ?? [],
      ),
    ]);
    const shown = Policies.filter(({ PolicyVersionList = [] }) =>
      PolicyVersionList.some(({ IsDefaultVersion, Document }) => IsDefaultVersion && Document),
    ).map(({ Arn }) => Arn);
    const missing = [...attached].filter((arn) => !shown.includes(arn));
    const unused = shown.filter((arn) => arn?.includes(':iam::aws:') && !attached.has(arn));
    return seen(
      `${attached.size} are attached: ${missing.length} of them not shown; ${unused.length} of AWS shown that nobody has`,
      missing.length === 0 && unused.length === 0,
    );
  },
};

const UserName = `${PREFIX}-policies`;
const PolicyName = PREFIX;

const everything = { Effect: 'Allow', Action: '*', Resource: 'arn:aws:*' };
const elsewhere = {
  Effect: 'Deny',
  Action: 's3:*',
  Resource: '*',
  Condition: { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
};

/** A user without credentials, who would be allowed all this. */
async function makeUser({ command }: Live, ...Statement: object[]): Promise<void> {
  await command('iam', new CreateUserCommand({ UserName }));
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await command('iam', new PutUserPolicyCommand({ UserName, PolicyName, PolicyDocument }));
}

const clean = async ({ ifThere }: Live): Promise<void> => {
  await ifThere('iam', new DeleteUserPolicyCommand({ UserName, PolicyName }));
  await ifThere('iam', new DeleteUserCommand({ UserName }));
};

const arnOf = ({ partition, id }: Live) => `arn:${partition}:iam::${id}:user/${UserName}`;

export const simulatedResources: Point = {
  about:
    'How does SimulatePrincipalPolicy answer for several ARNs, with a condition key that it was not given?',
  expected: 'a result for each ARN by its name, and the key among those that are missing',
  async try(live) {
    await makeUser(live, everything, elsewhere);
    const ResourceArns = [arnOf(live), `arn:${live.partition}:s3:::${PREFIX}`];
    const { EvaluationResults: [result] = [] } = await live.read('iam', 'SimulatePrincipalPolicy', {
      PolicySourceArn: arnOf(live),
      ActionNames: ['s3:DeleteBucket'],
      ResourceArns,
    });
    const names = (result?.ResourceSpecificResults ?? []).map((one) => one.EvalResourceName);
    const missing = [
      ...(result?.MissingContextValues ?? []),
      ...(result?.ResourceSpecificResults ?? []).flatMap((one) => one.MissingContextValues ?? []),
    ];
    return seen(
      `results for ${names.join(' and ') || 'none'}; missing: ${[...new Set(missing)].join(', ') || 'none'}`,
      ResourceArns.every((arn) => names.includes(arn)) && missing.includes('aws:SourceIp'),
    );
  },
  clean,
};

export const actionsWithoutArn: Point = {
  about: 'Is an action that has no resources allowed by the resource arn:aws:*?',
  expected: 'no: its resource is *, which that does not match',
  async try(live) {
    await makeUser(live, everything);
    const { EvaluationResults: [result] = [] } = await live.read('iam', 'SimulatePrincipalPolicy', {
      PolicySourceArn: arnOf(live),
      ActionNames: ['s3:ListAllMyBuckets'],
    });
    return seen(String(result?.EvalDecision), result?.EvalDecision === 'implicitDeny');
  },
  clean,
};

import { isOperator, matchesWildcards } from '../conditions.ts';
import { badRequest, Refusal, type Table } from '../operation-table.ts';
import { asArray, parseStatements, type Statement } from '../policy-language.ts';
import { kindsOf } from './actions.ts';
import { findBucket, notConfigured } from './find-bucket.ts';

const malformed = (message: string) => badRequest('MalformedPolicy', message);
const BYTES_MAX = 20 * 1024;

export const bucketPolicies = {
  GetBucketPolicy(input, call) {
    const { policy } = findBucket(input, call, 's3:GetBucketPolicy');
    if (policy === undefined) {
      throw notConfigured('NoSuchBucketPolicy', 'The bucket policy does not exist');
    }
    return { Policy: policy };
  },

  GetBucketPolicyStatus(input, call) {
    const { policy } = findBucket(input, call, 's3:GetBucketPolicyStatus');
    if (policy === undefined) {
      throw notConfigured('NoSuchBucketPolicy', 'The bucket policy does not exist');
    }
    return { PolicyStatus: { IsPublic: parseStatements(policy).some(isPublic) } };
  },

  PutBucketPolicy(input, call) {
    const bucket = findBucket(input, call, 's3:PutBucketPolicy');
    const document = input.Policy ?? '';
    const statements = checkedPolicy(document, bucket.name);
    const isBlocked = [bucket.block, call.state.publicAccessBlock].some(
      (block) => block?.BlockPublicPolicy,
    );
    if (isBlocked && statements.some(isPublic)) {
      throw new Refusal(
        'AccessDenied',
        403,
        `User is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::${bucket.name}" because public policies are blocked by the BlockPublicPolicy block public access setting.`,
      );
    }
    bucket.policy = document;
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-s3')>;

function checkedPolicy(document: string, bucket: string): Statement[] {
  if (document.length > BYTES_MAX) throw malformed('The policy is larger than 20 KB');
  const statements = parsePolicy(document);
  if (statements.length === 0) throw malformed('Missing required field Statement');
  const arn = `arn:aws:s3:::${bucket}`;
  for (const one of statements) {
    if (one.Effect !== 'Allow' && one.Effect !== 'Deny') throw malformed('Invalid effect');
    if (one.Principal === undefined) throw malformed('Missing required field Principal');
    if (!principalsOf(one).every(isPrincipal)) throw malformed('Invalid principal in policy');
    const actions = [...asArray(one.Action), ...asArray(one.NotAction)];
    if (actions.length === 0) throw malformed('Missing required field Action');
    const kinds = actions.map(kindsOf);
    if (!kinds.every(({ buckets, objects }) => buckets || objects)) {
      throw malformed('Policy has invalid action');
    }
    const resources = [...asArray(one.Resource), ...asArray(one.NotResource)];
    const isBucket = (resource: string) => matchesWildcards(resource, arn);
    const isObject = (resource: string) =>
      resource.startsWith(`${arn}/`) || matchesWildcards(resource, `${arn}/file`);
    const isHere = (resource: string) =>
      resource.startsWith('arn:') && (isBucket(resource) || isObject(resource));
    if (resources.length === 0 || !resources.every(isHere)) {
      throw malformed('Policy has invalid resource');
    }
    const hasResource = ({ buckets, objects }: ReturnType<typeof kindsOf>) =>
      (buckets && resources.some(isBucket)) || (objects && resources.some(isObject));
    if (one.Resource !== undefined && !kinds.every(hasResource)) {
      throw malformed('Action does not apply to any resource(s) in statement');
    }
    const unknown = Object.keys(one.Condition ?? {}).find((operator) => !isOperator(operator));
    if (unknown) throw malformed(`Invalid Condition type : ${unknown}`);
  }
  return statements;
}

const principalsOf = ({ Principal }: Statement): [kind: string, principal: string][] =>
  typeof Principal === 'object'
    ? Object.entries(Principal).flatMap(([kind, all]) =>
        asArray(all).map((one): [string, string] => [kind, one]),
      )
    : [];

/** A wildcard stands alone, and for AWS accounts only: neither for the users of one, nor for services. */
const isPrincipal = ([kind, principal]: [string, string]): boolean =>
  (kind === 'AWS' && principal === '*') || !/[*?]/.test(principal);

function parsePolicy(document: string): Statement[] {
  try {
    return parseStatements(document).filter((one) => typeof one === 'object');
  } catch {
    throw malformed('This policy contains invalid Json');
  }
}

/** A condition on one of these keys, with fixed values, keeps a policy for everybody from being public. */
const RESTRICTING_KEYS =
  /^(aws:(SourceArn|SourceAccount|SourceVpce?|Principal(OrgID|Account|Arn)|userid)|s3:DataAccessPoint(Arn|Account))$/i;

function isPublic({ Effect, Principal, Condition = {} }: Statement): boolean {
  const includesEverybody =
    Principal === '*' || (typeof Principal === 'object' && asArray(Principal.AWS).includes('*'));
  const isRestricted = Object.entries(Condition).some(
    ([operator, keys]) =>
      !/Not|IfExists|Null/.test(operator) &&
      Object.entries(keys).some(
        ([key, values]) =>
          RESTRICTING_KEYS.test(key) &&
          asArray(values).every((value) => !/[*?]/.test(String(value))),
      ),
  );
  return Effect === 'Allow' && includesEverybody && !isRestricted;
}

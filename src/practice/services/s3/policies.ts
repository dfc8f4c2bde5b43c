import { isOperator, like, listOf, type Statement, statementsOf } from '../iam/policy-language.ts';
import { Refusal, type Table } from '../operation-table.ts';
import { bucketOf, no, unset } from './bucket-of.ts';

const malformed = (message: string) => no('MalformedPolicy', message);
const BYTES_MAX = 20 * 1024;

export const policies = {
  GetBucketPolicy(input, call) {
    const { policy } = bucketOf(input, call, 's3:GetBucketPolicy');
    if (policy === undefined) {
      throw unset('NoSuchBucketPolicy', 'The bucket policy does not exist');
    }
    return { Policy: policy };
  },

  PutBucketPolicy(input, call) {
    const bucket = bucketOf(input, call, 's3:PutBucketPolicy');
    const document = input.Policy ?? '';
    const statements = checked(document, bucket.name);
    if (bucket.block?.BlockPublicPolicy && statements.some(isPublic)) {
      throw new Refusal(
        'AccessDenied',
        403,
        `User is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::${bucket.name}" because public policies are blocked by the BlockPublicPolicy block public access setting.`,
      );
    }
    bucket.policy = document;
    return {};
  },

  DeleteBucketPolicy(input, call) {
    const bucket = bucketOf(input, call, 's3:DeleteBucketPolicy');
    delete bucket.policy;
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-s3')>;

function checked(document: string, bucket: string): Statement[] {
  if (document.length > BYTES_MAX) throw malformed('The policy is larger than 20 KB');
  const statements = read(document);
  if (statements.length === 0) throw malformed('Missing required field Statement');
  const arn = `arn:aws:s3:::${bucket}`;
  for (const one of statements) {
    if (one.Effect !== 'Allow' && one.Effect !== 'Deny') throw malformed('Invalid effect');
    if (one.Principal === undefined) throw malformed('Missing required field Principal');
    const actions = [...listOf(one.Action), ...listOf(one.NotAction)];
    if (actions.length === 0) throw malformed('Missing required field Action');
    if (!actions.every((action) => /^(\*|s3:[\w*?]+)$/i.test(action))) {
      throw malformed('Policy has invalid action');
    }
    const resources = [...listOf(one.Resource), ...listOf(one.NotResource)];
    const isHere = (resource: string) => like(resource, arn) || resource.startsWith(`${arn}/`);
    if (resources.length === 0 || !resources.every(isHere)) {
      throw malformed('Policy has invalid resource');
    }
    const unknown = Object.keys(one.Condition ?? {}).find((operator) => !isOperator(operator));
    if (unknown) throw malformed(`Invalid Condition type : ${unknown}`);
  }
  return statements;
}

function read(document: string): Statement[] {
  try {
    return statementsOf(document).filter((one) => typeof one === 'object');
  } catch {
    throw malformed('This policy contains invalid Json');
  }
}

/** Conditions on these, with values that are fixed, keep a policy for everybody from being public. */
const NARROWING =
  /^(aws:(SourceArn|SourceAccount|SourceVpce?|Principal(OrgID|Account|Arn)|userid))$/i;

function isPublic({ Effect, Principal, Condition = {} }: Statement): boolean {
  const isForAll =
    Principal === '*' || (typeof Principal === 'object' && listOf(Principal.AWS).includes('*'));
  const isNarrow = Object.entries(Condition).some(
    ([operator, keys]) =>
      !/Not|IfExists|Null/.test(operator) &&
      Object.entries(keys).some(
        ([key, values]) =>
          NARROWING.test(key) && listOf(values).every((value) => !/[*?]/.test(String(value))),
      ),
  );
  return Effect === 'Allow' && isForAll && !isNarrow;
}

interface Operation {
  service: string;
  operation: string;
  /** The IAM actions that it needs, such as `iam:GetUser`. */
  actions: string[];
  /** It changes something. */
  write: boolean;
  /** No step of the account sends it. */
  noStepSends: boolean;
}

/** An IAM policy document. */
interface Policy {
  Version: '2012-10-17';
  Statement: { Sid: string; Effect: 'Allow'; Action: string[]; Resource: string }[];
}

/**
 * Operations that a run about the account calls as root alone, on root's own keys and certificates. No policy limits root, and
 * anybody else would gain power over other people's keys.
 */
const ROOT_ONLY = new Set([
  'DeleteAccessKey',
  'DeleteSigningCertificate',
  'GetAccessKeyLastUsed',
  'ListSigningCertificates',
  'UpdateAccessKey',
]);

/** What every run sends before it looks at its steps: who is signed in, and to which kind of account. */
const AT_FIRST = [
  'account GetAccountInformation',
  'freetier GetAccountPlanState',
  'iam GetAccountAuthorizationDetails',
  'iam ListAccountAliases',
  'organizations DescribeOrganization',
  'sts GetCallerIdentity',
];

/** The operations of a run about the account. */
export const ofAccount = (operations: Operation[]): Operation[] =>
  operations.filter(({ noStepSends }) => !noStepSends);

/** The operations of a run of a playbook. `calls`: its own, as `iam GetUser`. */
export const ofPlaybook = (operations: Operation[], calls: readonly string[]): Operation[] =>
  operations.filter(({ service, operation }) =>
    [...AT_FIRST, ...calls].includes(`${service} ${operation}`),
  );

/**
 * The policy that lets somebody other than root call these operations. The reads have a statement of their own, since
 * they are enough for a dry run. The resources are `*`: what a run will find or create is not known beforehand.
 *
 * @param ofRoot names of operations that it leaves out, as root needs no policy
 */
export function permissions(operations: Operation[], ofRoot = ROOT_ONLY): Policy {
  const allowed = operations.filter(({ operation }) => !ofRoot.has(operation));
  const reads = allowed.filter(({ write }) => !write);
  const writes = allowed.filter(({ write }) => write);
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'RootlockReads', Effect: 'Allow', Action: actionsOf(reads), Resource: '*' },
      { Sid: 'RootlockWrites', Effect: 'Allow', Action: actionsOf(writes), Resource: '*' },
    ],
  };
}

/** Reads that playbooks alone send. */
const NO_LOOK_SENDS = new Set([
  'DescribeIamInstanceProfileAssociations',
  'GetInstanceProfile',
  'ListPolicies',
]);

/** The policy for whoever only looks, by `status`, `review`, `report` and `export`. Of files, it opens AWS's logs alone. */
export function readerPolicy(operations: Operation[]): Policy {
  const looks = operations.filter(
    ({ operation, write }) => !write && !NO_LOOK_SENDS.has(operation) && operation !== 'GetObject',
  );
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'RootlockReads', Effect: 'Allow', Action: actionsOf(looks), Resource: '*' },
      {
        Sid: 'RootlockLogFiles',
        Effect: 'Allow',
        Action: ['s3:GetObject'],
        Resource: 'arn:aws:s3:::*/AWSLogs/*',
      },
    ],
  };
}

/** Each action once, sorted. */
const actionsOf = (operations: Operation[]): string[] =>
  [...new Set(operations.flatMap(({ actions }) => actions))].sort();

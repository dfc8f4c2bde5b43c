import { isProjectCaller } from '../engine/account-kind.ts';
import type { DeniedBy } from '../engine/errors.ts';
import { PERMISSIONS, SIGN_IN } from '../text/program.ts';
import { type Text, t } from '../text/text.ts';

/** Who is signed in; `project` is the role that people have in a project. `undefined` if that is not known. */
export type Caller = 'root' | 'user' | 'role' | 'project' | undefined;

/** `arn`: as GetCallerIdentity tells it. Empty if it is not known. */
export function callerOf(arn: string): Caller {
  if (arn.endsWith(':root')) return 'root';
  if (/^arn:[\w-]+:iam::\d*:user\//.test(arn)) return 'user';
  if (isProjectCaller(arn)) return 'project';
  return arn ? 'role' : undefined;
}

/** What denies a call, and what this caller can do about it. */
interface Denial {
  /** In AWS's sentence. IAM User Guide, "Troubleshoot access denied error messages", and recordings of real accounts. */
  pattern: RegExp;
  text(action: string): Text;
  fix(caller: Caller): Text[];
  /** Nobody in this account can allow it. */
  isByOrganization?: true;
}

const ASK_ORGANIZATION = t(
  'Ask the administrators of the organization to allow it, or to do it for you.',
);
const IN_PROJECT = [
  t(
    'AWS made this policy for projects. A project works in one region: find it at https://settings.aws.com (the project, Overview, Region), and name it with --region.',
  ),
  t('If that is the region of this run, AWS does not allow it in a project.'),
];
const MFA_SESSION = t(
  'If it asks for MFA: "aws configure mfa-login" creates a profile with MFA from an access key and a code. Run Rootlock with that profile.',
);

/** The first that matches counts. */
const DENIALS: Denial[] = [
  {
    pattern: /(service|resource) control policy/,
    isByOrganization: true,
    text: (action) => t('A policy of your organization denies {action}.', { action }),
    fix: (caller) => (caller === 'project' ? IN_PROJECT : [ASK_ORGANIZATION]),
  },
  {
    pattern: /linked account|payer account|enable trusted access/,
    text: (action) => t('Your organization must allow {action} first.', { action }),
    fix: () => [
      t('Ask the administrators of the organization: only the management account can allow it.'),
    ],
  },
  {
    pattern: /permissions boundary/,
    text: (action) =>
      t('The permissions boundary of these credentials does not allow {action}.', { action }),
    fix: () => [
      t('Sign in as the root user, or as an administrator without such a boundary.'),
      t('Or change the boundary: IAM console > the user or role > Permissions boundary.'),
    ],
  },
  {
    pattern: /session policy/,
    text: (action) => t('The policy of this session does not allow {action}.', { action }),
    fix: () => [
      t(
        'Sign in without such a policy, with "{command}" for instance. What made this session has narrowed it.',
        { command: SIGN_IN },
      ),
    ],
  },
  {
    pattern: /VPC endpoint policy/,
    text: (action) => t('A VPC endpoint on the way to AWS does not allow {action}.', { action }),
    fix: () => [t('Run Rootlock from another network, or change the endpoint policy.')],
  },
  {
    pattern: /MFA device/,
    text: (action) => t('AWS allows {action} only after signing in with MFA.', { action }),
    fix: () => [MFA_SESSION],
  },
  {
    pattern: /explicit deny in an identity-based policy/,
    text: (action) =>
      t('A policy of the signed-in user or role explicitly denies {action}.', { action }),
    fix: (caller) => [
      t('Ask another administrator, or the root user, to remove the Deny.'),
      // The session of a role never carries MFA. IAM User Guide, "MFA-protected API access".
      ...(caller === 'role' || caller === 'project' ? [] : [MFA_SESSION]),
    ],
  },
  {
    pattern: /resource-based policy/,
    text: (action) => t('The resource policy does not allow {action}.', { action }),
    fix: (caller) => [
      t(
        'Look for a Deny in that policy. For a bucket: S3 console > the bucket > Permissions > Bucket policy.',
      ),
      ...(caller === 'root' ? [] : [t('Or sign in as somebody whom that policy allows.')]),
    ],
  },
  {
    pattern: /not authorized to perform: sts:AssumeRole/,
    text: () => t('These credentials are not allowed to assume the role of the profile.'),
    fix: () => [
      t(
        'The trust policy of the role and a policy of the caller must allow it. Or use another profile.',
      ),
    ],
  },
  {
    pattern: /no identity-based policy allows/,
    text: mayNot,
    fix: () => [
      t('Sign in as the root user or as an administrator.'),
      t('Or give them the permissions that "{command}" prints.', { command: PERMISSIONS }),
    ],
  },
  {
    pattern: /\bbecause\b|\(.+\)$/,
    text: mayNot,
    fix: () => [t('Fix what AWS reports, then run Rootlock again. --verbose shows every call.')],
  },
  {
    pattern: /^/,
    text: mayNot,
    fix: (caller) =>
      caller === 'root'
        ? [
            t(
              'Only a policy of an organization or of the resource can deny the root user: ask its author.',
            ),
          ]
        : [
            t('Sign in as the root user, or as an administrator who is allowed to do this.'),
            t('Or give them the permissions that "{command}" prints.', { command: PERMISSIONS }),
          ],
  },
];

function mayNot(action: string): Text {
  return t('These credentials are not allowed to call {action}.', { action });
}

/** AWS's sentence without what only names say: its reason comes last, and a name may hold another one. */
function withoutNames(message: string, names: string[]): string {
  const rest = names.reduce((text, name) => text.replaceAll(name, ''), message);
  const [start = '', ...reasons] = rest.split(/(?=\b(?:with an explicit deny|because)\b)/);
  return start + (reasons.at(-1) ?? '');
}

/**
 * What AWS's refusal means, with AWS's own reason.
 *
 * @param message AWS's sentence
 * @param known who is signed in, if the sentence does not say so
 * @param names values of the request that the sentence may repeat
 */
export function explainDenial(
  action: string,
  message: string,
  known: Caller,
  names: string[],
): { text: Text; fix: Text[]; deniedBy: DeniedBy } {
  const named = /^User: (arn:\S+)/.exec(message)?.[1];
  const caller = named ? callerOf(named) : known;
  const words = withoutNames(message, names);
  const denial = DENIALS.find(({ pattern }) => pattern.test(words));
  const what = denial?.text(action) ?? mayNot(action);
  const reason = message
    .replace(/^User: \S+ is /, '')
    // The link before it leads to the same details.
    .replace(/ for complete details, or call the GetRequestAuthorizationDetails API.*$/s, '');
  return {
    text: reason ? t('{what} AWS says: {reason}', { what, reason }) : what,
    fix: denial?.fix(caller) ?? [],
    deniedBy: denial?.isByOrganization ? 'organization' : 'others',
  };
}

import type { Input } from '../../aws/operations.ts';
import type { PageLook } from '../page.ts';
import type { Question, SignedIn } from './question.ts';
import type { HeldPolicy } from './subjects.ts';
import { isNamed, WITHOUT_BOUNDARY, WITHOUT_SCP } from './what-if.ts';

type Simulation = Input<'iam', 'SimulatePrincipalPolicy'>;

export const MFA = 'aws:MultiFactorAuthPresent';

type Told = [key: string, type: 'boolean' | 'date' | 'ip' | 'string', value: string];

/** What AWS is told of the request. Only what is sure of a call that is made now, from this region, by nobody else. */
export function toldOf(
  look: Pick<PageLook, 'account' | 'clock'>,
  { from }: Question,
  way: SignedIn,
): Told[] {
  const now = new Date(look.clock() - (look.clock() % 60_000)).toISOString();
  return [
    ...(way === 'key' ? [] : [[MFA, 'boolean', String(way === 'mfa')] satisfies Told]),
    ['aws:RequestedRegion', 'string', look.account.region],
    ['aws:CurrentTime', 'date', now],
    ['aws:SecureTransport', 'boolean', 'true'],
    ['aws:ViaAWSService', 'boolean', 'false'],
    ...(from ? [['aws:SourceIp', 'ip', from] satisfies Told] : []),
  ];
}

/** The simulator's input for one way of signing in. */
export function inputOf(look: PageLook, question: Question, way: SignedIn): Simulation {
  const { subject, actions, resources, attach, boundary } = question;
  const excluded = excludedBy(question);
  return {
    PolicySourceArn: subject.arn,
    ActionNames: actions,
    ...(resources.join() !== '*' && { ResourceArns: resources }),
    ...(attach && { PolicyInputList: [attach.text] }),
    ...(boundary && { PermissionsBoundaryPolicyInputList: [boundary.text] }),
    ...(excluded.length > 0 && { PolicyExclusionList: excluded }),
    ContextEntries: toldOf(look, question, way).map(([ContextKeyName, ContextKeyType, value]) => ({
      ContextKeyName,
      ContextKeyType,
      ContextKeyValues: [value],
    })),
  };
}

type Exclusion = NonNullable<Simulation['PolicyExclusionList']>[number];

function excludedBy({ subject, without }: Question): Exclusion[] {
  return without.flatMap((name): Exclusion[] => {
    if (name === WITHOUT_BOUNDARY) return [{ PolicyType: 'permission-boundary' }];
    if (name === WITHOUT_SCP) return [{ PolicyType: 'scp' }];
    if (!subject.policies) return [{ PolicyArn: name }];
    return subject.policies.filter((policy) => isNamed(policy, name)).flatMap(exclusionsOf);
  });
}

/** Recorded: AWS compares the ARN of a managed policy without its path. What nobody has, it ignores. */
const exclusionsOf = ({ name, arn, holder }: HeldPolicy): Exclusion[] =>
  arn
    ? [...new Set([arn, arn.replace(/:policy\/.*\//, ':policy/')])].map((PolicyArn) => ({
        PolicyArn,
      }))
    : [
        {
          InlinePolicyIdentifier: {
            PolicyName: name,
            AttachmentType: holder.kind,
            AttachmentName: holder.name,
          },
        },
      ];

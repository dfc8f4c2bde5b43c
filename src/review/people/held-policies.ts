import { t } from '../../text/text.ts';
import { isKnown, type Known } from '../known.ts';
import type { Policy } from './seen.ts';
import type { Sources, UserDetail } from './sources.ts';

type Attached = { PolicyName?: string | undefined; PolicyArn?: string | undefined }[] | undefined;
type Inline =
  | { PolicyName?: string | undefined; PolicyDocument?: string | undefined }[]
  | undefined;

type TextOf = (arn: string) => Known<string>;

/** What attached policies say, by their ARNs. */
export function textsOfPolicies({ details, wholeDetails }: Sources): TextOf {
  const texts = new Map<string, string>();
  for (const { Arn = '', PolicyVersionList = [] } of details.Policies) {
    const text = PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion)?.Document;
    if (text !== undefined) texts.set(Arn, text);
  }
  const missing = isKnown(wholeDetails)
    ? { unknown: t('AWS does not give its text') }
    : wholeDetails;
  return (arn) => {
    const text = texts.get(arn);
    return text === undefined ? missing : { is: text };
  };
}

export const policiesOf = (attached: Attached, inline: Inline, textOf: TextOf): Policy[] => [
  ...(attached ?? []).map(({ PolicyName = '', PolicyArn = '' }) => ({
    name: PolicyName,
    arn: PolicyArn,
    document: textOf(PolicyArn),
  })),
  ...(inline ?? []).map(({ PolicyName = '', PolicyDocument = '' }) => ({
    name: PolicyName,
    document: { is: PolicyDocument },
  })),
];

export const boundaryOf = (
  boundary: UserDetail['PermissionsBoundary'],
  textOf: TextOf,
): Policy | null => {
  const arn = boundary?.PermissionsBoundaryArn;
  return arn === undefined ? null : { name: arn.replace(/^.*\//, ''), arn, document: textOf(arn) };
};

export const policiesOfGroups = ({ details }: Sources, textOf: TextOf): Map<string, Policy[]> =>
  new Map(
    details.GroupDetailList.map(({ GroupName = '', AttachedManagedPolicies, GroupPolicyList }) => [
      GroupName,
      policiesOf(AttachedManagedPolicies, GroupPolicyList, textOf),
    ]),
  );

import type { resultOn } from '../../../steps/iam/simulation.ts';
import type { Question } from './question.ts';
import { statementAt } from './statement-text.ts';
import type { HeldPolicy } from './subjects.ts';

type Matched = ReturnType<typeof resultOn>['matched'][number];

/** A statement that decides, in the policy that it is from. */
export interface Deciding {
  /** AWS's name of the policy. */
  id: string;
  isBoundary: boolean;
  /** The policy, if it is among those that were read. `holder` is absent if it is only supposed. */
  policy?: { name: string; text?: string; holder?: HeldPolicy['holder'] };
  /** The number of the statement, from 0, if it could be found. */
  statement?: number;
}

/** Recorded: AWS says `Permissions Boundary Policy`, and not what its documents list. */
const BOUNDARY = /boundary/i;

/** Finds a matched statement in what was read. Recorded: an inline policy's id is `user_kim_NAME`, a managed one's its name. */
export function decidingOf(question: Question, matched: Matched): Deciding {
  const {
    SourcePolicyId: id = '',
    SourcePolicyType: type = '',
    StartPosition,
    EndPosition,
  } = matched;
  const isBoundary = BOUNDARY.test(type) || BOUNDARY.test(id);
  const found = candidatesOf(question, id, isBoundary)
    .map((policy) => ({
      policy,
      statement:
        policy.text === undefined
          ? undefined
          : statementAt(policy.text, StartPosition, EndPosition),
    }))
    .sort(
      (one, other) => Number(one.statement === undefined) - Number(other.statement === undefined),
    )[0];
  return {
    id,
    isBoundary,
    ...(found && { policy: found.policy }),
    ...(found?.statement !== undefined && { statement: found.statement }),
  };
}

/** Two policies may share a name: the one that has a statement there is meant. */
function candidatesOf(
  { subject, attach, boundary }: Question,
  id: string,
  isBoundary: boolean,
): NonNullable<Deciding['policy']>[] {
  if (isBoundary) return [boundary ?? subject.boundary].flatMap((one) => one ?? []);
  if (/^PolicyInputList\.\d+$/.test(id)) return attach ? [attach] : [];
  return (subject.policies ?? []).filter(({ name, arn, holder }) =>
    arn ? id === name || id === arn : id === name || id === `${holder.kind}_${holder.name}_${name}`,
  );
}

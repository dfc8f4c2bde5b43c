import type { Account } from '../../src/engine/step.ts';
import { leversOf } from '../iam/escalation.ts';
import type { Principal } from '../iam/escalation-calls.ts';
import { asArray, type Statement } from '../iam/policy-document.ts';
import { anybodyIn } from '../iam/principals.ts';
import { anyOf } from '../iam/verdict.ts';
import { POWERFUL } from '../person/aws-policies.ts';
import { roleArn } from './find-role.ts';

/**
 * Could a role make itself administrator by this policy, or perhaps could it?
 *
 * @param text the policy as JSON. Absent: nobody may read it, so that it may say anything
 */
export function givesPower(
  policy: string,
  text: string | undefined,
  role: string,
  account: Account,
): boolean {
  if (text === undefined || POWERFUL.test(policy)) return true;
  const { Statement } = JSON.parse(text) as { Statement?: Statement | Statement[] };
  const arn = roleArn(account, role);
  const principal: Principal = {
    arn,
    source: arn,
    rights: { identity: asArray(Statement) },
    ways: [{ mfa: false }],
    groups: [],
    policies: [],
  };
  const { levers, others } = leversOf(principal, anybodyIn(account));
  return anyOf([...levers.map((lever) => lever.verdict), others]).answer !== 'no';
}

import type { Statement } from '../../../steps/iam/policy-document.ts';
import type { Answer } from '../../../steps/iam/verdict.ts';
import {
  ACCOUNT,
  AT_OFFICE,
  allow,
  deny,
  ELSEWHERE,
  given,
  iam,
  KIM,
  WITH_MFA,
} from './statements.ts';

/** May kim assume the role by its trust policy, with these rights of their own? */
export interface TrustCase {
  name: string;
  trust: Statement[];
  inline: Statement[];
  enters: Answer;
}

export const ROLE = iam('role/team/Admin');

const trust = (AWS: string | string[]): Statement => ({
  Effect: 'Allow',
  Principal: { AWS },
  Action: 'sts:AssumeRole',
});
const not = (statement: Statement): Statement => ({ ...statement, Effect: 'Deny' });
const ROOT = iam('root');
const ASSUME = allow('sts:AssumeRole', ROLE);
const noMfa = { Null: { 'aws:MultiFactorAuthPresent': 'true' } };
const externalId = { StringEquals: { 'sts:ExternalId': 'x' } };

const saying =
  (enters: Answer) =>
  (name: string, statements: Statement | Statement[], ...inline: Statement[]): TrustCase => ({
    name,
    trust: [statements].flat(),
    inline,
    enters,
  });
const enters = saying('yes');
const stays = saying('no');
const mayEnter = saying('unknown');

export const TRUST_POLICIES: TrustCase[] = [
  enters('named', trust(KIM)),
  enters('named among others', trust([iam('user/jun'), KIM])),
  stays('named without the path', trust(iam('user/kim'))),
  stays('somebody who is gone is named', trust('AIDAEXAMPLEEXAMPLE')),
  stays('the account is named, and nobody allows it', trust(ROOT)),
  enters('the account is named, and they are allowed', trust(ROOT), ASSUME),
  enters('the account is named by its number', trust(ACCOUNT), ASSUME),
  stays('another role is allowed', trust(ROOT), allow('sts:AssumeRole', iam('role/Reader'))),
  mayEnter(
    'the account is named, and they are at the office',
    trust(ROOT),
    given(AT_OFFICE, ASSUME),
  ),
  stays('named, and denied by their own policy', trust(KIM), deny('sts:*')),
  enters('anybody may', { ...trust('*'), Principal: '*' }),
  enters('anybody in AWS may', trust('*')),
  stays('another account is named', trust('arn:aws:iam::999999999999:root'), allow('sts:*')),
  stays('a service is named', { ...trust(''), Principal: { Service: 'ec2.amazonaws.com' } }),
  stays('another action is allowed', { ...trust(KIM), Action: 'sts:TagSession' }),
  stays('everybody is denied', [trust(KIM), not(trust('*'))]),
  stays('the account is denied', [trust(KIM), not(trust(ROOT))]),
  enters('somebody else is denied', [trust(KIM), not(trust(iam('user/jun')))]),
  enters('with MFA', given(WITH_MFA, trust(KIM))),
  stays('with MFA and without it', given({ ...WITH_MFA, ...noMfa }, trust(KIM))),
  mayEnter('at the office', given(AT_OFFICE, trust(KIM))),
  mayEnter('not elsewhere', [trust(KIM), given(ELSEWHERE, not(trust('*')))]),
  mayEnter('with an external id', given(externalId, trust(KIM))),
  mayEnter(
    'everybody but one is denied',
    [trust(ROOT), { Effect: 'Deny', NotPrincipal: { AWS: KIM }, Action: 'sts:AssumeRole' }],
    ASSUME,
  ),
];

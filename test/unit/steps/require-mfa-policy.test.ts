import { describe, expect, it } from 'vitest';
import { evaluate, parseStatements } from '../../../src/practice/services/policy-language.ts';
import { may } from '../../../steps/iam/policy-evaluation.ts';
import {
  attachRequireMfa,
  createRequireMfa,
  REQUIRE_MFA,
  readRequireMfaPolicy,
  requireMfaDocument,
} from '../../../steps/people/require-mfa-policy.ts';
import { REQUIRE_MFA_CASES } from '../../support/policies/require-mfa-cases.ts';
import { ACCOUNT } from '../../support/policies/statements.ts';

const account = { id: ACCOUNT, partition: 'aws', region: 'us-east-1' } as never;

/** A look at an account with these policies of its own, as IAM gives them. */
const lookAt = (policies: Record<string, string>, path = '/') =>
  ({
    account,
    read: async () => ({
      Policies: Object.entries(policies).map(([PolicyName, document]) => ({
        PolicyName,
        Arn: `arn:aws:iam::${ACCOUNT}:policy${path}${PolicyName}`,
        PolicyVersionList: [
          { VersionId: 'v1', Document: encodeURIComponent('{"Statement":[]}') },
          { VersionId: 'v2', IsDefaultVersion: true, Document: encodeURIComponent(document) },
        ],
      })),
    }),
  }) as never;

describe('the policy that requires MFA', () => {
  it('lets the practice account allow and deny what it should', () => {
    const wrong = REQUIRE_MFA_CASES.filter(
      ({ identity, keys: context, action, resource, allowed }) => {
        const statements = parseStatements(JSON.stringify({ Statement: identity }));
        const decision = evaluate(statements, { action, resource, context });
        return (decision === 'allowed') !== allowed;
      },
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
    expect(REQUIRE_MFA_CASES.length).toBeGreaterThan(100);
  });

  it('is judged alike by the steps, where somebody calls for themselves', () => {
    const own = REQUIRE_MFA_CASES.filter(({ keys }) => keys['aws:ViaAWSService'] === 'false');
    const wrong = own.filter(({ identity, keys, action, resource, allowed }) => {
      const how = { mfa: keys['aws:MultiFactorAuthPresent'] === 'true' };
      // A role session has no MFA, and none of the policies asks it for one.
      return may({ identity }, { action, resource }, how).answer !== (allowed ? 'yes' : 'no');
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('fits into a managed policy, and is the same in other partitions', () => {
    expect(requireMfaDocument(account).length).toBeLessThan(6144);
    expect(requireMfaDocument({ partition: 'aws-cn' })).toContain('arn:aws-cn:iam::*:mfa/*');
  });

  it('is found by what it says, whatever it is called, and in whatever order', async () => {
    const { Version, Statement } = JSON.parse(requireMfaDocument(account));
    const shuffled = JSON.stringify({ Statement: Statement.toReversed(), Version });
    expect(await readRequireMfaPolicy(lookAt({ 'no-mfa-no-fun': shuffled }))).toEqual({
      name: 'no-mfa-no-fun',
      isThere: true,
      taken: false,
    });
  });

  it.each([
    ['nothing', {}, REQUIRE_MFA, false],
    ['other policies', { other: '{"Statement":[]}' }, REQUIRE_MFA, false],
    [
      'one of its name that says something else',
      { [REQUIRE_MFA.toUpperCase()]: '{"Statement":[]}' },
      `${REQUIRE_MFA}-2`,
      true,
    ],
  ])('gets a name that is free beside %s', async (_, policies, name, taken) => {
    expect(await readRequireMfaPolicy(lookAt(policies))).toEqual({ name, isThere: false, taken });
  });

  it('is made with our tag and attached by its ARN', () => {
    expect(createRequireMfa(account, REQUIRE_MFA).input).toEqual({
      PolicyName: REQUIRE_MFA,
      PolicyDocument: requireMfaDocument(account),
      Tags: [{ Key: 'managed-by', Value: 'rootlock' }],
    });
    expect(attachRequireMfa(account, 'Developers', REQUIRE_MFA).input).toEqual({
      GroupName: 'Developers',
      PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/${REQUIRE_MFA}`,
    });
  });
});

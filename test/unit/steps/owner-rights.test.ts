import { describe, expect, it } from 'vitest';
import type { Look } from '../../../src/engine/step.ts';
import { assertHasOwnerRights } from '../../../steps/iam/owner-rights.ts';
import { ADMINISTRATOR_ACCESS } from '../../support/accounts/policies.ts';
import { KIM } from '../../support/policies/statements.ts';

interface Asked {
  ResourceArns: string[];
  ActionNames: string[];
}

/** An account in which kim has AdministratorAccess, and AWS's simulator answers so. */
const lookWith = (simulated: (action: string, resources: string[]) => object) => {
  const asked: Asked[] = [];
  const answers: Record<string, (input: Asked) => object> = {
    GetAccountAuthorizationDetails: () => ({
      UserDetailList: [
        {
          UserName: 'kim',
          Arn: KIM,
          AttachedManagedPolicies: [
            { PolicyName: 'AdministratorAccess', PolicyArn: ADMINISTRATOR_ACCESS },
          ],
        },
      ],
    }),
    SimulatePrincipalPolicy(input) {
      asked.push(input);
      return {
        EvaluationResults: input.ActionNames.map((EvalActionName) => ({
          EvalActionName,
          ...simulated(EvalActionName, input.ResourceArns),
        })),
      };
    },
  };
  const details = answers.GetAccountAuthorizationDetails?.({ ResourceArns: [], ActionNames: [] });
  const read = async (_: string, operation: string, input: Asked) =>
    operation === 'GetAccountAuthorizationDetails' ? details : answers[operation]?.(input);
  const account = { id: '111122223333', partition: 'aws', region: 'us-east-1' };
  return { look: { read, account } as unknown as Look, asked };
};

const each = (resources: string[], decision: (resource: string) => string, more = {}) =>
  resources.map((EvalResourceName) => ({
    EvalResourceName,
    EvalResourceDecision: decision(EvalResourceName),
    ...more,
  }));

describe('the owner’s rights', () => {
  it('are asked for on real ARNs: the user, a group, a role and a bucket, in one call', async () => {
    const { look, asked } = lookWith((_, resources) => ({
      EvalDecision: 'allowed',
      ResourceSpecificResults: each(resources, () => 'allowed'),
    }));
    await assertHasOwnerRights(look, 'kim');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.ResourceArns).toEqual([
      KIM,
      expect.stringContaining(':group/'),
      expect.stringContaining(':role/'),
      expect.stringContaining('arn:aws:s3:::'),
    ]);
  });

  it('are not there where a policy of the organization denies one of them', async () => {
    const { look } = lookWith((action, resources) => ({
      EvalDecision: 'explicitDeny',
      ResourceSpecificResults: each(resources, () =>
        action === 's3:DeleteBucket' ? 'explicitDeny' : 'allowed',
      ),
    }));
    await expect(assertHasOwnerRights(look, 'kim')).rejects.toThrow(
      'kim is an administrator, but is denied: s3:DeleteBucket.',
    );
  });

  it('are unknown where one hangs on what AWS was not told, allowed or not', async () => {
    for (const decision of ['allowed', 'explicitDeny']) {
      const { look } = lookWith((_, resources) => ({
        EvalDecision: decision,
        ResourceSpecificResults: each(resources, () => decision, {
          MissingContextValues: ['aws:SourceIp'],
        }),
      }));
      await expect(assertHasOwnerRights(look, 'kim')).rejects.toThrow(
        'how far depends on: aws:SourceIp',
      );
    }
  });

  it('are unknown where AWS does not say, and of somebody who is not there', async () => {
    const { look } = lookWith(() => ({}));
    await expect(assertHasOwnerRights(look, 'kim')).rejects.toThrow('depends on: iam:CreateUser');
    await expect(assertHasOwnerRights(look, 'jun')).rejects.toThrow('depends on: jun');
  });
});

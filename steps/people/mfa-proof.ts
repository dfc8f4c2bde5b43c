import { Blocked } from '../../src/engine/errors.ts';
import type { Look, Request } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';

type Simulation = Extract<Request, { operation: 'SimulatePrincipalPolicy' }>['input'];

/** Harmless, about oneself, and none of what sets MFA up. */
const SAMPLE = ['iam:GetLoginProfile', 'iam:ListAccessKeys', 'iam:ListGroupsForUser'];

/** By condition key: the type and the values that the simulator is told. A key that is left out is missing in the call. */
export type Circumstances = Record<string, ['boolean' | 'ip' | 'date', string]>;

/** What to ask AWS's policy simulator about somebody in the group, with one more policy. */
export const simulationOf = (
  arn: string,
  policy: string,
  circumstances: Circumstances,
): Simulation => ({
  PolicySourceArn: arn,
  ActionNames: SAMPLE,
  ResourceArns: [arn],
  PolicyInputList: [policy],
  ContextEntries: Object.entries({
    'aws:ViaAWSService': ['boolean', 'false'] as const,
    ...circumstances,
  }).map(([ContextKeyName, [ContextKeyType, value]]) => ({
    ContextKeyName,
    ContextKeyType,
    ContextKeyValues: [value],
  })),
});

/** Does AWS deny all of it, or nothing of it? */
export function outcomeOf({
  EvaluationResults = [],
}: {
  EvaluationResults?: { EvalDecision?: string | undefined }[] | undefined;
}): 'denied' | 'let through' | 'unclear' {
  const denied = EvaluationResults.filter(({ EvalDecision }) => EvalDecision === 'explicitDeny');
  if (denied.length === 0 && EvaluationResults.length === SAMPLE.length) return 'let through';
  return denied.length === SAMPLE.length ? 'denied' : 'unclear';
}

/**
 * Has AWS simulate that the policy stops these users without MFA, and not with it.
 *
 * @throws Blocked if AWS says otherwise of somebody
 */
export async function proveDenial(look: Look, arns: string[], policy: string): Promise<void> {
  const simulate = async (arn: string, circumstances: Circumstances) =>
    outcomeOf(
      await look.read('iam', 'SimulatePrincipalPolicy', simulationOf(arn, policy, circumstances)),
    );
  const doubtful = await Promise.all(
    arns.map(async (arn) => {
      const [without, withMfa] = await Promise.all([
        // Without a value for MFA: as a call by an access key.
        simulate(arn, {}),
        simulate(arn, { 'aws:MultiFactorAuthPresent': ['boolean', 'true'] }),
      ]);
      return without === 'denied' && withMfa === 'let through' ? [] : [nameIn(arn)];
    }),
  );
  const names = doubtful.flat().join(', ');
  if (names !== '') throw unproven(names);
}

const nameIn = (arn: string): string => arn.split('/').at(-1) ?? '';

/** The simulator does not say of these people that the policy would hold them to MFA, so nobody is. */
export const unproven = (names: string): Blocked =>
  new Blocked(
    t("AWS's policy simulator does not confirm that the policy does what it should for {names}.", {
      names,
    }),
    [
      t(
        'Look for a Deny in their policies, in their permissions boundary, or in the organization.',
      ),
      t('Then run Rootlock again.'),
    ],
  );

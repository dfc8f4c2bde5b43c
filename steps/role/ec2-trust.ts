import type { Account } from '../../src/engine/step.ts';
import { asArray, type Statement } from '../iam/policy-document.ts';
import { effectsOf, isAboutAction } from '../iam/policy-evaluation.ts';

/** What EC2 is called in trust policies. China has a name of its own. */
const ec2Of = ({ partition }: Pick<Account, 'partition'>): string =>
  partition === 'aws-cn' ? 'ec2.amazonaws.com.cn' : 'ec2.amazonaws.com';

const ASSUME = 'sts:AssumeRole';

/** The trust policy of a role that EC2 alone acts as, as JSON. */
export const ec2Trust = (account: Pick<Account, 'partition'>): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: ec2Of(account) }, Action: ASSUME }],
  });

export interface Trust {
  /** EC2 may act as the role. */
  takesEc2: boolean;
  /** Whoever else may, as the policy names them. */
  others: string[];
  /** A condition or a Deny holds. */
  isLimited: boolean;
}

/** What a trust policy says of EC2 and of others. A principal that it leaves open counts as another one. */
export function readTrust(trust: Statement[], account: Account): Trust {
  const ec2 = ec2Of(account);
  const allowed = effectsOf(trust, 'Allow');
  return {
    takesEc2: allowed.some(
      (one) => isAboutAction(one, ASSUME) && principalsOf(one).includes(`Service ${ec2}`),
    ),
    others: [...new Set(allowed.flatMap(principalsOf))]
      .filter((one) => one !== `Service ${ec2}`)
      .map((one) => one.replace(/^(Service|AWS|Federated) /, '')),
    isLimited: trust.some(
      ({ Effect, Condition }) => Effect !== 'Allow' || Object.keys(Condition ?? {}).length > 0,
    ),
  };
}

/** As `Service ec2.amazonaws.com`: a name says what it is only with its kind. */
function principalsOf({ Principal, NotPrincipal }: Statement): string[] {
  if (NotPrincipal !== undefined || Principal === undefined) return ['NotPrincipal'];
  if (typeof Principal === 'string') return [Principal];
  return Object.entries(Principal).flatMap(([kind, names]) =>
    asArray(names).map((name) => `${kind} ${name}`),
  );
}

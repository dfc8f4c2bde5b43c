import { Blocked } from '../../src/engine/errors.ts';
import { type Account, step } from '../../src/engine/step.ts';
import { commandAbout } from '../../src/text/program.ts';
import { t } from '../../src/text/text.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { ec2Trust, readTrust } from './ec2-trust.ts';
import { type Ec2Role, findRole } from './find-role.ts';

/** The most principals that a sentence names. */
const LISTED = 3;

export const roleMade = (wanted: string) =>
  step({
    id: 'role-made',
    title: t('Role'),
    why: t('An instance acts as a role: AWS gives it credentials that end by themselves.'),
    cost: 'free',
    controls: [],

    async observe(look) {
      const role = await findRole(look, wanted);
      const isLimited = role.exists && assertForEc2Alone(role, look.account);
      const { name, exists, boundary } = role;
      return { name, exists, isLimited, boundary };
    },

    evidence: ({ name, exists, boundary }) => ({ role: exists ? name : null, boundary }),

    status({ name, exists, isLimited, boundary }) {
      if (!exists) return t('none yet');
      if (boundary) {
        return t('{name} exists, limited by {boundary}', {
          name,
          boundary: boundary.split('/').at(-1) ?? boundary,
        });
      }
      return isLimited
        ? t('{name} exists, and its trust has conditions', { name })
        : t('{name} exists', { name });
    },

    plan: ({ name, exists }, _, account) =>
      exists
        ? []
        : [
            {
              kind: 'call',
              summary: t('Create the role {name}, which EC2 alone may act as', { name }),
              undo: t('IAM console > Roles > {name} > Delete', { name }),
              service: 'iam',
              operation: 'CreateRole',
              input: {
                RoleName: name,
                AssumeRolePolicyDocument: ec2Trust(account),
                Tags: [ROOTLOCK_TAG],
              },
            },
          ],
  });

/**
 * Returns whether its trust is limited by a condition or a Deny.
 *
 * @throws Blocked if somebody else may act as the role, or EC2 may not: what it is for is not ours to change
 */
function assertForEc2Alone({ name, path, trust }: Ec2Role, account: Account): boolean {
  const { takesEc2, others, isLimited } = readTrust(trust, account);
  const isAwsOwn = /^\/aws-(service-role|reserved)\//.test(path);
  if (takesEc2 && others.length === 0 && !isAwsOwn) return isLimited;
  const another = t('For another role: {command}', {
    command: commandAbout('role', `${name.slice(0, 60)}-ec2`, '--for', 'ec2'),
  });
  if (isAwsOwn) {
    throw new Blocked(t('The role {name} is there already, and AWS manages it.', { name }), [
      another,
    ]);
  }
  throw new Blocked(
    others.length === 0
      ? t('The role {name} is there already, and EC2 may not act as it.', { name })
      : t('The role {name} is there already, and not for EC2 alone: {others} may act as it.', {
          name,
          others: others.slice(0, LISTED).join(', ') + (others.length > LISTED ? ', ...' : ''),
        }),
    [
      another,
      t(
        'Or, if it is yours: IAM console > Roles > {name} > Trust relationships > Edit: ec2.amazonaws.com alone.',
        { name },
      ),
    ],
  );
}

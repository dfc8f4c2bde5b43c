import { Blocked } from '../../src/engine/errors.ts';
import { type ApiCall, type Look, step, type Text } from '../../src/engine/step.ts';
import { commandAbout } from '../../src/text/program.ts';
import { t } from '../../src/text/text.ts';
import { isNamed } from '../iam/names.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { findRole, profileOf } from './find-role.ts';

export const roleProfile = (wanted: string) =>
  step({
    id: 'role-profile',
    title: t('Instance profile'),
    why: t('EC2 takes a role by an instance profile: at the launch, or while an instance runs.'),
    cost: 'free',
    needs: ['role-policy'],
    controls: [],

    async observe(look) {
      const role = await findRole(look, wanted);
      const profile = profileOf(role)?.name;
      if (profile !== undefined) return { name: role.name, profile, isEmpty: false };
      const there = await profileNamed(look, role.name);
      return {
        name: role.name,
        profile: there === 'ours' ? role.name : null,
        isEmpty: there === 'empty',
      };
    },

    evidence: ({ profile }) => ({ profile }),

    status: ({ profile, isEmpty, name }) =>
      profile !== null
        ? t('{profile}', { profile })
        : isEmpty
          ? t('{name} exists, without a role', { name })
          : t('none yet'),

    handover: ({ profile }) =>
      profile === null
        ? []
        : [
            [
              t('in the console'),
              t('Launch an instance > Advanced details > IAM instance profile > {profile}', {
                profile,
              }),
            ],
            [
              t('by the AWS CLI'),
              t('{command}', {
                command: `aws ec2 run-instances ... --iam-instance-profile Name=${profile}`,
              }),
            ],
            [
              t('access key'),
              t('none: the AWS CLI and programs on the instance find the role by themselves'),
            ],
          ],

    plan: ({ name, profile, isEmpty }) =>
      profile !== null ? [] : [...(isEmpty ? [] : [create(name)]), addRole(name, isEmpty)],
  });

/**
 * What is there of the role's name. `ours`: a profile that the role is in, which IAM shows here sooner than in the list of roles.
 *
 * @throws Blocked if another role is in it: a profile has one, and instances may act as it
 */
async function profileNamed(look: Look, name: string): Promise<'none' | 'empty' | 'ours'> {
  const found = await look.find('iam', 'GetInstanceProfile', { InstanceProfileName: name });
  if (!found) return 'none';
  const [other] = found.InstanceProfile?.Roles ?? [];
  if (!other) return 'empty';
  if (isNamed(name)({ name: other.RoleName ?? '' })) return 'ours';
  throw new Blocked(
    t('The instance profile {name} is there already, with another role in it: {other}', {
      name,
      other: other.RoleName ?? '',
    }),
    [
      t('For another role: {command}', {
        command: commandAbout('role', `${name.slice(0, 60)}-ec2`, '--for', 'ec2'),
      }),
    ],
  );
}

/** The console deletes a profile with the role of its name. IAM User Guide, "Delete roles or instance profiles". */
const deleteRole = (name: string): Text =>
  t('IAM console > Roles > {name} > Delete: the profile goes with it', { name });

const create = (name: string): ApiCall => ({
  kind: 'call',
  summary: t('Create the instance profile {name}', { name }),
  undo: deleteRole(name),
  service: 'iam',
  operation: 'CreateInstanceProfile',
  input: { InstanceProfileName: name, Tags: [ROOTLOCK_TAG] },
});

/** An empty profile may be somebody's who has given it to an instance, and would have the role at once. */
const addRole = (name: string, isThere: boolean): ApiCall => ({
  kind: 'call',
  summary: isThere
    ? t('Put the role {name} into the instance profile of that name, which was there before', {
        name,
      })
    : t('Put the role {name} into it', { name }),
  ...(isThere && { danger: true as const }),
  undo: deleteRole(name),
  service: 'iam',
  operation: 'AddRoleToInstanceProfile',
  input: { InstanceProfileName: name, RoleName: name },
});

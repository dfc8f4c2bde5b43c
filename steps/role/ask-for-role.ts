import type { RunContext, Text } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { statements } from '../iam/policy-document.ts';
import { unlessBlocked } from '../shared/unless-blocked.ts';
import { readTrust } from './ec2-trust.ts';
import { rolesOf } from './find-role.ts';
import { calledOf, INSTANCE } from './instance.ts';

/** The most names that a question lists. */
const LISTED = 12;

/** The answer that gives the role to no instance. */
const NONE = 'none';

/** Asks for the name of the role: one that EC2 alone acts as, or a new one. */
export async function askForRole(
  { host, reads, account }: Pick<RunContext, 'host' | 'reads' | 'account'>,
  problemWith: (name: string) => Text | undefined,
): Promise<string> {
  const names = (await rolesOf(reads()))
    .filter(({ AssumeRolePolicyDocument }) => {
      const { takesEc2, others } = readTrust(statements(AssumeRolePolicyDocument), account);
      return takesEc2 && others.length === 0;
    })
    .map(({ RoleName = '' }) => RoleName);
  return host.ask('role', {
    kind: 'text',
    role: 'subject',
    message:
      names.length === 0
        ? t('Name of the new role? What the program is called is fine.')
        : t('Which role? For EC2 so far: {all}. A new name makes a new role.', {
            all: names.slice(0, LISTED).join(', ') + (names.length > LISTED ? ', ...' : ''),
          }),
    example: 'web',
    validate: problemWith,
  });
}

/** Asks which running instance is to have the role, if there are any and nobody has named one. */
export async function askForInstance(
  { host, reads, account, answerStore, interactive, only, skip }: RunContext,
  name: string,
): Promise<void> {
  if (!interactive || answerStore.get(INSTANCE) !== undefined) return;
  if (skip.has('role-instance') || only?.has('role-instance') === false) return;
  // Nobody needs to be asked for the role to be made: without the right to look, the question is left out.
  const found = await unlessBlocked(
    reads().read('ec2', 'DescribeInstances', {
      Filters: [{ Name: 'instance-state-name', Values: ['running'] }],
    }),
  );
  const running = (found?.Reservations ?? []).flatMap(({ Instances = [] }) => Instances);
  if (running.length === 0) return;
  const chosen = await host.ask(INSTANCE, {
    kind: 'select',
    role: 'subject',
    message: t('Which running instance in {region} is to have the role {name}?', {
      region: account.region,
      name,
    }),
    initial: NONE,
    choices: [
      { value: NONE, label: t('none now: it is chosen at the launch') },
      ...running.map((instance) => ({
        value: instance.InstanceId ?? '',
        label: labelOf(calledOf(instance), instance.IamInstanceProfile?.Arn),
      })),
    ],
  });
  if (chosen !== NONE) answerStore.set(INSTANCE, chosen);
}

const labelOf = (instance: string, profile: string | undefined): Text =>
  profile === undefined
    ? t('{instance}, without a role', { instance })
    : t('{instance}, with the profile {profile}', {
        instance,
        profile: profile.split('/').at(-1) ?? profile,
      });

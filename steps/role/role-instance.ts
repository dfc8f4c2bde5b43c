import { Blocked } from '../../src/engine/errors.ts';
import { type Account, type ApiCall, step } from '../../src/engine/step.ts';
import { NOWHERE } from '../../src/text/placeholder.ts';
import { shellLine } from '../../src/text/shell-quote.ts';
import { type Text, t } from '../../src/text/text.ts';
import { findRole, profileOf } from './find-role.ts';
import { INSTANCE, type Instance, readInstance } from './instance.ts';

interface Wanted {
  instance: Instance;
  /** The name of the profile. */
  profile: string;
  role: string;
  givesPower: boolean;
}

export const roleInstance = (wanted: string) =>
  step({
    id: 'role-instance',
    title: t('Running instance'),
    why: t('An instance that runs already can be given the role, without a restart.'),
    cost: 'free',
    needs: ['role-profile'],
    controls: [],

    async observe(look) {
      const chosen = look.known(INSTANCE);
      const [role, instance] = await Promise.all([
        findRole(look, wanted),
        typeof chosen === 'string' ? readInstance(look, chosen) : null,
      ]);
      const profile = profileOf(role);
      const isGiven =
        instance?.given != null && !instance.given.isLeaving && instance.given.arn === profile?.arn;
      if (instance && !isGiven) assertFits(instance);
      return {
        role: role.name,
        profile: profile?.name ?? role.name,
        givesPower: role.givesPower,
        instance,
        isGiven,
      };
    },

    evidence: ({ instance, isGiven }) => ({
      instance: instance?.id ?? null,
      given: isGiven,
      imdsV1: instance?.answersImdsV1 ?? null,
    }),

    status({ instance, isGiven, role }) {
      if (!instance) return t('none chosen: choose the profile at the launch, or use --instance');
      const has = isGiven
        ? t('{instance} acts as {role}', { instance: instance.called, role })
        : instance.given
          ? t('{instance} has the profile {former}', {
              instance: instance.called,
              former: nameOf(instance.given.arn),
            })
          : t('{instance} has no role', { instance: instance.called });
      return instance.answersImdsV1 ? t('{has}. {imds}', { has, imds: IMDS_V1 }) : has;
    },

    handover: ({ instance }) =>
      instance?.answersImdsV1
        ? [
            [
              t('metadata service'),
              t(
                'EC2 console > Instances > {id} > Actions > Instance settings > Modify instance metadata options > IMDSv2: Required',
                { id: instance.id },
              ),
            ],
          ]
        : [],

    mayAsk: { instance: 'text' },

    plan({ role, profile, givesPower, instance, isGiven }, _, account) {
      if (!instance || isGiven) return [];
      const wanted = { instance, profile, role, givesPower };
      return [instance.given ? replace(wanted, instance.given, account) : associate(wanted)];
    },
  });

const IMDS_V1: Text = t(
  'It answers to IMDSv1 too: a forged request can take the credentials of its role',
);

/**
 * EC2 API reference, AssociateIamInstanceProfile and ReplaceIamInstanceProfileAssociation.
 *
 * @throws Blocked if AWS takes no profile for it in its state
 */
function assertFits({ called, state, given }: Instance): void {
  const isMoving = /^(pending|stopping)$/.test(state) || given?.isLeaving;
  if (isMoving) {
    throw new Blocked(
      t('{instance} is just changing. Run this again in a minute.', { instance: called }),
      [],
      { notYet: true },
    );
  }
  if (given && state !== 'running') {
    throw new Blocked(
      t('{instance} has another profile, which AWS replaces only while it runs.', {
        instance: called,
      }),
      [t('Start it, and run this again.')],
    );
  }
}

const powerRow = ({ instance }: Wanted): [Text, Text, Text] => [
  t('whoever gets into {instance}', { instance: instance.id }),
  t('no rights'),
  t('all rights, or a way to them'),
];

function associate(wanted: Wanted): ApiCall {
  const { instance, profile, role, givesPower } = wanted;
  return {
    kind: 'call',
    summary: t('Give {instance} the role {role}', { instance: instance.called, role }),
    ...(givesPower && { danger: true as const, diff: [powerRow(wanted)] }),
    undo: t('EC2 console > Instances > {id} > Actions > Security > Modify IAM role', {
      id: instance.id,
    }),
    service: 'ec2',
    operation: 'AssociateIamInstanceProfile',
    input: { InstanceId: instance.id, IamInstanceProfile: { Name: profile } },
  };
}

/** Its programs lose what they could do so far. */
function replace(
  wanted: Wanted,
  former: NonNullable<Instance['given']>,
  account: Account,
): ApiCall {
  const { instance, profile, role, givesPower } = wanted;
  return {
    kind: 'call',
    summary: t('Give {instance} the role {role}, and take the profile {former} from it', {
      instance: instance.called,
      role,
      former: nameOf(former.arn),
    }),
    danger: true,
    ...(givesPower && { diff: [powerRow(wanted)] }),
    undo: wayBackTo(nameOf(former.arn), instance.id, account),
    service: 'ec2',
    operation: 'ReplaceIamInstanceProfileAssociation',
    input: { AssociationId: former.id, IamInstanceProfile: { Name: profile } },
  };
}

/** AWS numbers the association anew, so that the command has to ask for its id. In practice it leads nowhere. */
function wayBackTo(former: string, id: string, { region, practice, endpoint }: Account): Text {
  const address = practice ? `https://${NOWHERE}` : endpoint;
  const where = ['--region', region, ...(address ? ['--endpoint-url', address] : [])];
  const ask = shellLine([
    ...['aws', 'ec2', 'describe-iam-instance-profile-associations'],
    ...['--filters', `Name=instance-id,Values=${id}`],
    ...['--query', 'IamInstanceProfileAssociations[0].AssociationId', '--output', 'text'],
    ...where,
  ]);
  const give = shellLine([
    ...['aws', 'ec2', 'replace-iam-instance-profile-association'],
    ...['--iam-instance-profile', `Name=${former}`, ...where, '--association-id'],
  ]);
  return t('{command}', { command: `${give} $(${ask})` });
}

const nameOf = (arn: string): string => arn.split('/').at(-1) ?? arn;

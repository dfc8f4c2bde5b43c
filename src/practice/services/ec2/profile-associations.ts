import type { Filter } from '@aws-sdk/client-ec2';
import { randomBase32 } from '../../ids.ts';
import type { Ec2, InstanceProfile, PracticeState } from '../../state/account-state.ts';
import { iamArn } from '../iam-arns.ts';
import { badRequest, type CallContext, type Table } from '../operation-table.ts';

type Instance = NonNullable<Ec2['instances']>[number];

interface Named {
  Arn?: string | undefined;
  Name?: string | undefined;
}

/** Which instance has which instance profile. An instance has one at most. EC2 API reference. */
export const profileAssociations = {
  AssociateIamInstanceProfile({ InstanceId, IamInstanceProfile = {} }, call) {
    const instance = instancesIn(call).find(({ id }) => id === InstanceId);
    if (!instance) {
      throw badRequest(
        'InvalidInstanceID.NotFound',
        `The instance ID '${InstanceId}' does not exist`,
      );
    }
    const arn = arnOf(IamInstanceProfile, call);
    checkState(instance, ['running', 'stopped']);
    if (instance.profile) {
      throw badRequest(
        'IncorrectState',
        `There is an existing association for instance ${instance.id}`,
      );
    }
    return associate(instance, arn);
  },

  /** Of a running instance. The association that comes of it has an id of its own. */
  ReplaceIamInstanceProfileAssociation({ AssociationId, IamInstanceProfile = {} }, call) {
    const instance = instancesIn(call).find(({ profile }) => profile?.id === AssociationId);
    if (!instance) {
      throw badRequest(
        'InvalidAssociationID.NotFound',
        `An invalid association-id of '${AssociationId}' was given`,
      );
    }
    const arn = arnOf(IamInstanceProfile, call);
    checkState(instance, ['running']);
    return associate(instance, arn);
  },

  DescribeIamInstanceProfileAssociations: ({ Filters }, call) => ({
    IamInstanceProfileAssociations: instancesIn(call)
      .filter((instance) => instance.profile && passes(instance, Filters))
      .map(describeAssociation),
  }),
} satisfies Table<typeof import('@aws-sdk/client-ec2')>;

const instancesIn = ({ state, region }: Pick<CallContext, 'state' | 'region'>): Instance[] =>
  state.ec2[region]?.instances ?? [];

function checkState({ id, state }: Instance, fitting: string[]): void {
  if (fitting.includes(state)) return;
  throw badRequest(
    'IncorrectInstanceState',
    `The instance '${id}' is not in a state from which it can be associated: ${fitting.join(', ')}`,
  );
}

/** EC2 learns from IAM of a profile, and of the role in it, as late as anybody. */
function arnOf({ Arn, Name }: Named, { state, propagatedState }: CallContext): string {
  const [now, late] = [state, propagatedState()].map((one) => profileIn(one, { Arn, Name }));
  if (!now || !late) {
    const [member, value] = Arn ? ['arn', Arn] : ['name', Name];
    throw badRequest(
      'InvalidParameterValue',
      `Value (${value}) for parameter iamInstanceProfile.${member} is invalid. Invalid IAM Instance Profile ${Arn ? 'ARN' : 'name'}`,
    );
  }
  const arn = iamArn(state, 'instance-profile', now);
  if (now.role === undefined || late.role === undefined) {
    throw badRequest(
      'InvalidParameterValue',
      `IAM Instance Profile "${arn}" has no associated IAM Roles`,
    );
  }
  return arn;
}

const profileIn = (state: PracticeState, { Arn, Name }: Named): InstanceProfile | undefined =>
  (state.instanceProfiles ?? []).find((one) =>
    Arn ? iamArn(state, 'instance-profile', one) === Arn : one.name === Name,
  );

function associate(instance: Instance, arn: string) {
  instance.profile = { id: `iip-assoc-${randomBase32(17).toLowerCase()}`, arn };
  return { IamInstanceProfileAssociation: describeAssociation(instance) };
}

const describeAssociation = ({ id, profile }: Instance) => ({
  InstanceId: id,
  ...(profile && {
    AssociationId: profile.id,
    IamInstanceProfile: { Arn: profile.arn, Id: `AIPA${profile.id.slice(-17).toUpperCase()}` },
  }),
  State: 'associated' as const,
});

/** Of the filters, those that a step sends. */
function passes({ id }: Instance, filters: Filter[] = []): boolean {
  return filters.every(({ Name, Values = [] }) => {
    if (Name === 'instance-id') return Values.includes(id);
    if (Name === 'state') return Values.includes('associated');
    throw badRequest('InvalidParameterValue', `The filter '${Name}' is invalid`);
  });
}

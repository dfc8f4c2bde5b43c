import type {
  _InstanceType,
  Instance as Described,
  Filter,
  HttpTokensState,
  InstanceStateName,
} from '@aws-sdk/client-ec2';
import type { Instance } from '../../state/instances.ts';
import { badRequest, type Table } from '../operation-table.ts';

export const instances = {
  DescribeInstances({ Filters, InstanceIds }, { state, region }) {
    const { instances: all = [], volumes = [] } = state.ec2[region] ?? {};
    for (const id of InstanceIds ?? []) checkExists(id, all);
    const found = all.filter(
      (one) => passes(one, Filters) && (InstanceIds?.includes(one.id) ?? true),
    );
    return {
      Reservations: found.map((one) => ({
        ReservationId: `r-${one.id.slice(2)}`,
        OwnerId: state.id,
        Instances: [
          {
            ...describeInstance(one),
            BlockDeviceMappings: volumes.flatMap(({ id, attached }) =>
              attached?.instance === one.id
                ? {
                    DeviceName: attached.device,
                    Ebs: { VolumeId: id, Status: 'attached' as const },
                  }
                : [],
            ),
          },
        ],
      })),
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-ec2')>;

/** Of the filters, those that a step sends. */
function passes({ state, tokens }: Instance, filters: Filter[] = []): boolean {
  return filters.every(({ Name, Values = [] }) => {
    if (Name === 'instance-state-name') return Values.includes(state);
    if (Name === 'metadata-options.http-tokens') return Values.includes(tokens);
    throw badRequest('InvalidParameterValue', `The filter '${Name}' is invalid`);
  });
}

function checkExists(id: string, all: Instance[]): void {
  if (!/^i-[0-9a-f]{8,17}$/.test(id)) {
    throw badRequest('InvalidInstanceID.Malformed', `Invalid id: "${id}"`);
  }
  if (all.some((one) => one.id === id)) return;
  throw badRequest('InvalidInstanceID.NotFound', `The instance ID '${id}' does not exist`);
}

const describeInstance = (one: Instance): Described => ({
  InstanceId: one.id,
  ImageId: 'ami-0b5e5a0c0ffee0001',
  InstanceType: (one.type ?? 't3.micro') as _InstanceType,
  State: { Name: one.state as InstanceStateName },
  MetadataOptions: {
    HttpTokens: one.tokens as HttpTokensState,
    HttpEndpoint: 'enabled',
    HttpPutResponseHopLimit: 1,
  },
  Monitoring: { State: one.isDetailed ? 'enabled' : 'disabled' },
  ...(one.zone && { Placement: { AvailabilityZone: one.zone } }),
  ...(one.launched && { LaunchTime: new Date(one.launched) }),
  ...(one.name !== undefined && { Tags: [{ Key: 'Name', Value: one.name }] }),
  ...(one.profile && { IamInstanceProfile: { Arn: one.profile.arn } }),
  ...(one.network && describeNetwork(one.network)),
});

function describeNetwork(network: NonNullable<Instance['network']>): Described {
  const { vpc, subnet, groups, privateAddress, publicAddress } = network;
  const SecurityGroups = groups.map((GroupId) => ({ GroupId }));
  return {
    VpcId: vpc,
    SubnetId: subnet,
    PrivateIpAddress: privateAddress,
    ...(publicAddress && { PublicIpAddress: publicAddress }),
    SecurityGroups,
    NetworkInterfaces: [
      {
        NetworkInterfaceId: network.interface,
        VpcId: vpc,
        SubnetId: subnet,
        PrivateIpAddress: privateAddress,
        Groups: SecurityGroups,
        ...(publicAddress && { Association: { PublicIp: publicAddress } }),
      },
    ],
  };
}

import type { Volume as Described, VolumeType } from '@aws-sdk/client-ec2';
import type { Volume } from '../../state/instances.ts';
import { badRequest, type Table } from '../operation-table.ts';

export const volumes = {
  DescribeVolumes({ Filters, VolumeIds }, { state, region }) {
    if (Filters || VolumeIds) throw badRequest('InvalidParameterValue', 'Only all are played.');
    return { Volumes: (state.ec2[region]?.volumes ?? []).map(describeVolume) };
  },
} satisfies Table<typeof import('@aws-sdk/client-ec2')>;

/** AWS calls a volume that nothing uses available. */
const describeVolume = ({ attached, ...one }: Volume): Described => ({
  VolumeId: one.id,
  Size: one.size,
  VolumeType: one.type as VolumeType,
  Iops: one.type === 'gp3' ? 3000 : Math.max(100, 3 * one.size),
  AvailabilityZone: one.zone,
  Encrypted: one.encrypted,
  CreateTime: new Date(one.created),
  State: attached ? 'in-use' : 'available',
  Attachments: attached
    ? [
        {
          VolumeId: one.id,
          InstanceId: attached.instance,
          Device: attached.device,
          State: 'attached',
          AttachTime: new Date(attached.at),
          DeleteOnTermination: true,
        },
      ]
    : [],
  ...(one.name !== undefined && { Tags: [{ Key: 'Name', Value: one.name }] }),
});

import { t } from '../../text/text.ts';
import { otherRegions } from '../other-regions.ts';
import type { Signal, Unseen } from '../page.ts';
import { acceptsImdsV1, isOver, isUnattached } from './facts.ts';
import {
  calledIn,
  type Instance,
  idOfInstance,
  idOfVolume,
  type Seen,
  type Volume,
} from './seen.ts';

/** What is not known raises nothing. */
export function machinesSignals(seen: Seen): Signal[] {
  if (seen.search) return [];
  const instances = seen.instances.map(({ is }) => is).filter((one) => !isOver(one));
  const volumes = seen.volumes.map(({ is }) => is);
  return [
    ...instances.flatMap(ofInstance),
    ...volumes.flatMap(ofVolume),
    ...(isAll(seen, 'ec2:DescribeInstances', instances, (one) => acceptsImdsV1(one) === false)
      ? [
          {
            id: 'imdsv2-everywhere',
            grade: 'fine' as const,
            text: t('no instance takes IMDSv1: {n}', { n: instances.length }),
            controls: ['imdsv2' as const],
          },
        ]
      : []),
    ...(isAll(seen, 'ec2:DescribeInstances', instances, hasProfile)
      ? [
          {
            id: 'profiles-everywhere',
            grade: 'fine' as const,
            text: t('every instance has an instance profile: {n}', { n: instances.length }),
            controls: ['instance-roles' as const],
          },
        ]
      : []),
    ...(isAll(seen, 'ec2:DescribeVolumes', volumes, ({ Encrypted }) => Encrypted === true)
      ? [
          {
            id: 'volumes-encrypted',
            grade: 'fine' as const,
            text: t('every volume is encrypted: {n}', { n: volumes.length }),
            controls: ['ebs-encryption' as const],
          },
        ]
      : []),
  ];
}

/** Of all that there is, in each region that was asked for. */
const isAll = <T>(
  { isWhole, closed, denied }: Seen,
  call: string,
  all: T[],
  isFine: (one: T) => boolean,
): boolean =>
  isWhole &&
  closed.length === 0 &&
  !denied.some((one) => one.call === call) &&
  all.length > 0 &&
  all.every(isFine);

const hasProfile = ({ IamInstanceProfile }: Instance): boolean => IamInstanceProfile !== undefined;

function ofInstance(instance: Instance): Signal[] {
  const id = idOfInstance(instance);
  const name = calledIn(instance, id);
  const address = instance.PublicIpAddress;
  return [
    ...(acceptsImdsV1(instance)
      ? [
          {
            id: 'imdsv1',
            grade: 'do' as const,
            text: t('{name} takes IMDSv1: a mistake in its web server may give away its role', {
              name,
            }),
            row: id,
            controls: ['imdsv2' as const],
          },
        ]
      : []),
    ...(hasProfile(instance)
      ? []
      : [
          {
            id: 'no-profile',
            grade: 'watch' as const,
            text: t('{name} has no instance profile: if it uses AWS, it does so with keys', {
              name,
            }),
            row: id,
            controls: ['instance-roles' as const],
          },
        ]),
    ...(address && instance.State?.Name === 'running'
      ? [
          {
            id: 'public-address',
            grade: 'watch' as const,
            text: t('{name} has the public address {address}', { name, address }),
            row: id,
            controls: [],
          },
        ]
      : []),
  ];
}

function ofVolume(volume: Volume): Signal[] {
  const id = idOfVolume(volume);
  const name = calledIn(volume, id);
  return [
    ...(volume.Encrypted === false
      ? [
          {
            id: 'volume-not-encrypted',
            grade: 'do' as const,
            text: t('{name} is not encrypted', { name }),
            row: id,
            controls: ['ebs-encryption' as const],
          },
        ]
      : []),
    ...(isUnattached(volume)
      ? [
          {
            id: 'volume-not-attached',
            grade: 'watch' as const,
            text: t('no instance uses {name}, and it costs all the same', { name }),
            row: id,
            controls: [],
          },
        ]
      : []),
  ];
}

export function machinesUnseen({
  denied,
  closed,
  regions,
  search,
  hasMoreMetrics,
}: Seen): Unseen[] {
  return [
    ...denied.map(({ call, region, why }) => ({
      what: t('{call} in {region}', { call, region }),
      why,
    })),
    ...(closed.length > 0
      ? [
          {
            what: t('{regions}', { regions: closed.join(', ') }),
            why: t('This account cannot use these regions.'),
          },
        ]
      : []),
    ...(regions.length === 1 ? [otherRegions(regions)] : []),
    ...(hasMoreMetrics
      ? [{ what: t('further metrics'), why: t('The first 5,000 of a region are read.') }]
      : []),
    search
      ? {
          what: t('metrics that were silent for two weeks'),
          why: t('AWS does not list them.'),
        }
      : {
          what: t('memory, and how full disks are'),
          why: t('EC2 does not measure them. The CloudWatch agent does, as metrics of its own.'),
        },
  ];
}

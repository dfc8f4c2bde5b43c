import type { Look } from '../../src/engine/step.ts';
import { isSettled } from './ec2-changes.ts';

/** What one region makes of new volumes, instances, snapshots and images, and who would notice a change. */
export interface Ec2Region {
  region: string;
  encryptsVolumes: boolean;
  metadata: { tokens: string; hops: number | null };
  snapshots: string;
  images: string;
  serialConsole: boolean;
  /** Settings that the organization's declarative policy holds: the account cannot change them. */
  managed: Setting[];
  /** Ids of instances that answer to IMDSv1, too. Looked for only if IMDSv2 is not the default yet. */
  legacyInstances: string[];
  /** Ids of what everybody with an AWS account can copy today. Looked for only if it is not blocked yet. */
  publicSnapshots: string[];
  publicImages: string[];
}

export type Setting = 'volumes' | 'metadata' | 'snapshots' | 'images';

/** Instances that are there, or can be started again. */
const EXISTING = ['pending', 'running', 'stopping', 'stopped'];

/** What EC2 does by default in a region, and what a stricter default would not change of what is there. */
export async function readEc2Region(look: Look, region: string): Promise<Ec2Region> {
  const [volumes, defaults, snapshots, images, serial] = await Promise.all([
    look.read('ec2', 'GetEbsEncryptionByDefault', {}, region),
    look.read('ec2', 'GetInstanceMetadataDefaults', {}, region),
    look.read('ec2', 'GetSnapshotBlockPublicAccessState', {}, region),
    look.read('ec2', 'GetImageBlockPublicAccessState', {}, region),
    look.read('ec2', 'GetSerialConsoleAccessStatus', {}, region),
  ]);
  const { HttpTokens, HttpPutResponseHopLimit: hops = -1, ManagedBy } = defaults.AccountLevel ?? {};
  const owners: [Setting, string | undefined][] = [
    ['metadata', ManagedBy],
    ['snapshots', snapshots.ManagedBy],
    ['images', images.ManagedBy],
  ];
  const found: Ec2Region = {
    region,
    encryptsVolumes: volumes.EbsEncryptionByDefault === true,
    // -1: no preference.
    metadata: { tokens: HttpTokens ?? 'no-preference', hops: hops < 1 ? null : hops },
    snapshots: snapshots.State ?? 'unknown',
    images: images.ImageBlockPublicAccessState ?? 'unknown',
    serialConsole: serial.SerialConsoleAccessEnabled === true,
    managed: owners.flatMap(([name, by]) => (by === 'declarative-policy' ? [name] : [])),
    legacyInstances: [],
    publicSnapshots: [],
    publicImages: [],
  };
  return { ...found, ...(await whoWouldNotice(look, found)) };
}

async function whoWouldNotice(look: Look, found: Ec2Region): Promise<Partial<Ec2Region>> {
  const { region } = found;
  const [legacyInstances, publicSnapshots, publicImages] = await Promise.all([
    isSettled(found, 'metadata') ? [] : legacyInstancesIn(look, region),
    isSettled(found, 'snapshots') ? [] : publicSnapshotsIn(look, region),
    isSettled(found, 'images') ? [] : publicImagesIn(look, region),
  ]);
  return { legacyInstances, publicSnapshots, publicImages };
}

async function legacyInstancesIn(look: Look, region: string): Promise<string[]> {
  const Filters = [
    { Name: 'metadata-options.http-tokens', Values: ['optional'] },
    { Name: 'instance-state-name', Values: EXISTING },
  ];
  const { Reservations = [] } = await look.read('ec2', 'DescribeInstances', { Filters }, region);
  return Reservations.flatMap(({ Instances = [] }) =>
    Instances.flatMap(({ InstanceId }) => InstanceId ?? []),
  );
}

async function publicSnapshotsIn(look: Look, region: string): Promise<string[]> {
  const own = { OwnerIds: ['self'], RestorableByUserIds: ['all'] };
  const { Snapshots = [] } = await look.read('ec2', 'DescribeSnapshots', own, region);
  return Snapshots.flatMap(({ SnapshotId }) => SnapshotId ?? []);
}

async function publicImagesIn(look: Look, region: string): Promise<string[]> {
  const own = { Owners: ['self'], ExecutableUsers: ['all'] };
  const { Images = [] } = await look.read('ec2', 'DescribeImages', own, region);
  return Images.flatMap(({ ImageId }) => ImageId ?? []);
}

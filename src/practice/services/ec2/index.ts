import type { Ec2, PracticeState } from '../../state/account-state.ts';
import { badRequest, type CallContext, Refusal, type Table } from '../operation-table.ts';
import { network } from './describe-vpcs.ts';
import { instances } from './instances.ts';
import { profileAssociations } from './profile-associations.ts';
import { volumes } from './volumes.ts';

const MINE = 'self';

export const operations = {
  GetEbsEncryptionByDefault: (_input, call) => ({
    EbsEncryptionByDefault: here(call).encryptsVolumes ?? false,
  }),

  EnableEbsEncryptionByDefault(_input, call) {
    change(call).encryptsVolumes = true;
    return { EbsEncryptionByDefault: true };
  },

  GetInstanceMetadataDefaults(_input, call) {
    const { metadata } = here(call);
    return { AccountLevel: metadata ? { ManagedBy: 'account' as const, ...metadata } : {} };
  },

  /** What is left out stays. */
  ModifyInstanceMetadataDefaults({ HttpTokens, HttpPutResponseHopLimit: hops }, call) {
    const { metadata } = here(call);
    if (metadata?.ManagedBy === 'declarative-policy') throw decidedElsewhere();
    if (hops !== undefined && hops !== -1 && (hops < 1 || hops > 64)) {
      throw badRequest('InvalidParameterValue', `${hops} is no hop limit.`);
    }
    change(call).metadata = {
      ...metadata,
      ...(HttpTokens && HttpTokens !== 'no-preference' && { HttpTokens }),
      ...(hops !== undefined && { HttpPutResponseHopLimit: hops }),
    };
    return { Return: true };
  },

  GetSnapshotBlockPublicAccessState: (_input, call) => ({
    State: here(call).snapshots ?? 'unblocked',
    ManagedBy: managerOf('snapshots', call),
  }),

  EnableSnapshotBlockPublicAccess({ State }, call) {
    if (managerOf('snapshots', call) !== 'account') throw decidedElsewhere();
    if (State !== 'block-all-sharing' && State !== 'block-new-sharing') {
      throw badRequest('InvalidParameterValue', `${State} is no state to enable.`);
    }
    change(call).snapshots = State;
    return { State };
  },

  /** On for accounts that were made after October 2023. EC2 User Guide, "Block public access to your AMIs". */
  GetImageBlockPublicAccessState: (_input, call) => ({
    ImageBlockPublicAccessState: here(call).images ?? 'block-new-sharing',
    ManagedBy: managerOf('images', call),
  }),

  EnableImageBlockPublicAccess({ ImageBlockPublicAccessState: state }, call) {
    if (managerOf('images', call) !== 'account') throw decidedElsewhere();
    if (state !== 'block-new-sharing') {
      throw badRequest('InvalidParameterValue', `${state} is no state to enable.`);
    }
    change(call).images = state;
    return { ImageBlockPublicAccessState: state };
  },

  GetSerialConsoleAccessStatus: (_input, call) => ({
    SerialConsoleAccessEnabled: here(call).serialConsole ?? false,
    ManagedBy: 'account' as const,
  }),

  ...instances,
  ...volumes,
  ...profileAssociations,
  ...network,

  DescribeSnapshots({ OwnerIds, RestorableByUserIds }, call) {
    checkPublicAndOwn(OwnerIds, RestorableByUserIds);
    const ids = here(call).publicSnapshots ?? [];
    return { Snapshots: ids.map((SnapshotId) => ({ SnapshotId, OwnerId: call.state.id })) };
  },

  DescribeImages({ Owners, ExecutableUsers }, call) {
    checkPublicAndOwn(Owners, ExecutableUsers);
    const ids = here(call).publicImages ?? [];
    return { Images: ids.map((ImageId) => ({ ImageId, OwnerId: call.state.id, Public: true })) };
  },
} satisfies Table<typeof import('@aws-sdk/client-ec2')>;

type Place = Pick<CallContext, 'region'> & { state: PracticeState };

const here = ({ state, region }: Place): Ec2 => state.ec2[region] ?? {};

const managerOf = (setting: 'snapshots' | 'images', place: Place) =>
  here(place).managed?.includes(setting) ? ('declarative-policy' as const) : ('account' as const);

function change({ state, region }: Place): Ec2 {
  const found = state.ec2[region] ?? {};
  state.ec2[region] = found;
  return found;
}

/** The words are AWS's belief of a model: `ManagedExceptionMessage` of GetInstanceMetadataDefaults. */
const decidedElsewhere = () =>
  new Refusal(
    'DeclarativePolicyViolation',
    403,
    'This functionality has been disabled by a declarative policy.',
  );

/** Those of others, and those that are private, are not played. */
function checkPublicAndOwn(owners: string[] = [], users: string[] = []): void {
  if (owners.join() === MINE && users.join() === 'all') return;
  throw badRequest('InvalidParameterValue', 'Only public ones of this account are played.');
}

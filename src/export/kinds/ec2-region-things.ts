import { t } from '../../text/text.ts';
import { inEveryRegion } from '../every-region.ts';
import { call, type Find, given, type Inventory, NO_RESOURCE } from '../inventory.ts';
import { snaked } from '../snake.ts';

const ORGANIZATION = t('your organization decides it');

/** What a region makes of new volumes, instances, snapshots and images, where that is not AWS's default. */
export const ec2RegionThings: Find = (look, into) =>
  inEveryRegion(look, into, t('the defaults of EC2'), async (from, region, here) => {
    for (const { what, find } of settings(from, region, here)) {
      await here.attempt(t('{what} in {region}', { what, region }), find);
    }
  });

const BY_ORGANIZATION = 'declarative-policy';

function settings(look: Parameters<Find>[0], region: string, into: Inventory) {
  const leave = (
    what: ReturnType<typeof t>,
    why: ReturnType<typeof t>,
    format?: 'cloudformation',
  ) => into.leave(what, why, format && [format]);
  return [
    {
      what: VOLUMES,
      async find() {
        const found = await look.read('ec2', 'GetEbsEncryptionByDefault', {}, region);
        if (found.EbsEncryptionByDefault !== true) return;
        leave(VOLUMES, NO_RESOURCE, 'cloudformation');
        into.add({
          region,
          terraform: [
            {
              type: 'aws_ebs_encryption_by_default',
              name: region,
              importId: 'default',
              body: { enabled: true },
            },
          ],
          commands: [call('ec2', 'EnableEbsEncryptionByDefault', {}, region)],
        });
      },
    },
    {
      what: METADATA,
      async find() {
        const found = await look.read('ec2', 'GetInstanceMetadataDefaults', {}, region);
        const { ManagedBy, ManagedExceptionMessage: _, ...level } = found.AccountLevel ?? {};
        const input = given({
          ...level,
          HttpPutResponseHopLimit:
            (level.HttpPutResponseHopLimit ?? 0) > 0 ? level.HttpPutResponseHopLimit : undefined,
        });
        const set = Object.entries(input).filter(([, value]) => String(value) !== 'no-preference');
        if (set.length === 0) return;
        if (ManagedBy === BY_ORGANIZATION) return leave(METADATA, ORGANIZATION);
        const wanted = Object.fromEntries(set);
        leave(METADATA, NO_RESOURCE, 'cloudformation');
        into.setAgain.push(METADATA);
        into.add({
          region,
          terraform: [
            {
              type: 'aws_ec2_instance_metadata_defaults',
              name: region,
              body: snaked(wanted) as Record<string, unknown>,
            },
          ],
          commands: [call('ec2', 'ModifyInstanceMetadataDefaults', wanted, region)],
        });
      },
    },
    {
      what: SNAPSHOTS,
      async find() {
        const found = await look.read('ec2', 'GetSnapshotBlockPublicAccessState', {}, region);
        const { State = 'unblocked', ManagedBy } = found;
        if (State === 'unblocked') return;
        if (ManagedBy === BY_ORGANIZATION) return leave(SNAPSHOTS, ORGANIZATION);
        into.add({
          region,
          terraform: [
            {
              type: 'aws_ebs_snapshot_block_public_access',
              name: region,
              importId: 'default',
              body: { state: State },
            },
          ],
          stack: [
            {
              type: 'AWS::EC2::SnapshotBlockPublicAccess',
              name: region,
              identifier: { AccountId: look.account.id },
              properties: { State },
            },
          ],
          commands: [call('ec2', 'EnableSnapshotBlockPublicAccess', { State }, region)],
        });
      },
    },
    {
      what: IMAGES,
      async find() {
        const found = await look.read('ec2', 'GetImageBlockPublicAccessState', {}, region);
        const { ImageBlockPublicAccessState: state, ManagedBy } = found;
        if (state !== 'block-new-sharing') return;
        if (ManagedBy === BY_ORGANIZATION) return leave(IMAGES, ORGANIZATION);
        leave(IMAGES, NO_RESOURCE, 'cloudformation');
        into.setAgain.push(IMAGES);
        into.add({
          region,
          terraform: [{ type: 'aws_ec2_image_block_public_access', name: region, body: { state } }],
          commands: [
            call(
              'ec2',
              'EnableImageBlockPublicAccess',
              { ImageBlockPublicAccessState: state },
              region,
            ),
          ],
        });
      },
    },
  ];
}

const VOLUMES = t('the encryption of new EBS volumes');
const METADATA = t('the metadata defaults of new instances');
const SNAPSHOTS = t('Block public access for EBS snapshots');
const IMAGES = t('Block public access for AMIs');

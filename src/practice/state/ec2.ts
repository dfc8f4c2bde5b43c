import * as v from 'valibot';
import { Instance, Volume } from './instances.ts';
import { Ec2Network } from './vpcs.ts';

const ManagedBy = v.exactOptional(v.picklist(['account', 'declarative-policy']));

/** What one region of EC2 has. Absent settings are as a new account has them. */
export const Ec2 = v.object({
  encryptsVolumes: v.exactOptional(v.boolean()),
  /** Defaults of the metadata service, in EC2's form. */
  metadata: v.exactOptional(
    v.object({
      HttpTokens: v.exactOptional(v.picklist(['optional', 'required'])),
      HttpPutResponseHopLimit: v.exactOptional(v.number()),
      HttpTokensEnforced: v.exactOptional(v.picklist(['enabled', 'disabled'])),
      ManagedBy,
    }),
  ),
  snapshots: v.exactOptional(v.picklist(['block-all-sharing', 'block-new-sharing', 'unblocked'])),
  images: v.exactOptional(v.picklist(['block-new-sharing', 'unblocked'])),
  /** Held by a declarative policy of the organization. */
  managed: v.exactOptional(v.array(v.picklist(['snapshots', 'images']))),
  serialConsole: v.exactOptional(v.boolean()),
  instances: v.exactOptional(v.array(Instance)),
  volumes: v.exactOptional(v.array(Volume)),
  /** Absent: a default VPC, as AWS makes one. */
  network: v.exactOptional(Ec2Network),
  /** Ids of what everybody may copy. */
  publicSnapshots: v.exactOptional(v.array(v.string())),
  publicImages: v.exactOptional(v.array(v.string())),
});

export type Ec2 = v.InferOutput<typeof Ec2>;

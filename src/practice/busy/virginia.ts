import { defaultNetwork } from '../services/ec2/default-network.ts';
import type { Ec2 } from '../state/account-state.ts';
import { ACCOUNT, type Ago } from './facts.ts';

export const VIRGINIA = 'us-east-1';

/** A spare shop, for the day on which Seoul is down. Somebody took care: nothing is to be done here. */
export function virginia(ago: Ago): Ec2 {
  const network = defaultNetwork(ACCOUNT, VIRGINIA);
  const id = 'i-0b5e5a0c0ffee0011';
  const zone = `${VIRGINIA}a`;
  const created = ago(140);
  return {
    network: {
      ...network,
      groups: network.groups.map((one) => ({
        ...one,
        IpPermissions: [],
        IpPermissionsEgress: [],
      })),
    },
    instances: [
      {
        id,
        name: 'spare',
        launched: created,
        zone,
        state: 'stopped',
        tokens: 'required',
        profile: {
          id: 'iip-assoc-0b5e5a0c0ffee0011',
          arn: `arn:aws:iam::${ACCOUNT}:instance-profile/shop-server`,
        },
      },
    ],
    volumes: [
      {
        id: 'vol-0b5e5a0c0ffee0011',
        size: 20,
        type: 'gp3',
        zone,
        encrypted: true,
        created,
        attached: { instance: id, device: '/dev/xvda', at: created },
      },
    ],
  };
}

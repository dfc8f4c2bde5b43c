import type { Ec2 } from '../state/account-state.ts';
import { ACCOUNT, type Ago, REGION } from './facts.ts';
import { INSTANCES, VPC } from './machine-ids.ts';
import { network } from './shop-network.ts';

const ZONE = `${REGION}a`;

type Machine = (typeof INSTANCES)[keyof typeof INSTANCES];

/** The machines of the account's home region, and their network. */
export const ec2 = (ago: Ago): Ec2 => ({
  network: network(),
  instances: [
    {
      ...machine(INSTANCES.shop, ago(640)),
      type: 't3.small',
      state: 'running',
      tokens: 'optional',
      profile: {
        id: 'iip-assoc-0b5e5a0c0ffee0001',
        arn: `arn:aws:iam::${ACCOUNT}:instance-profile/shop-server`,
      },
    },
    {
      ...machine(INSTANCES.database, ago(640)),
      type: 't3.medium',
      state: 'running',
      tokens: 'required',
    },
    // Somebody meant to start it again.
    { ...machine(INSTANCES.reports, ago(420)), state: 'stopped', tokens: 'required' },
    {
      ...machine(INSTANCES.builds, ago(95)),
      type: 'c7i.large',
      state: 'running',
      tokens: 'required',
      isDetailed: true,
    },
    {
      ...machine(INSTANCES.accounting, ago(210)),
      type: 't3.large',
      state: 'running',
      tokens: 'required',
    },
  ],
  volumes: [
    volume('vol-0b5e5a0c0ffee0001', ago(640), INSTANCES.shop, { size: 20, type: 'gp3' }),
    volume('vol-0b5e5a0c0ffee0002', ago(640), INSTANCES.database, { size: 20, type: 'gp3' }),
    {
      ...volume('vol-0b5e5a0c0ffee0003', ago(640), INSTANCES.database, { size: 100, type: 'gp2' }),
      name: 'database-data',
      encrypted: false,
    },
    volume('vol-0b5e5a0c0ffee0004', ago(420), INSTANCES.reports, { size: 8, type: 'gp2' }),
    volume('vol-0b5e5a0c0ffee0005', ago(95), INSTANCES.builds, { size: 60, type: 'gp3' }),
    volume('vol-0b5e5a0c0ffee0007', ago(210), INSTANCES.accounting, { size: 50, type: 'gp3' }),
    // Its machine is long gone.
    volume('vol-0b5e5a0c0ffee0006', ago(830), undefined, { size: 50, type: 'gp2' }),
  ],
});

const machine = (of: Machine, launched: string) => {
  const { id, name, subnet, groups, privateAddress } = of;
  return {
    id,
    name,
    launched,
    zone: ZONE,
    network: {
      vpc: VPC,
      subnet,
      interface: of.interface,
      groups: [...groups],
      privateAddress,
      ...('publicAddress' in of && { publicAddress: of.publicAddress }),
    },
  };
};

function volume(
  id: string,
  created: string,
  of: Machine | undefined,
  is: { size: number; type: string },
) {
  const device = is.size === 100 ? '/dev/sdf' : '/dev/xvda';
  return {
    id,
    ...is,
    zone: ZONE,
    encrypted: true,
    created,
    ...(of && { attached: { instance: of.id, device, at: created } }),
  };
}

import type { Detail, PageLook } from '../page.ts';
import { groupDetail } from './group-detail.ts';
import { instanceDetail } from './instance-detail.ts';
import { ownersOf } from './instances-table.ts';
import { aclDetail, subnetDetail, vpcDetail } from './place-details.ts';
import type { SeenNetwork } from './read-network.ts';
import type { Group } from './topology.ts';

/** Everything about what has this id, whatever the rows are. A security group is found by its name too, if only one has it. */
export async function detailOf(
  { networks }: SeenNetwork,
  key: string,
  look: PageLook,
): Promise<Detail | undefined> {
  for (const network of networks) {
    const { groups, vpcs, subnets, acls, interfaces } = network;
    const group = groups.items.get(key);
    if (group) return groupDetail(group, network, look);
    const vpc = vpcs.items.get(key);
    if (vpc) return vpcDetail(vpc, network);
    const subnet = subnets.items.get(key);
    if (subnet) return subnetDetail(subnet, network);
    const acl = acls.items.get(key);
    if (acl) return aclDetail(acl, network);
    const one = interfaces.items.get(key);
    const own = ownersOf(network).get(key) ?? (one && [one]);
    if (own) return instanceDetail(own, network);
  }
  const called = networks.flatMap((network) =>
    [...network.groups.items.values()]
      .filter(({ name }) => name === key)
      .map((group): [Group, typeof network] => [group, network]),
  );
  const [only, another] = called;
  return only && !another ? { key: only[0].id, ...(await groupDetail(...only, look)) } : undefined;
}

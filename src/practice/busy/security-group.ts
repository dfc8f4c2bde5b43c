import type { IpPermission, SecurityGroup } from '@aws-sdk/client-ec2';
import { ACCOUNT } from './facts.ts';
import { VPC } from './machine-ids.ts';

/** Lets somebody in at one port of TCP. */
export const lets = (port: number, from: Omit<IpPermission, 'IpProtocol'>): IpPermission => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  ...from,
});

/** A security group of the shop, which lets everything out. */
export const group = (
  GroupId: string,
  GroupName: string,
  Description: string,
  IpPermissions: IpPermission[],
): SecurityGroup => ({
  GroupId,
  GroupName,
  Description,
  VpcId: VPC,
  OwnerId: ACCOUNT,
  IpPermissions,
  IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
});

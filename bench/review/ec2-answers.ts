import { REGIONS_BY_DEFAULT } from '../../src/practice/state/regions.ts';
import { ACCOUNT, type Answers, ec2Answer, element, elements, HOME, range } from './answers.ts';

const RULES = 60;
/** Groups that an instance has. */
const EACH = 5;

interface Size {
  groups: number;
  machines: number;
}

/** What differs comes first: a narrow column shows the beginning. */
const idOf = (kind: string, n: number, region: string): string => {
  const number = REGIONS_BY_DEFAULT.indexOf(region) * 100_000 + n;
  return `${kind}-${number.toString(16).padStart(8, '0')}${'0'.repeat(9)}`;
};
const item = (content: Record<string, string | number | boolean>) =>
  element('item', elements(content));

/** From the internet, from another group, or from somebody's address. */
function source(group: number, rule: number, { groups }: Size, region: string): string {
  if (rule < 3) {
    const groupId = idOf('sg', (group + rule + 1) % groups, region);
    return element('groups', item({ groupId, userId: ACCOUNT }));
  }
  const cidrIp =
    group % 20 === 0 && rule === 5
      ? '0.0.0.0/0'
      : `${(11 + group * 7 + rule) % 200}.${group % 250}.${rule * 4}.${(group + rule) % 250}/32`;
  return element('ipRanges', item({ cidrIp, description: `office ${group} of somebody, ${rule}` }));
}

function group(n: number, size: Size, region: string): string {
  const rules = range(RULES).map((rule) => {
    const port = rule === 5 ? 22 : 1000 + rule * 7;
    const ports = elements({ ipProtocol: 'tcp', fromPort: port, toPort: port });
    return element('item', ports + source(n, rule, size, region));
  });
  const out = element('ipRanges', item({ cidrIp: '0.0.0.0/0' }));
  return item({
    ownerId: ACCOUNT,
    groupId: idOf('sg', n, region),
    groupName: `group-${REGIONS_BY_DEFAULT.indexOf(region)}-${n}`,
    groupDescription: `the group number ${n}`,
    vpcId: idOf('vpc', 0, region),
    ipPermissions: rules.join(''),
    ipPermissionsEgress: element('item', element('ipProtocol', '-1') + out),
  });
}

const addressOf = (n: number) => `${n >> 8}.${n & 255}`;

const networkInterface = (n: number, { groups }: Size, region: string): string =>
  item({
    networkInterfaceId: idOf('eni', n, region),
    subnetId: idOf('subnet', 0, region),
    vpcId: idOf('vpc', 0, region),
    status: 'in-use',
    interfaceType: 'interface',
    privateIpAddress: `10.0.${addressOf(n)}`,
    groupSet: range(EACH)
      .map((k) => item({ groupId: idOf('sg', (n * 4 + k) % groups, region), groupName: 'group' }))
      .join(''),
    attachment: elements({ instanceId: idOf('i', n, region), status: 'attached' }),
    association: elements({ publicIp: `54.1.${addressOf(n)}` }),
  });

const instance = (n: number, _: Size, region: string): string =>
  item({
    reservationId: idOf('r', n, region),
    ownerId: ACCOUNT,
    instancesSet: item({
      instanceId: idOf('i', n, region),
      instanceState: elements({ code: 16, name: 'running' }),
      instanceType: 't3.micro',
      metadataOptions: elements({
        httpTokens: n % 4 === 0 ? 'optional' : 'required',
        httpEndpoint: 'enabled',
      }),
      tagSet: item({ key: 'Name', value: `machine-${n}` }),
    }),
  });

const volume = (n: number, _: Size, region: string): string =>
  item({
    volumeId: idOf('vol', n, region),
    size: 20 + (n % 80),
    volumeType: 'gp3',
    encrypted: n % 5 !== 0,
    status: 'in-use',
    attachmentSet: item({
      instanceId: idOf('i', n, region),
      device: '/dev/xvda',
      status: 'attached',
    }),
  });

const acl = (_n: number, _: Size, region: string): string =>
  item({
    networkAclId: idOf('acl', 0, region),
    vpcId: idOf('vpc', 0, region),
    default: true,
    entrySet: [false, true]
      .map((egress) =>
        item({
          ruleNumber: 100,
          protocol: '-1',
          ruleAction: 'allow',
          egress,
          cidrBlock: '0.0.0.0/0',
        }),
      )
      .join(''),
    associationSet: item({
      networkAclAssociationId: 'a',
      networkAclId: idOf('acl', 0, region),
      subnetId: idOf('subnet', 0, region),
    }),
  });

const table = (_n: number, _: Size, region: string): string =>
  item({
    routeTableId: idOf('rtb', 0, region),
    vpcId: idOf('vpc', 0, region),
    routeSet: item({ destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1', state: 'active' }),
    associationSet: item({ main: true }),
  });

const vpc = (_n: number, _: Size, region: string): string =>
  item({ vpcId: idOf('vpc', 0, region), cidrBlock: '10.0.0.0/16', isDefault: true });
const subnet = (_n: number, _: Size, region: string): string =>
  item({
    subnetId: idOf('subnet', 0, region),
    vpcId: idOf('vpc', 0, region),
    cidrBlock: '10.0.0.0/20',
  });

type One = (n: number, size: Size, region: string) => string;
const LISTS: Record<string, [set: string, count: (size: Size) => number, one: One]> = {
  DescribeSecurityGroups: ['securityGroupInfo', ({ groups }) => groups, group],
  DescribeNetworkInterfaces: ['networkInterfaceSet', ({ machines }) => machines, networkInterface],
  DescribeInstances: ['reservationSet', ({ machines }) => machines, instance],
  DescribeVolumes: ['volumeSet', ({ machines }) => machines, volume],
  DescribeVpcs: ['vpcSet', () => 1, vpc],
  DescribeSubnets: ['subnetSet', () => 1, subnet],
  DescribeRouteTables: ['routeTableSet', () => 1, table],
  DescribeNetworkAcls: ['networkAclSet', () => 1, acl],
};

/** EC2 in 17 regions, as AWS answers, in pages. */
const ec2Answers = (sizeOf: (region: string) => Size): Answers =>
  Object.fromEntries(
    Object.entries(LISTS).map(([name, [set, count, one]]) => [
      name,
      ({ operation, region, fields }) => {
        const size = sizeOf(region);
        const from = Number(fields.get('NextToken') ?? 0);
        const to = Math.min(count(size), from + Number(fields.get('MaxResults') ?? 1000));
        const some = range(to - from).map((n) => one(from + n, size, region));
        const next = to < count(size) ? element('nextToken', to) : '';
        return ec2Answer(operation, element(set, some.join('')) + next);
      },
    ]),
  );

export const NETWORK = `500 instances and 2,000 security groups of ${RULES} rules in ${HOME}, a group in each of 16 other regions`;
export const networkAnswers = ec2Answers((region) =>
  region === HOME ? { groups: 2000, machines: 500 } : { groups: 1, machines: 0 },
);

export const MACHINES = '30 instances and 30 volumes in each of 17 regions';
export const machinesAnswers = ec2Answers(() => ({ groups: 1, machines: 30 }));

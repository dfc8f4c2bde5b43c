import { expect, it } from 'vitest';
import { useEmulator } from '../support/emulator/clients.ts';
import { newHome, rootlock, shell } from '../support/emulator/programs.ts';
import { isWrite, writes } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();

/**
 * A VPC as the owner would make it by the AWS CLI: a public subnet, a private one, and one whose ACL stops SSH. Each machine is called by
 * what is to be found out about it.
 */
const MADE = `set -e; export AWS_DEFAULT_REGION=us-east-1
id() { aws ec2 "$@" --output text; }
vpc=$(id create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId)
gateway=$(id create-internet-gateway --query InternetGateway.InternetGatewayId)
id attach-internet-gateway --internet-gateway-id $gateway --vpc-id $vpc
public=$(id create-subnet --vpc-id $vpc --cidr-block 10.0.1.0/24 --query Subnet.SubnetId)
private=$(id create-subnet --vpc-id $vpc --cidr-block 10.0.2.0/24 --query Subnet.SubnetId)
guarded=$(id create-subnet --vpc-id $vpc --cidr-block 10.0.3.0/24 --query Subnet.SubnetId)
table=$(id create-route-table --vpc-id $vpc --query RouteTable.RouteTableId)
id create-route --route-table-id $table --destination-cidr-block 0.0.0.0/0 --gateway-id $gateway
for subnet in $public $guarded; do id associate-route-table --route-table-id $table --subnet-id $subnet; done
acl=$(id create-network-acl --vpc-id $vpc --query NetworkAcl.NetworkAclId)
id create-network-acl-entry --network-acl-id $acl --ingress --rule-number 90 --protocol 6 --port-range From=22,To=22 --cidr-block 0.0.0.0/0 --rule-action deny
id create-network-acl-entry --network-acl-id $acl --ingress --rule-number 100 --protocol -1 --cidr-block 0.0.0.0/0 --rule-action allow
id create-network-acl-entry --network-acl-id $acl --egress --rule-number 100 --protocol 6 --port-range From=1024,To=65535 --cidr-block 0.0.0.0/0 --rule-action allow
was=$(id describe-network-acls --filters Name=association.subnet-id,Values=$guarded --query "NetworkAcls[0].Associations[?SubnetId=='$guarded'].NetworkAclAssociationId | [0]")
id replace-network-acl-association --association-id $was --network-acl-id $acl
list=$(id create-managed-prefix-list --prefix-list-name world --address-family IPv4 --max-entries 3 --entries Cidr=0.0.0.0/0 --query PrefixList.PrefixListId)
group() { id create-security-group --vpc-id $vpc --group-name "$1" --description "$1" --query GroupId; }
lets() { id authorize-security-group-ingress --group-id "$1" --ip-permissions "$2"; }
database=$(group database); lets $database IpProtocol=tcp,FromPort=5432,ToPort=5432,IpRanges='[{CidrIp=0.0.0.0/0}]'
ssh=$(group ssh); lets $ssh IpProtocol=tcp,FromPort=22,ToPort=22,IpRanges='[{CidrIp=0.0.0.0/0}]'
halves=$(group halves); lets $halves IpProtocol=tcp,FromPort=8080,ToPort=8080,IpRanges='[{CidrIp=0.0.0.0/1},{CidrIp=128.0.0.0/1}]'
listed=$(group listed); lets $listed IpProtocol=tcp,FromPort=3389,ToPort=3389,PrefixListIds="[{PrefixListId=$list}]"
spare=$(group spare); lets $spare IpProtocol=tcp,FromPort=22,ToPort=22,IpRanges='[{CidrIp=0.0.0.0/0}]'
machine() { id run-instances --image-id ami-12c6146b --instance-type t3.micro --tag-specifications "ResourceType=instance,Tags=[{Key=Name,Value=$1}]" --network-interfaces "DeviceIndex=0,SubnetId=$2,Groups=$3,AssociatePublicIpAddress=true" --query 'Instances[0].InstanceId'; }
machine database-in-public $public $database
machine database-in-private $private $database
machine ssh-behind-acl $guarded $ssh
machine by-halves $public $halves
machine by-list $public $listed
stopped=$(machine stopped $public $database)
id stop-instances --instance-ids $stopped
`;

interface Row {
  cells: { name: string; open: { from: number; who: string }[] };
}

it('reads of a VPC that the AWS CLI has made what was made, and sends reads alone', async () => {
  const home = newHome();
  const { url } = emulator();
  expect((await shell(MADE, { url, home })).stderr).toBe('');
  const before = (await emulator().requests()).length;
  const review = async (...words: string[]) => {
    const { code, stdout, stderr } = await rootlock(['review', 'network', ...words, '--json'], {
      url,
      home,
    });
    expect([code, stderr]).toEqual([0, '']);
    return JSON.parse(stdout);
  };
  const { table, signals } = await review('show=instances');
  const open = (table.rows as Row[]).map(({ cells: { name, open } }) => [
    name,
    open.map(({ from, who }) => `${from} ${who}`),
  ]);
  expect(Object.fromEntries(open)).toEqual({
    'database-in-public': ['5432 everyone'],
    'database-in-private': [],
    'ssh-behind-acl': [],
    'by-halves': ['8080 everyone'],
    'by-list': ['3389 everyone'],
    stopped: [],
  });
  const said = (signals as { id: string; text: string }[]).map(({ id, text }) => [
    id,
    text.match(/(\w+) \(sg-/)?.[1],
  ]);
  expect(said.sort()).toEqual([
    ['acl-open', undefined],
    ['default-acl-open', undefined],
    ['default-group-open', undefined],
    ['open-admin-port', 'listed'],
    ['open-database-port', 'database'],
    ['open-not-reached', 'spare'],
    ['open-not-reached', 'ssh'],
    ['open-port', 'halves'],
  ]);
  const { detail } = await review('database');
  expect(JSON.stringify(detail)).toMatch(/"rule":"sgr-/);
  const sent = (await emulator().requests()).slice(before);
  expect(sent.map(({ operation }) => operation)).toContain('GetManagedPrefixListEntries');
  expect(writes(sent)).toEqual([]);
  expect(sent.filter(isWrite)).toEqual([]);
}, 240_000);

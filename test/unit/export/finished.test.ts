import { describe, expect, it } from 'vitest';
import { allOperations } from '../../../src/aws/operations.ts';
import { stackOf, stackRegions } from '../../../src/export/cloudformation.ts';
import { leftOutOf, setAgainIn } from '../../../src/export/comments.ts';
import { exportFiles } from '../../../src/export/files.ts';
import { cliCommand } from '../../../src/reports/cli-command.ts';
import { steps } from '../../../steps/index.ts';
import { isWrite } from '../../support/emulator/wire-log.ts';
import { finishedAccount } from '../../support/export/finished-account.ts';
import { IDENTIFIERS, IMPORT_IDS } from '../../support/export/import-ids.ts';
import { accountOf, inventoryOf } from '../../support/export/inventory-of.ts';
import { schemaProblems } from '../../support/export/schema-problems.ts';

const state = await finishedAccount();
const { inventory, sent } = await inventoryOf(state);
const account = accountOf(state);
const lineOf = (request: Parameters<typeof cliCommand>[0]) =>
  cliCommand(request, { region: 'us-east-1' });
const [terraform] = exportFiles('terraform', inventory, account, [], lineOf);
const document = JSON.parse(terraform?.text ?? '');
const blocks = Object.entries<Record<string, object>>(document.resource).flatMap(([type, named]) =>
  Object.entries(named).map(([label, body]) => ({ type, label, body })),
);

describe('a finished account as Terraform', () => {
  it('has only arguments that the provider takes', () => {
    expect(blocks.flatMap(({ type, body }) => schemaProblems(type, body))).toEqual([]);
    expect(new Set(blocks.map(({ type }) => type)).size).toBeGreaterThan(35);
  });

  it('is imported by the ids that the documents of the provider ask for', () => {
    const ids = new Map(document.import.map(({ to, id }: Record<'to' | 'id', string>) => [to, id]));
    for (const { type, label } of blocks) {
      const form = IMPORT_IDS[type];
      const id = ids.get(`${type}.${label}`);
      if (form === null) expect([type, id]).toEqual([type, undefined]);
      else expect([type, id]).toEqual([type, expect.stringMatching(form ?? /^$/)]);
    }
    expect(ids.size).toBe(document.import.length);
  });

  it('tells apart what it leaves out and what it sets again', () => {
    const setAgain = setAgainIn('terraform', inventory).map(({ en }) => en);
    expect(setAgain.sort()).toEqual([
      'Block public access for AMIs',
      'the metadata defaults of new instances',
      'the protection plans of GuardDuty',
    ]);
    const left = leftOutOf('terraform', inventory).map(({ what }) => what.en);
    expect(left.filter((what) => setAgain.includes(what))).toEqual([]);
    expect(setAgainIn('script', inventory)).toEqual([]);
  });

  it('refuses another account, and names each region that it is in', () => {
    const regions = document.provider.aws.map((one: { region: string }) => one.region);
    expect(regions).toEqual(['us-east-1', 'eu-west-1', 'us-east-2']);
    for (const { allowed_account_ids } of document.provider.aws) {
      expect(allowed_account_ids).toEqual([account.id]);
    }
  });

  it('leaves off in a new detector the plans that are off, and names one way to watch programs', () => {
    const named = blocks.filter(({ type }) => type === 'aws_guardduty_detector_feature');
    const here = named.filter(({ body }) =>
      JSON.stringify(body).includes('{aws_guardduty_detector.us-east-1.id}'),
    );
    expect(here.map(({ body }) => (body as Record<'name' | 'status', string>).name)).toEqual([
      'S3_DATA_EVENTS',
      'EKS_AUDIT_LOGS',
      'EBS_MALWARE_PROTECTION',
      'RDS_LOGIN_EVENTS',
      'LAMBDA_NETWORK_LOGS',
      'RUNTIME_MONITORING',
    ]);
    expect(
      named.every(({ body }) => (body as Record<'status', string>).status === 'DISABLED'),
    ).toBe(true);
    expect(document.resource.aws_guardduty_detector).toHaveProperty('us-east-1');
  });
});

describe('a finished account as CloudFormation', () => {
  it('has a stack for each region, and the identifier of each resource', () => {
    expect(stackRegions(inventory, account)).toEqual(['us-east-1', 'eu-west-1', 'us-east-2']);
    for (const region of stackRegions(inventory, account)) {
      const { template, imports } = stackOf(inventory, region, 'us-east-1', []);
      const { Resources } = JSON.parse(template);
      const list = JSON.parse(imports);
      expect(list.map((one: { LogicalResourceId: string }) => one.LogicalResourceId)).toEqual(
        Object.keys(Resources),
      );
      for (const { ResourceType, LogicalResourceId, ResourceIdentifier } of list) {
        expect([ResourceType, Object.keys(ResourceIdentifier)]).toEqual([
          ResourceType,
          IDENTIFIERS[ResourceType],
        ]);
        expect(Resources[LogicalResourceId]).toMatchObject({
          Type: ResourceType,
          DeletionPolicy: 'Retain',
        });
      }
    }
  });
});

/** What stands of each step once it is done, by Terraform's types. A text: why nothing of it can be exported. */
const STANDS: Record<string, string[] | string> = {
  'password-policy': ['aws_iam_account_password_policy'],
  'admin-group': ['aws_iam_group', 'aws_iam_group_policy_attachment'],
  'admin-user': ['aws_iam_user', 'aws_iam_user_group_membership'],
  'sign-in-url': ['aws_iam_account_alias'],
  cloudtrail: ['aws_cloudtrail', 'aws_s3_bucket', 'aws_s3_bucket_policy'],
  'sign-in-alerts': ['aws_sns_topic', 'aws_sns_topic_subscription', 'aws_cloudwatch_event_rule'],
  'trail-alerts': ['aws_cloudwatch_event_target'],
  'cis-alarms': [
    'aws_cloudwatch_log_group',
    'aws_cloudwatch_log_metric_filter',
    'aws_cloudwatch_metric_alarm',
  ],
  'billing-alerts': ['aws_budgets_budget'],
  'cost-anomalies': ['aws_ce_anomaly_monitor', 'aws_ce_anomaly_subscription'],
  contacts: ['aws_account_alternate_contact'],
  's3-public-access': ['aws_s3_account_public_access_block'],
  'ec2-defaults': ['aws_ebs_encryption_by_default', 'aws_ec2_instance_metadata_defaults'],
  'support-role': ['aws_iam_role', 'aws_iam_role_policy_attachment'],
  'access-analyzer': ['aws_accessanalyzer_analyzer'],
  guardduty: ['aws_guardduty_detector'],
  'require-mfa': ['aws_iam_policy', 'aws_iam_group_policy_attachment'],
  'direct-policies': ['aws_iam_group_policy'],
  'root-mfa': 'a secret',
  'admin-mfa': 'a secret',
  'admin-password': 'a secret',
  'admin-sign-in': 'a sign-in leaves nothing',
  'everyones-mfa': 'a secret',
  'billing-console': 'no API knows it',
  'old-credentials': 'it takes something away',
  'root-keys': 'it takes something away',
  'leftover-keys': 'about this computer',
  'cli-profile': 'about this computer',
  'git-guard': 'about this computer',
};

it('has what stands of each step, or a reason for what it has not', () => {
  expect(Object.keys(STANDS).sort()).toEqual(steps.map(({ id }) => id).sort());
  const types = new Set(blocks.map(({ type }) => type));
  const stands = Object.values(STANDS).flatMap((one) => (typeof one === 'string' ? [] : one));
  expect(stands.filter((type) => !types.has(type))).toEqual([]);
});

/** Writes that no export has, and why. */
const LEFT_OUT = {
  'a secret, or about one': [
    /^iam (Create|Update|Delete)(LoginProfile|AccessKey|VirtualMFADevice|SigningCertificate|ServiceSpecificCredential|SSHPublicKey)$/,
    /^iam (Enable|Deactivate|Resync|Tag)MFADevice$/,
    /^account (Send|Verify)PhoneNumber/,
    /^sns ConfirmSubscription$/,
  ],
  'it takes something away': [/^iam (Delete|Detach|Remove)/],
  'it changes what a command of the export makes as it is': [
    /^budgets (CreateNotification|CreateSubscriber|UpdateBudget)$/,
    /^cloudtrail UpdateTrail$/,
    /^guardduty UpdateDetector$/,
    /^iam (UpdateAssumeRolePolicy|PutUserPermissionsBoundary)$/,
    /^sns SetTopicAttributes$/,
  ],
  'which machine has a role is about the machine': [/^ec2 .*IamInstanceProfile/],
};

describe('a finished account as a script', () => {
  const calls = inventory.things.flatMap(({ commands }) => commands);

  it('has every write that Rootlock can send, but those that are left out for a reason', async () => {
    const exported = new Set(calls.map(({ service, operation }) => `${service} ${operation}`));
    const all = (await allOperations()).flatMap(({ service, operation, write }) =>
      write ? [`${service} ${operation}`] : [],
    );
    const reasons = Object.values(LEFT_OUT).flat();
    const missing = all.filter(
      (one) => !exported.has(one) && !reasons.some((reason) => reason.test(one)),
    );
    expect(missing).toEqual([]);
    expect(reasons.filter((reason) => !all.some((one) => reason.test(one)))).toEqual([]);
  });

  it('asks for the ARN of the monitor where it runs', () => {
    const [script] = exportFiles('script', inventory, account, [], lineOf);
    expect(script?.text).toContain(`"MonitorArnList":["'"$(aws ce get-anomaly-monitors --query`);
    expect(script?.text).not.toContain('anomalymonitor/');
  });
});

it('is found by reads alone, and nothing of it is secret', async () => {
  expect(sent.filter((call) => isWrite({ operation: call.split(' ')[1] ?? '' } as never))).toEqual(
    [],
  );
  expect([inventory.unread, inventory.left.map(({ what }) => what.en)]).toEqual([
    [],
    expect.anything(),
  ]);
  const said = JSON.stringify(inventory.things);
  expect(state.users.flatMap(({ keys }) => keys).length).toBeGreaterThan(0);
  expect(said).not.toMatch(/AKIA|ASIA|:mfa\/|secret/i);
});

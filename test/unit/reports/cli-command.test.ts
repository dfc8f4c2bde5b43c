import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Request } from '../../../src/aws/operations.ts';
import { Secret } from '../../../src/engine/secret.ts';
import { cliCommand, cliLines, cliTarget, kebab } from '../../../src/reports/cli-command.ts';
import { placeholder } from '../../../src/text/placeholder.ts';
import { statementsOf } from '../../support/reports/powershell.ts';
import { argumentsOf, parsedCall } from '../../support/reports/shell.ts';

/** The line for a call. The operation need not be one that a step uses. */
const line = (operation: string, input: object, service = 'iam', region?: string) =>
  cliCommand({ service, operation, input, ...(region && { region }) } as Request, {
    region: 'us-east-1',
  });

const SPELLINGS = `
  CreateUser create-user                              MFADevices mfa-devices
  CreateVirtualMFADevice create-virtual-mfa-device    ListMFADevices list-mfa-devices
  EnableMFADevice enable-mfa-device                   AuthenticationCode1 authentication-code1
  UpdateSAMLProvider update-saml-provider             SAMLMetadataDocument saml-metadata-document
  UploadSSHPublicKey upload-ssh-public-key            SSHPublicKeyId ssh-public-key-id
  ListAccountAliases list-account-aliases             PolicyARNs policy-arns
  CreateOpenIDConnectProvider create-open-id-connect-provider
  GetContextKeysForPrincipalPolicy get-context-keys-for-principal-policy
  PolicyInputList policy-input-list                   GetCallerIdentity get-caller-identity
  PutBucketLifecycleConfiguration put-bucket-lifecycle-configuration
  PutBucketMetricsConfiguration put-bucket-metrics-configuration
  IsMultiRegionTrail is-multi-region-trail            S3BucketName s3-bucket-name
  KmsKeyId kms-key-id                                 EnableLogFileValidation enable-log-file-validation
`;

test.each(
  SPELLINGS.trim()
    .split(/\s\s+/)
    .map((pair) => pair.split(' ')),
)('the CLI spells %s as %s', (name, spelling) => {
  expect(kebab(name as string)).toBe(spelling);
});

test('the form of a flag follows the type of its value', () => {
  expect(
    line('UpdateAccountPasswordPolicy', {
      MinimumPasswordLength: 14,
      RequireSymbols: true,
      HardExpiry: false,
      MaxPasswordAge: undefined,
    }),
  ).toBe(
    'aws iam update-account-password-policy --minimum-password-length 14 --require-symbols --no-hard-expiry --region us-east-1',
  );
});

test('an object or a list is one JSON argument', () => {
  expect(line('TagUser', { UserName: 'jun', Tags: [{ Key: 'made', Value: 'by hand' }] })).toBe(
    `aws iam tag-user --user-name jun --tags '[{"Key":"made","Value":"by hand"}]' --region us-east-1`,
  );
});

test('the CLI has names of its own for a service and a flag', () => {
  expect(line('ListAnalyzers', {}, 'access-analyzer')).toBe(
    'aws accessanalyzer list-analyzers --region us-east-1',
  );
  expect(line('Subscribe', { Protocol: 'email', Endpoint: 'kim@example.com' }, 'sns')).toBe(
    'aws sns subscribe --protocol email --notification-endpoint kim@example.com --region us-east-1',
  );
});

test('a date is in ISO 8601', () => {
  const StartTime = new Date(Date.UTC(2026, 10, 22, 3, 4, 5));
  expect(line('LookupEvents', { StartTime }, 'cloudtrail')).toContain(
    '--start-time 2026-11-22T03:04:05.000Z',
  );
});

test('S3 has the CLI’s name for its API', () => {
  expect(line('HeadBucket', { Bucket: 'logs' }, 's3')).toBe(
    'aws s3api head-bucket --bucket logs --region us-east-1',
  );
});

test('the region of the call wins over the region of the run', () => {
  expect(line('GetCallerIdentity', {}, 'sts', 'ap-northeast-2')).toBe(
    'aws sts get-caller-identity --region ap-northeast-2',
  );
});

test('a virtual MFA device has the file that the CLI demands for the QR code', () => {
  expect(line('CreateVirtualMFADevice', { VirtualMFADeviceName: 'jun' })).toBe(
    'aws iam create-virtual-mfa-device --virtual-mfa-device-name jun --outfile qr.png --bootstrap-method QRCodePNG --region us-east-1',
  );
});

test('placeholders stay readable, and are no redirections to a shell', () => {
  const input = {
    UserName: placeholder('admin-user.name'),
    AuthenticationCode1: placeholder('first code'),
  };
  expect(line('EnableMFADevice', input)).toBe(
    "aws iam enable-mfa-device --user-name '<admin-user.name>' --authentication-code1 '<first code>' --region us-east-1",
  );
});

test('a secret prints as [secret], at any depth and in both forms of the line', () => {
  const Password = new Secret('hunter2-hunter2');
  expect(line('CreateLoginProfile', { UserName: 'jun', Password })).toBe(
    "aws iam create-login-profile --user-name jun --password '[secret]' --region us-east-1",
  );
  const inJson = line('CreateLoginProfile', { UserName: 'file://jun', Password, Deep: [Password] });
  expect(inJson).toContain('"Password":"[secret]","Deep":["[secret]"]');
  expect(inJson).not.toContain('hunter2');
});

test('a credential never prints, even as a plain string with a placeholder inside', () => {
  const input = { AuthenticationCode1: 'a<first code>z', AuthenticationCode2: '492039' };
  expect(line('EnableMFADevice', input)).toBe(
    "aws iam enable-mfa-device --authentication-code1 '[secret]' --authentication-code2 '[secret]' --region us-east-1",
  );
});

const TORTURE = [
  '김준',
  "it's",
  '"quoted"',
  '$HOME',
  '`id`',
  '$(id)',
  'two\nlines',
  'a\ttab',
  '100%',
  'wow!',
  '!!',
  '-abc',
  '--region',
  '-',
  '',
  ' ',
  '*',
  '~',
  '=ls',
  'a;b|c&d>e<f',
  '\\',
  "\\'",
  '#no comment',
  '{a,b}',
  'file:///etc/passwd',
  'fileb://x',
  'http://127.0.0.1/',
  'https://example.com/',
  "file://it's",
  'esc\u001b[2Jape',
  '\u009b2J',
  'right\u202eleft',
  'zero\u200bwidth',
  'tag\u{e0041}',
  '\u0000',
  '\\u001b',
];

/** Each value reaches the CLI unchanged, alone and within JSON. */
function expectUnchanged(values: string[], shell = 'bash') {
  const lines = values.map((value) =>
    line('CreateUser', { UserName: value, Tags: [{ Key: value }] }),
  );
  expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/u);
  const seen = argumentsOf(lines, shell).map(parsedCall);
  for (const [at, value] of values.entries()) {
    const { service, operation, members } = seen[at] as ReturnType<typeof parsedCall>;
    const { region, 'cli-input-json': json, ...named } = members;
    const input =
      typeof json === 'string'
        ? JSON.parse(json)
        : { UserName: named['user-name'], Tags: JSON.parse(String(named.tags)) };
    expect([service, operation, region]).toEqual(['iam', 'create-user', 'us-east-1']);
    expect(input).toEqual({ UserName: value, Tags: [{ Key: value }] });
  }
}

// On Debian, `sh` is dash.
test.each(['bash', 'sh'])('%s passes every value on unchanged', (shell) => {
  expectUnchanged(TORTURE, shell);
});

test('bash passes any value on unchanged', () => {
  const value = fc.string({ unit: fc.constantFrom(...TORTURE.filter(Boolean), 'a', '0') });
  fc.assert(
    fc.property(fc.array(value, { minLength: 10, maxLength: 20 }), (values) =>
      expectUnchanged(values),
    ),
    {
      numRuns: 20,
    },
  );
});

test.each(['file:///etc/passwd', 'fileb://x', 'http://127.0.0.1/', 'https://example.com/', 'a\nb'])(
  '%j is passed in JSON, so that the CLI does not read a file or an address',
  (value) => {
    expect(line('CreateUser', { UserName: value })).toMatch(
      /^aws iam create-user --cli-input-json '/,
    );
  },
);

test('a value with a dash is tied to its flag by an equals sign', () => {
  expect(line('CreateUser', { UserName: '-abc' })).toContain(' --user-name=-abc ');
});

const forPowershell = (operation: string, input: object) => {
  const call = { service: 'iam', operation, input } as Request;
  return statementsOf(cliLines(call, { region: 'us-east-1', powershell: true }));
};

test('PowerShell gets a plain call as a POSIX shell does', () => {
  expect(forPowershell('CreateGroup', { GroupName: "the owner's", Path: '/' })).toEqual([
    [
      ...['aws', 'iam', 'create-group', '--group-name', "the owner's", '--path', '/'],
      ...['--region', 'us-east-1'],
    ],
  ]);
});

test.each([{ Path: 'a"b' }, { Path: '' }, { Path: 'a b\\' }, { Tags: [{ Key: 'ㄱ' }] }])(
  'what Windows PowerShell loses within an argument comes from a file: %o',
  (more) => {
    const [write = [], call] = forPowershell('CreateGroup', { GroupName: 'a', ...more });
    expect(write.slice(0, 4)).toEqual(['Set-Content', '-Encoding', 'Ascii', 'rootlock.json']);
    expect(write[4]).toMatch(/^[ -~]+$/);
    expect(JSON.parse(write[4] ?? '')).toEqual({ GroupName: 'a', ...more });
    expect(call).toEqual([
      ...['aws', 'iam', 'create-group', '--cli-input-json', 'file://rootlock.json'],
      ...['--region', 'us-east-1'],
    ]);
  },
);

test("a command goes where the run's calls go, and in practice nowhere", () => {
  const account = { region: 'us-east-1', practice: false };
  const command = (target: ReturnType<typeof cliTarget>) =>
    cliCommand({ service: 'iam', operation: 'CreateGroup', input: { GroupName: 'a' } }, target);
  expect(command(cliTarget(account))).not.toContain('endpoint');
  expect(command(cliTarget({ ...account, endpoint: 'http://127.0.0.1:4711' }))).toMatch(
    / --endpoint-url http:\/\/127\.0\.0\.1:4711$/,
  );
  expect(command(cliTarget({ ...account, practice: true }))).toMatch(
    / --endpoint-url https:\/\/practice\.invalid$/,
  );
});

import { beforeEach, describe, expect, test } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { iamOf, refusalOf } from '../../support/clients.ts';

const NOW = new Date('2026-11-22T12:00:10Z');
const UserName = 'kim';

let state = busyAccount(NOW);
let iam = iamOf(createPracticeAccount(state, { now: () => NOW }));
beforeEach(() => {
  state = busyAccount(NOW);
  iam = iamOf(createPracticeAccount(state, { now: () => NOW }));
});

const kim = () => state.users.find(({ name }) => name === UserName);
const messageOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: Error) => error.message,
  );

describe('a user', () => {
  // The first one was recorded on AWS: the device is named before a key.
  test('is deleted only once nothing is left, and AWS names what is', async () => {
    const { keys = [], certificates = [], sshKeys = [], serviceCredentials = [] } = kim() ?? {};
    const left: [string, () => Promise<unknown>][] = [
      [
        'remove tokens from principal',
        async () => {
          const { MFADevices = [] } = await iam.listMFADevices({ UserName });
          for (const { SerialNumber } of MFADevices) {
            await iam.deactivateMFADevice({ UserName, SerialNumber });
          }
        },
      ],
      ['delete login profile', () => iam.deleteLoginProfile({ UserName })],
      [
        'delete access keys',
        async () => {
          for (const { id } of keys) await iam.deleteAccessKey({ UserName, AccessKeyId: id });
        },
      ],
      [
        'delete signing certificates',
        async () => {
          for (const { id } of certificates)
            await iam.deleteSigningCertificate({ UserName, CertificateId: id });
        },
      ],
      [
        'remove referenced objects',
        async () => {
          for (const { id } of sshKeys)
            await iam.deleteSSHPublicKey({ UserName, SSHPublicKeyId: id });
        },
      ],
      [
        'remove referenced objects',
        async () => {
          for (const { id } of serviceCredentials)
            await iam.deleteServiceSpecificCredential({
              UserName,
              ServiceSpecificCredentialId: id,
            });
        },
      ],
      ['delete policies', () => iam.deleteUserPolicy({ UserName, PolicyName: 'old-reports' })],
      [
        'detach all policies',
        () => iam.detachUserPolicy({ UserName, PolicyArn: kim()?.attached[0] }),
      ],
      [
        'remove users from group',
        () => iam.removeUserFromGroup({ UserName, GroupName: 'Developers' }),
      ],
    ];
    for (const [named, remove] of left) {
      const refused = iam.deleteUser({ UserName });
      expect(await messageOf(refused)).toBe(`Cannot delete entity, must ${named} first.`);
      expect(await refusalOf(iam.deleteUser({ UserName }))).toBe('DeleteConflict 409');
      await remove();
    }
    const { id = '' } = kim() ?? {};
    await iam.deleteUser({ UserName });
    expect(await refusalOf(iam.getUser({ UserName }))).toBe('NoSuchEntity 404');
    // Who makes a user of that name again is not let in.
    const { trust = '' } = state.roles.find(({ name }) => name === 'release') ?? {};
    expect(trust).toContain(id);
    expect(trust).not.toContain(':user/kim');
  });

  test('loses nothing by what AWS refuses', async () => {
    const before = structuredClone(state.users);
    const [SSHPublicKeyId, ServiceSpecificCredentialId, CertificateId] = ['APKA', 'ACCA', 'CERT'];
    const refused = [
      iam.deleteSSHPublicKey({ UserName, SSHPublicKeyId }),
      iam.updateSSHPublicKey({ UserName, SSHPublicKeyId, Status: 'Inactive' }),
      iam.deleteServiceSpecificCredential({ UserName, ServiceSpecificCredentialId }),
      iam.updateServiceSpecificCredential({
        UserName,
        ServiceSpecificCredentialId,
        Status: 'Inactive',
      }),
      iam.deleteSigningCertificate({ UserName, CertificateId }),
      iam.updateSigningCertificate({ UserName, CertificateId, Status: 'Inactive' }),
      iam.deleteUserPolicy({ UserName, PolicyName: 'nothing' }),
      iam.detachUserPolicy({ UserName, PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }),
      iam.removeUserFromGroup({ UserName, GroupName: 'ReadOnly' }),
      iam.deleteLoginProfile({ UserName: 'backup' }),
    ];
    expect(new Set(await Promise.all(refused.map(refusalOf)))).toEqual(
      new Set(['NoSuchEntity 404']),
    );
    const root = iam.listServiceSpecificCredentials({});
    expect(await refusalOf(root)).toBe('ValidationError 400');
    expect(state.users).toEqual(before);
  });

  test('has credentials that are switched off one by one', async () => {
    const { certificates = [], sshKeys = [], serviceCredentials = [] } = kim() ?? {};
    const Status = 'Inactive';
    for (const { id } of certificates)
      await iam.updateSigningCertificate({ UserName, CertificateId: id, Status });
    for (const { id } of sshKeys)
      await iam.updateSSHPublicKey({ UserName, SSHPublicKeyId: id, Status });
    const [first] = serviceCredentials;
    await iam.updateServiceSpecificCredential({
      UserName,
      ServiceSpecificCredentialId: first?.id,
      Status,
    });
    const { ServiceSpecificCredentials = [] } = await iam.listServiceSpecificCredentials({
      AllUsers: true,
    });
    expect(ServiceSpecificCredentials).toMatchObject([
      { UserName, Status: 'Inactive', ServiceUserName: 'kim-at-222233334444' },
      { UserName, Status: 'Active', ServiceCredentialAlias: 'kim-laptop' },
    ]);
    expect((await iam.listSSHPublicKeys({ UserName })).SSHPublicKeys).toMatchObject([{ Status }]);
    expect((await iam.listSigningCertificates({ UserName })).Certificates).toMatchObject([
      { UserName, Status },
    ]);
  });

  test('has at most 2,048 characters of inline policies', async () => {
    const document = (length: number) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: `s3:${'x'.repeat(length)}`, Resource: '*' }],
      });
    const put = (PolicyName: string, PolicyDocument: string) =>
      refusalOf(iam.putUserPolicy({ UserName, PolicyName, PolicyDocument }));
    expect(await put('long', document(1700))).toBe('not refused');
    expect(await put('more', document(200))).toBe('LimitExceeded 409');
    expect(await put('long', document(1600))).toBe('not refused');
    expect(await put('more', '{}')).toBe('MalformedPolicyDocument 400');
    expect(Object.keys(kim()?.inline ?? {})).toEqual(['old-reports', 'long']);
  });
});

describe('an MFA device of a user', () => {
  const serialOf = async (part: RegExp) => {
    const { MFADevices = [] } = await iam.listMFADevices({ UserName });
    return MFADevices.find(({ SerialNumber = '' }) => part.test(SerialNumber))?.SerialNumber;
  };

  test('is gone once it is deactivated, if it is a passkey', async () => {
    const SerialNumber = await serialOf(/:u2f\//);
    expect(await refusalOf(iam.deleteVirtualMFADevice({ SerialNumber }))).toBe('NoSuchEntity 404');
    await iam.deactivateMFADevice({ UserName, SerialNumber });
    expect(state.devices.map(({ serial }) => serial)).not.toContain(SerialNumber);
  });

  test('stays without an owner and with its tags, if it is an app', async () => {
    const SerialNumber = await serialOf(/:mfa\//);
    await iam.tagMFADevice({ SerialNumber, Tags: [{ Key: 'a', Value: '1' }] });
    await iam.tagMFADevice({ SerialNumber, Tags: [{ Key: 'a', Value: '2' }] });
    await iam.deactivateMFADevice({ UserName, SerialNumber });
    const { Tags } = await iam.listMFADeviceTags({ SerialNumber });
    expect(Tags).toEqual([{ Key: 'a', Value: '2' }]);
    await iam.deleteVirtualMFADevice({ SerialNumber });
    expect(state.devices.map(({ serial }) => serial)).not.toContain(SerialNumber);
  });
});

test('a session is refused if it began before the time of a denial, and a later one is not', async () => {
  let time = NOW.getTime();
  const practice = createPracticeAccount(state, { now: () => new Date(time) });
  const { id = '' } = kim() ?? {};
  const before = iamOf(practice, practice.signIn(id));
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-11-22T12:00:11Z' } },
      },
    ],
  });
  expect(await refusalOf(before.getAccountSummary())).toBe('not refused');
  await iam.putUserPolicy({ UserName, PolicyName: 'sessions', PolicyDocument });
  expect(await refusalOf(before.getAccountSummary())).toBe('AccessDenied 403');
  time += 2000;
  const later = iamOf(practice, practice.signIn(id));
  expect(await refusalOf(later.getAccountSummary())).toBe('not refused');
});

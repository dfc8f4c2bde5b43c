import { beforeEach, describe, expect, test } from 'vitest';
import { ec2Of, frozenAccount, refusalOf } from '../../support/clients.ts';

let { practice, state } = frozenAccount();
let ec2 = ec2Of(practice);
beforeEach(() => {
  ({ practice, state } = frozenAccount());
  ec2 = ec2Of(practice);
});

describe('a region of EC2', () => {
  // EC2 User Guide: what an account has at first.
  test('is open at first but for images, and keeps what it is told', async () => {
    expect(await ec2.getEbsEncryptionByDefault({})).toMatchObject({
      EbsEncryptionByDefault: false,
    });
    expect((await ec2.getInstanceMetadataDefaults({})).AccountLevel).not.toHaveProperty(
      'HttpTokens',
    );
    expect(await ec2.getSnapshotBlockPublicAccessState({})).toMatchObject({ State: 'unblocked' });
    expect(await ec2.getImageBlockPublicAccessState({})).toMatchObject({
      ImageBlockPublicAccessState: 'block-new-sharing',
    });
    expect(await ec2.getSerialConsoleAccessStatus({})).toMatchObject({
      SerialConsoleAccessEnabled: false,
    });
    await ec2.enableEbsEncryptionByDefault({});
    await ec2.enableSnapshotBlockPublicAccess({ State: 'block-all-sharing' });
    expect(state.ec2).toMatchObject({
      'us-east-1': { encryptsVolumes: true, snapshots: 'block-all-sharing' },
    });
  });

  test('keeps the defaults of instances that a call leaves out', async () => {
    await ec2.modifyInstanceMetadataDefaults({ HttpPutResponseHopLimit: 3 });
    await ec2.modifyInstanceMetadataDefaults({ HttpTokens: 'required' });
    expect((await ec2.getInstanceMetadataDefaults({})).AccountLevel).toEqual({
      HttpTokens: 'required',
      HttpPutResponseHopLimit: 3,
      ManagedBy: 'account',
    });
  });

  test('takes no default that a declarative policy decides', async () => {
    state.ec2['us-east-1'] = {
      metadata: { ManagedBy: 'declarative-policy' },
      managed: ['snapshots', 'images'],
    };
    for (const refused of [
      ec2.enableSnapshotBlockPublicAccess({ State: 'block-all-sharing' }),
      ec2.enableImageBlockPublicAccess({ ImageBlockPublicAccessState: 'block-new-sharing' }),
    ]) {
      expect(await refusalOf(refused)).toBe('DeclarativePolicyViolation 403');
    }
    expect(await refusalOf(ec2.modifyInstanceMetadataDefaults({ HttpTokens: 'required' }))).toBe(
      'DeclarativePolicyViolation 403',
    );
  });

  test('finds instances by the metadata service that they answer to', async () => {
    state.ec2['us-east-1'] = {
      instances: [
        { id: 'i-1', state: 'running', tokens: 'optional' },
        { id: 'i-2', state: 'running', tokens: 'required' },
      ],
    };
    const { Reservations = [] } = await ec2.describeInstances({
      Filters: [{ Name: 'metadata-options.http-tokens', Values: ['optional'] }],
    });
    expect(
      Reservations.flatMap(({ Instances = [] }) => Instances.map((one) => one.InstanceId)),
    ).toEqual(['i-1']);
  });

  test.each([
    [
      'a hop limit of 65',
      () => ec2.modifyInstanceMetadataDefaults({ HttpPutResponseHopLimit: 65 }),
    ],
    ['to enable no block', () => ec2.enableSnapshotBlockPublicAccess({ State: 'unblocked' })],
  ])('refuses %s', async (_, call) => {
    expect(await refusalOf(call())).toBe('InvalidParameterValue 400');
  });

  // EC2 API reference, "Common client errors".
  test('says in codes of its own that a session has ended', async () => {
    for (const session of state.sessions) session.ends = new Date(0).toISOString();
    const { accessKeyId } = practice.credentials;
    expect(accessKeyId).not.toBe(state.sessions[0]?.accessKeyId);
    expect(await refusalOf(ec2.getEbsEncryptionByDefault({}))).toBe('RequestExpired 400');
  });
});

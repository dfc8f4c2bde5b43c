import { describe, expect, it } from 'vitest';
import type { Ec2, PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import ec2Defaults from '../../../steps/ec2-defaults.ts';
import { callsOf } from '../../support/accounts/alerts.ts';
import { forbidden } from '../../support/accounts/faults.ts';
import { newAccount, REGIONS } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { contract } from '../../support/step-contract.ts';

const SAFE: Ec2 = {
  encryptsVolumes: true,
  metadata: { HttpTokens: 'required', HttpPutResponseHopLimit: 1, HttpTokensEnforced: 'enabled' },
  snapshots: 'block-all-sharing',
  images: 'block-new-sharing',
};

function setAll(state: PracticeState, more: Partial<Ec2> = {}): void {
  state.ec2 = Object.fromEntries(REGIONS.map((region) => [region, { ...SAFE, ...more }]));
}

contract(ec2Defaults, {
  answers: {},
  partiallySecured: {
    'images that everybody may share, and instances of old': async (_, state) => {
      setAll(state, { images: 'unblocked' });
      state.ec2['eu-west-1'] = {
        instances: [{ id: 'i-1', state: 'stopped', tokens: 'optional' }],
        publicSnapshots: ['snap-1'],
        publicImages: ['ami-1'],
      };
    },
  },
  hardened: async (_, state) => setAll(state),
  // The list of regions; in each of three, five settings, and what stands against the two that differ.
  traffic: { reads: 60, writes: 9, rounds: 18 },
  repeated: [
    'DescribeInstances',
    'DescribeSnapshots',
    'EnableEbsEncryptionByDefault',
    'EnableImageBlockPublicAccess',
    'EnableSnapshotBlockPublicAccess',
    'GetEbsEncryptionByDefault',
    'GetImageBlockPublicAccessState',
    'GetInstanceMetadataDefaults',
    'GetSerialConsoleAccessStatus',
    'GetSnapshotBlockPublicAccessState',
    'ModifyInstanceMetadataDefaults',
  ],
});

describe('the defaults of EC2', () => {
  const look = async (
    state: PracticeState,
    options: Parameters<typeof runSteps>[2] = { observeOnly: true },
  ) => {
    const { rows } = await runSteps(state, [ec2Defaults], options);
    const [row] = rows;
    if (!row) throw new Error('no row');
    const told = new Set(
      row.changes.map(({ danger, together, summary }) => say((!danger && together) || summary)),
    );
    return { row, told: [...told], calls: callsOf(row.changes), status: say(row.status) };
  };

  it('are told in one line where all regions differ in the same way', async () => {
    const { told, status } = await look(newAccount());
    expect(told).toEqual([
      'In all 3 regions: encrypt new EBS volumes; make IMDSv2 the default for new instances; block public snapshots',
    ]);
    expect(status).toBe('not safe yet in any of 3 regions');
  });

  it('are told in one line for each way in which regions differ', async () => {
    const state = newAccount();
    setAll(state, { encryptsVolumes: false });
    state.ec2['us-east-2'] = { ...SAFE, snapshots: 'block-new-sharing' };
    expect((await look(state)).told).toEqual([
      'In eu-west-1, us-east-1: encrypt new EBS volumes',
      'In us-east-2: block public snapshots',
    ]);
  });

  it('tell what was set before, as how to undo it', async () => {
    const state = newAccount();
    setAll(state, { snapshots: 'block-new-sharing' });
    state.ec2['us-east-2'] = {
      ...SAFE,
      metadata: { HttpTokens: 'optional', HttpPutResponseHopLimit: 3 },
    };
    const { row } = await look(state);
    expect(row.changes.map(({ undo }) => undo && say(undo).split('Manage. ').at(-1))).toEqual([
      'Before: snapshots=block-new-sharing',
      'Before: snapshots=block-new-sharing',
      'Before: HttpTokens=optional, HttpPutResponseHopLimit=3',
    ]);
  });

  it('wait where AWS takes minutes to show that images cannot be shared, and count nothing before', async () => {
    const state = newAccount();
    setAll(state, { images: 'unblocked' });
    const { rows } = await runSteps(state, [ec2Defaults], { lag: 1000 });
    const { state: reported, message } = rows[0] ?? {};
    expect([reported, message && say(message)]).toEqual([
      'waiting',
      'AWS has taken the change, and can need ten minutes to show it.',
    ]);
    setAll(state, { encryptsVolumes: false });
    const { rows: others } = await runSteps(state, [ec2Defaults], { lag: 1000 });
    expect(others[0]?.state).toBe('blocked');
  });

  it('ask for IMDSv2 without enforcing it, and keep a stricter hop limit', async () => {
    const state = newAccount();
    setAll(state, { metadata: { HttpTokens: 'optional', HttpPutResponseHopLimit: 1 } });
    state.ec2['us-east-1'] = { ...SAFE, metadata: {} };
    const { calls } = await look(state);
    expect(calls.map(({ region, input }) => ({ region, ...input }))).toEqual([
      { region: 'eu-west-1', HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
      { region: 'us-east-2', HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
      { region: 'us-east-1', HttpTokens: 'required', HttpPutResponseHopLimit: 2 },
    ]);
  });

  it('are a danger only where somebody would notice, and name what would', async () => {
    const state = newAccount();
    setAll(state);
    state.ec2['eu-west-1'] = {
      images: 'unblocked',
      instances: [
        { id: 'i-old', state: 'running', tokens: 'optional' },
        { id: 'i-new', state: 'running', tokens: 'required' },
        { id: 'i-gone', state: 'terminated', tokens: 'optional' },
      ],
      publicSnapshots: ['snap-1'],
      publicImages: ['ami-1', 'ami-2'],
    };
    const { calls } = await look(state);
    expect(
      calls.map(({ operation, danger, diff = [] }) => [
        operation,
        danger,
        diff.map((texts) => texts.map(say).join(' | ')),
      ]),
    ).toEqual([
      ['EnableEbsEncryptionByDefault', undefined, []],
      [
        'ModifyInstanceMetadataDefaults',
        true,
        ['instances with IMDSv1 | i-old | unchanged; new ones use IMDSv2'],
      ],
      ['EnableSnapshotBlockPublicAccess', true, ['public snapshots | snap-1 | no longer public']],
      [
        'EnableImageBlockPublicAccess',
        true,
        ['public images | ami-1, ami-2 | stay public; new ones cannot be'],
      ],
    ]);
  });

  it.each([
    ['required', 'safe in all 3 regions'],
    ['optional', 'safe in 0 of 3 regions'],
  ] as const)(
    'leave to the organization what it decides, and say so: %s',
    async (HttpTokens, expected) => {
      const state = newAccount();
      setAll(state, { metadata: { HttpTokens, ManagedBy: 'declarative-policy' } });
      const { row, status } = await look(state);
      expect(row.state).toBe('secure');
      expect(status).toBe(
        `${expected}. Your organization decides for eu-west-1, us-east-1, us-east-2`,
      );
    },
  );

  it('leave public snapshots and images to the organization too where it decides, for each by itself', async () => {
    const state = newAccount();
    setAll(state);
    const weak = { snapshots: 'unblocked', images: 'unblocked' } as const;
    state.ec2['eu-west-1'] = { ...SAFE, ...weak, managed: ['snapshots', 'images'] };
    state.ec2['us-east-1'] = { ...SAFE, ...weak, managed: ['snapshots'] };
    const { calls, row, status } = await look(state);
    expect(calls.map(({ operation, region }) => [operation, region])).toEqual([
      ['EnableImageBlockPublicAccess', 'us-east-1'],
    ]);
    expect(status).toContain('Your organization decides for eu-west-1, us-east-1');
    expect(row.state).toBe('pending');
  });

  it.each([
    'DescribeInstances',
    'DescribeSnapshots',
    'DescribeImages',
    'GetEbsEncryptionByDefault',
    'GetSerialConsoleAccessStatus',
  ])('are unknown, and not changed, while the organization forbids %s alone', async (operation) => {
    const refusal = { ...forbidden(operation), code: 'UnauthorizedOperation' };
    const state = newAccount();
    setAll(state, { metadata: {}, snapshots: 'unblocked', images: 'unblocked' });
    const { rows, writes } = await runSteps(state, [ec2Defaults], { refusal });
    expect([rows[0]?.state, writes]).toEqual(['blocked', []]);
    expect(rows[0]?.message && say(rows[0].message)).toMatch(
      new RegExp(`^[a-z]+-[a-z]+-1: .*denies ec2:${operation}`),
    );
  });

  it('only say where the serial console is on', async () => {
    const state = newAccount();
    setAll(state);
    state.ec2['us-east-2'] = { ...SAFE, serialConsole: true };
    const { row, status } = await look(state);
    expect([row.state, status]).toEqual([
      'secure',
      'safe in all 3 regions. The serial console is on in us-east-2',
    ]);
  });

  it('block the step, with the region named, where they may not be read', async () => {
    const fault = { kind: 'denied', region: 'eu-west-1', nth: 1, lasts: true } as const;
    const { row } = await look(newAccount(), { observeOnly: true, fault });
    expect(row.state).toBe('blocked');
    expect(row.message && say(row.message)).toMatch(/^eu-west-1: /);
  });
});

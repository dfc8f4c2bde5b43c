import { describe, expect, it } from 'vitest';
import type { ComputerLook } from '../../../src/engine/computer.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Look } from '../../../src/engine/step.ts';
import { computerIn } from '../../../src/practice/pretend-computer.ts';
import { say, t } from '../../../src/text/text.ts';
import adminPassword from '../../../steps/admin-password.ts';
import cliProfile from '../../../steps/cli-profile.ts';
import { provenAccount } from '../../support/accounts/proven-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

const JUN = 'arn:aws:iam::111122223333:user/jun';

/** What the step sees and plans as the administrator, on a computer with these answers. */
async function onComputer(answers: Partial<ComputerLook>, arn = JUN) {
  const computer: ComputerLook = {
    system: async () => 'macos',
    awsCli: async () => ({ version: '2.36.7', hasLogin: true }),
    git: async () => undefined,
    profiles: async () => ({ signedIn: [], taken: [] }),
    whoIs: async () => undefined,
    loginCommand: async (profile) => ['aws', 'login', '--profile', profile],
    leftoverKeys: async () => [],
    ...answers,
  };
  const kind = arn.includes(':assumed-role/') ? 'role' : 'user';
  const account = { region: 'us-east-1', identity: { arn, kind } };
  const seen = await cliProfile.observe({ computer, account } as unknown as Look);
  return {
    status: say(cliProfile.status(seen)),
    changes: cliProfile.plan(seen, {}, {} as never),
  };
}

const signedIn = (...names: string[]) => ({
  signedIn: names.map((name) => ({ name, arn: JUN })),
  taken: names,
});

describe('cli-profile', () => {
  it('is secure with a profile whose session AWS says is the administrator’s', async () => {
    const found = await onComputer({
      profiles: async () => signedIn('old', 'work'),
      whoIs: async (name) => (name === 'work' ? JUN : undefined),
    });
    expect(found).toEqual({ status: 'work, AWS CLI 2.36.7', changes: [] });
  });

  it('signs in again with a profile whose session has ended', async () => {
    const { changes } = await onComputer({ profiles: async () => signedIn('work') });
    expect(changes).toMatchObject([{ kind: 'local', argv: ['aws', 'login', '--profile', 'work'] }]);
  });

  it('takes no profile of somebody else, nor the name of one', async () => {
    const root = 'arn:aws:iam::111122223333:root';
    const { changes } = await onComputer({
      profiles: async () => ({
        signedIn: [{ name: 'rootlock-admin', arn: root }],
        taken: ['rootlock-admin', 'rootlock-admin-2'],
      }),
      whoIs: async () => root,
    });
    expect(changes).toMatchObject([{ argv: ['aws', 'login', '--profile', 'rootlock-admin-3'] }]);
  });

  it('takes no profile that says it is the administrator’s if AWS says otherwise', async () => {
    const whoIs = async () => 'arn:aws:iam::111122223333:user/kim';
    const { changes } = await onComputer({ profiles: async () => signedIn('work'), whoIs });
    expect(changes).toHaveLength(1);
  });

  it('knows another session of the same role', async () => {
    const role = 'arn:aws:sts::111122223333:assumed-role/Admin/';
    const { changes } = await onComputer(
      {
        profiles: async () => ({ signedIn: [{ name: 'r', arn: `${role}two` }], taken: ['r'] }),
        whoIs: async () => `${role}two`,
      },
      `${role}one`,
    );
    expect(changes).toEqual([]);
  });

  it.each([
    [undefined, 'Install the AWS CLI, version 2.32 or later'],
    [
      { version: '1.44.0', hasLogin: false },
      'Update the AWS CLI to 2.32 or later: yours is 1.44.0',
    ],
  ])('has the AWS CLI installed or updated first: %o', async (cli, summary) => {
    const { changes } = await onComputer({ awsCli: async () => cli });
    expect(changes.map(({ kind }) => kind)).toEqual(['console', 'local']);
    expect(changes[0] && say(changes[0].summary)).toBe(summary);
  });

  it('is not secure if AWS cannot be asked', async () => {
    const whoIs = async () => {
      throw new Blocked(t('no network'));
    };
    const looked = onComputer({ profiles: async () => signedIn('work'), whoIs });
    await expect(looked).rejects.toThrow(Blocked);
  });
});

describe('cli-profile, on the practice computer', () => {
  it.each([
    ['nobody has', {}, 'rootlock-admin'],
    ['somebody else has', { 'rootlock-admin': `${JUN}ho` }, 'rootlock-admin-2'],
    ['the administrator has', { work: JUN }, 'work'],
  ])('signs in with the profile that the end of the run names, where %s one', async (...given) => {
    const [, sessions, name] = given;
    const state = await provenAccount();
    computerIn(state).sessions = sessions;
    const options = { answers: { 'admin-user.owner': 'jun' } };
    const { rows } = await runSteps(state, [adminPassword, cliProfile], options);
    const said = rows[0]?.handover?.map((line) => line.map(say).join(': '));
    expect(said?.[1]).toBe(`in a terminal: rootlock sign-in --profile ${name}`);
    expect(say(rows[1]?.status ?? t(''))).toContain(`${name}, AWS CLI`);
    expect(state.computer?.sessions[name]).toBe(JUN);
  });

  it('ends secure as the root user too, and a second run does nothing', async () => {
    const state = await provenAccount();
    const options = { answers: { 'admin-user.owner': 'jun' } };
    const first = await runSteps(state, [cliProfile], options);
    expect(first.rows.map((row) => row.state)).toEqual(['secure']);
    expect(first.writes).toEqual([]);
    expect(Object.values(state.computer?.sessions ?? {})).toEqual([JUN]);
    const after = structuredClone(state.computer);
    await runSteps(state, [cliProfile], options);
    expect(state.computer).toEqual(after);
  });
});

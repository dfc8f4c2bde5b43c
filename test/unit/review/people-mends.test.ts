import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { people } from '../../../src/review/people.ts';
import { say } from '../../../src/text/text.ts';
import { steps } from '../../../steps/index.ts';
import { accessKey } from '../../../steps/key/index.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveUser } from '../../support/accounts/people.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { allowing, shownPeople } from '../../support/review/shown-people.ts';

const longAgo = new Date(NOW.getTime() - 200 * 86_400_000).toISOString();

/** The signal, and what is wrong with the account. Its command is the step, or the playbook with the user. */
const WRONG: [signal: string, command: string, (state: PracticeState) => void][] = [
  ['root root-without-mfa', '--only root-mfa', () => undefined],
  [
    'kim password-without-mfa',
    '--only everyones-mfa',
    (state) => giveUser(state, 'kim', { signsIn: true }),
  ],
  [
    'kim direct-policy',
    '--only direct-policies',
    (state) => giveUser(state, 'kim', { inline: { own: allowing('s3:GetObject') } }),
  ],
  [
    'ci key-never-used',
    '--only old-credentials',
    (state) =>
      giveUser(state, 'ci', {
        keys: [{ id: 'AKIAOLDOLDOLDOLDOLD2', active: true, created: longAgo }],
      }),
  ],
];

it('comes with the most urgent signals first, whoever they are about', async () => {
  const { signals } = await shownPeople(busyAccount(NOW));
  const open = signals.filter((one) => one.endsWith(' do'));
  expect(open.slice(0, 3)).toEqual([
    'root root-key do',
    'song quarantined-key do',
    'choi administrator-with-key do',
  ]);
  expect(open.at(-1)).toContain(' key-old ');
});

describe('the command of a signal', () => {
  it('names a step that there is', async () => {
    const { mends } = await shownPeople(busyAccount(NOW));
    const named = mends.flatMap((one) => /--only (\S+)/.exec(one)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !steps.some((step) => step.id === id))).toEqual([]);
  });

  it.each(WRONG)('makes %s go away: %s', async (signal, command, spoil) => {
    const state = newAccount();
    spoil(state);
    const named = ({ mends }: { mends: string[] }) =>
      mends.filter((one) => one.startsWith(`${signal} `));
    expect(named(await shownPeople(state))).toEqual([`${signal} ${command}`]);
    const [, id] = command.split(' ');
    await runSteps(
      state,
      steps.filter((step) => step.id === id),
    );
    expect(named(await shownPeople(state))).toEqual([]);
  });

  it.each([true, false])(
    'is none for AWS’s quarantine, which AWS says not to remove: signs in %s',
    async (signsIn) => {
      const state = newAccount();
      const active = { id: 'AKIAOLDOLDOLDOLDOLD3', active: true, created: NOW.toISOString() };
      const attached = ['arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3'];
      giveUser(state, 'kim', { signsIn, keys: [active], attached });
      giveUser(state, 'lee', { signsIn, keys: [{ ...active, active: false }], attached });
      const { mends, signals, seen } = await shownPeople(state);
      expect(mends).toContain('kim quarantined-key undefined');
      expect(signals).toContain('kim quarantined-key do');
      expect(signals).toContain('lee quarantined-key watch');
      const about = people.signals(seen).find(({ id }) => id === 'quarantined-key');
      expect(about && say(about.text)).toContain('delete it, and follow its support case');
    },
  );

  it('makes an old key of a program go away: key NAME', async () => {
    const state = newAccount();
    giveUser(state, 'ci-deploy', {
      keys: [{ id: 'AKIAOLDOLDOLDOLDOLD1', active: true, created: longAgo }],
    });
    const keys = async () =>
      (await shownPeople(state)).mends.filter((one) => one.startsWith('ci-deploy key-old'));
    expect(await keys()).toEqual(['ci-deploy key-old key ci-deploy']);
    await runSteps(
      state,
      accessKey('ci-deploy').flatMap((chapter) => chapter.steps),
    );
    expect(await keys()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { people } from '../../../src/review/people.ts';
import { say } from '../../../src/text/text.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveGroup, giveUser } from '../../support/accounts/people.ts';
import { allowing, linesOf, shownPeople } from '../../support/review/shown-people.ts';

const busy = () => busyAccount(NOW);

/** Looked at once: nothing changes it. */
const onBusy = shownPeople(busy());

describe('the page People', () => {
  it('shows what everybody signs in with, and when they last did', async () => {
    const { cells } = await onBusy;
    expect(cells).toMatchObject({
      root: { user: '<root>', mfa: 'app', keys: 'used 470 days ago, 1011 days old' },
      kim: {
        password: 'used 158 days ago',
        mfa: 'app, passkey, token',
        keys: 'used 156 days ago, 700 days old; inactive, 970 days old',
        other: 'SSH keys: 1, service keys: 2, certificates: 1',
        groups: 'Developers',
        policies: 'DeployToShop, old-reports',
        boundary: 'DeveloperBoundary',
      },
      'ci-deploy': { password: 'none', mfa: 'none', power: 'yes', tags: 'UsedBy=GitHub Actions' },
      park: { password: 'never used', keys: 'never used, 12 days old' },
    });
  });

  it('says what is to do, for whom, and by which command', async () => {
    const { signals, mends } = await onBusy;
    expect(signals.filter((one) => /^(root|kim|backup|jun|song|all) /.test(one))).toEqual([
      'root root-key do',
      'song quarantined-key do',
      'kim may-become-administrator do',
      'backup key-never-used do',
      'kim key-unused do',
      'kim password-unused do',
      'backup key-old do',
      'backup key-old do',
      'kim key-old do',
      'song key-old do',
      'root root-used watch',
      'root root-mfa fine',
      'backup two-active-keys watch',
      'backup direct-policy watch',
      'kim direct-policy watch',
    ]);
    expect(mends).toEqual(
      expect.arrayContaining([
        'choi password-without-mfa --only everyones-mfa',
        'choi administrator-with-key undefined',
        'ci-deploy key-old key ci-deploy',
        'kim key-old --only old-credentials',
        'root root-key --only root-keys',
        'song quarantined-key undefined',
      ]),
    );
  });

  it('opens all of one user, and marks the statement that allows everything', async () => {
    const { seen, look } = await onBusy;
    const detail = await people.detail(seen, 'ci-deploy', look);
    const lines = detail ? linesOf(detail) : [];
    expect(lines).toContain('ARN: arn:aws:iam::222233334444:user/machines/ci-deploy');
    expect(lines.filter((line) => line.startsWith('>'))).toEqual(
      ['{', '  "Effect": "Allow",', '  "Action": "*",', '  "Resource": "*"', '}'].map(
        (line) => `>     ${line}`,
      ),
    );
    expect(await people.detail(seen, 'nobody', look)).toBeUndefined();
    for (const typed of ['root', '<root>']) {
      expect((await people.detail(seen, typed, look))?.key).toBe('root');
    }
  });

  it('says that root was used, on a new account, and that nobody else is there', async () => {
    const state = newAccount();
    const use = { at: NOW.toISOString(), service: 'iam', region: 'us-east-1' };
    for (const key of state.root.keys) key.lastUsed = use;
    const { cells, signals } = await shownPeople(state);
    expect(Object.keys(cells)).toEqual(['root']);
    expect(signals).toEqual(
      expect.arrayContaining(['root root-without-mfa do', 'root root-used watch']),
    );
  });

  it.each([
    [89, ['root-keys']],
    [90, ['root-keys', 'key-age']],
  ])('holds a key of root of %s days against %j', async (days, controls) => {
    const state = newAccount();
    const created = new Date(NOW.getTime() - days * 86_400_000).toISOString();
    state.root.keys = [{ id: 'AKIAROOTROOTROOTROOT', active: true, created }];
    const { seen } = await shownPeople(state);
    const found = people.signals(seen).find(({ id }) => id === 'root-key');
    expect(found?.controls).toEqual(controls);
  });

  it('counts a look by root as a use, and is content with a root user and keys as they should be', async () => {
    const state = newAccount();
    giveUser(state, 'kim');
    const { seen, signals } = await shownPeople(state);
    expect(signals).toEqual(
      expect.arrayContaining(['root root-unused fine', 'all young-keys fine']),
    );
    const identity = { ...seen.account.identity, kind: 'root' as const };
    const byRoot = people.signals({ ...seen, account: { ...seen.account, identity } });
    const uses = byRoot.filter(({ id }) => id.startsWith('root-u'));
    expect(uses.map(({ id, text }) => `${id}: ${say(text)}`)).toEqual([
      'root-used: you are signed in as the root user, which counts as a use',
    ]);
  });

  it('tells root from a user of that name', async () => {
    const state = newAccount();
    giveUser(state, 'root');
    expect(Object.keys((await shownPeople(state)).cells)).toEqual(['<root>', 'root']);
  });

  it.each([
    ['their own rights', { power: allowing('iam:AttachUserPolicy') }, [], 'yes', 'do'],
    ['a group', {}, ['Helpers'], 'yes', 'do'],
    [
      'a condition that nobody knows beforehand',
      { power: allowing('iam:*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }) },
      [],
      'perhaps',
      'watch',
    ],
  ])('says who may become administrator by %s', async (_, inline, groups, power, grade) => {
    const state = newAccount();
    giveGroup(state, 'Helpers', 'IAMFullAccess');
    giveUser(state, 'kim', { inline, groups });
    const { cells, signals } = await shownPeople(state);
    expect(cells.kim?.power).toBe(power === 'yes' ? 'may become one' : 'perhaps');
    expect(signals).toContain(`kim may-become-administrator ${grade}`);
  });

  it('sends no write, and leaves the account as it is', async () => {
    const state = busy();
    const before = structuredClone({ ...state, calls: undefined, credentialReport: undefined });
    const { sent, seen, look } = await shownPeople(state);
    await people.detail(seen, 'kim', look);
    expect(sent).toContain('GetAccountAuthorizationDetails');
    expect({ ...state, calls: undefined, credentialReport: undefined }).toEqual(before);
  });
});

import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { logFile, shownTrail } from '../../support/review/shown-trail.ts';

const busy = () => busyAccount(NOW);
const KEY = 'who-changed-trail';

describe('the page Trail', () => {
  it('shows the trail with its faults and its newest files, and what to do', async () => {
    const { rows, signals, sent, count } = await shownTrail(busy());
    expect(count).toBe('2 trails, the 5 newest log files');
    expect(rows[0]).toMatchObject({
      key: 'arn:aws:cloudtrail:ap-northeast-2:222233334444:trail/management-events',
      name: 'management-events',
      state: 'stopped, records one region only, log file validation is off',
      where: 's3://aws-cloudtrail-logs-222233334444-5f0c1e9a/',
    });
    expect(rows[1]).toMatchObject({
      name: 'first-trail',
      state: expect.stringMatching(/^log files are not delivered: its bucket no longer exists/),
    });
    expect(rows[2]).toMatchObject({ kind: 'file', region: 'ap-northeast-2' });
    expect(signals).toEqual([
      'trail-stopped do --only cloudtrail',
      'trail-incomplete watch --only cloudtrail',
      'validation-off watch --only cloudtrail',
      'delivery-error do',
      'trail-incomplete watch',
      'validation-off watch',
      'root-used watch',
      'sign-in-without-mfa do --only everyones-mfa',
      'sign-in-without-mfa do --only everyones-mfa',
    ]);
    expect(sent).not.toContain('GetObject');
  });

  it('opens a trail, and a file with its events', async () => {
    const { rows, open } = await shownTrail(busy());
    const lines = await open(rows[0]?.key ?? '');
    expect(lines).toContain('bucket: aws-cloudtrail-logs-222233334444-5f0c1e9a');
    expect(lines).toContain('management events: all');
    expect((await open(rows[2]?.key ?? ''))?.join()).toMatch(/StopLogging \| choi/);
    expect(await open('nobody')).toBeUndefined();
  });

  it('says on a new account that no trail records anything', async () => {
    const { rows, signals } = await shownTrail(newAccount());
    expect(rows).toEqual([]);
    expect(signals).toContain('no-trail do --only cloudtrail');
  });

  it('lists the events of the file that is set, and opens one as a tree', async () => {
    const { rows } = await shownTrail(busy());
    const file = rows[2]?.key ?? '';
    const { rows: events, open, records, count } = await shownTrail(busy(), { file });
    expect(events).toMatchObject([{ event: 'StopLogging', who: 'choi', from: '198.51.100.24' }]);
    expect(count).toBe('1 event');
    const lines = await open(events[0]?.key ?? '');
    expect(lines).toContain('  userIdentity');
    expect(lines).toContain('    userName: choi');
    expect(records?.map((line) => JSON.parse(line).eventName)).toEqual(['StopLogging']);
  });
});

describe('the break-in in the busy account', () => {
  const answer = async (question: string, about?: string, more: Record<string, string> = {}) =>
    shownTrail(
      busy(),
      { question, ...(about && { about }), ...more },
      { regions: ['us-east-1', 'ap-northeast-2', 'sa-east-1'] },
    );
  const told = ({ rows }: Awaited<ReturnType<typeof answer>>) =>
    rows.map(({ event, who, about }) => `${event} ${who} ${about}`);

  it('begins with a user whom a key has made from an address that nobody has', async () => {
    const made = await answer('who-made-this', 'support-aws');
    expect(made.rows.at(-1)).toMatchObject({
      event: 'CreateUser',
      who: 'ci-deploy',
      from: '192.0.2.200',
    });
    expect(made.rows[0]).toMatchObject({ event: 'DeleteUser', who: 'choi' });
  });

  it('shows all that this key did, and what the runner does with it every day', async () => {
    const state = busy();
    const key = state.users.find(({ name }) => name === 'ci-deploy')?.keys[0]?.id;
    const { rows } = await answer('what-key-did', key);
    expect(new Set(rows.map(({ from }) => from))).toEqual(new Set(['192.0.2.200', '192.0.2.88']));
    expect(rows.map(({ event }) => event)).toEqual([
      'DescribeImages',
      'CreateAccessKey',
      'AttachUserPolicy',
      'CreateUser',
      'ListUsers',
      'GetCallerIdentity',
      'PutImage',
    ]);
  });

  it('stopped the trail for an hour', async () => {
    const changes = await answer(KEY);
    expect(told(changes).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'StopLogging choi',
      'StartLogging support-aws',
      'StopLogging support-aws',
    ]);
    const [, start, stop] = changes.seen.events.all.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
    expect((start?.at ?? 0) - (stop?.at ?? 0)).toBe(3_600_000);
  });

  it('ran instances in a region that nobody uses, which the event history of that region shows', async () => {
    const machines = await answer('who-made-this', 'i-0badc0de000000001');
    expect(machines.rows.map(({ event, region }) => `${event} ${region}`)).toEqual([
      'TerminateInstances sa-east-1',
      'RunInstances sa-east-1',
    ]);
  });

  it('is not all in the bucket: what was done meanwhile is in the event history alone', async () => {
    const denies = (operation: string) => operation === 'LookupEvents';
    const settings = { event: 'DescribeInstances', user: 'support-aws' };
    expect((await shownTrail(busy(), settings, { denies })).rows).toEqual([]);
    const both = await answer('', undefined, settings);
    expect(both.rows).toMatchObject([{ who: 'support-aws', from: '192.0.2.200' }]);
  });
});

describe('a question', () => {
  it('finds in the bucket what is older than the event history', async () => {
    const { rows, count } = await shownTrail(busy(), {
      question: 'who-made-this',
      about: 'i-0b5e5a0c0ffee0001',
    });
    expect(rows.map(({ event, who }) => `${event} ${who}`)).toEqual([
      'StartInstances lee',
      'RunInstances kim',
    ]);
    expect(count).toMatch(
      /^bucket \(all of \d+ files\), event history \(since \d{4}-\d\d-\d\d\): 2 /,
    );
  });

  it('says who used root, and who signed in with MFA or without', async () => {
    const root = await shownTrail(busy(), { question: 'who-used-root' });
    expect(root.rows).toMatchObject([
      { event: 'ConsoleLogin', who: '<root>', mfa: 'with MFA', region: 'us-east-1' },
      { event: 'ListBuckets', who: '<root>' },
    ]);
    const { rows } = await shownTrail(busy(), { question: 'who-signed-in' });
    expect(rows.map(({ who, mfa }) => `${who} ${mfa}`)).toEqual([
      'choi without MFA',
      'jun with MFA',
      'lee without MFA',
      '<root> with MFA',
      'choi without MFA',
    ]);
  });

  it('says what was refused', async () => {
    const { rows, signals } = await shownTrail(busy(), { question: 'what-was-refused' });
    expect(rows).toMatchObject([{ event: 'CreateUser', who: 'song', result: 'AccessDenied' }]);
    expect(signals).toEqual(['refused watch']);
  });

  it('is refused without what it is about', async () => {
    const asked = await shownTrail(busy(), { question: 'what-key-did' });
    expect([asked.isRefused, asked.empty]).toEqual([
      true,
      'Which access key? Set what it is about: about=AKIA…',
    ]);
  });

  it('who made a thing leaves out who only looked at it', async () => {
    const about = 'vpc-0a1b2c3d';
    const event = (eventName: string, minute: number, more: object) => ({
      eventName,
      eventID: eventName,
      eventTime: new Date(NOW.getTime() - 900_000 + minute * 60_000).toISOString(),
      readOnly: eventName.startsWith('Describe'),
      ...more,
    });
    const { rows } = await shownTrail(
      busy(),
      { question: 'who-made-this', about },
      {
        body: () =>
          logFile(
            event('CreateVpc', 1, { responseElements: { requestId: '1', vpc: { vpcId: about } } }),
            event('DescribeVpcs', 2, {
              requestParameters: { vpcSet: { items: [{ vpcId: about }] } },
            }),
            event('CreateTags', 3, {
              requestParameters: { resourcesSet: { items: [{ resourceId: about }] } },
            }),
          ),
      },
    );
    expect(rows.map(({ event, about }) => `${event} ${about}`)).toEqual([
      `CreateTags ${about}`,
      `CreateVpc ${about}`,
    ]);
  });

  it('tells a name from one that begins like it', async () => {
    const state = busy();
    const { rows } = await shownTrail(state, { question: 'who-made-this', about: 'support' });
    expect(rows).toEqual([]);
  });
});

describe('the filters', () => {
  it.each([
    [{ user: 'lee', from: '203.0.113' }, ['ListBuckets', 'DescribeInstances']],
    [{ error: 'denied' }, ['CreateUser']],
    [{ event: 'StopLogging' }, ['StopLogging', 'StopLogging']],
    [{ user: '<root>' }, ['ConsoleLogin', 'ListBuckets']],
  ])('leave the events that have %o', async (settings, events) => {
    const { rows } = await shownTrail(busy(), settings as unknown as Record<string, string>);
    expect(rows.map(({ event }) => event)).toEqual(events);
  });

  it('leave the events of a time, and read the log files of these days alone', async () => {
    const at = new Date(NOW.getTime() - 870 * 86_400_000).toISOString().slice(0, 10);
    const { rows, sent, unseen } = await shownTrail(busy(), { since: at, until: at });
    expect(rows.map(({ event }) => event)).toEqual(['RunInstances']);
    expect(sent.filter((operation) => operation === 'GetObject')).toHaveLength(1);
    expect(sent).not.toContain('LookupEvents');
    expect(unseen.join()).not.toMatch(/log files/);
  });
});

import { expect, it } from 'vitest';
import type { Topic } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import { CIS_FILTERS } from '../../../steps/alerts/cis-filters.ts';
import cisAlarms from '../../../steps/cis-alarms.ts';
import { steps as allSteps } from '../../../steps/index.ts';
import { giveAlarm, giveLogGroup } from '../../support/accounts/alarms.ts';
import { giveTopic } from '../../support/accounts/alerts.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { giveTrail } from '../../support/accounts/trails.ts';

const steps = allSteps.filter(({ id }) => cisAlarms.needs?.includes(id) || id === cisAlarms.id);

/** An account of which everything else is secure, with a log group of the owner's and an alarm for each thing. */
function account(more: Record<string, unknown> = {}, only = CIS_FILTERS.map(({ id }) => id)) {
  const state = newAccount();
  const group = giveLogGroup(state, giveTrail(state), { name: 'theirs', retention: 30 });
  const topic = giveTopic(state, { name: 'auditors' });
  for (const { id, pattern } of CIS_FILTERS) {
    const settings = only.includes(id) ? more : {};
    giveAlarm(state, group, { name: id, pattern, topic, ...settings });
  }
  return { state, group, topic };
}

const RULES_ONLY = JSON.stringify({
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sns:Publish' },
  ],
});

const run = (state: ReturnType<typeof newAccount>) =>
  runSteps(state, steps, { answers: { 'cis-alarms.address': 'lee@example.com' } });
const alarmsPut = (writes: string[]) => writes.filter((one) => one === 'PutMetricAlarm').length;

it("the owner's own alarms count, and nothing is sent", async () => {
  const { state } = account();
  expect((await run(state)).writes).toEqual([]);
});

it.each([
  ['does nothing', { ActionsEnabled: false }],
  ['needs five events', { Threshold: 5 }],
  ['is always raised', { Threshold: 0 }],
  ['needs two periods', { EvaluationPeriods: 2 }],
  ['looks at a day', { Period: 86_400 }],
  ['stays raised', { TreatMissingData: 'ignore' }],
  ['is of another metric', { MetricName: 'other' }],
  ['is of one user', { Dimensions: [{ Name: 'user', Value: 'kim' }] }],
  ['tells nobody', { AlarmActions: [] }],
  [
    'tells a topic that is not there',
    { AlarmActions: ['arn:aws:sns:us-east-1:111122223333:gone'] },
  ],
])("an alarm of the owner's that %s does not count, and stays as it is", async (_, wrong) => {
  const { state } = account(wrong, ['root-use']);
  const before = structuredClone(state.alarms);
  const { writes, rows } = await run(state);
  expect(alarmsPut(writes)).toBe(1);
  expect(rows.at(-1)?.state).toBe('secure');
  expect(state.alarms).toEqual(expect.arrayContaining(before));
});

it.each<[string, (topic: Topic) => void]>([
  ['whose policy lets no alarm publish', ({ attributes }) => (attributes.Policy = RULES_ONLY)],
  ['that is encrypted', ({ attributes }) => (attributes.KmsMasterKeyId = 'alias/aws/sns')],
  [
    'that filters',
    ({ subscriptions }) => {
      for (const one of subscriptions) one.filter = '{"store":["a"]}';
    },
  ],
  [
    'that nobody has confirmed',
    ({ subscriptions }) => {
      for (const one of subscriptions) delete one.id;
    },
  ],
])("a topic of the owner's %s does not count", async (_, spoil) => {
  const { state } = account();
  for (const topic of state.topics) spoil(topic);
  const { rows, writes } = await run(state);
  expect(alarmsPut(writes)).toBe(CIS_FILTERS.length);
  expect(rows.at(-1)?.state).toBe('secure');
});

it.each([
  ['is narrower', (pattern: string) => pattern.replace(/ }$/, ' && ($.awsRegion = "eu-west-1") }')],
  ['leaves a call out', (pattern: string) => pattern.replace('StopLogging', 'StartLogging')],
  ['cannot be read', () => '[ip, user, rest]'],
])("a filter of the owner's that %s does not count, and stays as it is", async (_, change) => {
  const { state, group } = account();
  const filter = group.filters.find(({ name }) => name === 'trail-changes');
  if (filter) filter.pattern = change(filter.pattern);
  const before = structuredClone(group.filters);
  const { writes } = await run(state);
  expect(writes.filter((one) => one === 'PutMetricFilter')).toHaveLength(1);
  expect(state.logGroups[0]?.filters).toEqual(expect.arrayContaining(before));
});

it('an alarm of ours that somebody has switched off is put right, with what it does besides', async () => {
  const { state, topic } = account({ ActionsEnabled: false });
  await run(state);
  const ours = state.alarms.find(({ settings }) => settings.AlarmName === 'rootlock-root-use');
  Object.assign(ours?.settings ?? {}, { ActionsEnabled: false, AlarmActions: [topic] });
  const { writes } = await run(state);
  expect(writes).toEqual(['PutMetricAlarm']);
  const again = state.alarms.find(({ settings }) => settings.AlarmName === 'rootlock-root-use');
  expect(again?.settings).toMatchObject({
    ActionsEnabled: true,
    AlarmActions: [topic, `arn:aws:sns:us-east-1:${state.id}:rootlock-alerts`],
  });
});

it("the owner's log group keeps its retention, and a group that is gone is made again", async () => {
  const { state } = account();
  delete state.logGroups[0]?.retention;
  expect((await run(state)).writes).toEqual([]);
  state.logGroups = [];
  const { writes, rows } = await run(state);
  expect(writes.slice(0, 2)).not.toContain('UpdateTrail');
  expect(writes).toEqual(expect.arrayContaining(['CreateLogGroup', 'PutRetentionPolicy']));
  expect(rows.at(-1)?.state).toBe('secure');
});

it("the owner's role stays as it is if it may not write, and the owner is told", async () => {
  const { state } = account();
  for (const role of state.roles.filter(({ name }) => name === 'CloudTrailToLogs'))
    role.inline = {};
  const { rows } = await runSteps(state, steps, { observeOnly: true });
  const { state: is, changes = [], status } = rows.at(-1) ?? {};
  expect([is, status && say(status)]).toEqual([
    'pending',
    'none: events do not reach the log group',
  ]);
  expect(changes.map((change) => [change.kind, say(change.summary)])).toEqual([
    ['console', expect.stringContaining('Make management-events deliver to CloudWatch Logs again')],
  ]);
});

it('events that are in a group of our name already are not deleted', async () => {
  const state = newAccount();
  const trail = giveTrail(state);
  giveLogGroup(state, trail, { name: 'rootlock-trail' });
  delete trail.logs;
  const { writes } = await run(state);
  expect(writes).toContain('UpdateTrail');
  expect(writes).not.toContain('PutRetentionPolicy');
});

it('a log group of another account cannot be counted in, and the owner is told where', async () => {
  const { state } = account();
  const [trail] = state.trails;
  if (trail?.logs) trail.logs.group = trail.logs.group.replace(state.id, '444455556666');
  const { rows } = await runSteps(state, [cisAlarms], { observeOnly: true });
  const { status, changes = [] } = rows[0] ?? {};
  expect(status && say(status)).toBe('another account has the trail, or its log group');
  expect(changes.map(({ kind }) => kind)).toEqual(['console']);
});

it('before there is a trail, all of it is planned for the one that will be', async () => {
  const { rows } = await runSteps(newAccount(), steps, { observeOnly: true });
  const { changes = [], evidence } = rows.at(-1) ?? {};
  const calls = changes.map((change) => ('operation' in change ? change.operation : change.kind));
  expect(calls.filter((one) => one === 'PutMetricAlarm')).toHaveLength(CIS_FILTERS.length);
  expect(calls).toContain('UpdateTrail');
  expect(evidence).toMatchObject({ trail: null });
});

it('a filter and its alarm are told as one, with the undo of both', async () => {
  const { rows } = await runSteps(newAccount(), steps, { observeOnly: true });
  const pairs = (rows.at(-1)?.changes ?? []).filter(({ together }) => together);
  expect(new Set(pairs.map(({ together }) => together && say(together))).size).toBe(
    CIS_FILTERS.length,
  );
  for (const { undo } of pairs.filter((_, index) => index % 2 === 0)) {
    expect(undo && say(undo)).toMatch(
      /Alarms > rootlock-.* > Delete; .*Metric filters > rootlock-/,
    );
  }
});

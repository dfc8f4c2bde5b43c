import { DeleteRuleCommand, RemoveTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  ConfirmSubscriptionCommand,
  CreateTopicCommand,
  ListSubscriptionsByTopicCommand,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { expect, it } from 'vitest';
import type { Report } from '../../src/reports/json-report.ts';
import { eventsOf, snsOf, useEmulator } from '../support/emulator/clients.ts';
import { ownerOf } from '../support/emulator/owner.ts';
import { newHome, openRootlock, rootlock } from '../support/emulator/programs.ts';
import { ACCOUNT } from '../support/emulator/server.ts';
import { writes } from '../support/emulator/wire-log.ts';
import { inSentences } from '../support/owner/in-sentences.ts';
import { answerAll } from '../support/owner/owner.ts';

const emulator = useEmulator();
const SLOW = 240_000;
const ONLY = ['--only', 'cloudtrail,sign-in-alerts,trail-alerts'];
const KIM = 'kim@example.com';
const answers = { 'cloudtrail.days': 365, 'sign-in-alerts.address': KIM };
const TopicArn = `arn:aws:sns:us-east-1:${ACCOUNT}:rootlock-alerts`;

const states = (stdout: string) =>
  (JSON.parse(stdout) as Report).steps.map(({ id, state }) => `${id} ${state}`);
const sent = async () => writes(await emulator().requests()).length;

it(
  'alerts are made and confirmed in a terminal, and what somebody takes away is made again',
  async () => {
    const where = { url: emulator().url, home: newHome() };
    const terminal = openRootlock([...ONLY, '--plain'], where);
    await answerAll(inSentences(terminal), ownerOf(emulator()));
    expect(await terminal.exit).toMatchObject({ code: 0 });

    const before = await sent();
    const unattended = () => rootlock([...ONLY, '--json'], { ...where, answers });
    const again = await unattended();
    expect([states(again.stdout), await sent()]).toEqual([
      ['cloudtrail secure', 'sign-in-alerts secure', 'trail-alerts secure'],
      before,
    ]);

    const rule = { Rule: 'rootlock-forward-sign-in-alerts' };
    const seoul = eventsOf(emulator(), 'ap-northeast-2');
    await seoul.send(new RemoveTargetsCommand({ ...rule, Ids: ['rootlock-alerts'] }));
    await seoul.send(new DeleteRuleCommand({ Name: rule.Rule }));
    await unattended();
    expect(writes(await emulator().requests()).slice(-2)).toEqual([
      'events PutRule',
      'events PutTargets',
    ]);
  },
  SLOW,
);

it(
  'a mail that nobody has answered is said by a run without a terminal, and is all that is left',
  async () => {
    const where = { url: emulator().url, home: newHome() };
    const unattended = () => rootlock([...ONLY, '--yes', '--json'], { ...where, answers });
    const first = await unattended();
    expect(states(first.stdout)).toEqual([
      'cloudtrail secure',
      'sign-in-alerts blocked',
      'trail-alerts blocked',
    ]);
    expect(first.stdout).toContain(`Confirm in the email that AWS sends to ${KIM}`);
    const before = await sent();
    await emulator().confirmSubscriptions();
    const second = await unattended();
    expect([states(second.stdout), await sent()]).toEqual([
      ['cloudtrail secure', 'sign-in-alerts secure', 'trail-alerts secure'],
      before,
    ]);
  },
  SLOW,
);

it('an address is confirmed by the token of its mail, which nobody else has', async () => {
  const sns = snsOf(emulator());
  await sns.send(new CreateTopicCommand({ Name: 'rootlock-alerts' }));
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: KIM }));
  const listed = async () =>
    (await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))).Subscriptions;
  expect(await listed()).toMatchObject([{ SubscriptionArn: 'PendingConfirmation' }]);
  const confirm = (Token: string | undefined) =>
    sns.send(new ConfirmSubscriptionCommand({ TopicArn, Token }));
  await expect(confirm('guessed')).rejects.toMatchObject({ name: 'InvalidParameterException' });
  await confirm((await emulator().tokens())[KIM]);
  expect(await listed()).toMatchObject([{ SubscriptionArn: expect.stringMatching(/^arn:/) }]);
});

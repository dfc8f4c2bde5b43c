import { DeleteRuleCommand, RemoveTargetsCommand } from '@aws-sdk/client-eventbridge';
import { ListSubscriptionsByTopicCommand } from '@aws-sdk/client-sns';
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
  'a mail that nobody has answered is said, and can be answered with its link',
  async () => {
    const where = { url: emulator().url, home: newHome() };
    const first = await rootlock([...ONLY, '--yes', '--json'], { ...where, answers });
    expect(states(first.stdout)).toEqual([
      'cloudtrail secure',
      'sign-in-alerts blocked',
      'trail-alerts blocked',
    ]);
    expect(first.stdout).toContain(`Confirm by the mail that AWS sends to ${KIM}`);

    const { [KIM]: token } = await emulator().tokens();
    const link = `https://sns.us-east-1.amazonaws.com/confirmation.html?TopicArn=${TopicArn}&Token=${token}&Endpoint=${KIM}`;
    const terminal = openRootlock(['--only', 'sign-in-alerts', '--plain'], where);
    const asks = (words: string) => terminal.waitFor(new RegExp(`${words}[^>]*\n>`), SLOW);
    await asks('How do you go on');
    terminal.type('2\r');
    await asks('Make these changes');
    terminal.type('\r');
    await asks('Paste the link');
    terminal.type(`${link}\r`);
    expect(await terminal.exit).toMatchObject({ code: 0 });
    expect(terminal.raw).toContain(`mails to ${KIM}`);
    const { Subscriptions } = await snsOf(emulator()).send(
      new ListSubscriptionsByTopicCommand({ TopicArn }),
    );
    expect(Subscriptions).toMatchObject([{ SubscriptionArn: expect.stringMatching(/^arn:/) }]);
    const told = await rootlock(['receipt', '--json'], where);
    expect(told.stdout).not.toContain(token);
  },
  SLOW,
);

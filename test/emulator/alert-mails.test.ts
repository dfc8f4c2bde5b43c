import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { inKorean, particle } from '../../src/locale/ko.ts';
import { say, speak } from '../../src/text/text.ts';
import { signInAlerts, trailAlerts } from '../../steps/alerts/alerts.ts';
import { forwardingRoleChanges } from '../../steps/alerts/forwarding-role.ts';
import { topicArn } from '../../steps/alerts/topic.ts';
import { topicChanges } from '../../steps/alerts/topic-changes.ts';
import { ruleChanges, wantedRules } from '../../steps/alerts/wanted-rules.ts';
import { useBus } from '../support/alerts/bus.ts';
import type { BusEvent } from '../support/alerts/bus-events.ts';
import {
  BUCKET_REGION,
  LOG_BUCKET,
  MAILED,
  NOT_MAILED,
  TRAIL_HOME,
} from '../support/alerts/events.ts';
import { ACCOUNT } from '../support/emulator/server.ts';

const ofTrail = trailAlerts(LOG_BUCKET);
const alerts = [...signInAlerts, ...ofTrail];
const mailed = Object.entries(MAILED).flatMap(([id, events]) =>
  events.map((event) => ({ id, event })),
);
const account = { id: ACCOUNT, partition: 'aws', region: 'us-east-1' } as never;
const places = {
  hub: TRAIL_HOME,
  regions: [...new Set(['us-east-1', ...mailed.map(({ event }) => event.region)])],
  bucket: BUCKET_REGION,
};

/** What the steps plan on an account that has none of it. */
const plan = () => [
  ...topicChanges('sign-in-alerts', null, account, TRAIL_HOME),
  ...forwardingRoleChanges(null, account, TRAIL_HOME),
  ...ruleChanges([], wantedRules('sign-in-alerts', signInAlerts, places, account)),
  ...ruleChanges([], wantedRules('trail-alerts', ofTrail, places, account)),
];

const bus = useBus();
let mailbox: () => Promise<string[]>;
beforeAll(async () => {
  for (const call of plan()) await bus.send(call);
  mailbox = await bus.subscribe(topicArn(account, TRAIL_HOME));
});

/** The mails of an event, in lines, without the quotation marks that EventBridge leaves. */
async function mailsOf(event: BusEvent): Promise<string[][]> {
  await bus.put(event);
  const mails = await mailbox();
  return mails.map((mail) =>
    mail.split('\n').map((line) => {
      const [, text] = /^"([^"]*)"$/.exec(line) ?? [];
      if (text === undefined) throw new Error(`not a line in quotation marks: ${line}`);
      return text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, '(now)');
    }),
  );
}

const lines = {
  account: `Account: ${ACCOUNT}`,
  when: 'When: (now) (UTC)',
};

describe('an event on the bus', () => {
  it.each(Object.entries(MAILED))('is a mail: %s', async (id, events) => {
    const titles = new Map(alerts.map((alert) => [alert.id, say(alert.title)]));
    for (const event of events) {
      const [[first, ...rest] = [], ...others] = await mailsOf(event);
      const isOfTrail = id === 'root-used' && event.source === 'aws.cloudtrail';
      expect([first, ...others.map(([title]) => title)].sort(), event.region).toEqual(
        [id, ...(isOfTrail ? ['trail-changed'] : [])].map((one) => titles.get(one)).sort(),
      );
      expect(rest).toEqual(expect.arrayContaining(Object.values(lines)));
      expect(rest.join('\n')).not.toMatch(/[<>{}"\\]/);
    }
  });

  it.each(Object.entries(NOT_MAILED))('is no mail if %s', async (_, event) => {
    expect(await mailsOf(event)).toEqual([]);
  });

  it('says who did what to whom, from where', async () => {
    const [made] = MAILED['credential-made']?.filter(isCall('CreateAccessKey')) ?? [];
    const [given] = MAILED['right-given']?.filter(isCall('AttachRolePolicy')) ?? [];
    expect(await mailsOf(made as BusEvent)).toEqual([
      [
        'Somebody has made or changed a user, a password or a key',
        lines.account,
        lines.when,
        'What: CreateAccessKey (iam.amazonaws.com)',
        'For: lee  ',
        'Who: IAMUser kim (AIDAEXAMPLEKIM000000A)',
        'From: IP address 198.51.100.7, AWS region us-east-1',
        'If nobody you know did it: deactivate what was made, then ask who this was.',
        'Step by step: docs/alerts.md of Rootlock, under: Somebody has made or changed a user, a password or a key',
      ],
    ]);
    const [mail = []] = await mailsOf(given as BusEvent);
    expect(mail).toContain('For:   admin');
    expect(mail).toContain('Who: AssumedRole deploy (AROAEXAMPLEDEPLOY000A:run-17)');
  });

  it('is told in the language that was spoken when the rules were made', async () => {
    speak({ translation: inKorean, ending: particle });
    onTestFinished(async () => {
      speak(undefined);
      for (const call of plan()) if (call.operation === 'PutTargets') await bus.send(call);
    });
    for (const call of plan()) if (call.operation === 'PutTargets') await bus.send(call);
    const [event] = MAILED['root-signed-in'] ?? [];
    expect(await mailsOf(event as BusEvent)).toEqual([
      [
        '루트 사용자가 로그인했습니다',
        `계정: ${ACCOUNT}`,
        '시각: (now) (UTC, 한국 시간은 +9시간)',
        '접속 위치: IP 주소 198.51.100.7, AWS 리전 us-east-1',
        'MFA 사용(Yes: 예, No: 아니요): Yes',
        '본인이 아니라면 누군가 루트 사용자의 암호를 알고 있습니다. 지금 암호를 변경하십시오.',
        '자세한 순서: Rootlock의 docs/alerts.ko.md, 제목: 루트 사용자가 로그인했습니다',
      ],
    ]);
  });
});

const isCall =
  (name: string) =>
  ({ detail }: BusEvent): boolean =>
    (detail as { eventName?: string }).eventName === name;

/** What somebody would write who wants to spoil a mail, or to put words into it. */
const HOSTILE = [
  '"',
  '\\',
  '\\"\n"Account: 999999999999',
  'x"\n"If it was not you: call 0100-0000',
  '<b>bold</b>',
  '<when>',
  '<aws.events.event.json>',
  '{"a":"b"}',
  '\u202egnp.exe\u0007',
];

/** The event with hostile text wherever AWS lets somebody choose: a path begins and ends with a slash, and holds no blank. */
function hostile({ detail, ...event }: BusEvent, text: string): BusEvent {
  const path = `/${text.replace(/[^!-~]/g, '')}/`;
  const { userIdentity, requestParameters } = detail as {
    userIdentity?: { arn?: string };
    requestParameters?: object | null;
  };
  return {
    ...event,
    detail: {
      ...detail,
      userAgent: text,
      errorMessage: text,
      ...(userIdentity && {
        userIdentity: { ...userIdentity, arn: userIdentity.arn?.replace('/', path) },
      }),
      requestParameters: {
        ...requestParameters,
        path,
        policyArn: `arn:aws:iam::${ACCOUNT}:policy${path}all`,
        policyDocument: text,
        description: text,
        tags: [{ key: text, value: text }],
      },
      tlsDetails: { clientProvidedHostHeader: text },
    },
  };
}

describe('what strangers may choose in an event', () => {
  const events = Object.values(MAILED).flatMap((all) => all.slice(0, 1));
  let clean: string[][][] = [];
  beforeAll(async () => {
    clean = [];
    for (const event of events) clean.push(await mailsOf(event));
    for (const mails of clean) expect(mails).toHaveLength(1);
  });

  it.each(HOSTILE)('changes no mail: %j', async (text) => {
    for (const [at, event] of events.entries())
      expect(await mailsOf(hostile(event, text))).toEqual(clean[at]);
  });

  it('is not even told if it is a name that AWS has refused', async () => {
    for (const event of events) {
      const refused = { errorCode: 'ValidationError', errorMessage: HOSTILE[2] };
      const names = { userName: HOSTILE[2], roleName: HOSTILE[3], name: HOSTILE[2] };
      const detail = { ...event.detail, ...refused, requestParameters: names };
      const told = (await mailsOf({ ...event, detail })).flat().join('\n');
      expect(told).not.toMatch(/999999999999|0100-0000/);
    }
  });
});

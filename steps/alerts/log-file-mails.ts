import type { Request } from '../../src/aws/operations.ts';
import { Blocked } from '../../src/engine/errors.ts';
import type { Account, InteractiveChange, Look } from '../../src/engine/step.ts';
import { placeholder } from '../../src/text/placeholder.ts';
import { type Text, t } from '../../src/text/text.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { knownAddress, problemWithAddress } from '../shared/email.ts';
import { enabledRegions } from '../shared/enabled-regions.ts';
import { unlessBlocked } from '../shared/unless-blocked.ts';
import { trailCall } from '../trail/trail-calls.ts';
import type { Trail } from '../trail/trails.ts';
import { subscribersOf } from './topic.ts';
import { newTopicPolicy } from './topic-policy.ts';

/** A topic of its own: so many mails would bury the alerts. */
const TOPIC_NAME = 'rootlock-log-files';

/** CloudTrail delivers about every five minutes, and tells of each delivery in one message. CloudTrail User Guide. */
const MAILS_A_DAY = (24 * 60) / 5;

/** What is known of mails for each log file. */
export interface LogFileMails {
  /** Addresses that get none until they confirm. */
  pending: string[];
  isOffered: boolean;
  /** How many regions are on. `null` if nobody knows, or needs to. */
  regions: number | null;
  /** An address of the owner's that is known already. */
  address: string | null;
}

const NONE: LogFileMails = { pending: [], isOffered: false, regions: null, address: null };

const fileTopic = ({ arn }: Pick<Trail, 'arn'>): string => {
  const [, partition, , region, account] = arn.split(':');
  return `arn:${partition}:sns:${region}:${account}:${TOPIC_NAME}`;
};

/** A trail of an organization tells of the files of all its accounts, and one that tells another topic is somebody's wish. */
export async function readLogFileMails(look: Look, trail: Trail | null): Promise<LogFileMails> {
  if (!trail?.own || trail.organization) return NONE;
  const topic = fileTopic(trail);
  if (trail.notifies) {
    if (trail.notifies.topic !== topic) return NONE;
    const subscribers = await unlessBlocked(subscribersOf(look, topic, trail.home));
    if (!subscribers || subscribers.some(({ confirmed }) => confirmed)) return NONE;
    const pending = subscribers.map(({ endpoint }) => endpoint);
    if (pending.length > 0) return { ...NONE, pending };
  }
  const regions = await unlessBlocked(enabledRegions(look));
  return {
    pending: [],
    isOffered: true,
    regions: regions?.length ?? null,
    address: knownAddress(look, ['billing-alerts.addresses', 'sign-in-alerts.address']),
  };
}

/** What becomes of each log file's notification, after the status of the trail. */
export function withNotifications(status: Text, trail: Trail | null, { pending }: LogFileMails) {
  if (pending.length > 0) {
    return t('{status}. No email for each log file until {addresses} confirms', {
      status,
      addresses: pending.join(', '),
    });
  }
  if (!trail?.notifies) return status;
  const { topic, error } = trail.notifies;
  const name = topic.split(':').at(-1) ?? topic;
  return error
    ? t('{status}. The topic {name} is told of no log file: {error}', { status, name, error })
    : t('{status}. The topic {name} is told of each log file', { status, name });
}

/** Whoever has just asked for them has a mail to answer. */
export const handoverMails = ({ pending }: LogFileMails): [Text, Text][] =>
  pending.length === 0
    ? []
    : [
        [
          t('emails'),
          t('for each log file, once {addresses} confirms in the email that AWS has sent', {
            addresses: pending.join(', '),
          }),
        ],
      ];

/** A mail for each log file. */
export function offerLogFileMails(
  trail: Trail,
  { regions, address }: LogFileMails,
  account: Account,
): InteractiveChange {
  const topic = fileTopic(trail);
  const { kind: _, ...described } = trailCall(
    trail,
    t('Send an email for each log file of the trail {name}', { name: trail.name }),
  );
  const create = createTopic(trail, account);
  const notify = {
    service: 'cloudtrail',
    operation: 'UpdateTrail',
    region: trail.home,
    input: { Name: trail.arn, SnsTopicName: TOPIC_NAME },
  } satisfies Request;
  return {
    ...described,
    kind: 'exchange',
    offerId: 'log-file-mails',
    diff: [
      [t('emails'), t('none'), howMany(regions)],
      [t('cost'), t('none'), t('1,000 emails a month are free, then $2 per 100,000')],
    ],
    calls: [create, subscribe(topic, placeholder('the address'), trail.home), notify],
    async run(send, ask) {
      const to = await ask('address', {
        kind: 'text',
        message: t('Email address for these? A mailbox that you can filter is best.'),
        example: 'kim@example.com',
        ...(address && { initial: address }),
        notPersisted: true,
        validate: problemWithAddress,
      });
      try {
        await send(create);
      } catch (error) {
        throw isOtherTopic(error) ? otherTopic() : error;
      }
      await send(subscribe(topic, to, trail.home));
      await send(notify);
    },
  };
}

const howMany = (regions: number | null): Text =>
  regions === null
    ? t('up to {n} a day for each region, none while nothing happens there', { n: MAILS_A_DAY })
    : t(
        'up to {n} a day for each region, none while nothing happens there; up to {all} for all {regions} regions',
        {
          n: MAILS_A_DAY,
          all: (MAILS_A_DAY * regions).toLocaleString('en'),
          regions,
        },
      );

const createTopic = (trail: Trail, account: Account) =>
  ({
    service: 'sns',
    operation: 'CreateTopic',
    region: trail.home,
    input: {
      Name: TOPIC_NAME,
      Attributes: {
        DisplayName: 'CloudTrail log files',
        Policy: JSON.stringify(
          newTopicPolicy(fileTopic(trail), account, [
            {
              Sid: 'RootlockTrailMayPublish',
              Effect: 'Allow',
              Principal: { Service: 'cloudtrail.amazonaws.com' },
              Action: 'sns:Publish',
              Resource: fileTopic(trail),
              Condition: { StringEquals: { 'aws:SourceArn': trail.arn } },
            },
          ]),
        ),
      },
      Tags: [ROOTLOCK_TAG],
    },
  }) satisfies Request;

const subscribe = (TopicArn: string, Endpoint: string, region: string) =>
  ({
    service: 'sns',
    operation: 'Subscribe',
    region,
    input: { TopicArn, Protocol: 'email', Endpoint },
  }) satisfies Request;

/** SNS returns a topic of that name if it is as asked for, and refuses if it is not. SNS API reference, CreateTopic. */
const isOtherTopic = (error: unknown): boolean =>
  error instanceof Blocked && (error.code ?? '').startsWith('InvalidParameter');

const otherTopic = () =>
  new Blocked(
    t('There is a topic {name} already, with other settings: it is left as it is.', {
      name: TOPIC_NAME,
    }),
    [t('SNS console > Topics > {name} > Delete', { name: TOPIC_NAME })],
  );

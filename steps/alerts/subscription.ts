import type { Request } from '../../src/aws/operations.ts';
import { Blocked } from '../../src/engine/errors.ts';
import { Secret } from '../../src/engine/secret.ts';
import type {
  Account,
  ApiCall,
  Change,
  ConsoleChange,
  InteractiveChange,
  Question,
} from '../../src/engine/step.ts';
import { isPlaceholder, placeholder } from '../../src/text/placeholder.ts';
import { type Text, t } from '../../src/text/text.ts';
import { isSameEmail, problemWithAddress } from '../shared/email.ts';
import { FIRST_STEP, isHeard, TOPIC_NAME, type Topic, topicArn } from './topic.ts';

/** The answers to the questions of this file. */
export interface SubscriptionAnswers {
  address?: string;
  confirm?: string;
}

/** The addresses that a mail was sent to, and nobody has answered it. It holds for two days. SNS API reference, Subscribe. */
export const pendingAddresses = (topic: Topic | null): string[] =>
  (topic?.subscribers ?? []).flatMap(({ confirmed, protocol, endpoint }) =>
    !confirmed && protocol === 'email' ? [endpoint] : [],
  );

/**
 * A filter on a subscription is somebody's wish, and stays. Which mails it keeps back, nobody can tell.
 *
 * @throws Blocked if it may keep them from everybody who has confirmed
 */
export function refuseFilters(topic: Topic | null): void {
  const subscribers = topic?.subscribers ?? [];
  const filtered = subscribers.filter((one) => one.filtered).map(({ endpoint }) => endpoint);
  if (filtered.length === 0 || isHeard(subscribers) || pendingAddresses(topic).length > 0) return;
  throw new Blocked(
    t('A filter on the subscription of {addresses} may keep alerts back.', {
      addresses: filtered.join(', '),
    }),
    [
      t('SNS console > Topics > {name} > Subscriptions > Edit > Subscription filter policy', {
        name: TOPIC_NAME,
      }),
      t('Switch the filter off, or confirm a subscription without one, then run Rootlock again.'),
    ],
  );
}

/**
 * Asks for an address if there is none, and how to go on if one has not confirmed. `offered`: an address of the owner's
 * that is known already.
 */
export function subscriptionQuestions(
  topic: Topic | null,
  offered: string | null,
): { confirm?: Question<'select'>; address?: Question<'text'> } {
  if (isHeard(topic?.subscribers ?? [])) return {};
  const pending = pendingAddresses(topic);
  return pending.length > 0
    ? { confirm: confirmQuestion(pending) }
    : { address: addressQuestion(offered) };
}

const addressQuestion = (offered: string | null): Question<'text'> => ({
  kind: 'text',
  message: t(
    "Email address for the alerts? Not root's own mailbox: whoever takes over root could delete them there.",
  ),
  example: 'kim@example.com',
  ...(offered && { initial: offered }),
  personal: true,
  validate: problemWithAddress,
});

const confirmQuestion = (pending: string[]): Question<'select'> => ({
  kind: 'select',
  message: t('{addresses} has not confirmed yet. What will you do?', {
    addresses: pending.join(', '),
  }),
  initial: 'click',
  choices: [
    { value: 'click', label: t('I choose "Confirm subscription" in the email') },
    { value: 'link', label: t('I paste the link of the email here') },
    { value: 'again', label: t('send the email again, or to another address') },
  ],
});

/** What is left until somebody hears the topic. */
export function subscriptionChanges(
  step: string,
  topic: Topic | null,
  answers: SubscriptionAnswers,
  account: Account,
  region: string,
): Change[] {
  if (isHeard(topic?.subscribers ?? [])) return [];
  const arn = topicArn(account, region);
  const [pending, ...others] = pendingAddresses(topic);
  if (pending === undefined) {
    const address = answers.address ?? placeholder(`${step}.address`);
    return [subscribe(step, arn, address, region), confirm(arn, address, region)];
  }
  if (answers.confirm === 'link') return [confirmByLink(arn, region)];
  return [
    ...(answers.confirm === 'again' ? [sendAgain(arn, pending, region)] : []),
    confirm(arn, [pending, ...others].join(', '), region),
  ];
}

const howToEnd = t('SNS console > Topics > {name} > Subscriptions > Delete', { name: TOPIC_NAME });

const subscribeCall = (TopicArn: string, Endpoint: string, region: string) =>
  ({
    service: 'sns',
    operation: 'Subscribe',
    region,
    input: { TopicArn, Protocol: 'email', Endpoint },
  }) satisfies Request;

const subscribe = (step: string, arn: string, address: string, region: string): ApiCall => ({
  kind: 'call',
  summary: isPlaceholder(address)
    ? step === FIRST_STEP
      ? t('Send the alerts to you; first, AWS emails you a link to confirm')
      : t('Send the alerts to you, unless others are sent by then; first, AWS emails you a link')
    : t('Send the alerts to {address}; first, AWS emails a link to confirm', { address }),
  undo: howToEnd,
  ...subscribeCall(arn, address, region),
});

/** SNS confirms nobody by its API without what is in the mail: a stranger's mailbox cannot be flooded. */
const confirm = (arn: string, addresses: string, region: string): ConsoleChange => ({
  kind: 'console',
  id: 'confirm',
  summary: isPlaceholder(addresses)
    ? t('Confirm in the email that AWS sends you')
    : t('Confirm in the email that AWS sends to {addresses}', { addresses }),
  url: `https://${region}.console.aws.amazon.com/sns/v3/home?region=${region}#/topic/${arn}`,
  first: [
    t('Open the email "AWS Notification - Subscription Confirmation". It may be among the spam.'),
    t('Choose "Confirm subscription" in it, within two days.'),
  ],
  page: t('the topic {name}, which shows who has confirmed,', { name: TOPIC_NAME }),
  instructions: [
    t("Once confirmed, you get emails about Rootlock's own changes too."),
    t('No email? Leave this step and come back: you can send it again.'),
  ],
});

const confirmCall = (TopicArn: string, Token: string | Secret, region: string) =>
  ({
    service: 'sns',
    operation: 'ConfirmSubscription',
    region,
    // Else everybody who is sent a mail of the topic on could end it with the link at its foot.
    input: { TopicArn, Token, AuthenticateOnUnsubscribe: 'true' },
  }) satisfies Request;

const confirmByLink = (arn: string, region: string): InteractiveChange => ({
  kind: 'exchange',
  summary: t('Confirm with the link of the email'),
  undo: howToEnd,
  calls: [confirmCall(arn, placeholder('the link of the mail'), region)],
  async run(send, ask) {
    const link = await ask('link', {
      kind: 'text',
      message: t('Paste the link behind "Confirm subscription".'),
      example: `https://sns.${region}.amazonaws.com/confirmation.html?TopicArn=${arn}&Token=2336412f&Endpoint=kim@example.com`,
      notPersisted: true,
      validate: (text) => problemWithLink(text, arn),
    });
    await send(confirmCall(arn, new Secret(tokenIn(link)), region));
  },
});

const sendAgain = (arn: string, pending: string, region: string): InteractiveChange => ({
  kind: 'exchange',
  summary: t('Send the email again'),
  undo: howToEnd,
  calls: [subscribeCall(arn, placeholder('the address'), region)],
  async run(send, ask) {
    const address = await ask('address', {
      kind: 'text',
      message: t('To which address?'),
      initial: pending,
      personal: true,
      validate: problemWithAddress,
    });
    const isSame = isSameEmail(address, pending);
    await send(subscribeCall(arn, isSame ? pending : address, region));
  },
});

function problemWithLink(link: string, arn: string): Text | undefined {
  const asked = parameters(link);
  if (!/^[\da-f]+$/i.test(asked.get('Token') ?? '')) {
    return t('That is not the link. It begins with https://sns. and has "Token=" in it.');
  }
  return asked.get('TopicArn') === arn
    ? undefined
    : t('That is the link of another topic: this one is {arn}.', { arn });
}

const tokenIn = (link: string): string => parameters(link).get('Token') ?? '';

/** Nothing is sent to the address itself. */
function parameters(link: string): URLSearchParams {
  try {
    return new URL(link.trim()).searchParams;
  } catch {
    return new URLSearchParams();
  }
}

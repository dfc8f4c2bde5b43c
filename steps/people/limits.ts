import type { Account, InteractiveChange, Question, Text } from '../../src/engine/step.ts';
import { placeholder } from '../../src/text/placeholder.ts';
import { t } from '../../src/text/text.ts';
import type { Statement } from '../iam/policy-document.ts';
import { DAY_MS } from '../shared/days.ts';
import { wayBack } from '../shared/way-back.ts';
import { type Circumstances, outcomeOf, simulationOf, unproven } from './mfa-proof.ts';
import type { PeopleGroup } from './people-groups.ts';

type Run = InteractiveChange['run'];
type Send = Parameters<Run>[0];
type Ask = Parameters<Run>[1];

/** The name of the group's own policy that limits it. */
const LIMIT = 'rootlock-limit';

interface Limit {
  statement: Statement;
  /** Circumstances that the policy has to let through, and those that it has to stop. */
  inside: Circumstances;
  outside: Circumstances;
}

/** Limits a group to some addresses, or until a day. Nobody's group is limited unless the owner asks for it. */
export function limitOffer(account: Account, group: PeopleGroup): InteractiveChange[] {
  if (group.inline.includes(LIMIT)) return [];
  const GroupName = group.name;
  return [
    {
      kind: 'exchange',
      offerId: `limit-${GroupName}`,
      summary: t('Limit {group} to some addresses, or until a day', { group: GroupName }),
      danger: true,
      undo: wayBack(
        account,
        ...['delete-group-policy', '--group-name', GroupName, '--policy-name', LIMIT],
      ),
      calls: [
        simulation(group, placeholder('limit'), {}),
        putLimit(GroupName, placeholder('limit')),
      ],
      async run(send, ask, clock) {
        const kind = await ask('limit', kindQuestion(group.name));
        const { statement, inside, outside } =
          kind === 'day' ? await untilDay(ask, clock) : await fromAddresses(ask);
        const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
        for (const { arn, name } of group.people) {
          const isProven =
            (await simulated(send, arn, policy, outside)) === 'denied' &&
            (await simulated(send, arn, policy, inside)) === 'let through';
          if (!isProven) throw unproven(name);
        }
        await send(putLimit(GroupName, policy));
      },
    },
  ];
}

const putLimit = (GroupName: string, PolicyDocument: string) =>
  ({
    service: 'iam',
    operation: 'PutGroupPolicy',
    input: { GroupName, PolicyName: LIMIT, PolicyDocument },
  }) as const;

const simulation = ({ people }: PeopleGroup, policy: string, circumstances: Circumstances) =>
  ({
    service: 'iam',
    operation: 'SimulatePrincipalPolicy',
    input: simulationOf(people[0]?.arn ?? '', policy, circumstances),
  }) as const;

const simulated = async (send: Send, arn: string, policy: string, circumstances: Circumstances) =>
  outcomeOf(
    await send({
      service: 'iam',
      operation: 'SimulatePrincipalPolicy',
      input: simulationOf(arn, policy, {
        'aws:MultiFactorAuthPresent': ['boolean', 'true'],
        ...circumstances,
      }),
    }),
  );

const kindQuestion = (group: string): Question<'select'> => ({
  kind: 'select',
  message: t('How should {group} be limited?', { group }),
  initial: 'addresses',
  leadsOn: () => true,
  choices: [
    { value: 'addresses', label: t('only from some addresses, of your office for example') },
    { value: 'day', label: t('only until a day, for somebody who helps for a while') },
  ],
});

/** RFC 5737: nobody's. */
const ELSEWHERE = '192.0.2.1';

/** A service of AWS that acts for somebody comes from another address. IAM User Guide, "Deny access based on the source IP". */
async function fromAddresses(ask: Ask): Promise<Limit> {
  const typed = await ask('addresses', {
    kind: 'text',
    message: t('From which addresses? Separate them by commas.'),
    example: '203.0.113.0/24',
    notPersisted: true,
    validate: problemWithAddresses,
  });
  const addresses = listOf(typed);
  return {
    statement: {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: {
        NotIpAddress: { 'aws:SourceIp': addresses },
        Bool: { 'aws:ViaAWSService': 'false' },
      },
    },
    inside: { 'aws:SourceIp': ['ip', addresses[0]?.split('/')[0] ?? ''] },
    outside: { 'aws:SourceIp': ['ip', ELSEWHERE] },
  };
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

const OCTET = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = new RegExp(`^${OCTET}(\\.${OCTET}){3}(/(8|9|[12]\\d|3[0-2]))?$`);
/** What no request from the internet comes from. RFC 1918, RFC 6598, RFC 3927, loopback, and ours for "elsewhere". */
const NEVER_SEEN =
  /^(10|127)\.|^172\.(1[6-9]|2\d|3[01])\.|^192\.168\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^169\.254\.|^192\.0\.2\./;

/** Loopback, unique local (RFC 4193) and link-local addresses. */
const NEVER_SEEN_IPV6 = /^(::1?(\/|$)|f[cd]|fe[89ab])/i;

/** The whole of the internet is no limit. */
function isIpv6Network(text: string): boolean {
  const [, address = '', bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const length = Number(bits ?? 128);
  return (
    /^[\da-f:.]+$/i.test(address) &&
    URL.canParse(`http://[${address}]`) &&
    length >= 16 &&
    length <= 128
  );
}

/** Says what is wrong with a list of addresses and networks that a policy is to be limited to. */
export function problemWithAddresses(text: string): Text | undefined {
  const all = listOf(text);
  if (all.length === 0) return t('Enter an address.');
  const wrong = all.find((one) => !IPV4.test(one) && !isIpv6Network(one));
  if (wrong)
    return t('{address} is no address or network, such as 203.0.113.0/24.', {
      address: wrong,
    });
  const unseen = all.find((one) => NEVER_SEEN.test(one) || NEVER_SEEN_IPV6.test(one));
  return unseen
    ? t('AWS never sees {address}: enter the address that the internet sees.', { address: unseen })
    : undefined;
}

async function untilDay(ask: Ask, clock: () => number): Promise<Limit> {
  const day = await ask('until', {
    kind: 'text',
    message: t('Until which day, as YYYY-MM-DD? It ends at its end in UTC.'),
    example: '2027-12-31',
    notPersisted: true,
    validate: (typed) => problemWithDay(typed, clock()),
  });
  const end = endOf(day);
  const at = (ms: number): Circumstances => ({
    'aws:CurrentTime': ['date', new Date(ms).toISOString()],
  });
  return {
    statement: {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { DateGreaterThan: { 'aws:CurrentTime': new Date(end).toISOString() } },
    },
    inside: at(end - DAY_MS),
    outside: at(end + DAY_MS),
  };
}

const endOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) + DAY_MS - 1000;

/** `now`: milliseconds. */
export function problemWithDay(text: string, now: number): Text | undefined {
  const start = Date.parse(`${text}T00:00:00Z`);
  // JavaScript takes 2027-02-30 for a day in March.
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(start);
  if (!isDay || new Date(start).toISOString().slice(0, 10) !== text) {
    return t('Enter a day as YYYY-MM-DD, such as 2027-12-31.');
  }
  return endOf(text) < now ? t('That day is over.') : undefined;
}

import { describe, expect, it } from 'vitest';
import { say, type Text } from '../../../src/text/text.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { finishedAccount } from '../../support/export/finished-account.ts';
import { inventoryOf } from '../../support/export/inventory-of.ts';

const state = await finishedAccount();
const CLOSED = ': this account cannot use that region';
/** Equal reads are asked once for all of these. */
const answers = new Map<string, Promise<unknown>>();
const whole = await inventoryOf(state, () => false, answers);
const namesIn = ({ inventory }: typeof whole) =>
  inventory.things.flatMap(({ terraform = [], commands }) => [
    ...terraform.map(({ type, name }) => `${type} ${name}`),
    ...commands.map((one) => JSON.stringify(one)),
  ]);

describe('an export, if a call is denied', () => {
  it.each(whole.sent)('says what it could not read without %s, and has the rest', async (call) => {
    const part = await inventoryOf(state, (one) => one === call, answers);
    const said = part.inventory.unread.map(({ what, why }) => `${say(what)}: ${say(why)}`);
    expect(said.join('\n')).toContain(`${call} is denied`);
    const [all, left] = [namesIn(whole), namesIn(part)];
    expect(left.filter((one) => !all.includes(one))).toEqual([]);
    // All but IAM's entities hang together by the trail at most.
    expect(left.length).toBeGreaterThan(20);
  });

  it('has nothing, and says so of everything, if all are denied', async () => {
    const { inventory } = await inventoryOf(state, () => true);
    expect(inventory.things).toEqual([]);
    expect(inventory.unread.length).toBeGreaterThan(12);
    expect(inventory.left).toEqual([]);
  });
});

describe('an export, if the organization forbids', () => {
  const saidOf = (all: { what: Text; why: Text }[]) =>
    all.map(({ what, why }) => `${say(what)}: ${say(why)}`);

  it('a region, leaves it out and says so: nothing of it is unread', async () => {
    const { inventory } = await inventoryOf(state, (_, region) =>
      region === 'eu-west-1' ? 'organization' : false,
    );
    expect(saidOf(inventory.unread)).toEqual([]);
    const closed = saidOf(inventory.left).filter((one) => one.endsWith(CLOSED));
    expect(closed).toEqual([
      `the rules of the alerts in eu-west-1${CLOSED}`,
      `the defaults of EC2 in eu-west-1${CLOSED}`,
      `the analyzers of IAM Access Analyzer in eu-west-1${CLOSED}`,
      `the detectors of GuardDuty in eu-west-1${CLOSED}`,
    ]);
  });

  it.each([
    'events ListTargetsByRule',
    'guardduty GetDetector',
    'ec2 GetSnapshotBlockPublicAccessState',
    'iam GetAccountPasswordPolicy',
  ])(
    '%s alone, says that it could not be read, and of no region that it is closed',
    async (call) => {
      const { inventory } = await inventoryOf(state, (one) => one === call && 'organization');
      expect(saidOf(inventory.unread).join('\n')).toContain(`${call} is denied`);
      expect(saidOf(inventory.left).filter((one) => one.endsWith(CLOSED))).toEqual([]);
    },
  );
});

it('an export says which rule it could not read, if its pattern is no JSON', async () => {
  const odd = structuredClone(state);
  for (const rule of odd.rules.slice(0, 1)) rule.pattern = 'x';
  const { inventory } = await inventoryOf(odd);
  expect(inventory.unread.map(({ why }) => say(why))).toEqual([
    'The reply of AWS to events:ListRules arrived damaged.',
  ]);
});

it('an export says which subscription it could not read, if its filter is no JSON', async () => {
  const odd = structuredClone(state);
  const confirmed = odd.topics.flatMap(({ subscriptions }) => subscriptions.filter(({ id }) => id));
  for (const one of confirmed.slice(0, 1)) one.filter = 'x';
  const { inventory } = await inventoryOf(odd);
  expect(inventory.unread.map(({ why }) => say(why))).toEqual([
    'The reply of AWS to sns:GetSubscriptionAttributes arrived damaged.',
  ]);
});

it('a fresh account has nothing to export but what AWS blocks by itself, and nothing is unread', async () => {
  const { inventory } = await inventoryOf(newAccount());
  const calls = inventory.things.flatMap(({ commands }) => commands);
  expect(new Set(calls.map(({ operation }) => operation))).toEqual(
    new Set(['EnableImageBlockPublicAccess']),
  );
  expect(inventory.unread).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import type { PracticeState } from '../../../src/practice/fresh-account.ts';
import { receipt } from '../../../src/reports/receipt.ts';
import { say } from '../../../src/text/text.ts';
import { contactQuestions } from '../../../steps/account/contact-questions.ts';
import contacts from '../../../steps/contacts.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { contract } from '../../support/step-contract.ts';

type Contact = PracticeState['contacts'][number];
type Verification = NonNullable<PracticeState['contactInformation']>['verification'];

const contact = (type: Contact['type'], email = `${type.toLowerCase()}@example.com`): Contact => ({
  type,
  name: 'Zoe Park',
  title: 'CISO',
  email,
  phone: '+82 10-5550-0177',
});
const ALL = [contact('SECURITY'), contact('BILLING'), contact('OPERATIONS')];

const withPhone = (state: PracticeState, verification: Verification): void => {
  state.contactInformation = { name: 'Jun Kim', phone: '+82 10-5550-0142', verification };
};

contract(contacts, {
  answers: {},
  partiallySecured: {
    'an account with a security contact': async (_, state) => {
      state.contacts = [contact('SECURITY')];
    },
    'an account whose phone nobody has proven': async (_, state) => withPhone(state, 'UNVERIFIED'),
  },
  hardened: async (_, state) => {
    state.contacts = structuredClone(ALL);
  },
  traffic: { reads: 24, writes: 3, rounds: 12 },
});

const statusOf = async (more: Partial<PracticeState>) => {
  const state = { ...newAccount(), ...more };
  const { rows } = await runSteps(state, [contacts], { observeOnly: true });
  return [rows[0]?.state, rows[0] && say(rows[0].status)];
};

describe('the contacts', () => {
  const asksFor = async (answers: Record<string, unknown>) => {
    const { seen } = await runSteps(newAccount(), [contacts], { answers, observeOnly: true });
    return Object.keys(contacts.questions?.(seen.contacts as never, {} as never) ?? {});
  };

  it('are the owner by default, as AWS knows them, in one question', async () => {
    const state = newAccount();
    const asked: string[] = [];
    const answers = { 'billing-alerts.addresses': 'kim@example.com' };
    const { requests } = await runSteps(state, [contacts], {
      answers,
      onAsk: (id) => void asked.push(id),
    });
    expect(asked).toEqual(['contacts.who', 'contacts.apply']);
    const [first] = state.contacts;
    expect(first).toMatchObject({ name: 'Jun Kim', title: 'Owner', phone: '+82 10-5550-0142' });
    expect(new Set(state.contacts.map(({ email }) => email)).size).toBe(1);
    // A management account must leave its own id out.
    const ofAccount = requests.filter((call) => 'service' in call && call.service === 'account');
    expect(JSON.stringify(ofAccount)).not.toContain('AccountId');
  });

  it('can be somebody else each, with the same four questions for each', async () => {
    const answers = { 'contacts.who': 'each' };
    const keys = await asksFor(answers);
    expect(keys).toHaveLength(13);
    expect(keys).toContain('billing-email');
    const state = newAccount();
    await runSteps(state, [contacts], { answers });
    expect(state.contacts).toHaveLength(3);
  });

  it.each([
    ['AWS lacks something of the owner', {}],
    ['the owner wants somebody else', { 'contacts.who': 'one' }],
    ['a file names them', { 'contacts.name': 'Zoe Park' }],
    [
      'a file names one of them, and not that there are several',
      { 'contacts.billing-name': 'Zoe Park' },
    ],
  ])('are one person, asked about in four questions, if %s', async (why, more) => {
    const address = why.startsWith('AWS') ? {} : { 'billing-alerts.addresses': 'kim@example.com' };
    expect(await asksFor({ ...address, ...more })).toEqual([
      'who',
      'name',
      'title',
      'email',
      'phone',
    ]);
  });

  it('that are there are never replaced, and only the others are asked for', async () => {
    const state = newAccount();
    state.contacts = [contact('BILLING'), contact('OPERATIONS')];
    const { requests } = await runSteps(state, [contacts], {});
    const puts = requests.filter(
      (call) => 'operation' in call && call.operation === 'PutAlternateContact',
    );
    expect(puts).toMatchObject([{ input: { AlternateContactType: 'SECURITY' } }]);
    expect(state.contacts.filter(({ name }) => name === 'Zoe Park')).toHaveLength(2);
  });

  it('are said in the list, with the risk of one mailbox for all', async () => {
    expect(await statusOf({})).toEqual([
      'pending',
      "nobody but root's mailbox gets what AWS writes",
    ]);
    expect(await statusOf({ contacts: [contact('BILLING')] })).toEqual([
      'pending',
      'nobody for security, operations',
    ]);
    const one = ALL.map((each) => ({ ...each, email: 'Kim@example.com' }));
    expect(await statusOf({ contacts: one })).toEqual([
      'secure',
      'security, billing and operations, all at one mailbox: if it is lost, nobody hears from AWS',
    ]);
    expect(await statusOf({ contacts: ALL })).toEqual([
      'secure',
      'security, billing and operations',
    ]);
  });

  it.each([
    ['010', 'Enter the whole number'],
    ['010 1234 5678', 'Enter the whole number'],
    ['+82', 'Enter the whole number'],
    ['+82 ten', 'Use digits'],
    ['+82 (10) 1234-5678', undefined],
  ])('have a phone that AWS can call: %s', (phone, why) => {
    const { phone: question } = contactQuestions({});
    const problem = question?.kind === 'text' ? question.validate?.(phone) : undefined;
    expect(problem && say(problem).slice(0, why?.length)).toBe(why);
  });

  it('are followed by an offer: which news of AWS reach the mailbox of root', async () => {
    const state = newAccount();
    const before = await runSteps(state, [contacts], { observeOnly: true });
    expect(before.rows[0]?.changes.some(({ offerId }) => offerId)).toBe(false);
    state.contacts = ALL;
    const { rows } = await runSteps(state, [contacts], { observeOnly: true });
    expect(rows).toMatchObject([
      { state: 'secure', changes: [{ kind: 'attest', offerId: 'mail-preferences' }] },
    ]);
  });
});

describe('the phone of the account', () => {
  it.each<[Verification | undefined, string]>([
    ['UNVERIFIED', 'pending'],
    ['PENDING', 'pending'],
    ['VERIFIED', 'secure'],
    ['NOT_SUPPORTED', 'secure'],
    [undefined, 'secure'],
  ])('that is %s makes the step %s', async (verification, expected) => {
    const state = newAccount();
    state.contacts = ALL;
    if (verification) withPhone(state, verification);
    else delete state.contactInformation;
    const { rows } = await runSteps(state, [contacts], { observeOnly: true });
    expect(rows[0]?.state).toBe(expected);
  });

  it('is proven after the contacts, and asked about by itself before the SMS is sent', async () => {
    const state = newAccount();
    withPhone(state, 'UNVERIFIED');
    const asked: string[] = [];
    const { writes, rows } = await runSteps(state, [contacts], {
      onAsk: (id) => void asked.push(id),
    });
    expect(writes).toEqual([
      'PutAlternateContact',
      'PutAlternateContact',
      'PutAlternateContact',
      'SendPhoneNumberVerification',
      'VerifyPhoneNumber',
    ]);
    expect(asked.slice(-3)).toEqual(['contacts.apply', 'contacts.apply', 'contacts.code']);
    expect(rows[0]?.state).toBe('secure');
  });

  it.each([
    ['', true],
    ['12345', true],
    ['123 56', true],
    ['A1b2C3', false],
  ])('has a code of six characters: "%s" is refused: %s', async (typed, isRefused) => {
    const state = newAccount();
    state.contacts = ALL;
    withPhone(state, 'UNVERIFIED');
    const { rows } = await runSteps(state, [contacts], { observeOnly: true });
    const [change] = rows[0]?.changes ?? [];
    if (change?.kind !== 'exchange') throw new Error('no exchange');
    let problem: unknown;
    await change.run(
      async () => ({}) as never,
      async (_, question) => {
        problem = question.validate?.(typed as never);
        return 'A1b2C3' as never;
      },
      () => 0,
    );
    expect(problem !== undefined).toBe(isRefused);
  });
});

describe('what people are called', () => {
  const NAMES = /Jun Kim|kim@example|5550-0142/;

  it('is kept in no answer', () => {
    for (const [key, question] of Object.entries(
      contacts.questions?.(
        {
          contacts: { security: null, billing: null, operations: null },
          owner: null,
          who: undefined,
          isGiven: false,
          offered: null,
        },
        {} as never,
      ) ?? {},
    )) {
      expect([key, question.notPersisted ?? false]).toEqual([key, key !== 'who']);
    }
  });

  it('is masked in the receipt, and the code is left out', async () => {
    const state = newAccount();
    withPhone(state, 'UNVERIFIED');
    const { requests } = await runSteps(state, [contacts], {});
    const account = { id: state.id, region: 'us-east-1', practice: false };
    const { add, lines } = receipt(account, NOW);
    for (const request of requests) {
      add({ request: request as never, write: true, ms: 1 }, NOW);
    }
    const file = JSON.stringify(lines);
    expect(file).toContain('k…@example.com');
    expect(file).not.toMatch(NAMES);
    expect(file).not.toMatch(/123456"|123456 /);
  });
});

import { describe, expect, it } from 'vitest';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import { contactQuestions } from '../../../steps/account/contact-questions.ts';
import contacts from '../../../steps/contacts.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
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
  traffic: { reads: 34, writes: 3, rounds: 18 },
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

  it('are said in the list, and that one mailbox has them all', async () => {
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
      'security, billing and operations, all at one mailbox',
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
    ['+82\u300010\u30001234\u30005678', 'Use digits'],
    ['+82 (10) 1234-5678', undefined],
  ])('have a phone that AWS can call: %s', (phone, why) => {
    const { phone: question } = contactQuestions({});
    const problem = question?.kind === 'text' ? question.validate?.(phone) : undefined;
    expect(problem && say(problem).slice(0, why?.length)).toBe(why);
  });

  it('have an address that AWS takes for a contact, and nothing beside it', async () => {
    const { email } = contactQuestions({});
    const problem = (typed: string) => {
      const found = email?.kind === 'text' ? email.validate?.(typed) : undefined;
      return found && say(found);
    };
    expect(problem('kim+aws@example.com')).toBeUndefined();
    expect(problem('kim@example.com,')).toBe('Enter one address.');
    expect(problem("o'brien@example.com")).toBe(
      "AWS does not take o'brien@example.com for a contact.",
    );
    const answers = { 'billing-alerts.addresses': "o'brien@example.com" };
    expect(await asksFor(answers)).toContain('email');
  });

  it('that somebody else sets while the run sets others stay', async () => {
    for (const afterWrites of [0, 1, 2]) {
      const state = newAccount();
      const answers = { 'billing-alerts.addresses': 'kim@example.com' };
      const setMeanwhile = () => {
        if (state.contacts.length === afterWrites) {
          const set = new Set(state.contacts.map(({ type }) => type));
          state.contacts.push(...ALL.filter(({ type }) => !set.has(type)));
        }
      };
      const { rows, writes } = await runSteps(state, [contacts], {
        answers,
        onAsk: setMeanwhile,
        onWrite: setMeanwhile,
        // Then each call is sent, and none remembered.
        lag: 1,
      });
      expect(rows[0]?.state).toBe('secure');
      expect(writes).toHaveLength(afterWrites);
      expect(state.contacts.filter(({ name }) => name === 'Zoe Park')).toHaveLength(
        3 - afterWrites,
      );
    }
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

import { describe, expect, it } from 'vitest';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { receipt } from '../../../src/reports/receipt.ts';
import contacts from '../../../steps/contacts.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

type Contact = PracticeState['contacts'][number];
type Verification = NonNullable<PracticeState['contactInformation']>['verification'];

const ALL = (['SECURITY', 'BILLING', 'OPERATIONS'] as const).map(
  (type): Contact => ({
    type,
    name: 'Zoe Park',
    title: 'CISO',
    email: `${type.toLowerCase()}@example.com`,
    phone: '+82 10-5550-0177',
  }),
);

const withPhone = (state: PracticeState, verification: Verification): void => {
  state.contactInformation = { name: 'Jun Kim', phone: '+82 10-5550-0142', verification };
};

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

  it('is masked in the evidence, whatever somebody has written into it', async () => {
    const state = newAccount();
    const texts = {
      name: 'Zoe Park',
      title: 'Zoe Park, +82 10-5550-0177',
      phone: '+82 10-5550-0177',
    };
    state.contacts = ALL.map((one) => ({ ...one, ...texts }));
    const { rows } = await runSteps(state, [contacts], { observeOnly: true });
    expect(JSON.stringify(rows[0]?.evidence)).not.toMatch(/Zoe|Park|5550/);
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

import { describe, expect, it } from 'vitest';
import { requestsOf } from '../../../src/engine/change.ts';
import billingConsole from '../../../steps/billing-console.ts';
import { contract } from '../../support/step-contract.ts';

contract(billingConsole, {
  answers: {},
  partiallySecured: {},
  hardened: async () => undefined,
  isAttested: true,
  traffic: { reads: 0, writes: 0, rounds: 0 },
});

describe('the billing console', () => {
  const changes = billingConsole.plan({}, {}, {} as never);

  it('asks the owner’s word for three settings on two pages, each with its instructions', () => {
    expect(changes.map((change) => 'id' in change && change.id)).toEqual([
      'iam-access',
      'free-tier',
    ]);
    for (const change of changes) {
      expect(change).toMatchObject({
        kind: 'attest',
        url: expect.stringMatching(/^https:\/\/us-east-1\.console\.aws\.amazon\.com\/billing\//),
        page: expect.objectContaining({ en: expect.any(String) }),
      });
      expect(change).toHaveProperty('instructions.1');
    }
  });

  it('sends no call', () => {
    expect(changes.flatMap(requestsOf)).toEqual([]);
  });
});

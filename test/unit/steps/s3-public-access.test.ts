import { describe, expect, it } from 'vitest';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import s3PublicAccess from '../../../steps/s3-public-access.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { giveBucket } from '../../support/accounts/trails.ts';
import { contract } from '../../support/step-contract.ts';

const ALL = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
const NONE = {
  BlockPublicAcls: false,
  IgnorePublicAcls: false,
  BlockPublicPolicy: false,
  RestrictPublicBuckets: false,
};
const policyFor = (bucket: string, statement: object = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${bucket}/*`,
        ...statement,
      },
    ],
  });

/** A bucket that everybody reads. */
const giveSite = (state: PracticeState, region = 'us-east-1') =>
  giveBucket(state, 'my-site', { region, block: NONE, policy: policyFor('my-site') });

contract(s3PublicAccess, {
  answers: {},
  partiallySecured: {
    'a block that is half on': async (_, state) => {
      state.publicAccessBlock = { ...ALL, RestrictPublicBuckets: false };
    },
    'a website in another region': async (_, state) => {
      giveSite(state, 'eu-west-1');
    },
  },
  hardened: async (_, state) => {
    state.publicAccessBlock = ALL;
    giveSite(state);
  },
  traffic: { reads: 6, writes: 1, rounds: 6 },
});

describe('the public access of S3', () => {
  const look = async (state: PracticeState) => {
    const { rows, calls } = await runSteps(state, [s3PublicAccess], { observeOnly: true });
    const [row] = rows;
    if (!row) throw new Error('no row');
    const [change] = row.changes;
    return {
      calls,
      row,
      danger: change?.danger,
      told: (change?.diff ?? []).map((texts) => texts.slice(0, 2).map(say).join(': ')),
    };
  };

  it('is closed without a danger if no bucket is open', async () => {
    const state = newAccount();
    giveBucket(state, 'private');
    giveBucket(state, 'cloudfront', {
      block: NONE,
      policy: policyFor('cloudfront', {
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': 'arn:aws:cloudfront::1:distribution/E1' } },
      }),
    });
    const { row, danger, told } = await look(state);
    expect([row.state, danger, told]).toEqual(['pending', undefined, []]);
    expect(say(row.status)).toBe('not blocked; no bucket is public by its policy or access list');
  });

  it('names each bucket that is open today, and why, and is a danger then', async () => {
    const state = newAccount();
    const old = { block: NONE, ownership: 'ObjectWriter' as const };
    giveSite(state);
    giveBucket(state, 'listed', { ...old, acl: 'AuthenticatedUsers' });
    giveBucket(state, 'old', old);
    giveBucket(state, 'closed', { policy: policyFor('closed') });
    giveBucket(state, 'lists-off', { block: NONE, acl: 'AllUsers' });
    const { row, danger, told } = await look(state);
    expect(danger).toBe(true);
    expect(told).toEqual([
      'my-site: public by its policy',
      'listed: public by its access list',
      'old: single files may be public',
    ]);
    expect(say(row.status)).toBe('not blocked; public now: my-site, listed');
  });

  it.each([
    ['RestrictPublicBuckets', ['listed: public by its access list']],
    ['IgnorePublicAcls', ['my-site: public by its policy']],
  ])('calls no bucket public that %s of the account closes already', async (name, expected) => {
    const state = newAccount();
    state.publicAccessBlock = { ...NONE, [name]: true };
    giveSite(state);
    giveBucket(state, 'listed', { block: NONE, ownership: 'ObjectWriter', acl: 'AllUsers' });
    expect((await look(state)).told).toEqual(expected);
  });

  it('takes a bucket that nobody may read for unknown, not for closed', async () => {
    const state = newAccount();
    const deny = { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::vault' };
    giveBucket(state, 'vault', { block: NONE, policy: policyFor('vault', deny) });
    const { row, danger, told } = await look(state);
    expect([danger, told]).toEqual([true, ['vault: unknown: no permission to read it']]);
    expect(say(row.status)).toBe('not blocked; perhaps public: vault');
  });

  it('reads no bucket if the account, or its organization, blocks all', async () => {
    const state = newAccount();
    state.publicAccessBlock = ALL;
    giveSite(state);
    const { row, calls } = await look(state);
    expect(row.state).toBe('secure');
    expect(calls.filter((call) => call.startsWith('s3 '))).toEqual([]);
  });

  it('says in its undo what was blocked before, if something was', async () => {
    const state = newAccount();
    const undoOf = async () => (await look(state)).row?.changes[0]?.undo;
    expect(say((await undoOf()) ?? { en: '' })).not.toContain('Before');
    state.publicAccessBlock = { ...NONE, BlockPublicAcls: true };
    expect(say((await undoOf()) ?? { en: '' })).toMatch(/ > Edit\. Before: BlockPublicAcls$/);
  });
});

import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { rights } from '../../../src/review/rights.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveUser } from '../../support/accounts/people.ts';
import { allowAll } from '../../support/accounts/policies.ts';
import { askedRights } from '../../support/review/asked-rights.ts';

const busy = () => busyAccount(NOW);

describe('the right to do everything', () => {
  it('tells apart what limits the right to do everything', async () => {
    const state = newAccount();
    const inline = { all: allowAll() };
    const ifMfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
    giveUser(state, 'free', { inline });
    giveUser(state, 'denied', {
      inline: { ...inline, no: allowAll({ Effect: 'Deny', Action: 's3:*' }) },
    });
    giveUser(state, 'mfa', { inline: { all: allowAll(ifMfa) } });
    giveUser(state, 'shut', { inline: { ...inline, no: allowAll({ Effect: 'Deny' }) } });
    const { rows, seen } = await askedRights(state);
    expect(Object.entries(rows).map(([key, { everything }]) => [key, everything])).toEqual(
      expect.arrayContaining([
        ['free', 'yes, by a policy'],
        ['denied', 'yes, but for a Deny'],
        ['mfa', 'on a condition'],
        ['shut', 'no'],
      ]),
    );
    const [free] = 'is' in seen.subjects ? seen.subjects.is : [];
    const [text = ''] = [allowAll({ Action: 's3:*' })];
    const limited = {
      ...free,
      boundary: { name: 'limit', holder: { kind: 'user', name: '' }, text },
    };
    const {
      rows: [row],
    } = rights.table({ ...seen, subjects: { is: [limited as never] } });
    expect(row?.cells.everything).toMatchObject({ value: 'in-boundary' });
  });
});

describe('an action that nobody knows', () => {
  it('has no answer, and is told with the one that was meant', async () => {
    const actions = 's3:GetObjekt,S3:getobject,not-listed:Action';
    const { rows, signals, seen } = await askedRights(busy(), { who: 'choi', actions });
    expect(rows['s3:GetObjekt']).toMatchObject({
      'with-mfa': '? no such action is known',
      'without-mfa': '? no such action is known',
    });
    expect(rows['S3:getobject']).toMatchObject({ 'with-mfa': 'is allowed' });
    expect(rows['not-listed:Action']).toMatchObject({ 'with-mfa': 'is allowed' });
    expect(signals).toEqual(['no-such-action s3:GetObjekt']);
    expect(rights.signals(seen)[0]?.text.with).toMatchObject({ meant: 's3:GetObject' });
  });
});

describe('a key that AWS was not told', () => {
  it('changes nothing for actions that its statement is not about', async () => {
    const actions = 'secretsmanager:GetSecretValue,iam:CreateUser';
    const { rows, signals } = await askedRights(busy(), { who: 'role/shop-server', actions });
    expect(rows['secretsmanager:GetSecretValue']).toMatchObject({
      'without-mfa': '? depends on secretsmanager:ResourceTag/App',
    });
    expect(rows['iam:CreateUser']).toMatchObject({ 'without-mfa': 'not allowed' });
    expect(signals).toEqual(['depends-on-unknown secretsmanager:GetSecretValue']);
  });
});

describe('a boundary', () => {
  it('decides alone only if a policy would allow it', async () => {
    const actions = 'iam:CreateUser,ec2:RunInstances';
    const limit = allowAll({ Action: 's3:*' });
    const { rows } = await askedRights(busy(), { who: 'lee', actions, boundary: limit });
    expect(rows).toMatchObject({
      'iam:CreateUser': { decides: 'neither a policy nor the permissions boundary allows it' },
      'ec2:RunInstances': { decides: 'the permissions boundary JSON' },
    });
  });
});

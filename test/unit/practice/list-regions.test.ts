import { expect, test } from 'vitest';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { accountOf } from '../../support/clients.ts';

const regions = async (state = freshAccount(NOW)) => {
  const account = accountOf(createPracticeAccount(state, { now: () => NOW }));
  const first = await account.listRegions({});
  const second = await account.listRegions({ NextToken: first.NextToken });
  return { first: first.Regions ?? [], all: [...(first.Regions ?? []), ...(second.Regions ?? [])] };
};

test('regions come 20 a page, by name', async () => {
  const { first, all } = await regions();
  const names = all.map(({ RegionName = '' }) => RegionName);
  expect([first.length, names]).toEqual([20, [...names].sort()]);
});

test('a region that the owner has switched on is told apart from those that are on by default', async () => {
  const state = freshAccount(NOW);
  state.regions.push('ap-east-1');
  const { all } = await regions(state);
  const statusOf = (name: string) =>
    all.find(({ RegionName }) => RegionName === name)?.RegionOptStatus;
  expect(['us-east-1', 'ap-east-1', 'af-south-1'].map(statusOf)).toEqual([
    'ENABLED_BY_DEFAULT',
    'ENABLED',
    'DISABLED',
  ]);
});

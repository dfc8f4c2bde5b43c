import { expect, test } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { iamOf, refusalOf } from '../../support/clients.ts';

const NOW = new Date('2026-11-22T12:00:10Z');
const practice = createPracticeAccount(busyAccount(NOW), { now: () => NOW });
const iam = iamOf(practice);
const arn = (name: string) => `arn:aws:iam::222233334444:${name}`;

const reportOf = async (name: string) => {
  const { JobId } = await iam.generateServiceLastAccessedDetails({ Arn: arn(name) });
  return iam.getServiceLastAccessedDetails({ JobId });
};

test('a report has the services that policies allow, and when each was used last', async () => {
  const { JobStatus, ServicesLastAccessed = [] } = await reportOf('user/backup');
  expect(JobStatus).toBe('COMPLETED');
  expect(ServicesLastAccessed).toMatchObject([
    { ServiceNamespace: 's3', LastAuthenticated: expect.any(Date), TotalAuthenticatedEntities: 1 },
  ]);
  const [never] = (await reportOf('role/release')).ServicesLastAccessed ?? [];
  expect(never).toMatchObject({ ServiceNamespace: 'ecr', TotalAuthenticatedEntities: 0 });
  expect(never?.LastAuthenticated).toBeUndefined();
});

test('the report of a group has what its members used', async () => {
  const { ServicesLastAccessed = [] } = await reportOf('group/Developers');
  const used = ServicesLastAccessed.find(({ ServiceNamespace }) => ServiceNamespace === 's3');
  expect(used?.LastAuthenticatedEntity).toBe(arn('user/lee'));
});

test('nobody else has a report, and no other job is known', async () => {
  const none = iam.generateServiceLastAccessedDetails({ Arn: arn('user/nobody') });
  expect(await refusalOf(none)).toBe('NoSuchEntity 404');
  const JobId = '00000000-0000-0000-0000-000000000000';
  expect(await refusalOf(iam.getServiceLastAccessedDetails({ JobId }))).toBe('NoSuchEntity 404');
  const short = iam.getServiceLastAccessedDetails({ JobId: 'x' });
  expect(await refusalOf(short)).toBe('ValidationError 400');
});

import { expect, test } from 'vitest';
import { frozenAccount, guarddutyOf, refusalOf } from '../../support/clients.ts';

test('who is no member has no administrator, and a member cannot resume what its administrator suspends', async () => {
  const { practice, state } = frozenAccount();
  const here = guarddutyOf(practice);
  const { DetectorId } = await here.createDetector({ Enable: false });
  expect((await here.getAdministratorAccount({ DetectorId })).Administrator).toBeUndefined();
  for (const one of state.detectors) one.administrator = '999999999999';
  expect((await here.getAdministratorAccount({ DetectorId })).Administrator).toMatchObject({
    AccountId: '999999999999',
    RelationshipStatus: 'Enabled',
  });
  expect(await refusalOf(here.updateDetector({ DetectorId, Enable: true }))).toBe(
    'BadRequestException 400',
  );
});

// API reference of GuardDuty: CreateDetector, GetDetector, UpdateDetector.
test('a region has one detector, with all on that it is not told to leave off', async () => {
  const { practice, state } = frozenAccount();
  const here = guarddutyOf(practice);
  const { DetectorId } = await here.createDetector({
    Enable: true,
    Features: [{ Name: 'EBS_MALWARE_PROTECTION', Status: 'DISABLED' }],
  });
  const { Status, Features = [] } = await here.getDetector({ DetectorId });
  const off = Features.filter((one) => one.Status === 'DISABLED').map(({ Name }) => Name);
  expect([Status, off]).toEqual([
    'ENABLED',
    ['EBS_MALWARE_PROTECTION', 'EKS_RUNTIME_MONITORING', 'RUNTIME_MONITORING'],
  ]);
  expect(state.roles.map(({ name }) => name)).toContain('AWSServiceRoleForAmazonGuardDuty');
  expect(await refusalOf(here.createDetector({ Enable: true }))).toBe('BadRequestException 400');
  await here.updateDetector({ DetectorId, Enable: false });
  expect((await here.getDetector({ DetectorId })).Status).toBe('DISABLED');
  const elsewhere = guarddutyOf(practice, 'eu-west-1');
  expect(await elsewhere.listDetectors({})).toMatchObject({ DetectorIds: [] });
  expect(await refusalOf(elsewhere.getDetector({ DetectorId }))).toBe('BadRequestException 400');
});

// API reference of GuardDuty, DetectorFeatureConfiguration: RUNTIME_MONITORING includes the other.
test('who names both ways to watch running programs is refused, though AWS shows both', async () => {
  const here = guarddutyOf(frozenAccount().practice);
  const both = [
    { Name: 'EKS_RUNTIME_MONITORING' as const, Status: 'DISABLED' as const },
    { Name: 'RUNTIME_MONITORING' as const, Status: 'DISABLED' as const },
  ];
  const refused = here.createDetector({ Enable: true, Features: both });
  expect(await refusalOf(refused)).toBe('BadRequestException 400');
  const { DetectorId } = await here.createDetector({ Enable: true, Features: both.slice(1) });
  const again = here.updateDetector({ DetectorId, Features: both });
  expect(await refusalOf(again)).toBe('BadRequestException 400');
});

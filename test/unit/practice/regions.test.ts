import { expect, test } from 'vitest';
import { cloudtrailOf, frozenAccount, refusalOf, s3Of, stsOf } from '../../support/clients.ts';

test('a region that is off refuses all credentials, with the error of each service', async () => {
  const { practice, state } = frozenAccount();
  const who = () =>
    refusalOf(stsOf(practice, practice.credentials, 'af-south-1').getCallerIdentity());
  expect(await who()).toBe('InvalidClientTokenId 403');
  expect(await refusalOf(cloudtrailOf(practice, 'af-south-1').describeTrails({}))).toBe(
    'UnrecognizedClientException 400',
  );
  expect(await refusalOf(s3Of(practice, 'af-south-1').listBuckets())).toBe(
    'InvalidAccessKeyId 403',
  );
  state.regions.push('af-south-1');
  expect(await who()).toBe('not refused');
});

test('a new account has the regions that are on by default', async () => {
  const { practice } = frozenAccount();
  for (const region of ['us-east-1', 'ap-northeast-3', 'eu-north-1']) {
    const sts = stsOf(practice, practice.credentials, region);
    expect(await refusalOf(sts.getCallerIdentity())).toBe('not refused');
  }
});

import { DescribeTrailsCommand } from '@aws-sdk/client-cloudtrail';
import { GetAccountSummaryCommand } from '@aws-sdk/client-iam';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { expect, it } from 'vitest';
import { cloudtrailOf, iamOf, s3Of, stsOf, useEmulator } from '../support/emulator/clients.ts';

const emulator = useEmulator();
const OFF = 'af-south-1';
const who = (region: string) =>
  stsOf(emulator(), undefined, region).send(new GetCallerIdentityCommand({}));

it('knows nobody in a region that is switched off, as each service says it', async () => {
  await expect(who(OFF)).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
    $metadata: { httpStatusCode: 403 },
  });
  const trails = cloudtrailOf(emulator(), OFF).send(new DescribeTrailsCommand({}));
  await expect(trails).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  const buckets = s3Of(emulator(), OFF).send(new ListBucketsCommand({}));
  await expect(buckets).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
  await who('ap-northeast-3');
  await iamOf(emulator()).send(new GetAccountSummaryCommand({}));
});

it('knows nobody while a region is being switched on, and everybody after that', async () => {
  await emulator().region(OFF, 'ENABLING');
  await expect(who(OFF)).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  await emulator().region(OFF, 'ENABLED');
  await who(OFF);
});

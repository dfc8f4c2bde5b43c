import { GetBucketLoggingCommand, PutBucketLoggingCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { writes } from '../../src/aws/services/s3.ts';
import { offerAccessLog } from '../../steps/trail/access-log.ts';
import { s3Of, useEmulator } from '../support/emulator/clients.ts';
import { Bucket, HOME, newBucket, refusal } from '../support/emulator/log-bucket.ts';
import { ACCOUNT } from '../support/emulator/server.ts';

const emulator = useEmulator();

it('the access log of a bucket goes where its bucket lets S3 write, by the calls of the offer', async () => {
  await newBucket(emulator());
  const s3 = s3Of(emulator(), HOME);
  const name = `rootlock-access-logs-${ACCOUNT}-${HOME}-an`;
  const target = { source: Bucket, name, region: HOME, isNew: true, lacksRule: true, policy: null };
  const account = { id: ACCOUNT, partition: 'aws' } as never;
  const calls = offerAccessLog({ to: 'off', target }, account).flatMap((offer) => offer.calls);
  const logging = calls.at(-1)?.input as ConstructorParameters<typeof PutBucketLoggingCommand>[0];
  for (const { operation, input } of calls) {
    if (operation !== 'PutBucketLogging') {
      expect(await refusal(s3.send(new PutBucketLoggingCommand(logging)))).toBe(
        'InvalidTargetBucketForLogging 400',
      );
    }
    const { Command } = writes[operation as keyof typeof writes];
    await s3.send(new (Command as typeof PutBucketLoggingCommand)(input as never));
  }
  const { LoggingEnabled } = await s3.send(new GetBucketLoggingCommand({ Bucket }));
  expect(LoggingEnabled).toMatchObject({ TargetBucket: name, TargetPrefix: `${Bucket}/` });
});

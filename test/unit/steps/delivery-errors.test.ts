import { expect, it } from 'vitest';
import { say } from '../../../src/text/text.ts';
import { explainDeliveryError } from '../../../steps/trail/delivery-errors.ts';

it.each([
  ['KMS.DisabledException', 'the key that encrypts its files is disabled', 'enable it again'],
  ['KMS.KMSInvalidStateException', 'is about to be deleted', 'cancel its deletion'],
  ['KMS.NotFoundException', 'the key that encrypts its files is gone', 'another key'],
  ['KMS.AccessDeniedException', 'the policy of its key', 'Key policy'],
  ['AccessDenied', 'the policy of the bucket', 'Bucket policy'],
  ['NoSuchBucket', 'its bucket is gone', 'another bucket'],
  ['SlowDown', 'S3 is busy', 'Wait an hour'],
  ['SomethingNew', 'S3 says SomethingNew', 'Wait an hour'],
])('the delivery error %s is told as what it is', (error, cause, fix) => {
  const told = explainDeliveryError(error);
  expect(say(told.cause)).toContain(cause);
  expect(say(told.cause)).toContain(error);
  expect(say(told.fix)).toContain(fix);
});

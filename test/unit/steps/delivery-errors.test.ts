import { expect, it } from 'vitest';
import { say } from '../../../src/text/text.ts';
import { explainDeliveryError } from '../../../steps/trail/delivery-errors.ts';

it.each([
  ['KMS.DisabledException', 'its KMS key is disabled', 'Enable the key again'],
  ['KMS.KMSInvalidStateException', 'is pending deletion', 'Cancel the deletion'],
  ['KMS.NotFoundException', 'its KMS key no longer exists', 'another key'],
  ['KMS.AccessDeniedException', 'its key policy', 'Key policy'],
  ['AccessDenied', 'the bucket policy', 'Bucket policy'],
  ['NoSuchBucket', 'its bucket no longer exists', 'another bucket'],
  ['SlowDown', 'S3 is busy', 'Wait an hour'],
  ['SomethingNew', 'S3 reports SomethingNew', 'Wait an hour'],
])('the delivery error %s is told as what it is', (error, cause, fix) => {
  const told = explainDeliveryError(error);
  expect(say(told.cause)).toContain(cause);
  expect(say(told.cause)).toContain(error);
  expect(say(told.fix)).toContain(fix);
});

import { expect, it } from 'vitest';
import { isPropagationDelay } from '../../../src/aws/propagation-delay.ts';

const error = (name: string, message: string) => Object.assign(new Error(message), { name });

// As AWS says it: hashicorp/terraform issues 15341 and 2660.
it.each([
  'Value (web) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
  'IAM Instance Profile "arn:aws:iam::111122223333:instance-profile/web" has no associated IAM Roles',
])('a new instance profile that EC2 does not know yet is waited for: %s', (message) => {
  expect(isPropagationDelay('ec2', error('InvalidParameterValue', message))).toBe(true);
});

it('any other parameter that EC2 refuses is not sent again', () => {
  const refused = error('InvalidParameterValue', 'Value (x) for parameter state is invalid');
  expect(isPropagationDelay('ec2', refused)).toBe(false);
  expect(isPropagationDelay('ec2', error('IncorrectState', 'Invalid IAM Instance Profile'))).toBe(
    false,
  );
});

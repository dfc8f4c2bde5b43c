import { GetUserCommand, ListUserTagsCommand, TagUserCommand } from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { outputProblems } from '../../support/aws/output-problems.ts';
import type { OperationSchema } from '../../support/aws/sdk-schemas.ts';

const schemaOf = (Command: new (input: never) => { schema?: unknown }) => {
  const [, , , , , output] = new Command({} as never).schema as OperationSchema;
  return output();
};

const USER = {
  Path: '/',
  UserName: 'jun',
  UserId: 'AIDA',
  Arn: 'arn:aws:iam::111122223333:user/jun',
  CreateDate: new Date(0),
};

test('an output as AWS gives it has no problem', () => {
  const User = { ...USER, Tags: [{ Key: 'team', Value: 'a' }], PasswordLastUsed: undefined };
  expect(outputProblems(schemaOf(GetUserCommand), { User })).toEqual([]);
});

test.each([
  [{ ...USER, Color: 'blue' }, 'User.Color is unknown to AWS'],
  [{ ...USER, UserName: undefined }, 'User.UserName is missing'],
  [{ ...USER, CreateDate: '1970-01-01' }, 'User.CreateDate is no date: 1970-01-01'],
  [{ ...USER, Path: 1 }, 'User.Path is no string: 1'],
  [{ ...USER, Tags: {} }, 'User.Tags is not a list'],
  [{ ...USER, Tags: [{ Key: 'team' }] }, 'User.Tags[0].Value is missing'],
  [[], 'User is not an object'],
])('a wrong member is named, case %#', (User, problem) => {
  expect(outputProblems(schemaOf(GetUserCommand), { User })).toEqual([problem]);
});

test('an operation without an output has no member', () => {
  expect(outputProblems(schemaOf(TagUserCommand), {})).toEqual([]);
  expect(outputProblems(schemaOf(TagUserCommand), { Done: true })).toEqual([
    'Done is unknown to AWS',
  ]);
});

test('a member of the output itself may be required', () => {
  expect(outputProblems(schemaOf(ListUserTagsCommand), {})).toEqual(['Tags is missing']);
});

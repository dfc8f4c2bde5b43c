import * as iam from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { services } from '../../../src/aws/operations.ts';
import { redact } from '../../../src/reports/redact.ts';
import { placeholder } from '../../../src/text/placeholder.ts';
import { type OperationSchema, shapeOf } from '../../support/aws/sdk-schemas.ts';

type Command = new (input: object) => { schema: OperationSchema };

/** Names of a call's input members that the SDK calls sensitive. */
const sensitive = (Command: Command): string[] =>
  [...shapeOf(new Command({}).schema[4]()).structIterator()].flatMap(([name, member]) =>
    member.getMergedTraits().sensitive ? [name] : [],
  );

test('what the SDK marks as sensitive is masked in every call that can be sent', async () => {
  const modules = await Promise.all(Object.values(services).map((load) => load()));
  const listed = modules.flatMap(({ Client, ...commands }) => Object.values(commands));
  const passwords = [iam.CreateLoginProfileCommand, iam.ChangePasswordCommand];
  const names = ([...listed, ...passwords] as unknown as Command[]).flatMap(sensitive);
  expect(names).toEqual(expect.arrayContaining(['Password', 'OldPassword', 'NewPassword']));
  for (const name of names) expect(redact({ [name]: 'plain' })).toEqual({ [name]: '[secret]' });
});

test('only what stands as a whole for a code or a password is a placeholder', () => {
  const codes = {
    AuthenticationCode1: placeholder('first code'),
    AuthenticationCode2: '<my code>',
  };
  expect(redact(codes)).toEqual({
    AuthenticationCode1: '<first code>',
    AuthenticationCode2: '[secret]',
  });
});

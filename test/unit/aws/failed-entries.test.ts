import { expect, it } from 'vitest';
import { connect } from '../../../src/aws/connection.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Sent } from '../../../src/engine/step.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { errorOf } from '../../support/aws/local-endpoint.ts';

it('a write that AWS answers with 200 and a failure inside has failed, in AWS’s own words', async () => {
  const { install, credentials } = createPracticeAccount(freshAccount());
  const sent: Sent[] = [];
  const { send } = connect(
    { credentials: async () => credentials, region: 'us-east-1', install },
    { sleep: async () => undefined, onSent: (one) => void sent.push(one) },
  );
  const Rule = 'alert';
  await send({
    service: 'events',
    operation: 'PutRule',
    input: { Name: Rule, EventPattern: '{"source":["aws.iam"]}' },
  });
  const Arn = 'arn:aws:sns:eu-west-1:111122223333:alerts';
  const Targets = [{ Id: 'mail', Arn }];
  const error = await errorOf(
    send({ service: 'events', operation: 'PutTargets', input: { Rule, Targets } }),
  );
  expect(error).toBeInstanceOf(Blocked);
  expect([(error as Blocked).code, (error as Blocked).message]).toEqual([
    'ValidationException',
    `AWS refused events:PutTargets: ValidationException. ${Arn} is not in us-east-1.`,
  ]);
  expect(sent.at(-1)).toMatchObject({
    error: 'ValidationException',
    requestId: expect.any(String),
  });
});

import { describe, expect, it } from 'vitest';
import type { ApiCall, Change } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';
import { converse } from '../../support/hosts/conversation.ts';
import { agree, name } from '../../support/hosts/samples.ts';

const policy: ApiCall = {
  kind: 'call',
  service: 'iam',
  operation: 'UpdateAccountPasswordPolicy',
  input: {},
  summary: t('Set the password policy'),
};
const byHand: Change = {
  kind: 'console',
  id: 'mfa',
  summary: t('Switch MFA on'),
  url: 'https://console.example/',
  page: t('the page'),
  instructions: [],
};

describe('help in sentences', () => {
  it('the words that leave a question are said at the first question alone', async () => {
    const { host, replies, said } = converse();
    for (const id of ['a.one', 'a.two']) {
      const answer = host.ask(id, name);
      await replies('Which name?', 'jun');
      await answer;
    }
    expect(said().split('Type :back, :skip, :quit or :help')).toHaveLength(2);
  });

  it(':help says what can be typed, then the question goes on', async () => {
    const { host, replies, said } = converse();
    const answer = host.ask('a.apply', agree);
    await replies('Make it?', ':help');
    await replies(':help: Show this again.', 'y');
    expect(await answer).toBe(true);
    expect(said()).toMatch(/:back: .+\n:skip: .+\n:quit: .+\n:cli: /);
    expect(said()).toMatch(/\nThe root user owns .+\nAn IAM user is .+\nMFA asks for .+\n/);
  });

  it(':cli shows the changes as commands of the AWS CLI', async () => {
    const { host, replies } = converse();
    host.emit({ type: 'doing', step: 'a', changes: [policy] });
    const answer = host.ask('a.apply', agree);
    await replies('Make it?', ':cli');
    await replies('\naws iam UpdateAccountPasswordPolicy\n', 'y');
    expect(await answer).toBe(true);
  });

  it(':cli says so where there is no command', async () => {
    const { host, replies } = converse();
    host.emit({ type: 'doing', step: 'a', changes: [byHand] });
    const answer = host.ask('a.apply', agree);
    await replies('Make it?', ':cli');
    await replies('The AWS CLI cannot do any of this.', 'y');
    expect(await answer).toBe(true);
  });
});

import { expect, it } from 'vitest';
import type { Blocked } from '../../../src/engine/errors.ts';
import type { Question, RunContext } from '../../../src/engine/step.ts';
import { say } from '../../../src/text/text.ts';
import { askWhoLeaves } from '../../../steps/leave/ask-who-leaves.ts';

/** Asks in an account with these users. `asked`: the question, if there was one. */
async function ask(names: string[], named: string, interactive = true) {
  const asked: Question<'text'>[] = [];
  const UserDetailList = names.map((UserName) => ({ UserName }));
  const context = {
    interactive,
    reads: () => ({ read: async () => ({ UserDetailList }) }),
    host: {
      emit: () => undefined,
      ask: async (_id: string, question: Question<'text'>) => {
        asked.push(question);
        return 'lee';
      },
    },
  };
  const name = await askWhoLeaves(context as unknown as RunContext, named);
  return { name, question: asked[0] };
}

it('whoever has a user is not asked for, and is called as AWS spells them', async () => {
  expect(await ask(['Kim', 'lee'], 'kim')).toEqual({ name: 'Kim', question: undefined });
});

it('a name that nobody has is asked for again, with who is there, and the nearest one', async () => {
  const { name, question } = await ask(['kim', 'lee'], 'kin');
  expect([name, question && say(question.message)]).toEqual([
    'lee',
    'There is no user kin. Who leaves? Users: kim, lee',
  ]);
  const refusal = question?.validate?.('kin');
  expect(refusal && say(refusal)).toBe('There is no user kin. Did you mean kim?');
  expect(question?.validate?.('LEE')).toBeUndefined();
});

it('of many users, twelve are listed', async () => {
  const names = Array.from({ length: 20 }, (_, n) => `user${n}`);
  const { question } = await ask(names, '');
  expect(question && say(question.message)).toContain('user11 and 8 more');
});

it('nobody is asked for where there is no user', async () => {
  const refused: Blocked = await ask([], '').then(
    () => expect.fail('nobody can leave'),
    (error) => error,
  );
  expect(say(refused.text)).toContain('There are no users in this account');
  expect((await ask([], 'kim')).name).toBe('kim');
});

it('where nobody is there, a name that is nearly that of a user is refused, and another one is done already', async () => {
  const refused = await ask(['kim', 'lee'], 'kimm', false).catch((error) => error);
  expect(say(refused.text)).toBe('There is no user kimm. Did you mean kim?');
  expect(await ask(['kim', 'lee'], 'jordan', false)).toEqual({
    name: 'jordan',
    question: undefined,
  });
});

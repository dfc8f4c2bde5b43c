import { describe, expect, it } from 'vitest';
import { say } from '../../../src/text/text.ts';
import gitGuard from '../../../steps/git-guard.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

const statesOf = ({ rows }: { rows: { state: string }[] }) => rows.map(({ state }) => state);

describe('git-guard, on the practice computer', () => {
  it('is observed without a change and without a call', async () => {
    const state = newAccount();
    const { rows, calls } = await runSteps(state, [gitGuard], { observeOnly: true });
    expect([statesOf({ rows }), calls, state.computer]).toEqual([['pending'], [], undefined]);
    expect(rows[0]?.evidence).toEqual({ git: true, gitSecrets: false, guard: null });
  });

  it('ends secure, and a second run does nothing', async () => {
    const state = newAccount();
    expect(statesOf(await runSteps(state, [gitGuard]))).toEqual(['secure']);
    const after = structuredClone(state.computer);
    expect(after?.gitCommands).toHaveLength(3);
    expect(statesOf(await runSteps(state, [gitGuard]))).toEqual(['secure']);
    expect(state.computer).toEqual(after);
  });

  it('goes on where it was left, between any two commands', async () => {
    const done = newAccount();
    await runSteps(done, [gitGuard]);
    const all = done.computer?.gitCommands ?? [];
    for (const made of [0, 1, 2]) {
      const gitCommands = all.slice(0, made);
      const state = { ...newAccount(), computer: { sessions: {}, gitSecrets: true, gitCommands } };
      const run = await runSteps(state, [gitGuard]);
      expect([statesOf(run), state.computer.gitCommands]).toEqual([['secure'], all]);
    }
  });

  it('names git-secrets once it looks', async () => {
    const state = newAccount();
    const { rows } = await runSteps(state, [gitGuard]);
    expect(rows.map(({ status }) => say(status))).toEqual(['git-secrets looks at each commit']);
  });
});

import { describe, expect, it } from 'vitest';
import { Finish, SignedOut } from '../../../src/engine/errors.ts';
import type { Computer, Reads } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';
import { accountIn, call, type FakeRun, fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { statesOf, walkStep, walkSteps } from '../../support/engine/walk-steps.ts';

const REJECTED = new SignedOut(t('AWS does not take these credentials.'), []);

/** From now on, AWS rejects whatever is read. */
function endKey({ context }: FakeRun): void {
  context.reads = () =>
    ({
      groups: new Proxy(
        {},
        {
          get: () => {
            throw REJECTED;
          },
        },
      ),
    }) as unknown as Reads;
}

/** A run whose key ends with the call of this name. It never signs in again. */
function runThatEndsItsKey(last: string, how: 'confirmed' | 'rejected' = 'confirmed') {
  const signIns: string[] = [];
  const run = fakeRun({
    signIn: async () => {
      signIns.push('asked');
      throw new Finish();
    },
  });
  const { send } = run.context;
  run.context.send = async (request) => {
    if (JSON.stringify(request).includes(`"${last}"`)) {
      endKey(run);
      if (how === 'rejected') throw REJECTED;
    }
    return send(request);
  };
  return { run, signIns };
}

/** Plans to end the key that signs the run. `left`: it is still planned for a later run. */
const keyStep = (left = false) =>
  fakeStep('key', {
    observe: async (look) => ({ gone: Boolean(accountIn(look).key), left: false }),
    plan: (seen) => {
      if (seen.left) return [call('later')];
      return seen.gone ? [] : [call('key', { shownLate: true, seenAfter: { gone: true, left } })];
    },
  });

describe('a run that ends the key that signs it', () => {
  it('counts its step by what AWS has confirmed, and asks nobody to sign in', async () => {
    const { run, signIns } = runThatEndsItsKey('key');
    const rows = await walkSteps([fakeStep('a'), keyStep()], run);
    expect([statesOf(rows), run.sent, signIns]).toEqual(['secure secure', ['a', 'key'], []]);
    expect(rows[1]?.evidence).toEqual({ seen: { gone: true, left: false } });
  });

  it('leaves to a later run what its step plans by then', async () => {
    const { run, signIns } = runThatEndsItsKey('key');
    const { state, changes } = await walkStep(keyStep(true), run);
    expect([state, changes]).toEqual(['waiting', [call('later')]]);
    expect([run.sent, signIns]).toEqual([['key'], []]);
  });

  it('has somebody sign in if AWS has confirmed nothing: whether the key is gone is not known', async () => {
    const { run, signIns } = runThatEndsItsKey('key', 'rejected');
    await expect(walkStep(keyStep(), run)).rejects.toThrow(Finish);
    expect(signIns).toEqual(['asked']);
  });

  it('goes on with a step about this computer, and asks nobody to sign in for it', async () => {
    const { run, signIns } = runThatEndsItsKey('key');
    const editFile = async () => {
      gone = true;
    };
    run.context.computer = { editFile } as unknown as Computer;
    let gone = false;
    const edit = { file: '/file', seen: '', lines: [] };
    const copies = fakeStep('copies', {
      needs: ['key'],
      onComputer: true,
      observe: async () => Number(gone),
      plan: (seen) =>
        seen ? [] : [{ kind: 'local', id: 'file', summary: t('Take it out'), edit }],
    });
    const rows = await walkSteps([fakeStep('a'), keyStep(), copies], run);
    expect([statesOf(rows), gone, signIns]).toEqual(['secure secure secure', true, []]);
  });

  it('has somebody sign in if a step is left', async () => {
    const { run, signIns } = runThatEndsItsKey('key');
    await expect(walkSteps([keyStep(), fakeStep('z')], run)).rejects.toThrow(Finish);
    expect([run.sent, signIns]).toEqual([['key'], ['asked']]);
  });
});

import { setTimeout } from 'node:timers/promises';
import { questionId } from '../../engine/questions.ts';
import type { Answer, Change, Host, Kind, Question } from '../../engine/step.ts';
import type { PracticeAccount } from '../practice-account.ts';
import { taskOf, unknownTask } from './console-tasks.ts';
import { codeAt, stepAt } from './device-codes.ts';
import { tokenOf } from './devices.ts';
import { practiceConsole } from './practice-console.ts';

/** Adds `simulate` to each question that needs the owner's phone or browser. */
export const withPhone = (host: Host, practice: PracticeAccount): Host => ({
  ...host,
  ask(id, question, signal) {
    const simulate = simulation(practice, id, question as Question);
    return host.ask(id, simulate ? { ...question, simulate } : question, signal);
  },
});

/** An owner who answers every question. `host` is shown what happens, and is asked nothing. */
export const owner = (host: Host, practice: PracticeAccount): Host => ({
  emit: host.emit,
  async ask(id, question) {
    const asked = question as Question;
    const simulate = simulation(practice, id, asked);
    return (simulate ? await simulate() : answer(id, asked)) as never;
  },
});

function simulation(
  practice: PracticeAccount,
  id: string,
  question: Question,
): (() => Promise<never>) | undefined {
  // Whoever asks knows better what the practice owner has to do.
  if (question.simulate) return question.simulate as () => Promise<never>;
  switch (question.kind) {
    case 'codes':
      return async () => codes(practice, question) as never;
    case 'visit':
      return async () => (await visit(practice, id, question)) as never;
    default:
      return undefined;
  }
}

/** The codes of the previous and the current 30 seconds, so that nobody waits. If those are used, the next ones. */
function codes(
  { state }: PracticeAccount,
  { seed, clock, change }: Question<'codes'>,
): Answer<'codes'> {
  const serial = serialIn(change);
  const device =
    state.devices.find((other) =>
      seed ? other.seed === seed.reveal() : other.serial === serial,
    ) ?? tokenOf(serial);
  if (!device) throw new Error('the practice owner has no such MFA device');
  const { usedStep = 0, drift = 0 } = device;
  const first = Math.max(stepAt(clock()) + drift - 1, usedStep + 1);
  return [codeAt(device.seed, first), codeAt(device.seed, first + 1)];
}

/** If no seed is shown, the device is a hardware token or was enrolled before: its serial number is in the calls. */
function serialIn(change: Change | undefined): string {
  const calls = change?.kind === 'exchange' ? change.calls : [];
  const serials = calls.map(({ input }) => 'SerialNumber' in input && input.SerialNumber);
  return String(serials.find(Boolean) ?? '');
}

/** If AWS shows the change late, the owner comes back only then. */
async function visit(
  practice: PracticeAccount,
  id: string,
  { step = '', change }: Question<'visit'>,
): Promise<Answer<'visit'>> {
  // Between two calls, nothing is done there but to sign in and to look.
  if (change?.kind === 'attest' || change?.kind === 'exchange') return true;
  const task = change?.kind === 'console' ? taskOf(questionId(step, change.id)) : undefined;
  if (change?.kind !== 'console' || !task) throw unknownTask(id);
  practice.change((state, now) => task(practiceConsole(state, now), change));
  if (change.shownLate) await setTimeout(practice.state.evidenceDelay);
  return true;
}

function answer(id: string, question: Question): Answer<Kind> {
  switch (question.kind) {
    case 'confirm':
      // The practice owner takes no offers.
      return question.initial || (question.danger === true && question.role !== 'offer');
    case 'password':
      return question.generate();
    default:
      return proposal(id, question);
  }
}

/**
 * The answer of an owner who has no wish: the default, else the example.
 *
 * @throws if there is neither
 */
export function proposal(id: string, { initial, example, step }: Question): Answer<Kind> {
  const answer = initial ?? example;
  if (answer !== undefined) return answer;
  throw new Error(`nobody answered "${id}": give it an example in steps/${step}.ts`);
}

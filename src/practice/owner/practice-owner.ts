import { setTimeout } from 'node:timers/promises';
import type { Answer, Change, Event, Host, Kind, Question } from '../../engine/step.ts';
import type { Practice } from '../practice-account.ts';
import { taskOf, unknownTask } from './console-tasks.ts';
import { codeAt, stepAt } from './device-codes.ts';
import { tokenOf } from './devices.ts';
import { practiceConsole } from './practice-console.ts';

/** What the run is doing. Some answers are found in the change that asks for them. */
type Doing = Extract<Event, { type: 'doing' }>;

/** Adds `simulate` to each question that needs the owner's phone or browser. */
export function withPhone(host: Host, practice: Practice): Host {
  return watching(host, (doing) => (id, question, until) => {
    const simulate = simulation(practice, id, question as Question, doing());
    return host.ask(id, simulate ? { ...question, simulate } : question, until);
  });
}

/** An owner who answers every question. `host` is shown what happens, and is asked nothing. */
export function owner(host: Host, practice: Practice): Host {
  return watching(host, (doing) => async (id, question) => {
    const asked = question as Question;
    const simulate = simulation(practice, id, asked, doing());
    return (simulate ? await simulate() : answer(id, asked, doing())) as never;
  });
}

function watching(host: Host, ask: (doing: () => Doing | undefined) => Host['ask']): Host {
  let last: Doing | undefined;
  return {
    emit(event) {
      if (event.type === 'doing') last = event;
      host.emit(event);
    },
    ask: ask(() => last),
  };
}

function simulation(
  practice: Practice,
  id: string,
  question: Question,
  doing: Doing | undefined,
): (() => Promise<never>) | undefined {
  switch (question.kind) {
    case 'codes':
      return async () => codes(practice, question, doing) as never;
    case 'visit':
      return async () => (await visit(practice, id, doing)) as never;
    default:
      return undefined;
  }
}

/** The codes of the previous and the current 30 seconds, so that nobody waits. If those are used, the next ones. */
function codes(
  { state }: Practice,
  { seed, clock }: Question<'codes'>,
  doing: Doing | undefined,
): Answer<'codes'> {
  const serial = serialIn(doing?.changes ?? []);
  const device =
    state.devices.find((other) =>
      seed ? other.seed === seed.reveal() : other.serial === serial,
    ) ?? tokenOf(serial);
  if (!device) throw new Error('the practice owner has no such MFA device');
  const first = Math.max(stepAt(clock()) - 1, (device.usedStep ?? 0) + 1);
  return [codeAt(device.seed, first), codeAt(device.seed, first + 1)];
}

/** If no seed is shown, the device is a hardware token or was enrolled before: its serial number is in the calls. */
function serialIn(changes: Change[]): string {
  const calls = changes.flatMap((change) => (change.kind === 'exchange' ? change.calls : []));
  const serials = calls.map(({ input }) => 'SerialNumber' in input && input.SerialNumber);
  return String(serials.find(Boolean) ?? '');
}

/** If AWS shows late what was done, the owner waits until then before coming back. */
async function visit(
  practice: Practice,
  id: string,
  doing: Doing | undefined,
): Promise<Answer<'visit'>> {
  const asked = doing?.changes.find((change) => 'id' in change && id.endsWith(`.${change.id}`));
  if (asked?.kind === 'attest') return true;
  const task = taskOf(id);
  if (!task) throw unknownTask(id);
  practice.change((state, now) => task(practiceConsole(state, now)));
  if (asked?.shownLate) await setTimeout(practice.state.evidenceDelay);
  return true;
}

function answer(id: string, question: Question, doing: Doing | undefined): Answer<Kind> {
  switch (question.kind) {
    case 'confirm':
      return question.initial || (question.danger === true && !isOffer(id, doing));
    case 'password':
      return question.generate();
    default:
      return proposal(id, question);
  }
}

/** The practice owner takes no offers. */
const isOffer = (id: string, doing: Doing | undefined): boolean =>
  doing?.changes.some(({ offerId }) => offerId && id.endsWith(`.${offerId}`)) ?? false;

/**
 * The answer of an owner who has no wish: the default, else the example.
 *
 * @throws if there is neither
 */
export function proposal(id: string, { initial, example }: Question): Answer<Kind> {
  const answer = initial ?? example;
  if (answer !== undefined) return answer;
  throw new Error(`nobody answered "${id}": give it an example in steps/${id.split('.')[0]}.ts`);
}

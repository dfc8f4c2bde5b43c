import { setTimeout } from 'node:timers/promises';
import { problemWith } from '../../engine/questions.ts';
import type { Answer, Change, Event, Host, Kind, Question } from '../../engine/step.ts';
import type { Practice } from '../practice-account.ts';
import { taskOf } from './console-tasks.ts';
import { codeAt, stepAt } from './device-codes.ts';
import { tokenOf } from './devices.ts';

/** What a run is doing: some answers are found in the change that asks for them. */
type Doing = Extract<Event, { type: 'doing' }>;

/** Gives each question that wants the owner's phone or browser a way to pretend that the owner has used it. */
export function withPhone(host: Host, practice: Practice): Host {
  return watching(host, (doing) => (id, question, until) => {
    const simulate = pretender(practice, id, question as Question, doing());
    return host.ask(id, simulate ? { ...question, simulate } : question, until);
  });
}

/** An owner who answers by itself. `host` sees what happens, and is asked nothing. */
export function owner(host: Host, practice: Practice): Host {
  return watching(host, (doing) => async (id, question) => {
    const asked = question as Question;
    const simulate = pretender(practice, id, asked, doing());
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

function pretender(
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

/** Two codes that nobody has to wait for: of the step before this one and of this one, or of later ones where used. */
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

/** Of the device whose codes are asked for, where no seed is shown: a hardware token, or one enrolled before. */
function serialIn(changes: Change[]): string {
  const calls = changes.flatMap((change) => (change.kind === 'exchange' ? change.calls : []));
  const serials = calls.map(({ input }) => 'SerialNumber' in input && input.SerialNumber);
  return String(serials.find(Boolean) ?? '');
}

/**
 * Attesting is the owner's word alone; anything else that the console is asked for must be done. Where its evidence is
 * slow, the owner drinks a coffee before coming back.
 */
async function visit(
  practice: Practice,
  id: string,
  doing: Doing | undefined,
): Promise<Answer<'visit'>> {
  const task = taskOf(id);
  const asked = doing?.changes.find((change) => 'id' in change && id.endsWith(`.${change.id}`));
  if (task) {
    practice.change(task);
    if (asked?.shownLate) await setTimeout(practice.state.evidenceDelay);
    return true;
  }
  if (asked?.kind === 'attest') return true;
  throw new Error(`the practice console cannot do ${id}`);
}

function answer(id: string, question: Question, doing: Doing | undefined): Answer<Kind> {
  switch (question.kind) {
    case 'confirm':
      return question.initial || (question.danger === true && !isOffer(id, doing));
    case 'password':
      return question.generate();
    case 'text':
      return text(id, question, doing);
    default:
      return question.initial as Answer<Kind>;
  }
}

/** An offer is taken by the owner's own wish alone, and the practice owner wishes for nothing. */
const isOffer = (id: string, doing: Doing | undefined): boolean =>
  doing?.changes.some(({ offerId }) => offerId && id.endsWith(`.${offerId}`)) ?? false;

/** Tried in this order: a name that nobody has, an address. */
const WORDS = ['rootlock-practice', 'owner@example.com'];

function text(id: string, question: Question<'text'>, doing: Doing | undefined): string {
  const { confirmPhrase } = doing?.changes[doing.at ?? 0] ?? {};
  if (confirmPhrase && id.endsWith('.typed')) return confirmPhrase;
  const words = question.initial === undefined ? WORDS : [question.initial];
  const word = words.find((other) => !problemWith(question, other));
  if (word === undefined) throw new Error(`the practice owner has no answer to ${id}`);
  return word;
}

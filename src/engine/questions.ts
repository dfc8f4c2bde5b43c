import { type Text, t } from '../text/text.ts';
import type { Secret } from './secret.ts';
import type { Change } from './step.ts';

/**
 * What each kind of question gives back, and what a host needs in order to ask it. A kind exists only when both
 * terminal hosts can draw it and headless can refuse it.
 */
interface Kinds {
  confirm: { gives: boolean; initial: boolean };
  number: { gives: number; initial: number; min: number; max: number };
  select: { gives: string; initial: string; choices: { value: string; label: Text }[] };
  text: { gives: string };
  /** Pasted, never echoed. */
  secret: { gives: Secret };
  /** Lends the terminal to a child process. Gives its exit status. */
  command: { gives: number; argv: string[] };
  /** The hand-over: typed twice, or generated; shown; and kept by the owner before it is given back. */
  password: { gives: Secret; generate(): Secret };
  /**
   * Two codes of an MFA device, one after the other. `seed`: show a QR code of `otpauth://totp/{label}?secret={seed}`.
   * `clock`: AWS's time in milliseconds. `check` is called at each edit, while the second code is still ''.
   */
  codes: { gives: [string, string]; label: string; seed?: Secret; clock(): number };
  /** Something that only the owner can do in a browser. `true`: "look now". */
  visit: { gives: true; url: string; instructions: Text[] };
}

export type Kind = keyof Kinds;
export type Answer<K extends Kind = Kind> = Kinds[K]['gives'];

/**
 * What a question is for, where that decides how it is asked or answered. Nobody looks into a question's id for it.
 *
 * - `setting`: how a step is done. The default.
 * - `confirm`: whether changes are made, or whether the account is the right one.
 * - `type-to-confirm`: the `confirmPhrase` of a change that cannot be undone.
 * - `offer`: whether to make a change that a secure step does not need.
 * - `menu`: which step is next. There is nothing to go back to or to skip.
 * - `sign-in-menu`: how to sign in. There is nothing to go back to or to skip.
 * - `sign-in`: part of one way to sign in. Back leads to the menu of ways.
 */
export type Role =
  | 'setting'
  | 'confirm'
  | 'type-to-confirm'
  | 'offer'
  | 'menu'
  | 'sign-in-menu'
  | 'sign-in';

/** What every kind of question has in common. */
interface QuestionBase<A> {
  message: Text;
  role?: Role;
  /** The id of the step that asks. Set by the engine; signing in and the menu belong to no step. */
  step?: string;
  /** The one change that the question is about, if there is one. Set by the engine. */
  change?: Change;
  initial?: A;
  /**
   * An answer that the question accepts. A text without a default must have one: the practice owner and the tests' owner
   * type it.
   */
  example?: A;
  /** `--yes` never answers it, and keys pressed before it was shown do not count. */
  danger?: true;
  /** The answer is not remembered for the next run. */
  notPersisted?: true;
  /** Returns what is wrong with an answer. Hosts call it at each edit, the engine once more. */
  validate?(value: A): Text | undefined;
  /** Present in practice only: the practice owner does what only an owner can, and answers. */
  simulate?(): Promise<A>;
}

export type Question<K extends Kind = Kind> = {
  [P in K]: Omit<Kinds[P], 'gives'> &
    QuestionBase<Answer<P>> & { kind: P } & (P extends 'text'
      ? { initial: string } | { example: string }
      : unknown);
}[K];
export type Questions = Record<string, Question>;
/** The answers to a step's questions. A question that is asked in some accounts only has an optional answer. */
export type Answers<Q extends Questions> = { [P in keyof Q]: AnswerTo<Q[P]> };
type AnswerTo<Q> = Q extends { kind: infer K extends Kind } ? Answer<K> : never;

/** The id of a step's question: its key in the answers file, `password-policy.length` for instance. */
export const questionId = (step: string, key: string): string => `${step}.${key}`;

/** What is wrong with `value` as an answer, if anything: its type, its range, then the question's own check. */
export function problemWith(question: Question, value: unknown): Text | undefined {
  return shape(question, value) ?? question.validate?.(value as never);
}

function shape(question: Question, value: unknown): Text | undefined {
  switch (question.kind) {
    case 'confirm':
      return typeof value === 'boolean' ? undefined : t('Yes or no, please.');
    case 'number': {
      const { min, max } = question;
      const fits = Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
      return fits ? undefined : t('A whole number from {min} to {max}, please.', { min, max });
    }
    case 'select': {
      const values = question.choices.map((choice) => choice.value);
      return values.includes(value as string)
        ? undefined
        : t('One of these, please: {values}.', { values: values.join(', ') });
    }
    case 'text':
      return typeof value === 'string' ? undefined : t('Text, please.');
    case 'secret':
    case 'password':
    case 'codes':
    case 'visit':
    case 'command':
      return undefined;
  }
}

/** May the answer be remembered? Not what confirms, what is private, or what is typed because there is no way back. */
export const isPersistable = ({ kind, danger, notPersisted: secret }: Question): boolean =>
  ['number', 'select', 'text'].includes(kind) && !danger && !secret;

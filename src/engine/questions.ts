import { plain, type Text, t } from '../text/text.ts';
import type { Change, Visit } from './change.ts';
import type { Secret } from './secret.ts';

/**
 * The answer to each kind of question, and what a host needs to ask it. Add a kind only if both terminal hosts can draw
 * it and the headless host can refuse it.
 */
interface Kinds {
  confirm: { answer: boolean; initial: boolean };
  /** A whole number, or one with as many `decimals` at most. */
  number: { answer: number; initial: number; min: number; max: number; decimals?: number };
  /** Without an `initial`, nothing is chosen until the owner chooses. `welcome` is said before the first menu, its hint if there is room. */
  select: {
    answer: string;
    choices: { value: string; label: Text }[];
    welcome?: Welcome;
  };
  text: { answer: string };
  /** Pasted, and never echoed. */
  secret: { answer: Secret };
  /** Runs a program in the terminal. The answer is its exit status. */
  command: { answer: number; argv: string[] };
  /**
   * A new password, generated or typed twice. It is answered only after the owner has kept it. `isGiven`: it is AWS's, so that there is
   * no other one.
   */
  password: { answer: Secret; generate(): Secret; isGiven?: true };
  /**
   * Two codes of an MFA device, one after the other. With a `seed`, a QR code of `otpauth://totp/{label}?secret={seed}`
   * is shown. `clock` returns AWS's time in milliseconds. `validate` also gets the first code alone: the second is ''. `remark`
   * tells what is odd about codes that are right.
   */
  codes: {
    answer: [string, string];
    label: string;
    seed?: Secret;
    clock(): number;
    remark?(codes: [string, string]): Text | undefined;
  };
  /** A text for the owner to send. Nothing in it is secret, so that it may be copied. The answer means "seen". */
  note: { answer: true; lines: string[] };
  /** Something that only the owner can do, in a browser. The answer means "look now". */
  visit: { answer: true } & Visit;
}

export interface Welcome {
  greeting: Text;
  text: Text;
  hint?: Text;
}

export type Kind = keyof Kinds;
export type Answer<K extends Kind = Kind> = Kinds[K]['answer'];

/**
 * What a question is for. It decides how the question is asked and who may answer it, so that nobody parses ids.
 *
 * - `setting`: how a step is done. The default.
 * - `confirm`: whether to make changes, or whether the account is the right one.
 * - `leave`: whether to throw away what has begun. A key that leaves other questions is no answer to it.
 * - `type-to-confirm`: the `confirmPhrase` of a change that cannot be undone.
 * - `offer`: whether to make a change that a secure step does not need.
 * - `menu`: which step is next. There is nothing to go back to or to skip.
 * - `subject`: whom or what a playbook is about. There is nothing to go back to or to skip.
 * - `sign-in-menu`: how to sign in. There is nothing to go back to or to skip.
 * - `sign-in`: a part of one way to sign in. Back leads to the menu of ways.
 */
export type Role =
  | 'setting'
  | 'confirm'
  | 'leave'
  | 'type-to-confirm'
  | 'offer'
  | 'menu'
  | 'subject'
  | 'sign-in-menu'
  | 'sign-in';

/** What all kinds of questions have in common. */
interface QuestionBase<A> {
  message: Text;
  role?: Role;
  /** Nothing stands before it, so there is nothing to go back to. */
  isFirst?: true;
  /** The id of the step that asks. The engine sets it. The menu and the questions about signing in have none. */
  step?: string;
  /** The change that the question is about, if it is about one. The engine sets it. */
  change?: Change;
  /** The default. */
  initial?: A;
  /** An unattended run takes the default without being told to. */
  defaultSuffices?: true;
  /**
   * An answer that the question accepts. The practice owner and the tests' owner give it, so a text or a choice without
   * a default must have one.
   */
  example?: A;
  /** `--yes` never answers it, and keys pressed before it is shown do not count. */
  danger?: true;
  /** The answer is not remembered for the next run. */
  notPersisted?: true;
  /** Somebody's address: this run remembers it, and no file does. */
  personal?: true;
  /** Returns what is wrong with an answer. Hosts call it at each edit, and the engine once more. */
  validate?(value: A): Text | undefined;
  /** Other questions follow from this answer, so that it makes no changes yet. */
  leadsOn?(value: A): boolean;
  /** Only in practice: the practice owner does what only an owner can, and answers. */
  simulate?(): Promise<A>;
  /** What an answer would change, so that a host can show it while the owner answers. The engine sets it. */
  preview?: Preview<A>;
}

export interface Preview<A> {
  /** The changes that the step makes if `value`, which the question accepts, is the answer, or before there is one. */
  changesFor(value?: A): Change[];
  /**
   * A host calls it if the key that answers also agrees to the changes on the screen: then nobody asks about them again,
   * unless they turn out different. Absent if other questions follow.
   */
  agree?(shown: Change[]): void;
}

export type Question<K extends Kind = Kind> = {
  [P in K]: Omit<Kinds[P], 'answer'> &
    QuestionBase<Answer<P>> & { kind: P } & (P extends 'text' | 'select'
      ? { initial: string } | { example: string }
      : unknown);
}[K];

/** What the menu says above its list. */
export type Menu = Pick<Question<'select'>, 'message' | 'welcome'>;

/** A step's questions, by key. */
export type Questions = Record<string, Question>;

/** The answers to a step's questions. An answer is optional if the question is asked for some accounts only. */
export type Answers<Q extends Questions = Questions> = { [P in keyof Q]: AnswerTo<Q[P]> };
type AnswerTo<Q> = Q extends { kind: infer K extends Kind } ? Answer<K> : never;

/** The kind of each question. */
export type KindsOf<Q extends Questions> = { [P in keyof Q]-?: KindOf<Q[P]> };
type KindOf<Q> = Q extends { kind: infer K extends Kind } ? K : never;

/** Returns the id of a step's question. It is the key in the answers file, for instance `password-policy.length`. */
export const questionId = (step: string, key: string): string => `${step}.${key}`;

/** The key of the question whether to make a step's changes. */
export const APPLY_KEY = 'apply';

/** The key of the question that a change which cannot be undone asks: its phrase. */
export const TYPED_KEY = 'typed';

/** The key under which a step's sign-in is remembered: the session that Rootlock has seen begin. Nobody is asked for it. */
export const SESSION_KEY = 'session';

/** The id of the question whether the account is the owner's. It belongs to no step. */
export const ACCOUNT_ID = 'account';

/** Returns what is wrong with an answer: first its type and range, then what the question itself says. */
export function problemWith(question: Question, value: unknown): Text | undefined {
  return problemOfKind(question, value) ?? question.validate?.(value as never);
}

function problemOfKind(question: Question, value: unknown): Text | undefined {
  switch (question.kind) {
    case 'confirm':
      return typeof value === 'boolean' ? undefined : t('Answer yes or no.');
    case 'number': {
      const { min, max, decimals } = question;
      const fits = typeof value === 'number' && value >= min && value <= max;
      return fits && hasDecimals(value, decimals)
        ? undefined
        : t('{range}.', { range: rangeOf(question) });
    }
    case 'select': {
      const values = question.choices.map((choice) => choice.value);
      return values.includes(value as string)
        ? undefined
        : t('Choose one of these: {values}.', { values: values.join(', ') });
    }
    case 'text':
      if (typeof value !== 'string') return t('Enter text.');
      return plain(value) === value
        ? undefined
        : t('Use one line, without control or invisible characters.');
    case 'secret':
    case 'password':
    case 'codes':
    case 'visit':
    case 'note':
    case 'command':
      return undefined;
  }
}

/** Which numbers a question accepts, as the beginning of a sentence. */
export const rangeOf = ({ min, max, decimals }: Question<'number'>): Text =>
  decimals
    ? t('Enter a number from {min} to {max}, with {decimals} decimals at most', {
        min,
        max,
        decimals,
      })
    : t('Enter a whole number from {min} to {max}', { min, max });

/** The number as the owner types it: `20`, and `20.50` where two decimals are asked for. */
export const numberText = (value: number, { decimals = 0 }: Question<'number'>): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(decimals);

const hasDecimals = (value: number, most = 0): boolean => Number(value.toFixed(most)) === value;

/** Confirmations and private answers are not kept: the next run asks for them again. */
export const isPersistable = ({ kind, danger, notPersisted, personal }: Question): boolean =>
  ['number', 'select', 'text'].includes(kind) && !danger && !notPersisted && !personal;

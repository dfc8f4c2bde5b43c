import { type Text, t } from '../text/text.ts';
import type { Secret } from './secret.ts';

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
 * `example`: an answer that the question accepts. A text without a default must have one: it is what the practice owner
 * and the tests' owner type. `danger`: never taken by `--yes`, and nothing typed before it was shown counts. `private`: never kept.
 * `check` gives the complaint; it runs at each edit and again in the engine. `pretend` is there in practice alone: on a
 * key, the practice owner does what only an owner can, and answers.
 */
export type Question<K extends Kind = Kind> = {
  [P in K]: Omit<Kinds[P], 'gives'> & {
    kind: P;
    message: Text;
    initial?: Answer<P>;
    example?: Answer<P>;
    danger?: true;
    notPersisted?: true;
    validate?(value: Answer<P>): Text | undefined;
    simulate?(): Promise<Answer<P>>;
  } & (P extends 'text' ? { initial: string } | { example: string } : unknown);
}[K];
export type Questions = Record<string, Question>;
export type Answers<Q extends Questions> = {
  [P in keyof Q]: Q[P] extends { kind: infer K extends Kind } ? Answer<K> : never;
};

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

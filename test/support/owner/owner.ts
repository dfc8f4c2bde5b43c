import { lookFailed } from '../../../src/hosts/sentences.ts';
import { type AwsConsole, taskOf, unknownTask } from '../../../src/practice/owner/console-tasks.ts';
import { proposal } from '../../../src/practice/owner/practice-owner.ts';
import { type Text, t } from '../../../src/text/text.ts';
import { codesOf, type Enrolled } from './authenticator.ts';
import { questionIn, visitIn } from './recognition.ts';
import { ANY, says } from './words-on-terminal.ts';

/** A question as it stands in a terminal. */
export interface Shown {
  /**
   * What it takes to answer. `empty` is a field without a default; `phrase` has to be typed because there is no way back;
   * `who` asks which administrator the owner is; `other` takes Enter.
   */
  asks:
    | 'agreement to danger'
    | 'phrase'
    | 'empty'
    | 'who'
    | 'filled'
    | 'visit'
    | 'codes'
    | 'password'
    | 'sign-in'
    | 'login'
    | 'other';
  /** All that stands in the terminal. */
  text: string;
  /** What is said with the question, as if on one line. */
  words: string;
  /** What has to be typed, if it is a phrase. */
  phrase?: string;
  /** The key of the MFA device, as an app takes it off the terminal. */
  enrol(): Enrolled;
  /** The password that is handed over. */
  password(): string;
}

/**
 * How an answer is given. A driver knows which keys that takes. `done`: the owner has been elsewhere, and Rootlock may have
 * seen it by now. `id`: of the question that the text answers.
 */
export type Reply =
  | 'accept'
  | 'done'
  | 'agree'
  | 'kept'
  | 'practice owner'
  | 'quit'
  | { type: string; id?: string }
  | { choose: Text }
  | { codes: [string, string] };

/** Reads a terminal, and types into it. */
export interface Driver {
  /** The next question, `undefined` once the program has ended. */
  next(): Promise<Shown | undefined>;
  give(reply: Reply): Promise<void>;
}

/** Somebody who answers. Without any of this, it is whoever sits at a practice account. */
export interface Owner {
  /** Texts and numbers by the question's id. The others are answered by their defaults, or else their examples. */
  answers?: Record<string, string | number>;
  /** The AWS console of the account, if it is not a practice account. */
  console?: AwsConsole<Promise<void>>;
  /** The choice that tells who they are among the administrators. */
  who?: Text;
  /** Makes `aws login` work. Without it, the owner quits when asked to sign in. */
  signIn?(command: string): Promise<void>;
  /** The phone's clock, in milliseconds. */
  now?(): number;
  /** What the owner has kept, who uses an authenticator app and a password manager even in practice. */
  kept?: { phone?: Enrolled; password?: string };
}

/** The way to sign in that the fake `aws` takes. */
const AWS_CLI = t('Sign in with the AWS CLI: aws login');

/** Far more than a whole run asks. */
const MOST = 200;

/** Every question of a run, one after the other. Each is answered when the caller wants the next one. */
export async function* questions(driver: Driver, owner: Owner = {}): AsyncGenerator<Shown> {
  let typed: { type: string; id?: string } | undefined;
  for (let n = 0; n < MOST; n++) {
    const shown = await driver.next();
    if (!shown) return;
    yield shown;
    const reply = await replyTo(shown, owner).catch((error: Error) => {
      const before = typed ? ` "${typed.type}" was typed for "${typed.id}" before.` : '';
      throw new Error(error.message + before, { cause: error });
    });
    const again = typeof reply === 'object' && 'type' in reply ? reply : undefined;
    if (again?.id !== undefined && again.id === typed?.id) {
      throw new Error(`"${again.id}" does not take "${again.type}": ${shown.words}`);
    }
    typed = again;
    await driver.give(reply);
  }
  throw new Error(`${MOST} questions, and no end`);
}

/** Answers all that a run asks. Returns the questions, each with what is said with it on one line. */
export async function answerAll(driver: Driver, owner: Owner = {}): Promise<string[]> {
  const asked: string[] = [];
  for await (const { words } of questions(driver, owner)) asked.push(words);
  return asked;
}

/** What the owner answers, after having done what the question asks for elsewhere. */
export async function replyTo(shown: Shown, owner: Owner): Promise<Reply> {
  const { kept, console } = owner;
  switch (shown.asks) {
    case 'agreement to danger':
      return 'agree';
    case 'phrase':
      return { type: shown.phrase ?? '' };
    case 'filled':
    case 'empty':
      return answerTo(shown, owner);
    case 'who':
      if (owner.who === undefined) throw new Error(`nobody says who they are: ${shown.words}`);
      return { choose: owner.who };
    case 'codes':
      if (!kept) return 'practice owner';
      kept.phone = shown.enrol();
      return { codes: codesOf(kept.phone.key, owner.now?.()) };
    case 'password':
      if (kept) kept.password = shown.password();
      return 'kept';
    case 'visit':
      if (!console) return 'practice owner';
      await goTo(console, shown);
      return 'done';
    case 'sign-in':
      return owner.signIn ? { choose: AWS_CLI } : 'quit';
    case 'login':
      await owner.signIn?.(shown.words);
      return 'accept';
    case 'other':
      return 'accept';
  }
}

async function answerTo({ asks, words }: Shown, { answers = {} }: Owner): Promise<Reply> {
  if (asks === 'filled' && Object.keys(answers).length === 0) return 'accept';
  const [id, question] = (await questionIn(words)) ?? [];
  const wanted = id === undefined ? undefined : answers[id];
  if (id !== undefined && wanted !== undefined) return { type: String(wanted), id };
  if (asks === 'filled') return 'accept';
  if (id === undefined || !question) throw new Error(`nobody knows what to answer: ${words}`);
  return { type: String(proposal(id, question)), id };
}

/** Sentences ask about a visit again in these words alone: Rootlock has not seen yet what the owner did, or could not look. */
const AGAIN = [t('Not there yet.'), lookFailed(t('{any}', { any: ANY }))];

/** The owner attests whatever is asked. */
async function goTo(console: AwsConsole<Promise<void>>, { words }: Shown): Promise<void> {
  const found = await visitIn(words);
  if (!found && AGAIN.some((text) => says(words, text))) return;
  const [id = words, change] = found ?? [];
  if (change?.kind === 'attest') return;
  const task = taskOf(id);
  if (!task || !change) throw unknownTask(id);
  await task(console, change);
}

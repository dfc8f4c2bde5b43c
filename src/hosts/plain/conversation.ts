import { Leave } from '../../engine/errors.ts';
import type { Question } from '../../engine/step.ts';
import { plain, type Text, t } from '../../text/text.ts';
import { WORDS } from '../sentences.ts';
import type { Reader } from './reader.ts';

/** One question's conversation. */
export interface Talk {
  say(...texts: Text[]): void;
  /** Writes a line that is not a sentence: an address or a key. It may contain the name of an account. */
  show(line: string): void;
  /** Reads a line, without blanks at its ends. Handles the control words. */
  read(): Promise<string>;
  /** Reads a line in the same way. What was typed before does not count: it confirms what has just been shown. */
  readAfresh(): Promise<string>;
  /** Says this, then reads a line as it was typed. Typing is hidden from the first word of the sentence on. */
  readHidden(...texts: Text[]): Promise<string>;
  /** Asks for one of these choices and returns its value. Ways to leave are listed after them. */
  choose(message: Text, choices: Choice[], initial?: string): Promise<string>;
  /** Runs a program in this terminal, and resolves with its exit status. */
  runInTerminal(argv: string[]): Promise<number>;
  /** Whether the terminal can hide what is typed. */
  hides: boolean;
  /** Why the question is asked again, if the previous one was the same. */
  again: Text | undefined;
  /** The words that leave the question, as they are said: `:skip or :quit`. */
  leaving: Text;
}

export interface Choice {
  value: string;
  label: Text;
  /** Said above it. */
  heading?: string;
}

/** Thrown if the owner lets the practice owner answer. */
export class Pretended extends Error {}

interface Means {
  reader: Reader;
  signal: AbortSignal;
  /** Writes a sentence. */
  write(sentence: string | Text): void;
  /** Writes a line that is never broken. */
  show(line: string): void;
  /** The AWS CLI's lines for the changes that are shown. */
  commands(): string[];
  runInTerminal(argv: string[]): Promise<number>;
  /** Opens the page that the question is about, if it is about one. Says what came of it. */
  open?: (() => Promise<Text>) | undefined;
  again: Text | undefined;
}

/** @throws Leave, Pretended, or what the reader rejects with */
export function talk(question: Question, means: Means): Talk {
  const { reader, signal, write, show, commands, runInTerminal, open, again } = means;
  const tell = (...texts: Text[]) => {
    for (const text of texts) write(text);
  };
  const leaves = waysOut(question);

  async function readLine(hidden: boolean, afresh = question.danger === true): Promise<string> {
    for (;;) {
      const how = { hidden, danger: afresh };
      const typed = await reader.line(how, signal);
      const word = typed.trim();
      const leave = leaves.find(({ value }) => value === word);
      if (leave) throw new Leave(leave.to);
      if (word === ':practice' && question.simulate) throw new Pretended();
      if (word === ':cli' && question.kind === 'confirm') commands().forEach(show);
      else if (word === ':open' && open) tell(await open());
      else if (word === ':help') tell(...help(question, leaves));
      else return hidden ? typed : word;
    }
  }

  const read = () => readLine(false);
  const readAfresh = () => readLine(false, true);
  const readHidden = (...texts: Text[]): Promise<string> => {
    reader.hush?.();
    tell(...texts);
    return readLine(true);
  };

  /** Asks for a number: a list with arrow keys would be redrawn, and read aloud again, at every key. */
  async function choose(message: Text, offered: Choice[], initial?: string): Promise<string> {
    const pretend = { value: ':practice', label: t('Do it for me (practice)') };
    const choices: Choice[] = [...offered, ...(question.simulate ? [pretend] : []), ...leaves];
    tell(message);
    for (const [at, { label, heading }] of choices.entries()) {
      if (heading) write(heading);
      tell(t('{number}. {label}', { number: at + 1, label }));
    }
    const preset = question.danger ? -1 : choices.findIndex(({ value }) => value === initial);
    const range = t('Type a number from 1 to {last}.', { last: choices.length });
    tell(
      preset < 0
        ? range
        : t('{range} Press Enter to accept {number}.', { range, number: preset + 1 }),
    );
    for (;;) {
      const typed = await read();
      const chosen = choices[typed === '' ? preset : Number(typed) - 1];
      const leave = leaves.find((way) => way === chosen);
      if (leave) throw new Leave(leave.to);
      if (chosen === pretend) throw new Pretended();
      if (chosen) return chosen.value;
      tell(range);
    }
  }

  const hides = reader.hush !== undefined;
  return {
    say: tell,
    show: (line) => show(plain(line)),
    read,
    readAfresh,
    readHidden,
    choose,
    runInTerminal,
    hides,
    again,
    leaving: leavingWords(question, leaves),
  };
}

interface WayOut extends Choice {
  to: Leave['to'];
}

/** In a menu, there is nothing to go back to or to skip. */
function waysOut({ role, isFirst }: Question): WayOut[] {
  const quit: WayOut = {
    value: ':quit',
    to: 'quit',
    label: t('Quit. What is done stays done; the next run continues from there'),
  };
  if (['menu', 'subject', 'sign-in-menu'].includes(role ?? '')) return [quit];
  const back: WayOut = { value: ':back', to: 'back', label: t('Back to the previous question') };
  // Signing in is not a step.
  if (role === 'sign-in') return isFirst ? [quit] : [back, quit];
  return [back, { value: ':skip', to: 'skip', label: t('Skip this step for now') }, quit];
}

/** Where a step can be skipped, going back is no news: `:help` says it. */
function leavingWords({ simulate }: Question, leaves: WayOut[]): Text {
  const canSkip = leaves.some(({ to }) => to === 'skip');
  const words = [
    ...(simulate ? [':practice'] : []),
    ...leaves.filter(({ to }) => !(to === 'back' && canSkip)).map(({ value }) => value),
  ];
  const last = words.pop() ?? '';
  return words.length > 0
    ? t('{words} or {last}', { words: words.join(', '), last })
    : t('{last}', { last });
}

/** The word that opens the page of a visit. */
export const OPEN = t('Type :open to open the page in your browser.');

/** Whether a browser on this computer is the one for the page of a visit. */
export const opensHere = ({ simulate, privately, elsewhere }: Question<'visit'>): boolean =>
  !simulate && !privately && !elsewhere;

const help = (question: Question, leaves: WayOut[]): Text[] => [
  ...leaves.map(({ value, label }) => t('{word}: {label}.', { word: value, label })),
  ...(question.kind === 'visit' && opensHere(question) ? [OPEN] : []),
  ...(question.kind === 'confirm' ? [t(':cli: Show these changes as AWS CLI commands.')] : []),
  ...(question.simulate ? [t(':practice: Do it for me.')] : []),
  t(':help: Show this again.'),
  ...WORDS,
];

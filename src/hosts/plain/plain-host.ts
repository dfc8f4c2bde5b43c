import { requestsOf } from '../../engine/change.ts';
import { Leave } from '../../engine/errors.ts';
import type { Answer, Host, Kind, Question, Request } from '../../engine/step.ts';
import { webAddress } from '../../text/address.ts';
import { linesOfSaid, sentenceLines } from '../../text/sentence-lines.ts';
import { plain, say, type Text, t } from '../../text/text.ts';
import { DONE_FOR_YOU, policyLines } from '../sentences.ts';
import { Pretended, type Talk, talk } from './conversation.ts';
import { dumbReader } from './dumb-reader.ts';
import { Telling } from './event-sentences.ts';
import { closing } from './input-closed.ts';
import { asks } from './plain-questions.ts';
import { editingReader, type Input, type Output } from './reader.ts';

interface Plain {
  input: Input;
  output: Output;
  /** The terminal cannot move its cursor: write whole lines and no escape sequences. */
  dumb?: boolean;
  /** Say every call to AWS. */
  verbose?: boolean;
  /** A call as lines for the AWS CLI. */
  cli(request: Request): string[];
  /** Runs a program in the terminal, and resolves with its exit status. */
  runInTerminal(argv: string[]): Promise<number>;
  /** Opens an address in the owner's browser. Resolves with the reason if it cannot. */
  openBrowser(address: string): Promise<Text | undefined>;
  /** Ends the open question with `Leave('quit')` when the program is told to stop. */
  stop?: AbortSignal;
}

/**
 * A run in full sentences that are never redrawn, for screen readers, dumb terminals and logs. Words that begin with a colon
 * leave a question. The end of the input and Ctrl-C are `Leave('quit')`.
 */
export function plainHost({
  input,
  output,
  dumb,
  verbose = false,
  cli,
  runInTerminal,
  openBrowser,
  stop,
}: Plain): Host {
  const reader = dumb ? dumbReader(input, output) : editingReader(input, output);
  const quit = AbortSignal.any([closing(input), ...(stop ? [stop] : [])]);
  let lineOpen = false;
  let greeted = false;
  let asked = '';

  /** Writes a line that is copied as it is: the terminal breaks it by itself, if it is too long. */
  const show = (line: string): void => {
    // The owner's line may be half typed: write below it.
    output.write(lineOpen ? `\n${line}\n` : `${line}\n`);
    lineOpen = false;
  };
  const write = (sentences: string | Text): void => {
    const { columns } = output;
    const lines =
      typeof sentences === 'string'
        ? sentences.split('\n').flatMap((line) => linesOfSaid(line, columns))
        : sentenceLines(sentences, columns);
    lines.forEach(show);
  };
  const telling = new Telling(write, verbose);
  const commands = (): string[] => {
    const lines = telling.shown.flatMap((change) => [
      ...requestsOf(change).flatMap((request) => cli(request).map(plain)),
      ...policyLines(change),
    ]);
    return lines.length > 0 ? lines : [say(t('The AWS CLI cannot do any of this.'))];
  };

  async function opened({ url, privately }: Question<'visit'>): Promise<Text> {
    const address = webAddress(url);
    if (!address) return t('Practice: this address leads nowhere.');
    if (privately) return t('This page belongs into a private window.');
    return (await openBrowser(address)) ?? t('Opened in your browser.');
  }

  async function ask<K extends Kind>(
    id: string,
    question: Question<K>,
    signal?: AbortSignal,
  ): Promise<Answer<K>> {
    if (question.step !== undefined) telling.enter(question.step);
    if (!greeted) {
      write(say(t('Type :back, :skip, :quit or :help at any question. Quitting is always safe.')));
      greeted = true;
      if (question.role === 'menu') telling.overview(question as Question);
    }
    const conversation = talk(question as Question, {
      reader: {
        ...reader,
        line: async (how, signal) => {
          lineOpen = true;
          return reader.line(how, signal).finally(() => {
            lineOpen = false;
          });
        },
      },
      signal: AbortSignal.any([quit, ...(signal ? [signal] : [])]),
      write,
      show,
      commands,
      runInTerminal,
      open:
        question.kind === 'visit'
          ? () => opened(question as Question as Question<'visit'>)
          : undefined,
      again: asked === id ? telling.notYet : undefined,
    });
    asked = id;
    const shown =
      question.role === 'menu' ? telling.menu(question as Question<'select'>) : question;
    const asking = asks[question.kind] as (talk: Talk, question: Question<K>) => Promise<Answer<K>>;
    try {
      return await asking(conversation, shown as Question<K>);
    } catch (error) {
      if (quit.aborted) throw new Leave('quit');
      if (!(error instanceof Pretended) || !question.simulate) throw error;
      if (question.change?.kind === 'console') write(say(DONE_FOR_YOU));
      return (await question.simulate()) as Answer<K>;
    }
  }

  return { emit: (event) => telling.emit(event), ask };
}

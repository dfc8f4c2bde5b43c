import { stripVTControlCharacters } from 'node:util';
import type { Terminal } from '../program/terminal.ts';

/** What the last sentence asks for, and what an owner types then. `$1` is what stands in its brackets. */
const REPLIES: [RegExp, string][] = [
  [/type :practice/, ':practice'],
  [/Type kept once/, 'kept'],
  [/(Type yes or no|the whole word yes)/, 'yes'],
  [/Type (\S+) to go on\./, '$1'],
  [/sign-in address\?/, 'kims-shop'],
  [/e-mail addresses/, 'kim@example.com'],
];

/**
 * Every question of a run in practice, one after the other: what has been said since the one before. When the next one is
 * asked for, this one is answered: by the practice owner where that is offered, else as it is proposed.
 */
export async function* questionsInSentences(terminal: Terminal): AsyncGenerator<string> {
  for (let from = 0; ; ) {
    const said = () => stripVTControlCharacters(terminal.raw.slice(from)).replaceAll('\r', '');
    const over = await Promise.race([
      terminal.waitFor(() => isOpen(said())).then(() => undefined),
      terminal.exit,
    ]);
    if (over) return;
    const asked = said().replace(/\s+/g, ' ');
    yield asked;
    from = terminal.raw.length;
    terminal.type(`${replyTo(asked)}\r`);
  }
}

/** Below a sentence that was said after the last answer, a line to type on. */
const isOpen = (said: string): boolean => /[.?:!)]\s*\n>\s*$/.test(said);

function replyTo(said: string): string {
  for (const [asked, reply] of REPLIES) {
    const found = asked.exec(said);
    if (found) return reply.replace('$1', found[1] ?? '');
  }
  return '';
}

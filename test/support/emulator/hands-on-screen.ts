import type { Terminal } from '../program/terminal.ts';
import { DARK, scan } from '../tui/scan-qr.ts';
import { KEY } from '../tui/screen.ts';
import { codesOf, escaped, type Hands } from './hands.ts';

const OFFERS = 'All is done that can be done now.';

/** At the wizard's screen. */
export function handsOnScreen(terminal: Terminal): Hands {
  const { type, waitFor, screen } = terminal;
  let last = { question: '', step: '' };

  /** The next step may ask the same, and the screen shows the answered question for a moment: `3 of 6` tells them apart. */
  async function asked(question: string): Promise<void> {
    const other = question === last.question ? `(?!.*${last.step})` : '';
    await waitFor(new RegExp(`^${other}[\\s\\S]*${escaped(question)}`));
    last = { question, step: /\d+ of \d+$/m.exec(screen())?.[0] ?? '' };
  }
  const answer = (keys: string) => async (question: string) => {
    await asked(question);
    type(keys);
  };

  return {
    begin: () => answer(KEY.enter)('Where to go on?'),
    agree: answer(`y${KEY.enter}`),
    accept: answer(KEY.enter),
    type: (question, text) => answer(text + KEY.enter)(question),
    waits: asked,
    done: async () => type(KEY.enter),
    async enrol() {
      // The lowest line: all of the code is drawn by then.
      await waitFor(/first code[\s\S]*q quit$/);
      const read = new URL(scan(terminal.buffer, 80, 24, DARK) ?? 'nothing:');
      const key = read.searchParams.get('secret') ?? '';
      const codes = codesOf(key);
      type(codes[0]);
      await waitFor(/first code +\d{3} \d{3} +right/);
      type(codes[1] + KEY.enter);
      return { label: decodeURIComponent(read.pathname.split('/').at(-1) ?? ''), key };
    },
    async keepPassword() {
      await asked('I have kept it');
      const [, password = ''] = /\n {2,4}(\S+)\n[\s\S]*Keep it in/.exec(screen()) ?? [];
      type('k');
      return password;
    },
    finish: answer(KEY.enter).bind(null, OFFERS),
  };
}

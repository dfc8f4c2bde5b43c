import { useApp } from 'ink';
import { shellLine } from '../../../text/shell-quote.ts';
import { plain, t } from '../../../text/text.ts';
import { Frame } from '../frame.tsx';
import { isKey } from '../input-events.ts';
import { BLANK, paragraph } from '../lines.ts';
import { useScreenContext } from '../screen-context.ts';
import { messageLines, type QuestionProps } from './question-layout.ts';

/** Runs another program in the terminal when the owner presses Enter. The screen comes back when the program ends. */
export function CommandQuestion({ view, question }: QuestionProps<'command'>) {
  const { runInTerminal } = useScreenContext();
  const { suspendTerminal } = useApp();
  const { message, argv } = question;
  return (
    <Frame
      view={view}
      whole
      hints={[['Enter', t('run it')]]}
      onInput={(input) => {
        const runs = isKey(input, 'enter');
        if (runs && view.open) runInTerminal(view.open.n, suspendTerminal);
        return runs;
      }}
      body={(width) => ({
        pinned: [
          ...messageLines(message, width),
          BLANK,
          ...paragraph(`$ ${plain(shellLine(argv))}`, width, undefined, 2),
        ],
      })}
    />
  );
}

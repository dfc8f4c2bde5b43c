import { useApp } from 'ink';
import { shellLine } from '../../../text/shell-quote.ts';
import { plain, t } from '../../../text/text.ts';
import { Frame } from '../frame.tsx';
import { isKey } from '../key-presses.ts';
import { BLANK, paragraph } from '../lines.ts';
import { useScreenContext } from '../screen-context.ts';
import { type Asked, messageLines } from './question-layout.ts';

/** Runs another program in the terminal when the owner presses Enter. The screen comes back when the program ends. */
export function CommandQuestion({ view, question }: Asked<'command'>) {
  const { runInTerminal } = useScreenContext();
  const { suspendTerminal } = useApp();
  const { message, argv } = question;
  return (
    <Frame
      view={view}
      whole
      hints={[['Enter', t('run it')]]}
      onPress={(press) => {
        const runs = isKey(press, 'enter');
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

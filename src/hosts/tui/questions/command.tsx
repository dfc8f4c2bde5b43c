import { useApp } from 'ink';
import { shellLine } from '../../../text/shell-quote.ts';
import { plain, t } from '../../../text/text.ts';
import { Frame } from '../frame.tsx';
import { isKey } from '../key-presses.ts';
import { BLANK, paragraph } from '../lines.ts';
import { useScreenContext } from '../screen-context.ts';
import { type Asked, messageLines } from './question-layout.ts';

/** Another program's turn at the terminal, begun by the owner's key. The screen comes back when it has ended. */
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

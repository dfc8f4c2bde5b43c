import { t } from '../../../text/text.ts';
import { copied } from '../clipboard.ts';
import { Frame } from '../frame.tsx';
import { isKey, letterOf } from '../input-events.ts';
import { BLANK, paragraph } from '../lines.ts';
import { useScreenContext, useSyncState } from '../screen-context.ts';
import { messageLines, type QuestionProps } from './question-layout.ts';

/** A text to send, whole. One key copies it. */
export function NoteQuestion({ view, question, answer }: QuestionProps<'note'>) {
  const { message, lines } = question;
  const [isCopied, setCopied] = useSyncState(false);
  const { copy } = useScreenContext();
  return (
    <Frame
      view={view}
      whole
      hints={[
        ['y', t('copy the text')],
        ['Enter', t('finish')],
      ]}
      onInput={(input) => {
        const copies = letterOf(input) === 'y';
        setCopied(copies);
        if (copies) copy(lines.join('\n'));
        else if (isKey(input, 'enter')) answer(true);
        else return false;
        return true;
      }}
      body={(width) => ({
        scroll: [
          ...messageLines(message, width).slice(1),
          BLANK,
          ...lines
            .flatMap((text) => paragraph(text, width - 2, undefined, 0))
            .map((spans) => [{ text: '  ' }, ...spans]),
        ],
        pinned: isCopied() ? [BLANK, ...paragraph(copied, width)] : [],
      })}
    />
  );
}

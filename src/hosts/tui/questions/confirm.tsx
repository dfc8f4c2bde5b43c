import { say, t } from '../../../text/text.ts';
import { Frame } from '../frame.tsx';
import { type InputEvent, isKey, letterOf } from '../input-events.ts';
import { type Line, paragraph, span } from '../lines.ts';
import { useSyncState } from '../screen-context.ts';
import { asking, complaintLines, messageLines, type QuestionProps } from './question-layout.ts';

/**
 * Yes or no: y or n, then Enter. Enter alone takes the default. A danger question has no default, so a letter must come
 * first. The word "yes" counts as y, and not as the keys y, e and s (skip).
 */
export function ConfirmQuestion({ view, question, answer }: QuestionProps<'confirm'>) {
  const { danger, initial, message } = question;
  const [choice, setChoice] = useSyncState(danger ? undefined : initial);
  const [typed, setTyped] = useSyncState('');
  const [asked, setAsked] = useSyncState(false);

  function onInput(input: InputEvent): boolean {
    const letter = letterOf(input);
    if (letter !== undefined) {
      const words = [typed() + letter, letter];
      const word = words.find((part) => 'yes'.startsWith(part) || 'no'.startsWith(part));
      setTyped(word ?? '');
      if (word) setChoice('yes'.startsWith(word));
      return word !== undefined;
    }
    const chosen = choice();
    if (isKey(input, 'enter')) {
      if (chosen === undefined) setAsked(true);
      else answer(chosen);
    } else if (isKey(input, 'left', 'right', 'tab') && chosen !== undefined) {
      setChoice(!chosen);
    } else {
      return false;
    }
    return true;
  }

  const option = (value: boolean, text: string) =>
    choice() === value ? span(`> ${text}  `, 'strong') : span(`  ${text}  `);
  const options: Line = [option(true, say(t('Yes'))), option(false, say(t('No')))];
  // Shown from the start: "Yes  No" without a mark does not say what to do.
  const advice = t('Press y for yes or n for no, then Enter.');
  const advised = (width: number): Line[] => {
    if (choice() !== undefined) return [];
    return asked() ? complaintLines(advice, width) : paragraph(say(advice), width, 'quiet');
  };
  return (
    <Frame
      view={view}
      hints={[
        ['y/n', t('choose')],
        ['Enter', t('confirm')],
      ]}
      onInput={onInput}
      body={(width, height) => {
        const asked = [...messageLines(message, width), options, ...advised(width)];
        return asking(view, asked, width, height);
      }}
    />
  );
}

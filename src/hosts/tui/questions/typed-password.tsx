import { Secret } from '../../../engine/secret.ts';
import { say, type Text, t } from '../../../text/text.ts';
import { edit, offered, textOf } from '../edit.ts';
import { Frame } from '../frame.tsx';
import { type InputEvent, isKey } from '../input-events.ts';
import { BLANK, line } from '../lines.ts';
import type { ViewState } from '../reduce.ts';
import { useSyncState } from '../screen-context.ts';
import { maskedLine } from './field-line.ts';
import { complaintLines, messageLines, stepAboutLines } from './question-layout.ts';

interface Props {
  view: ViewState;
  message: Text;
  refuse(typed: Secret): Text | undefined;
  answer(typed: Secret): void;
  /** Goes back to the password that Rootlock made. */
  back(): void;
}

const LABELS = [t('password'), t('once more')];

/** The owner's own password, typed twice and never shown. */
export function TypedPassword({ view, message, refuse, answer, back }: Props) {
  const [fields, setFields] = useSyncState([offered(), offered()]);
  const [at, setAt] = useSyncState(0);
  const [wrong, setWrong] = useSyncState<Text | undefined>(undefined);

  function enter(): void {
    const [first = '', second = ''] = fields().map(textOf);
    const refused = refuse(new Secret(first));
    if (refused || at() === 0) {
      setWrong(refused);
      setAt(refused ? 0 : 1);
    } else if (first !== second) {
      setWrong(t('The two are not the same.'));
    } else {
      answer(new Secret(first));
    }
  }

  function onInput(input: InputEvent): boolean {
    if (isKey(input, 'enter')) {
      enter();
    } else if (isKey(input, 'escape') || (isKey(input, 'backTab') && at() === 0)) {
      back();
    } else if (isKey(input, 'up', 'down', 'tab', 'backTab')) {
      setAt(1 - at());
    } else {
      const edited = edit(fields()[at()] ?? offered(), input);
      if (!edited) return false;
      setFields(fields().map((field, index) => (index === at() ? edited : field)));
      setWrong(undefined);
    }
    return true;
  }

  return (
    <Frame
      view={view}
      whole
      typing
      hints={[['Enter', t('confirm')]]}
      onInput={onInput}
      body={(width) => {
        const asked = messageLines(message, width);
        const size = Math.min(64, width - 4);
        const masked = fields().map((field) => maskedLine(field, size));
        const rows = masked.flatMap(({ shown }, index) => [
          line(say(LABELS[index] ?? t('')), 'quiet'),
          shown,
        ]);
        return {
          scroll: stepAboutLines(view, width),
          pinned: [...asked, BLANK, ...rows, ...complaintLines(wrong(), width)],
          cursor: { x: masked[at()]?.column ?? 0, y: asked.length + 2 + 2 * at() },
        };
      }}
    />
  );
}

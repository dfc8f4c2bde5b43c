import { problemWith } from '../../../engine/questions.ts';
import type { Answer, Question } from '../../../engine/step.ts';
import { say, type Text, t } from '../../../text/text.ts';
import { edit, offered, textOf } from '../edit.ts';
import { Frame } from '../frame.tsx';
import { type InputEvent, isKey } from '../input-events.ts';
import { paragraph } from '../lines.ts';
import { useScreenContext, useSyncState } from '../screen-context.ts';
import { fieldLine, maskedLine } from './field-line.ts';
import { usePlan } from './plan-preview.ts';
import {
  asking,
  buttonLines,
  complaintLines,
  messageLines,
  type QuestionProps,
  skipHint,
} from './question-layout.ts';

interface Props<K extends 'number' | 'text' | 'secret'> extends QuestionProps<K> {
  /** Converts the text in the field to an answer. */
  read(text: string): Answer<K>;
  /** Say at once what is wrong, and not only after Enter. */
  strict?: boolean;
  /** What Enter takes. By default the question's `initial`. */
  offer?: string;
  /** Show a mark for each letter. */
  masked?: boolean;
  /** Columns for the text. */
  size: number;
  note?: Text;
}

/** One line of text. A problem is shown after Enter, and from then on at each edit. */
export function FieldQuestion<K extends 'number' | 'text' | 'secret'>(props: Props<K>) {
  const { view, question, answer, read, strict = false, masked = false, size, note } = props;
  const { initial = '', danger } = question;
  const { drafts } = useScreenContext();
  const id = view.open?.id ?? '';
  const draft = drafts.get(id);
  const proposal = offered(props.offer ?? String(initial));
  const [field, setField] = useSyncState(
    draft === undefined ? proposal : { before: draft, after: '', fresh: false },
  );
  const [tried, setTried] = useSyncState(false);
  const { planFor, agree } = usePlan(view, question);
  const value = () => read(textOf(field()).trim());
  const wrong = () => problemWith(question as Question, value());

  function enter(): void {
    if (wrong() && textOf(field()).trim() === '' && proposal.fresh) {
      // Nobody can retype a long name that Rootlock has proposed.
      drafts.delete(id);
      setField(proposal);
    } else if (wrong()) {
      setTried(true);
    } else {
      drafts.delete(id);
      agree(value());
      answer(value());
    }
  }

  function onInput(input: InputEvent): boolean {
    if (isKey(input, 'enter')) {
      enter();
      return true;
    }
    const edited = edit(field(), input);
    if (!edited) return false;
    setField(edited);
    if (!masked && !danger) drafts.set(id, textOf(edited));
    return true;
  }

  const text = textOf(field()).trim();
  const refused = wrong();
  const shown = planFor(refused ? undefined : value());
  const isSaid = tried() || (strict && text !== '');
  const complaint = isSaid ? refused : undefined;
  const fresh = field().fresh ? t('Enter to accept, or type another') : undefined;
  const old =
    shown.isOld && !complaint ? t('the plan above is for the last valid answer') : undefined;
  return (
    <Frame
      view={shown.view}
      {...(shown.makes && { shownPlan: shown.makes })}
      typing
      hints={[['Enter', shown.enter]]}
      onInput={onInput}
      body={(width, height, isPartly) => {
        const message = messageLines(question.message, width);
        const draw = masked ? maskedLine : fieldLine;
        const { shown: drawn, column } = draw(field(), Math.min(size, width - 4));
        const said = complaint ? [] : [note, fresh, old].filter((text) => text !== undefined);
        const asked = [
          ...message,
          drawn,
          ...(said.length > 0 ? paragraph(said.map(say).join(' · '), width, 'quiet') : []),
          ...complaintLines(complaint, width),
          ...(refused
            ? []
            : buttonLines(
                isPartly ? t('continue') : shown.enter,
                height,
                skipHint(view, 'Ctrl-S'),
                width,
              )),
        ];
        return {
          ...asking(shown.view, asked, width, height, shown.isOld),
          cursor: { x: column, y: message.length },
        };
      }}
    />
  );
}

import type { Change } from '../../../engine/step.ts';
import { hardWrap } from '../../../text/columns.ts';
import { plain, say, type Text, t } from '../../../text/text.ts';
import { ended } from '../../sentences.ts';
import { Frame } from '../frame.tsx';
import { isKey } from '../input-events.ts';
import { BLANK, type Line, line, paragraph } from '../lines.ts';
import { rowAt, type ViewState } from '../reduce.ts';
import { useSpinner } from '../spinner.ts';
import type { QuestionProps } from './question-layout.ts';

/** The account is pretended, but the address is real: whoever follows it changes another account. */
const practiceAdvice = t('Practice: press p and it is done. Do not open the real page.');

/** A task that only the owner can do, in a browser. Rootlock looks again on a timer, and when the owner presses Enter. */
export function VisitQuestion({ view, question, answer }: QuestionProps<'visit'>) {
  const { message, url, instructions, change, simulate } = question;
  const turning = useSpinner();
  const why = rowAt(view)?.why;
  const { status, enter, waits } = wordsFor(view, change);
  return (
    <Frame
      view={view}
      whole
      hints={[['Enter', enter]]}
      onInput={(input) => {
        const look = isKey(input, 'enter');
        if (look) answer(true);
        return look;
      }}
      body={(width, height) => {
        const title = [
          ...(simulate ? paragraph(say(practiceAdvice), width, 'flag') : []),
          ...paragraph(say(message), width, 'strong'),
        ];
        const reason = why ? paragraph(say(why), width) : [];
        const steps = instructions.flatMap((text, index) =>
          paragraph(`${index + 1} ${say(text)}`, width, undefined, 2),
        );
        const pinned = [
          BLANK,
          // The address stands alone on its lines, so that it can be copied or clicked.
          ...hardWrap(plain(url), width).map((part) => line(part, simulate ? 'quiet' : 'strong')),
          BLANK,
          // No spinner if Rootlock waits for nothing but the owner's word.
          ...paragraph(waits ? `${turning} ${say(status)}` : say(status), width, undefined, 2),
        ];
        const undo = undoLines(change, width);
        const all = [...title, ...reason, BLANK, ...steps, ...undo];
        // If not all of it fits, the reason is left out.
        const fits = all.length + pinned.length <= height;
        return { scroll: fits ? all : [...title, BLANK, ...steps, ...undo], pinned };
      }}
    />
  );
}

function undoLines(change: Change | undefined, width: number): Line[] {
  const undo = change?.undo;
  const text = undo && ended(say(t('To take it back: {undo}', { undo })));
  return text ? [BLANK, ...paragraph(text, width, 'quiet')] : [];
}

/** The status line and the meaning of Enter. Both depend on the change that the question is about. */
function wordsFor(
  view: ViewState,
  change: Change | undefined,
): { status: Text; enter: Text; waits: boolean } {
  if (change?.kind === 'attest') {
    return {
      status: change.once
        ? t('AWS cannot report this. Your confirmation counts for this run.')
        : t('AWS cannot report this. Your confirmation is kept, with the date.'),
      enter: t('I confirm this'),
      waits: false,
    };
  }
  const n = view.doing?.looks ?? 0;
  if (isSlow(change)) {
    return {
      status:
        n > 1
          ? t(
              'Checking every 5 s: not there yet. Checks so far: {n}. Enter continues, and Rootlock checks again later.',
              { n },
            )
          : t('AWS may take some minutes to show this. Continue: Rootlock checks again later.'),
      enter: t('done, continue'),
      waits: true,
    };
  }
  return {
    status:
      n > 0
        ? t('Checking every 5 s: not there yet. Checks so far: {n}.', { n })
        : t('Waiting for you.'),
    enter: t('check now'),
    waits: true,
  };
}

const isSlow = (change: Change | undefined): boolean =>
  change?.kind === 'console' && change.shownLate === true;

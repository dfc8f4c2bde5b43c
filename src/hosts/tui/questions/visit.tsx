import { isOffer } from '../../../engine/change.ts';
import type { Change } from '../../../engine/step.ts';
import { say, type Text, t } from '../../../text/text.ts';
import { DONE_FOR_YOU, ended, lookFailed } from '../../sentences.ts';
import { Frame } from '../frame.tsx';
import { isKey } from '../input-events.ts';
import { addressLines, BLANK, type Line, paragraph, span } from '../lines.ts';
import { rowAt, tripAt, type ViewState } from '../reduce.ts';
import { useSpinner } from '../spinner.ts';
import { priceOf, withAside } from '../step-details.ts';
import type { QuestionProps } from './question-layout.ts';

type Asked = QuestionProps<'visit'>['question'];

const inPrivate = t('This page belongs into a private window.');
const practiceAdvice = t('Practice: press p and it is done. Do not open the real page.');

/** A task that only the owner can do, in a browser. Rootlock looks again on a timer, and when the owner presses Enter. */
export function VisitQuestion({ view, question, answer }: QuestionProps<'visit'>) {
  const { message, url, first = [], instructions, change, simulate } = question;
  const turning = useSpinner();
  const row = rowAt(view);
  const { status, enter, waits } = wordsFor(view, question);
  return (
    <Frame
      view={view}
      whole
      address={url}
      notOpened={question.privately ? inPrivate : undefined}
      hints={[
        ...(simulate || question.privately || question.elsewhere
          ? []
          : [['o', t('open')] as [string, Text]]),
        ...(simulate ? [] : [['y', t('copy the address')] as [string, Text]]),
        ['Enter', enter],
      ]}
      onInput={(input) => {
        const look = isKey(input, 'enter');
        if (look) answer(true);
        return look;
      }}
      body={(width, height) => {
        const title = [
          ...(simulate ? paragraph(practiceAdvice, width, 'flag') : []),
          ...withAside(paragraph(message, width, 'strong'), asideOf(view), width),
        ];
        const reason = row && isReasonFor(view, change) ? paragraph(row.why, width) : [];
        const steps = [...first, howToOpen(question), ...instructions].flatMap((text, index) =>
          paragraph(t('{n}  {text}', { n: index + 1, text }), width, undefined, 3),
        );
        const undo = undoLines(change, width);
        // No spinner if Rootlock waits for nothing but the owner's word.
        const now = paragraph(
          waits ? `${turning} ${say(status)}` : say(status),
          width,
          undefined,
          waits ? 2 : 0,
        );
        const address = addressLines(url, width, 'quiet');
        const roomy = {
          scroll: [...title, ...reason, BLANK, ...steps, ...undo],
          pinned: [BLANK, ...address, BLANK, ...now],
        };
        const missing = roomy.scroll.length + roomy.pinned.length - height;
        if (missing <= 0) return roomy;
        const blanks = 3;
        if (missing <= blanks) {
          return { scroll: [...title, ...reason, ...steps, ...undo], pinned: [...address, ...now] };
        }
        // If not all of it fits, the reason comes last. Then the space is left out, then the end of the address.
        const isTight = missing > reason.length;
        const isFull = missing > reason.length + blanks;
        const space = isTight ? [] : [BLANK];
        const short = addressLines(url, width, 'quiet', true);
        return {
          scroll: [...title, ...space, ...steps, ...undo, ...space, ...reason],
          pinned: [...space, ...(isFull ? short : address), ...space, ...now],
        };
      }}
    />
  );
}

function howToOpen({ page, privately, elsewhere, simulate }: Asked): Text {
  if (simulate) return t('On a real account: open {page} in your browser.', { page });
  if (elsewhere) {
    return t('Press y to copy the address of {page}, and open it in any browser.', { page });
  }
  return privately
    ? t(
        'Press y to copy the address of {page}, and open it in a private window: elsewhere you stay signed in.',
        { page },
      )
    : t('Press o to open {page} in your browser.', { page });
}

/** A step's reason is that of its first trip: a later one or an offer says why by itself. */
const isReasonFor = (view: ViewState, change: Change | undefined): boolean =>
  tripAt(view).n <= 1 && !(change && isOffer(change));

/** Which of several trips in a row it is, and what the step costs. */
function asideOf(view: ViewState): Line {
  const { n, of } = tripAt(view);
  const row = rowAt(view);
  const price = row ? priceOf(row) : BLANK;
  return of > 1 ? [span(`${say(t('{n} of {of}', { n, of }))}   `), ...price] : price;
}

function undoLines(change: Change | undefined, width: number): Line[] {
  const undo = change?.undo;
  const text = undo && ended(say(t('To undo: {undo}', { undo })));
  return text ? [BLANK, ...paragraph(text, width, 'quiet')] : [];
}

/** The status line and the meaning of Enter. Both depend on the change that the question is about. */
function wordsFor(
  view: ViewState,
  { change, role, elsewhere }: Asked,
): { status: Text; enter: Text; waits: boolean } {
  if (role === 'sign-in') {
    return {
      status: t('Waiting for you'),
      enter: t("I've done this, continue"),
      waits: !elsewhere,
    };
  }
  if (change?.kind === 'attest') {
    return {
      status: change.once
        ? t("AWS can't report this: press Enter to confirm it for this run.")
        : t("AWS can't report this: press Enter to confirm it. The date is kept."),
      enter: t("I've done this"),
      waits: false,
    };
  }
  const { looks: n = 0, unread } = view.doing ?? {};
  const isLate = change?.kind === 'console' && change.shownLate;
  const looking = isLate
    ? n > 1
      ? t('Checking every 5 s: not there yet ({n} checks). Carry on; Rootlock checks again.', { n })
      : (change.shownAfter ??
        t('AWS may take 15 minutes to record it. Carry on; Rootlock checks again.'))
    : n > 1
      ? t('Checking every 5 s: not there yet ({n} checks)', { n })
      : t('Checking every 5 s');
  return {
    status: unread ? lookFailed(unread) : view.open?.isSimulated ? DONE_FOR_YOU : looking,
    enter: isLate ? t("I've done this, continue") : t('check now'),
    waits: true,
  };
}

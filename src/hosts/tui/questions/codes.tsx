import { useAnimation } from 'ink';
import { useMemo } from 'react';
import { type Text, t } from '../../../text/text.ts';
import { secretCopied } from '../clipboard.ts';
import type { Hint } from '../footer.ts';
import { Frame } from '../frame.tsx';
import { type InputEvent, isKey, letterOf } from '../input-events.ts';
import type { Body } from '../layout.ts';
import { seedMatrix } from '../qr-matrix.ts';
import { useScreenContext, useSyncState } from '../screen-context.ts';
import { isFull, NO_CODES, type TwoCodes, type } from '../two-codes.ts';
import { codeFields } from './code-fields.ts';
import { enrolment, type Shown } from './enrolment.ts';
import type { QuestionProps } from './question-layout.ts';

const copyKey: Hint = ['y', t('copy the key')];

/** Two codes of an authenticator app, one after the other, beside the QR code that sets it up. */
export function CodesQuestion({ view, question, answer }: QuestionProps<'codes'>) {
  const { seed, label, clock, message } = question;
  const { unicode, copy } = useScreenContext();
  const [copied, setCopied] = useSyncState(false);
  const [typed, setTyped] = useSyncState(NO_CODES);
  const [notice, setNotice] = useSyncState<Text | undefined>(undefined);
  const [shown, setShown] = useSyncState<Shown>({ key: false, larger: false, swapped: false });
  const matrix = useMemo(() => seed && seedMatrix(label, seed.reveal()), [seed, label]);
  // A problem such as "wait 12 s" changes with the clock alone.
  useAnimation({ interval: 1000 });

  const refusal = (codes: TwoCodes['codes']) => question.validate?.(codes);

  /** Why the codes are refused, as far as they are complete. */
  function refused(): Text | undefined {
    const [first, second] = typed().codes;
    const isComplete = isFull(first) && (second === '' || isFull(second));
    return isComplete ? refusal([first, second]) : undefined;
  }

  const wrong = () => notice() ?? refused();

  /** If the two codes are refused as a pair, the second may be the first of a good pair: then it moves up. */
  function take(next: TwoCodes): void {
    const refused = isFull(next.codes[1]) ? refusal(next.codes) : undefined;
    const [, second] = next.codes;
    const moves = refused !== undefined && !refusal([second, '']);
    setTyped(moves ? { codes: [second, ''], at: 1, behind: 0 } : next);
    setNotice(moves ? refused : undefined);
  }

  /** A refused code is replaced by what is typed next, so letters are keys again. */
  const isTyping = () => typed().codes.some((code) => code !== '') && !refused();

  function enter(): void {
    const { codes } = typed();
    if (!codes.every(isFull)) setNotice(wrong() ?? t('Enter 6 digits.'));
    else if (!refusal(codes)) answer(codes);
  }

  /** Once a digit is typed, letters are no keys: `12s` skips nothing. */
  function onInput(input: InputEvent): boolean {
    setCopied(false);
    if (isKey(input, 'enter')) {
      enter();
      return true;
    }
    const next = type(typed(), input, (code) => !refusal([code, '']));
    if (next) take(next);
    else if (!isTyping()) return seed !== undefined && show(letterOf(input));
    else if ('text' in input) setNotice(t('Enter 6 digits.'));
    return next !== undefined || 'text' in input;
  }

  function show(letter: string | undefined): boolean {
    const now = shown();
    if (letter === 't') setShown({ ...now, key: !now.key });
    else if (letter === 'v') setShown({ ...now, larger: !now.larger, key: false });
    else if (letter === 'i') setShown({ ...now, swapped: !now.swapped });
    else if (letter === 'y' && seed) {
      copy(seed);
      setCopied(true);
    } else return false;
    return true;
  }

  const remark = () => (isFull(typed().codes[0]) ? question.remark?.(typed().codes) : undefined);

  const codeHints: Hint[] = [
    ['v', t('size')],
    ['i', t('invert')],
  ];
  const seedHints: Hint[] = [
    ['t', shown().key ? t('QR code') : t('type the key instead')],
    ...(shown().key ? [] : codeHints),
  ];
  const isDone = typed().codes.every(isFull) && wrong() === undefined;
  const enters = seed ? t('turn MFA on') : t('confirm');
  const fields = (width: number, height: number, hasCode: boolean) =>
    codeFields({
      typed: typed(),
      wrong: wrong(),
      remark: copied() ? secretCopied : remark(),
      message,
      now: clock(),
      checked: seed !== undefined,
      done: isDone ? enters : undefined,
      keys: seed && !isTyping() ? [...(unicode && hasCode ? seedHints : []), copyKey] : [],
      width,
      height,
    });
  return (
    <Frame
      view={view}
      bare
      typing={isTyping()}
      hints={isDone ? [['Enter', enters]] : []}
      onInput={onInput}
      body={(width, height): Body => {
        if (!seed || !matrix) {
          const { lines, cursor } = fields(width, height, false);
          return { pinned: lines, cursor };
        }
        return enrolment({
          matrix,
          label,
          key: seed.reveal(),
          shown: shown(),
          blocks: unicode,
          fields: (room, hasCode) => fields(room, height, hasCode),
          isDone,
          width,
          height,
        });
      }}
    />
  );
}

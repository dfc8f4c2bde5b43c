import { problemWith } from '../../../engine/questions.ts';
import { hardWrap } from '../../../text/columns.ts';
import { say, type Text, t } from '../../../text/text.ts';
import { secretCopied } from '../clipboard.ts';
import { Frame } from '../frame.tsx';
import { type InputEvent, isKey, letterOf } from '../input-events.ts';
import { BLANK, line, paragraph } from '../lines.ts';
import { useScreenContext, useSyncState } from '../screen-context.ts';
import {
  complaintLines,
  messageLines,
  type QuestionProps,
  stepAboutLines,
} from './question-layout.ts';
import { TypedPassword } from './typed-password.tsx';

const ACTIONS: [key: string, Text][] = [
  ['k', t('Saved. Set this password')],
  ['g', t('Make another one')],
  ['t', t('Type one of my own')],
];

const OTHERS: [key: string, Text][] = [
  ['g', t('another')],
  ['t', t('your own')],
];

const pressK = t('Save the password first, then press k.');

const SAVED: typeof ACTIONS = [['k', t('Saved. Go on')]];
const giveOn = t("Put it where the program finds it now. It won't be shown again.");
const saveFirst = t('Save it first, then press k.');

/** Hands a password over. No other part of the screen shows one. It disappears when the question is closed. */
export function PasswordQuestion({ view, question, answer }: QuestionProps<'password'>) {
  const [secret, setSecret] = useSyncState(() => question.generate());
  const [own, setOwn] = useSyncState(false);
  const [entered, setEntered] = useSyncState(false);
  const [copied, setCopied] = useSyncState(false);
  const { handedOver, copy } = useScreenContext();
  const { isGiven } = question;

  /** Enter only says which key goes on: pressed once too often, it would set a password that nobody has read. */
  function onInput(input: InputEvent): boolean {
    const key = letterOf(input);
    setCopied(key === 'y');
    if (key === 'k') {
      // Keys may come faster than a new password is drawn: nobody has seen that one.
      if (handedOver.drawn === secret()) answer(secret());
    } else if (key === 'g' && !isGiven) setSecret(question.generate());
    else if (key === 't' && !isGiven) setOwn(true);
    else if (key === 'y') copy(secret());
    else if (isKey(input, 'enter')) setEntered(true);
    else return false;
    return true;
  }

  if (own()) {
    return (
      <TypedPassword
        view={view}
        message={question.message}
        refuse={(typed) => problemWith(question, typed)}
        answer={answer}
        back={() => setOwn(false)}
      />
    );
  }
  return (
    <Frame
      view={view}
      whole
      handsOver={secret()}
      hints={[
        ['k', isGiven ? t('saved') : t('saved, set it')],
        ['y', t('copy')],
        ...(isGiven ? [] : OTHERS),
      ]}
      onInput={onInput}
      body={(width, height) => {
        const message = messageLines(question.message, width);
        const shown = hardWrap(secret().reveal(), width - 2).map((part) =>
          line(`  ${part}`, 'strong'),
        );
        const advice = paragraph(
          say(
            isGiven ? giveOn : t("Save it in your password manager now. It won't be shown again."),
          ),
          width,
        );
        const actions = (isGiven ? SAVED : ACTIONS).map(([key, text]) =>
          line(`${key}  ${say(text)}`),
        );
        const said = [
          ...complaintLines(entered() ? (isGiven ? saveFirst : pressK) : undefined, width),
          ...(copied() ? paragraph(secretCopied, width) : []),
        ];
        const all = [...message, BLANK, ...shown, BLANK, ...advice, BLANK, ...actions, ...said];
        // The last lines stay on the smallest screen, and nobody may keep a password unseen. The keys stand below anyway.
        return all.length <= height
          ? { scroll: stepAboutLines(view, width), pinned: all }
          : { pinned: [...message, ...advice, ...said, ...shown] };
      }}
    />
  );
}

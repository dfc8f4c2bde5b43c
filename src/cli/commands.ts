import { type Text, t } from '../text/text.ts';

/** Every command, with its line in the help. `walk` is what runs without a word: it has no word of its own. */
export const COMMANDS = {
  walk: t('secure what is not secure yet; run again to resume'),
  status: t('the checklist; reads only'),
  receipt: t('what was sent to each account'),
  permissions: t('the IAM policy that a run needs'),
  'sign-in': t('sign in with your browser: no key, nothing to install'),
  'sign-out': t('remove the session of a browser sign-in from this computer'),
} satisfies Record<string, Text>;

export type CommandName = keyof typeof COMMANDS;

/** The commands that have a word. */
export const COMMAND_WORDS = (Object.keys(COMMANDS) as CommandName[]).filter(
  (name) => name !== 'walk',
);

import type { Help } from 'commander';
import { say, type Text, t } from './engine/text.ts';

/** Commander's own headings. */
const HEADINGS: Record<string, Text> = { 'Usage:': t('Usage:'), 'Options:': t('Options:') };

const COMMANDS: [string, Text][] = [
  ['rootlock', t('walk through what is not secure yet; re-run to resume')],
  ['rootlock status', t('the checklist; reads only')],
  ['rootlock receipt', t('what the last run sent')],
  ['rootlock permissions', t('the IAM policy that a run needs')],
];

const EXAMPLES: [string, Text][] = [
  ['rootlock --practice', t('try it on a pretend account, nothing is real')],
  ['rootlock --dry-run', t('every change that would be made; reads only')],
  ['rootlock --profile work', t('with the credentials of that profile')],
  ['rootlock status --json', t('the checklist for a program')],
];

const EXIT_CODES: [string, Text][] = [
  ['0', t('secure')],
  ['2', t('something is left to do')],
  ['3', t('something is blocked')],
  ['1', t("a bug of Rootlock's")],
  ['64', t('wrong usage')],
  ['130', t('you stopped it')],
];

/** How commander lays its part of the help out, in any language. */
export const layout: Partial<Help> = {
  optionTerm: ({ long, flags }) => (long === '--practice' ? '--practice[=fresh]' : flags),
  // Without the defaults and choices that commander adds.
  optionDescription: ({ description }) => description,
  styleTitle: (title) => {
    const heading = HEADINGS[title];
    return heading ? say(heading) : title;
  },
  // Hangul takes two columns, and no other wide letter stands in the help: a library for all of them would load for nothing.
  displayWidth: (text) => text.length + (text.match(/[가-힣]/g)?.length ?? 0),
  minWidthToWrap: 12,
};

/** What follows the options. */
export function moreHelp(help: Help): string {
  const list = (heading: Text, items: [string, Text][]) => {
    const width = Math.max(...items.map(([term]) => term.length));
    const lines = items.map(([term, text]) => help.formatItem(term, width, say(text), help));
    return ['', say(heading), ...lines];
  };
  return [
    ...list(t('Commands:'), COMMANDS),
    ...list(t('Examples:'), EXAMPLES),
    ...list(t('Exit codes:'), EXIT_CODES),
  ].join('\n');
}

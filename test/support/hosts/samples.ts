import { Secret } from '../../../src/engine/secret.ts';
import type { Question } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';

export const agree: Question<'confirm'> = {
  kind: 'confirm',
  message: t('Make it?'),
  initial: true,
};
export const power: Question<'confirm'> = { ...agree, initial: false, danger: true };
export const length: Question<'number'> = {
  kind: 'number',
  message: t('Shortest?'),
  initial: 14,
  min: 6,
  max: 128,
};
export const money: Question<'number'> = {
  kind: 'number',
  message: t('How many dollars?'),
  initial: 20.5,
  min: 1,
  max: 1000,
  decimals: 2,
};
export const name: Question<'text'> = {
  kind: 'text',
  message: t('Which name?'),
  example: 'jun',
  validate: (value) => (value.includes(' ') ? t('No blanks, please.') : undefined),
};
export const which: Question<'select'> = {
  kind: 'select',
  message: t('Which one?'),
  initial: 'b',
  choices: ['a', 'b'].map((value) => ({ value, label: t('Label {value}', { value }) })),
};
/** Without a default. */
export const who: Question<'select'> = {
  kind: 'select',
  message: t('Who are you?'),
  example: 'b',
  choices: which.choices,
};
export const visit: Question<'visit'> = {
  kind: 'visit',
  message: t('Switch it on'),
  url: 'https://console.example/mfa',
  page: t('the page of devices'),
  instructions: [t('Open it'), t('Press the button')],
};
export const password: Question<'password'> = {
  kind: 'password',
  message: t('A password'),
  generate: () => new Secret('made-for-you'),
};
export const secret: Question<'secret'> = {
  kind: 'secret',
  message: t('The key?'),
  validate: (value) => (value.reveal().length < 4 ? t('That is too short.') : undefined),
};
export const command: Question<'command'> = {
  kind: 'command',
  message: t('Sign in'),
  argv: ['aws', 'login', '--profile', 'root'],
};
export const codes: Question<'codes'> = {
  kind: 'codes',
  message: t('Two codes'),
  label: 'AWS:jun@acme',
  clock: () => 1_800_000_017_000,
};

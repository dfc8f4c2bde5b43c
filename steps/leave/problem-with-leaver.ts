import { type Text, t } from '../../src/text/text.ts';
import { isAmong, problemWithName } from '../iam/names.ts';

/** The root user is the account itself, and a sentence about a user of that name would read as one about it. */
export const problemWithLeaver = (name: string): Text | undefined =>
  isAmong(name, ['root', '<root_account>'])
    ? t('The root user cannot leave: it is the account itself. Change its password instead.')
    : problemWithName(name, 64);

import { commandAbout } from '../../text/program.ts';
import { type Text, t } from '../../text/text.ts';
import { knownIn, type Person } from './seen.ts';

/**
 * AWS's description of its policy: do not remove it, and follow its support case. So no command takes it away. AWS does not say which key
 * it found.
 */
export const quarantined = ({ name, password }: Person, activeKeys: number): Text =>
  activeKeys === 0
    ? t('{name} is in quarantine by AWS, without a key: its support case says when that may end', {
        name,
      })
    : knownIn(password) === null
      ? t(
          'AWS found an access key of {name} somewhere public: replace it ({command}), and follow its support case',
          { name, command: commandAbout('key', name) },
        )
      : t(
          'AWS found an access key of {name} somewhere public: delete it in the IAM console, and follow its support case',
          { name },
        );

/** What a program may do is not ours to guess, and a person needs no key. */
export const everythingByKey = ({ name, password }: Person): Text =>
  knownIn(password) === null
    ? t(
        'whoever holds an access key of {name} may do everything: give it what it needs, in the IAM console',
        { name },
      )
    : t(
        'whoever holds an access key of {name} may do everything: people sign in without one, so delete it in the IAM console',
        { name },
      );

import { Blocked } from '../../src/engine/errors.ts';
import {
  type Change,
  type ConsoleChange,
  type InteractiveChange,
  step,
} from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { isAmong } from '../iam/names.ts';
import { userCredentials } from '../shared/console-urls.ts';
import { dayOf, findMachine, newestKey } from './find-machine.ts';

export const keyUse = (wanted: string) =>
  step({
    id: 'key-use',
    title: t('A call signed by it'),
    why: t('The old key goes only after the new one has worked.'),
    cost: 'free',
    needs: ['key-new'],
    notFor: ['project'],
    controls: [],

    observe: (look) => findMachine(look, wanted),

    evidence: (seen) => {
      const used = newestKey(seen)?.used;
      return { proven: newestKey(seen)?.isProven ?? false, lastUsed: used ? dayOf(used.at) : null };
    },

    status(seen) {
      const newest = newestKey(seen);
      if (!newest?.isProven) return t('none yet');
      return newest.used
        ? t('last used on {day}', { day: dayOf(newest.used.at) })
        : t('AWS accepts it');
    },

    plan(seen): Change[] {
      const newest = newestKey(seen);
      if (newest?.isProven) return [];
      // Before there is one, it is going to be here.
      return !newest || newest.isHeld ? [prove(seen.name, newest?.id)] : [useElsewhere(seen.name)];
    },
  });

const prove = (name: string, id: string | undefined): InteractiveChange => ({
  kind: 'exchange',
  summary: t('Ask AWS whose key it is, by a call that the new key of {name} signs', { name }),
  asksNobody: true,
  calls: [{ service: 'sts', operation: 'GetCallerIdentity', input: {} }],
  async run(_send, _ask, _clock, keyPlace) {
    if (!keyPlace || id === undefined) throw new Error('there is no key to prove');
    const arn = await keyPlace.prove(id);
    if (isAmong(arn.split('/').at(-1) ?? '', [name])) return;
    throw new Blocked(t('The key {id} is one of {arn}, and not of {name}.', { id, arn, name }), [
      t('Look which key is in the profile, then run Rootlock again.'),
    ]);
  },
});

const useElsewhere = (name: string): ConsoleChange => ({
  kind: 'console',
  id: 'use',
  user: name,
  shownLate: true,
  shownAfter: t(
    'AWS shows a use after minutes or hours. Carry on; Rootlock looks again at each run.',
  ),
  summary: t('Have the program of {name} use its new key', { name }),
  ...userCredentials(name),
  instructions: [
    t('Where the key is, run: aws sts get-caller-identity'),
    t('AWS shows the use under Access keys, "Last used".'),
  ],
});

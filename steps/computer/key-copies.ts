import type { FileEdit, LeftoverKey } from '../../src/engine/computer.ts';
import { type LocalChange, type Step, step } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { computerOf } from './computer-of.ts';

interface Seen {
  keys: LeftoverKey[];
}

/** Takes copies of keys that this run has deleted out of this computer's files. `follows`: the steps that delete keys. */
export const keyCopies = (id: string, follows: string[]) =>
  step({
    id,
    ...COPIES,
    follows,

    async observe(look) {
      const keys = await computerOf(look).leftoverKeys(look.account.region, () => false);
      return { keys: keys.filter(({ isDeleted }) => isDeleted) };
    },

    plan: ({ keys }) => removalsOf(keys),
  });

/** What all steps about copies say of themselves. */
export const COPIES: Omit<Step<Seen, Record<string, never>>, 'id' | 'observe' | 'plan'> = {
  title: t('Copies of deleted keys'),
  why: t(
    'A deleted key opens nothing any more. Left on this computer, it makes programs fail, and hides what they really sign in with.',
  ),
  cost: 'free',
  level: 'optional',
  notFor: ['project'],
  onComputer: true,
  controls: [],

  evidence: ({ keys }) => ({
    keys: keys.map(({ id, isDeleted, file }) => ({
      id,
      deleted: isDeleted,
      place: file === undefined ? 'environment' : 'file',
    })),
  }),

  status({ keys }) {
    const [first, ...others] = keys;
    if (!first) return t('none on this computer');
    return others.length > 0 ? t('{n} keys', { n: keys.length }) : placeOf(first);
  },

  // What no edit can remove: the environment of this program stays as it is until the program ends.
  handover: ({ keys }) =>
    keys
      .filter(({ isDeleted, edit }) => isDeleted && !edit)
      .map((key) => [t('Deleted key'), byHand(key)]),
};

const placeOf = ({ id, isDeleted, file, profile }: LeftoverKey): Text => {
  const where = { id, file: file ?? 'AWS_ACCESS_KEY_ID', profile: profile ?? '' };
  if (!file) {
    return isDeleted
      ? t('the deleted key {id} in AWS_ACCESS_KEY_ID', where)
      : t("root's key {id} in AWS_ACCESS_KEY_ID", where);
  }
  return isDeleted
    ? t('the deleted key {id} in {file}', where)
    : t("root's key {id} in {file}", where);
};

const byHand = ({ id, file, profile }: LeftoverKey): Text =>
  file
    ? t('{id} is still in {file}, beside another key: take it out of the profile {profile}.', {
        id,
        file,
        profile: profile ?? '',
      })
    : t(
        'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in this shell still hold {id}: unset them, and remove them from the file that sets them.',
        { id },
      );

/** One change for each file: a second one would find the file changed. */
export function removalsOf(keys: LeftoverKey[]): LocalChange[] {
  const files = new Map<string, { edit: FileEdit; ids: string[] }>();
  for (const { id, edit } of keys) {
    if (!edit) continue;
    const before = files.get(edit.file);
    // One key may be in several profiles of a file.
    if (before?.ids.includes(id)) continue;
    const lines = [...(before?.edit.lines ?? []), ...edit.lines].sort((a, b) => a.at - b.at);
    files.set(edit.file, { edit: { ...edit, lines }, ids: [...(before?.ids ?? []), id] });
  }
  return [...files.values()].map(({ edit, ids }) => ({
    kind: 'local',
    id: [edit.file, ...ids].join(' '),
    summary: t('Take {keys} out of {file}', { keys: ids.join(', '), file: edit.file }),
    edit,
  }));
}

import type { Options } from '../../cli/options.ts';
import { nearest } from '../../text/nearest.ts';
import { t } from '../../text/text.ts';
import { Usage } from '../../text/usage.ts';
import { chaptersOf } from '../playbooks.ts';

type Chosen = Record<'only' | 'skip', string[]>;

/**
 * Replaces the chapters in `--only` and `--skip` with their steps.
 *
 * @throws Usage if there is no such step or chapter, or if nothing would be left of what `--only` names
 */
export async function chosenSteps(options: Options): Promise<Chosen> {
  const { only, skip } = options;
  // The steps take long to load, and the first screen does not need them.
  if (only.length + skip.length === 0) return { only, skip };
  const chapters = await chaptersOf(options);
  const steps = chapters.flatMap((chapter) => chapter.steps);
  const chapterIds = chapters.map(({ id }) => id);
  const stepIds = steps.map(({ id }) => id);
  const stepsOf = (id: string): string[] => {
    const chapter = chapters.find((chapter) => chapter.id === id);
    if (chapter) return chapter.steps.map((step) => step.id);
    if (stepIds.includes(id)) return [id];
    const meant = nearest(id, [...chapterIds, ...stepIds]);
    throw new Usage(
      meant === undefined
        ? t('There is no step or chapter {id}. Chapters: {chapters}. Steps: {steps}.', {
            id,
            chapters: chapterIds.join(', '),
            steps: stepIds.join(', '),
          })
        : t('There is no step or chapter {id}. Did you mean {meant}?', { id, meant }),
    );
  };
  const chosen = { only: only.flatMap(stepsOf), skip: skip.flatMap(stepsOf) };
  const both = only.find((id) => stepsOf(id).every((step) => chosen.skip.includes(step)));
  if (both) throw new Usage(t('--only asks for {id}, but --skip removes all of it.', { id: both }));
  return chosen;
}

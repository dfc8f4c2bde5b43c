import type { Chapter, Step } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';

/** The chapter of steps and rows that are made up. */
export const CHAPTER = { id: 'some-chapter', title: t('Some chapter') };

/** A table of contents of one chapter. */
export const inOneChapter = (steps: Step[]): Chapter[] => [{ ...CHAPTER, steps }];

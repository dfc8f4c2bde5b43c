import type { Chapter } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';
import { fakeStep, text } from './fake-run.ts';

/** A step of each level. Two ask a question without a default, and `d` needs one of those. */
export const threeLevels = (): Chapter[] => [
  { id: 'first', title: t('The first chapter'), steps: [fakeStep('a')] },
  {
    id: 'more',
    title: t('More chapters'),
    steps: [
      fakeStep('b', { level: 'recommended', questions: () => ({ name: text('name of b') }) }),
      fakeStep('c', { level: 'optional', questions: () => ({ name: text('name of c') }) }),
      fakeStep('d', { level: 'recommended', needs: ['b'] }),
    ],
  },
];

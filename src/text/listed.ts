import { type Text, t } from './text.ts';

/** `a, b, c`, or with semicolons; of none, 'none'. A text may be a parameter, but not a list of them. */
export const listed = (
  [start = t('none'), ...more]: Text[],
  between: 'comma' | 'semicolon' = 'comma',
): Text =>
  more.reduce(
    (first, second) =>
      between === 'comma'
        ? t('{first}, {second}', { first, second })
        : t('{first}; {second}', { first, second }),
    start,
  );

import { plain } from '../../text/text.ts';

/** What Markdown would read, wherever it stands. An underscore within a word is none of it, and neither is a single slash. */
const MARKS =
  /[\\`*[<|~@#]|&(?=[#\w]+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\/(?=\/)|(?<=\bwww)\.|^[-+>=]|(?<=^\d+)[.)]/giu;

/** Text that commands nothing in Markdown, as GitHub reads it: with links of bare addresses. No more is escaped than has to be. */
export const markdownText = (words: string): string => plain(words).trim().replace(MARKS, '\\$&');

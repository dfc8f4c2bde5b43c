/**
 * A question in sentences that waits for its line, for `waitFor`. `words` is a pattern.
 *
 * What is typed before the line opens answers nothing: the program throws it away.
 */
export const openQuestion = (words: string): RegExp => new RegExp(`${words}[^>]*\\n>\\s*$`);

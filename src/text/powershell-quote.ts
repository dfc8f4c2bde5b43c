/** PowerShell takes each of these for a single quote ("about_Quoting_Rules"), and two in a row for one letter. */
const QUOTES = /['\u2018-\u201b]/g;

/** One word in quotes. */
export const powershellQuoted = (text: string): string => `'${text.replace(QUOTES, '$&$&')}'`;

/** Whether PowerShell hands the word on as it stands. It reads numbers, and takes apart what begins with a hyphen. */
const isBare = (text: string): boolean => /^(-[\w-]*|[A-Za-z/][\w/:.-]*)$/.test(text);

/** A program and its arguments as one line for PowerShell. */
export const powershellLine = (argv: readonly string[]): string =>
  argv.map((word) => (isBare(word) ? word : powershellQuoted(word))).join(' ');

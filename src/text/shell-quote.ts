/** One word for a POSIX shell, quoted if necessary. */
export const shellWord = (text: string): string =>
  /^[\w/:.,@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A program and its arguments as one line for a POSIX shell. */
export const shellLine = (argv: readonly string[]): string => argv.map(shellWord).join(' ');

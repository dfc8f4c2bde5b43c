import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Remembered {
  account: string;
  /** Of the endpoint that stands in AWS's place. */
  url: string;
  answers?: Record<string, unknown>;
  trusted?: boolean;
}

/** Leaves in a home what an earlier run on this account would have left. */
export function remember(
  home: string,
  { account, url, answers = {}, trusted = false }: Remembered,
): void {
  const host = new URL(url).host.replace(':', '-');
  const folder = join(home, 'data/rootlock/accounts', `${account}-at-${host}`);
  mkdirSync(folder, { recursive: true });
  const book = { version: 1, trusted, answers, attested: {} };
  writeFileSync(join(folder, 'book.json'), JSON.stringify(book));
}

// A person with a browser, for BROWSER: opens the address, is signed in there at once, and follows where AWS sends them. What the program
// was started with, and the last page, are appended to ~/browser.
import { appendFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const [, , address] = process.argv;
const page = await fetch(address).then(
  (response) => response.text(),
  (error) => String(error),
);
appendFileSync(join(homedir(), 'browser'), `${process.argv.join(' ')}\n${page}\n`);

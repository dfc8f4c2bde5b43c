import { join } from 'node:path';

/** The variable that makes a program open its addresses in the browser of somebody who signs in to the stand-in. */
export const BROWSER = `"${process.execPath}" "${join(import.meta.dirname, 'browser.mjs')}"`;

import type { Translations } from './translations.ts';

/** Korean: every sentence of the program, gathered from one file for each part of it. */
export const ko: Translations = {};

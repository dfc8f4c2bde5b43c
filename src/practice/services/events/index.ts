import { rules } from './rules.ts';

export const operations = rules;

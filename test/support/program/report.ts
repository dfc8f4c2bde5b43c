import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { Report } from '../../../src/reports/json-report.ts';
import schema from '../../../src/reports/report.schema.json' with { type: 'json' };
import type { Ended } from './program.ts';

const fits = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

/** The JSON document, which has to be all that is printed. */
export function reportOf({ out, err }: Ended): Report {
  expect(err).toBe('');
  const document = JSON.parse(out);
  expect(fits(document), JSON.stringify(fits.errors)).toBe(true);
  return document;
}

export const statesOf = ({ steps: rows }: Report): Record<string, string> =>
  Object.fromEntries(rows.map(({ id, state }) => [id, state]));

import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  answerControls,
  type LookedAt,
} from '../../../src/reports/controls-report/answer-controls.ts';
import {
  type ControlsReport,
  controlsReport,
} from '../../../src/reports/controls-report/controls-report.ts';
import schema from '../../../src/reports/controls-report.schema.json' with { type: 'json' };
import reports from '../../../src/reports/report.schema.json' with { type: 'json' };
import { ACCOUNT } from './sample-rows.ts';

const check = new Ajv2020({ strict: true, allErrors: true, strictRequired: false })
  .addSchema(reports)
  .compile(schema);

/** What is wrong with a document by its schema. Empty: nothing. */
export const schemaProblems = (document: unknown): string[] =>
  check(document) ? [] : (check.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);

/** The report on what was looked at. */
export const sampleReport = (looked: LookedAt, account = ACCOUNT): ControlsReport =>
  controlsReport(answerControls(looked), {
    account,
    madeAt: Date.UTC(2026, 10, 30, 0, 10),
    version: '0.1.0',
    language: 'en',
    regions: ['us-east-1'],
    commandOf: (words) => ['rootlock', ...words].join(' '),
  });

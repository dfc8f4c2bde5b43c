import { expect, it } from 'vitest';
import type { ControlId } from '../../../src/engine/step.ts';
import { CONTROLS } from '../../../src/reports/controls.ts';
import { steps } from '../../../steps/index.ts';

/** Who is to answer a control that no step answers yet. */
const WITHOUT_STEP: Partial<Record<ControlId, string>> = {
  'contact-details': 'the report: nobody but the owner can say whether they are right',
  'root-hardware-mfa': 'the report, by the evidence of root-mfa',
  'root-unused': 'the page of people in the review',
  'key-age': 'the report, by the evidence of old-credentials: the owner may have chosen 180 days',
  'no-full-rights': 'the page of rights in the review',
  'instance-roles': 'the page of machines in the review',
  'central-root-access': 'the report: it is about the organization',
  'log-bucket-access-log': 'the report, by the log bucket',
  'network-acls': 'the page of the network in the review',
  'remote-ports': 'the page of the network in the review',
  'default-group': 'the page of the network in the review',
  imdsv2: 'the page of machines in the review: ec2-defaults is about new instances alone',
  'access-review': 'the review itself',
};

it('each control is answered by a step, or it is noted who is to answer it: never both', () => {
  const answered = new Set(steps.flatMap(({ controls }) => controls));
  const open = Object.keys(CONTROLS).filter((id) => !answered.has(id as ControlId));
  expect(Object.keys(WITHOUT_STEP).sort()).toEqual(open.sort());
});

it('a control of CIS belongs to one of ours alone', () => {
  const ids = Object.values(CONTROLS).flatMap(({ cis = [], cisLevel2 = [] }) => [
    ...cis,
    ...cisLevel2,
  ]);
  expect(ids.length).toBe(new Set(ids).size);
});

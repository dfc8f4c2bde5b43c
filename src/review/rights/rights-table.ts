import { listed } from '../../text/listed.ts';
import { type Text, t } from '../../text/text.ts';
import { knownIn } from '../known.ts';
import type { Cell, Table, TableRow } from '../page.ts';
import { isKnownAction } from './action-names.ts';
import { usedOnes } from './last-used.ts';
import type { Seen } from './observe.ts';
import { type Everything, everythingOf, type Subject } from './subjects.ts';
import { decidesCell, policyText, withMfaCell, withoutMfaCell } from './verdict-words.ts';

/** Who there is to choose from; or what somebody may do, once somebody is chosen. */
export function rightsTable(seen: Seen): Table {
  const { problem, asked, subjects } = seen;
  if (problem) return { columns: [ACTION], rows: [], empty: problem, isRefused: true };
  if (asked) return answersTable(asked, seen.actions);
  const all = knownIn(subjects) ?? [];
  return {
    columns: [
      { id: 'name', title: t('name'), yields: 0 },
      { id: 'kind', title: t('kind'), yields: 3 },
      { id: 'everything', title: t('may do everything'), yields: 0 },
      { id: 'policies', title: t('policies'), yields: 1 },
      { id: 'boundary', title: t('boundary'), yields: 4 },
      { id: 'used', title: t('services used'), yields: 2 },
    ],
    rows: all.map((one) => subjectRow(one, seen)),
    count: t('{n} users, groups and roles', { n: all.length }),
    empty: t('There are no users, groups or roles.'),
  };
}

/** AWS's simulator compares letter by letter, and has an answer to any word. */
const NO_SUCH: Cell = { unknown: t('no such action is known') };

const ACTION = { id: 'action', title: t('action'), yields: 0 };

const KINDS = { user: t('user'), group: t('group'), role: t('role') };

function subjectRow(one: Subject, { used }: Seen): TableRow {
  const { key, kind, name, boundary, arn } = one;
  return {
    key,
    cells: {
      name: { text: t('{name}', { name }), value: name },
      kind: { text: KINDS[kind], value: kind },
      everything: everythingCell(one),
      policies: policiesCell(one),
      boundary: boundary
        ? { text: t('{name}', { name: boundary.name }), value: boundary.name }
        : { text: t('–'), value: null },
      used: usedCell(used.get(arn)),
    },
  };
}

function everythingCell(one: Subject): Cell {
  const may = everythingOf(one);
  if (may === undefined) return { unknown: t('a policy could not be read') };
  const isMuch = may === 'yes' || may === 'but-denied';
  return { text: EVERYTHING[may], value: may, ...(isMuch && { grade: 'watch' }) };
}

const EVERYTHING: Record<Everything, Text> = {
  yes: t('yes, by a policy'),
  'but-denied': t('yes, but for a Deny'),
  'in-boundary': t('within the boundary'),
  'on-a-condition': t('on a condition'),
  no: t('no'),
};

export function policiesCell(subject: Subject): Cell {
  const { policies } = subject;
  if (!policies) return { unknown: t("the account's list could not be read") };
  return {
    text: listed(policies.map((one) => policyText(one, subject))),
    value: policies.map(({ name, arn }) => arn ?? name),
    order: policies.length,
  };
}

function usedCell(used: ReturnType<Seen['used']['get']>): Cell {
  if (!used) return { unknown: t('not asked: open the row') };
  if ('unknown' in used) return used;
  const n = usedOnes(used.is).length;
  return {
    text: t('{n} of {all}', { n, all: used.is.length }),
    value: { used: n, allowed: used.is.length },
    order: n,
  };
}

function answersTable(
  { question, outcomes }: NonNullable<Seen['asked']>,
  actions: string[],
): Table {
  const { resources, ways, subject } = question;
  const asksWith = ways.includes('mfa') || subject.kind === 'role';
  const asksWithout = ways.includes('key');
  return {
    columns: [
      ACTION,
      ...(resources.length > 1 ? [{ id: 'resource', title: t('resource'), yields: 1 }] : []),
      // Whoever may do it without MFA may do it with MFA.
      ...(asksWith ? [{ id: 'with-mfa', title: t('with MFA'), yields: asksWithout ? 2 : 0 }] : []),
      ...(asksWithout ? [{ id: 'without-mfa', title: t('without MFA'), yields: 0 }] : []),
      { id: 'decides', title: t('what decides'), yields: 3 },
    ],
    rows: outcomes.map((outcome) => ({
      key: outcome.key,
      cells: {
        action: { text: t('{name}', { name: outcome.action }), value: outcome.action },
        resource: { text: t('{name}', { name: outcome.resource }), value: outcome.resource },
        ...(isKnownAction(outcome.action, actions)
          ? {
              'with-mfa': withMfaCell(outcome, question),
              'without-mfa': withoutMfaCell(outcome),
              decides: decidesCell(outcome, question),
            }
          : { 'with-mfa': NO_SUCH, 'without-mfa': NO_SUCH, decides: NO_SUCH }),
      },
    })),
    count:
      outcomes.length === 1
        ? t('{who}: 1 answer', { who: subject.key })
        : t('{who}: {n} answers', { who: subject.key, n: outcomes.length }),
    empty: t('Nothing is asked.'),
  };
}

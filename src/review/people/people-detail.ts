import { listed } from '../../text/listed.ts';
import { type Text, t } from '../../text/text.ts';
import { isKnown, type Known, knownIn } from '../known.ts';
import type { Cell, Column, Detail, Section, TableRow } from '../page.ts';
import { NONE, nameText, textCell, wordOrNone, wordsCell } from '../word-cells.ts';
import { dateAndAgo, dayOf, isoOf } from './ages.ts';
import { boundaryCell, cellOf, KIND, POWER, tagsCell } from './cells.ts';
import { policyCode } from './policy-code.ts';
import type { OtherCredential, Person, Policy, SeenPeople } from './seen.ts';

/** Everything about one of them. */
export function detailOf(seen: SeenPeople, person: Person): Detail {
  const because = knownIn(person.power)?.because ?? [];
  return {
    title: nameText(person.name),
    sections: [
      { facts: factsOf(person, seen.at) },
      keysSection(person, seen.at),
      othersSection(person, seen.at),
      ...policySections(seen, person, because),
    ],
  };
}

const timeCell = (one: Known<number | null>, at: number): Cell =>
  cellOf(one, (then) =>
    then === null
      ? { text: t('never'), value: null, order: 0 }
      : { text: dateAndAgo(then, at), value: isoOf(then), order: then },
  );

function factsOf(person: Person, at: number): [Text, Cell][] {
  const { password } = person;
  const has = knownIn(password);
  return [
    [t('ARN'), cellOf(person.arn, textCell)],
    [t('made'), timeCell(person.created, at)],
    [
      t('password'),
      cellOf(password, (it) => ({
        text: it ? t('there is one') : NONE,
        value: it !== null,
      })),
    ],
    ...(has
      ? [
          [t('password last used'), timeCell(has.lastUsed, at)] satisfies [Text, Cell],
          [t('password set'), timeCell(has.since, at)] satisfies [Text, Cell],
        ]
      : []),
    [t('MFA devices'), devicesCell(person)],
    [t('groups'), cellOf(person.groups, wordsCell)],
    [t('boundary'), boundaryCell(person.boundary)],
    [t('tags'), tagsCell(person)],
    [t('administrator'), becauseCell(person)],
  ];
}

const devicesCell = ({ mfa }: Person): Cell =>
  cellOf(mfa, ({ isOn, devices, isWhole }) => {
    const texts = devices.map(({ kind, serial }) =>
      t('{kind} {serial}', { kind: KIND[kind], serial }),
    );
    if (isOn && !isWhole) {
      texts.push(
        devices.length > 0
          ? t('perhaps passkeys and tokens, which no list of AWS has')
          : t('at least one, of a kind that is not known'),
      );
    }
    return {
      text: listed(texts),
      value: devices.map(({ kind, serial }) => ({ kind, serial })),
    };
  });

const becauseCell = ({ power }: Person): Cell =>
  cellOf(power, ({ answer, because }) => ({
    text:
      because.length > 0
        ? t('{power}: {why}', { power: POWER[answer], why: because.join(', ') })
        : POWER[answer],
    value: { answer, because },
  }));

const STATE = (active: boolean | undefined): Cell =>
  active === undefined
    ? { unknown: t('AWS does not say') }
    : { text: active ? t('active') : t('inactive'), value: active };

const KEY_COLUMNS: Column[] = [
  { id: 'id', title: t('access key'), yields: 0 },
  { id: 'active', title: t('state'), yields: 1 },
  { id: 'made', title: t('made'), yields: 2 },
  { id: 'last-used', title: t('last used'), yields: 1 },
  { id: 'service', title: t('service'), yields: 3 },
  { id: 'region', title: t('region'), yields: 4 },
];

const NO_ID: Cell = { unknown: t('the credential report has no ids') };

function keysSection({ keys }: Person, at: number): Section {
  const title = t('Access keys');
  if (!isKnown(keys)) return { title, lines: [t('not known: {why}', { why: keys.unknown })] };
  return {
    title,
    table: {
      columns: KEY_COLUMNS,
      rows: keys.is.map((key, n): TableRow => {
        const cells = {
          id: key.id === undefined ? NO_ID : textCell(key.id),
          active: STATE(key.active),
          made: timeCell(key.made, at),
          'last-used': timeCell(key.lastUsed, at),
          service: isKnown(key.lastUsed) ? wordOrNone(key.service) : key.lastUsed,
          region: isKnown(key.lastUsed) ? wordOrNone(key.region) : key.lastUsed,
        };
        return { key: key.id ?? String(n + 1), cells };
      }),
      empty: NONE,
    },
  };
}

const OTHER_COLUMNS: Column[] = [
  { id: 'kind', title: t('kind'), yields: 0 },
  { id: 'id', title: t('id'), yields: 2 },
  { id: 'active', title: t('state'), yields: 1 },
  { id: 'made', title: t('made'), yields: 3 },
  { id: 'expires', title: t('expires'), yields: 4 },
];

/** SSH keys, keys of services, certificates. A kind that could not be read is a row that says so. */
function othersSection({ sshKeys, serviceKeys, certificates }: Person, at: number): Section {
  const rows = (kind: Text, id: string, all: Known<OtherCredential[]>): TableRow[] => {
    if (!isKnown(all)) {
      const unread = { unknown: all.unknown };
      const cells = { id: unread, active: unread, made: unread, expires: unread };
      return [{ key: id, cells: { kind: { text: kind, value: id }, ...cells } }];
    }
    return all.is.map((one, n) => ({
      key: one.id ?? `${id}-${n + 1}`,
      cells: {
        kind: {
          text: one.service
            ? t('{kind} of {service}', { kind, service: one.service.replace('.amazonaws.com', '') })
            : kind,
          value: one.service ?? id,
        },
        id: one.id === undefined ? NO_ID : textCell(one.id),
        active: STATE(one.active),
        made: timeCell(one.made, at),
        expires: expiryCell(one),
      },
    }));
  };
  return {
    title: t('Other keys'),
    table: {
      columns: OTHER_COLUMNS,
      rows: [
        ...rows(t('SSH key'), 'ssh-key', sshKeys),
        ...rows(t('key'), 'service-key', serviceKeys),
        ...rows(t('signing certificate'), 'certificate', certificates),
      ],
      empty: NONE,
    },
  };
}

const expiryCell = ({ expires }: OtherCredential): Cell =>
  expires === undefined
    ? { text: t('never'), value: null }
    : { text: t('{date}', { date: dayOf(expires) }), value: isoOf(expires), order: expires };

/** Own ones, those of the groups, and the boundary. */
function policySections(seen: SeenPeople, person: Person, because: string[]): Section[] {
  const { policies, boundary, groups } = person;
  if (!isKnown(policies)) {
    return [{ title: t('Policies'), lines: [t('not known: {why}', { why: policies.unknown })] }];
  }
  const own = policies.is.map((one) =>
    section(
      one.arn === undefined
        ? t('Policy {name}, inline', { name: one.name })
        : t('Policy {name}, attached', { name: one.name }),
      one,
      because,
    ),
  );
  const ofGroups = (knownIn(groups) ?? []).flatMap((group) => {
    const held = seen.groupPolicies.get(group);
    if (!held) {
      return [
        {
          title: t('Policies of the group {group}', { group }),
          lines: [t('not known: {why}', { why: t('not in the list of AWS') })],
        },
      ];
    }
    return held.map((one) =>
      section(t('Policy {name}, by the group {group}', { name: one.name, group }), one, because),
    );
  });
  const limit = knownIn(boundary);
  return [
    ...own,
    ...ofGroups,
    ...(limit ? [section(t('Boundary {name}', { name: limit.name }), limit, [])] : []),
  ];
}

function section(title: Text, { document }: Policy, because: string[]): Section {
  if (!isKnown(document)) {
    return { title, lines: [t('not known: {why}', { why: document.unknown })] };
  }
  const { code, marked, isJson } = policyCode(document.is, because);
  return {
    title: isJson ? title : t('{title}: not JSON, as AWS gives it', { title }),
    code,
    marked,
  };
}

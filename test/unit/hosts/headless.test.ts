import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Change, Event, Question } from '../../../src/engine/step.ts';
import { headlessHost, unansweredQuestions } from '../../../src/hosts/headless.ts';
import { say, t } from '../../../src/text/text.ts';
import {
  agree,
  codes,
  command,
  length,
  name,
  password,
  power,
  secret,
  visit,
  which,
  who,
} from '../../support/hosts/samples.ts';

const ask = (id: string, question: Question, answers: Record<string, unknown> = {}, yes = false) =>
  headlessHost({ emit() {}, answers, yes }).ask(id, question);
const blocked = (id: string, question: Question, answers: Record<string, unknown>, yes: boolean) =>
  ask(id, question, answers, yes).then(
    (answer) => expect.fail(`"${id}" is answered with ${JSON.stringify(answer)}`),
    (error: unknown) => {
      if (!(error instanceof Blocked)) throw error;
      return { text: say(error.text), fix: error.fix.map(say) };
    },
  );

const typed: Question<'text'> = {
  ...name,
  role: 'type-to-confirm',
  danger: true,
  initial: 'WXYZ',
};
const make: Question = { ...agree, role: 'confirm' };
const makePower: Question = { ...power, role: 'confirm' };
const offer: Question = { ...agree, role: 'offer' };
const file = { 'a.other': 1 };

describe('without a terminal', () => {
  it.each<[string, Question, string, Record<string, unknown>, boolean, unknown]>([
    ['a number from the file', length, 'a.length', { 'a.length': 20 }, false, 20],
    ['the file before the default', length, 'a.length', { 'a.length': 20 }, true, 20],
    ['the default with --yes', length, 'a.length', {}, true, 14],
    [
      'a default that suffices',
      { ...name, initial: 'jun', defaultSuffices: true },
      'a.name',
      file,
      false,
      'jun',
    ],
    ['a choice with --yes', which, 'a.which', {}, true, 'b'],
    ['a remembered text with --yes', { ...name, initial: 'jun' }, 'a.name', {}, true, 'jun'],
    ['no, where that is the default', { ...offer, initial: false }, 'a.more', {}, true, false],
    ['yes to changes with --yes', make, 'a.apply', {}, true, true],
    ['yes to changes with an answers file alone', make, 'a.apply', file, false, true],
    ['no to changes where the file says so', make, 'a.apply', { 'a.apply': false }, true, false],
    ['dangerous changes by the file', makePower, 'a.apply', { 'a.apply': true }, false, true],
    ['the account that the file names', makePower, 'account', { account: true }, false, true],
    ['a typed word by the file', typed, 'a.typed', { 'a.typed': 'WXYZ' }, false, 'WXYZ'],
    ['an empty answer of the file', name, 'a.name', { 'a.name': '' }, false, ''],
  ])('takes %s', async (_, question, id, answers, yes, expected) => {
    expect(await ask(id, question, answers, yes)).toBe(expected);
    expect(unansweredQuestions([[id, question]], answers, yes)).toEqual([]);
  });

  it.each<[string, Question, string, Record<string, unknown>, boolean]>([
    ['a number without --yes', length, 'a.length', {}, false],
    ['a number that the file does not name', length, 'a.length', file, false],
    ['a text without a default', name, 'a.name', {}, true],
    ['changes without --yes and without a file', make, 'a.apply', {}, false],
    ['another confirmation by the file’s mere presence', offer, 'a.more', file, false],
    ['dangerous changes by --yes', makePower, 'a.apply', file, true],
    ['an unknown account by --yes', makePower, 'account', file, true],
    ['a typed word by --yes', typed, 'a.typed', file, true],
    ['an id that every object has', name, 'toString', {}, true],
  ])('refuses %s, and names it', async (_, question, id, answers, yes) => {
    const { text, fix } = await blocked(id, question, answers, yes);
    expect(text).toContain(`"${id}"`);
    expect(fix.join()).toContain(`"${id}"`);
    expect(unansweredQuestions([[id, question]], answers, yes)).toEqual([id]);
  });

  it.each<[string, Question, boolean]>([
    ['a number has', length, true],
    ['a text has not', name, false],
    ['a choice may have none', who, false],
    ['what is dangerous has not', typed, false],
  ])('speaks of --yes where there is a default to take: %s', async (_, question, has) => {
    const { fix } = await blocked('a.b', question, {}, false);
    expect(fix.join().includes('--yes')).toBe(has);
  });

  it.each<[string, Question]>([
    ['a password', password],
    ['codes', codes],
    ['a visit to the console', visit],
    ['a secret', secret],
    ['a program that wants the terminal', command],
  ])('refuses %s even where the file answers it', async (_, question) => {
    const { text, fix } = await blocked('a.b', question, { 'a.b': true }, true);
    expect(text).toContain(say(question.message));
    expect(fix.join()).toContain('in a terminal');
    expect(unansweredQuestions([['a.b', question]], {}, false)).toEqual([]);
  });

  it('hands on what happens', () => {
    const told: unknown[] = [];
    const event: Event = { type: 'rows', rows: [] };
    headlessHost({ emit: (happened) => told.push(happened), answers: {}, yes: false }).emit(event);
    expect(told).toEqual([event]);
  });

  it('names every missing answer, in order', () => {
    const questions: [string, Question][] = [
      ['a.name', name],
      ['a.length', length],
      ['b.typed', typed],
      ['b.codes', codes],
    ];
    expect(unansweredQuestions(questions, { 'a.length': 9 }, false)).toEqual(['a.name', 'b.typed']);
    expect(unansweredQuestions(questions, {}, true)).toEqual(['a.name', 'b.typed']);
  });
});

describe('whatever the question', () => {
  const id = fc.oneof(fc.constantFrom('account', 'a.apply', 'a.typed'), fc.string());
  const answerable = fc.constantFrom<Question>(
    agree,
    power,
    make,
    makePower,
    offer,
    length,
    which,
    name,
    typed,
  );
  const hands = fc.constantFrom<Question>(password, codes, visit);
  const answers = fc.dictionary(fc.string(), fc.jsonValue());

  it('what is dangerous is never answered by --yes', async () => {
    await fc.assert(
      fc.asyncProperty(id, answerable, answers, async (at, question, given) => {
        const { [at]: _, ...others } = given;
        await blocked(at, { ...question, danger: true } as Question, others, true);
      }),
    );
  });

  it('what needs hands is never answered', async () => {
    await fc.assert(
      fc.asyncProperty(id, hands, answers, fc.boolean(), async (at, question, given, yes) => {
        await blocked(at, question, { ...given, [at]: true }, yes);
      }),
    );
  });

  it('an answer is missing exactly where it is refused', async () => {
    await fc.assert(
      fc.asyncProperty(id, answerable, answers, fc.boolean(), async (at, question, given, yes) => {
        const answered = await ask(at, question, given, yes).then(
          () => true,
          () => false,
        );
        expect(unansweredQuestions([[at, question]], given, yes)).toEqual(answered ? [] : [at]);
      }),
    );
  });

  it('an answer of the file is handed over as it is', async () => {
    await fc.assert(
      fc.asyncProperty(id, answerable, fc.jsonValue(), async (at, question, value) => {
        const given = Object.fromEntries([[at, value]]);
        expect(await ask(at, question, given)).toBe(value);
      }),
    );
  });
});

it('a command on this computer is refused before it runs', async () => {
  const host = headlessHost({ emit: () => undefined, answers: { account: true }, yes: true });
  const command: Change = { kind: 'local', id: 'run', summary: t('Install'), argv: ['git'] };
  host.emit({ type: 'doing', step: 'a', changes: [command] });
  await expect(host.ask('a.apply', make)).rejects.toThrow('have to do this in a terminal: Install');
});

it('an exchange is refused as a whole, before its first call, unless it asks nobody', async () => {
  const host = headlessHost({ emit: () => undefined, answers: { account: true }, yes: true });
  const exchange: Change = {
    kind: 'exchange',
    summary: t('Enrol'),
    calls: [],
    run: async () => undefined,
  };
  expect(await host.ask('a.apply', make)).toBe(true);
  host.emit({ type: 'doing', step: 'a', changes: [exchange] });
  await expect(host.ask('a.apply', make)).rejects.toThrow('have to do this in a terminal: Enrol');
  host.emit({ type: 'doing', step: 'a', changes: [{ ...exchange, asksNobody: true }] });
  expect(await host.ask('a.apply', make)).toBe(true);
});

it('what an answer says already needs nobody, and any other word of the owner does', async () => {
  const attest = { kind: 'attest', id: 'later', summary: t('later') } as Change;
  const said = { ...visit, change: { ...attest, answered: true } as Change };
  expect(await ask('a.later', said, file)).toBe(true);
  await blocked('a.later', { ...visit, change: attest }, file, true);
});

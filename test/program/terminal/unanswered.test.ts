import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inSentences } from '../../support/owner/in-sentences.ts';
import { onScreen } from '../../support/owner/on-screen.ts';
import { answerAll, type Driver } from '../../support/owner/owner.ts';
import { openQuestion } from '../../support/program/open-question.ts';
import { practiceHome, program, SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';

let terminal: Terminal;
afterEach(() => terminal.close());

const open = (flags: string[]) => {
  const home = practiceHome();
  const args = ['--practice', '--only', 'cost-anomalies', ...flags];
  const env = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
  terminal = openTerminal([process.execPath, ...SHORT_RUN, program(), ...args], { env });
};

const HOSTS: [string, string[], (terminal: Terminal) => Driver, (words: string) => RegExp][] = [
  ['on the screen', [], onScreen, (words) => new RegExp(words)],
  ['in sentences', ['--plain'], inSentences, openQuestion],
];

describe.each(HOSTS)('a question that stays open, %s,', (_, flags, driverOf, asks) => {
  it('is named if a test waits in vain', async () => {
    open(flags);
    await terminal.waitFor(/Where would you like to start\?[\s\S]*(quit|>)$/);
    terminal.type('\r');
    await terminal.waitFor(asks('How many US dollars'));
    terminal.type('\r');
    await terminal.waitFor(asks('Email address for unusual costs\\?'));
    const waiting = terminal.waitFor('what never comes', 100);
    await expect(waiting).rejects.toThrow(
      'Nobody answered "cost-anomalies.address", whose example in steps/cost-anomalies.ts is "kim@example.com".',
    );
  });

  it('is named if it refuses what the owner types', async () => {
    open(flags);
    const answers = { 'cost-anomalies.address': 'No!' };
    await expect(answerAll(driverOf(terminal), { answers })).rejects.toThrow(
      /"cost-anomalies\.address".*"No!"|"No!".*"cost-anomalies\.address"/,
    );
  });
});

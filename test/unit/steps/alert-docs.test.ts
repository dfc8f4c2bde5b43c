import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { speakIn } from '../../../src/locale/language.ts';
import { say, speak } from '../../../src/text/text.ts';
import { signInAlerts, trailAlerts } from '../../../steps/alerts/alerts.ts';

const alerts = [...signInAlerts, ...trailAlerts('a-bucket')];
const documents = [
  ['en', 'docs/alerts.md'],
  ['ko', 'docs/alerts.ko.md'],
] as const;
const read = (file: string) => readFileSync(file, 'utf8');

const headings = (text: string, level: '##' | '###') =>
  [...text.matchAll(new RegExp(`^${level} (.+)$`, 'gm'))].map(([, heading = '']) => heading);

afterEach(() => speak(undefined));

describe.each(documents)('what a mail means, in %s', (language, file) => {
  it('stands under its first line, in the order of the alerts', async () => {
    await speakIn(language);
    const titles = alerts.map(({ title }) => say(title));
    expect(headings(read(file), '###').filter((one) => titles.includes(one))).toEqual(titles);
  });

  it('is what the mail names as its document', async () => {
    await speakIn(language);
    for (const { lines } of alerts) expect(say(lines.at(-1) ?? { en: '' })).toContain(file);
  });
});

it('both documents have the same sections and the same commands', () => {
  const [english, korean] = documents.map(([, file]) => read(file)) as [string, string];
  for (const level of ['##', '###'] as const)
    expect(headings(korean, level)).toHaveLength(headings(english, level).length);
  const commands = (text: string) =>
    [...text.matchAll(/^ *(?:aws|rootlock) .*$/gm)].map(([line]) => line.split('#')[0]?.trim());
  expect(commands(korean)).toEqual(commands(english));
});

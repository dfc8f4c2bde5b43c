import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { say, t } from '../src/engine/text.ts';
import { speakIn } from '../src/language.ts';
import { steps } from '../steps/index.ts';

const PLACE = /(?<=<!-- steps: [^>]*-->\n)[\s\S]*?(?=<!-- \/steps -->)/;

/** One row for each step, in the order of the walk and in the language that is spoken. */
function table(head: string): string {
  const rows = steps.map(({ id, title, why, cost, optional }) => {
    const name = optional ? t('{title} (optional)', { title }) : title;
    return `| ${say(name)} | \`${id}\` | ${say(why)} | ${cost ? say(cost) : ''} |`;
  });
  return [head, '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

const english = table('| Step | Id | Why | Cost |');
await speakIn('ko');
const korean = table('| 단계 | ID | 이유 | 비용 |');

it.each([
  ['README.md', english],
  ['README.ko.md', korean],
])('the table of steps in %s is current: "npm run readme" makes it so', (file, current) => {
  if (process.env.UPDATE_README) {
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(PLACE, () => current),
    );
  }
  const [written] = PLACE.exec(readFileSync(file, 'utf8')) ?? [];
  expect(written).toBe(current);
});

it('the README has the same sections and commands in both languages', () => {
  const outline = (file: string) =>
    readFileSync(file, 'utf8').match(/^(#+ |```.*|(rootlock|npm)\b.*?(?= {2}|$))/gm);
  expect(outline('README.ko.md')).toEqual(outline('README.md'));
});

it('each file and command that the documents name is there', () => {
  const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);
  const documents = ['README.md', 'README.ko.md', 'CONTRIBUTING.md', 'docs/dependencies.md'];
  for (const file of documents) {
    const text = readFileSync(file, 'utf8');
    for (const [, link = ''] of text.matchAll(/\]\((?!https:)([^)]+)\)/g)) {
      expect(readFileSync(link, 'utf8')).not.toBe('');
    }
    for (const [, script = ''] of text.matchAll(/npm run ([\w:-]+)/g)) {
      expect(scripts).toContain(script);
    }
  }
});

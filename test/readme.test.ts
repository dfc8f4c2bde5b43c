import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { say } from '../src/engine/text.ts';
import { steps } from '../steps/index.ts';

const README = 'README.md';
const PLACE = /(?<=<!-- steps: [^>]*-->\n)[\s\S]*?(?=<!-- \/steps -->)/;

/** One row for each step, in the order of the walk. */
function table(): string {
  const rows = steps.map(({ id, title, why, cost, optional }) => {
    const name = `${say(title)}${optional ? ' (optional)' : ''}`;
    return `| ${name} | \`${id}\` | ${say(why)} | ${cost ? say(cost) : ''} |`;
  });
  return ['| Step | Id | Why | Cost |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

it('the table of steps in the README is current: "npm run readme" makes it so', () => {
  if (process.env.UPDATE_README) {
    writeFileSync(
      README,
      readFileSync(README, 'utf8').replace(PLACE, () => table()),
    );
  }
  const [written] = PLACE.exec(readFileSync(README, 'utf8')) ?? [];
  expect(written).toBe(table());
});

it('each file and command that the documents name is there', () => {
  const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);
  for (const file of [README, 'CONTRIBUTING.md']) {
    const text = readFileSync(file, 'utf8');
    for (const [, link = ''] of text.matchAll(/\]\((?!https:)([^)]+)\)/g)) {
      expect(readFileSync(link, 'utf8')).not.toBe('');
    }
    for (const [, script = ''] of text.matchAll(/npm run ([\w:-]+)/g)) {
      expect(scripts).toContain(script);
    }
  }
});

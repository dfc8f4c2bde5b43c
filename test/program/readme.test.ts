import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { costWords, titleWithLevel } from '../../src/hosts/sentences.ts';
import { toldTogether } from '../../src/hosts/told-together.ts';
import { speakIn } from '../../src/locale/language.ts';
import { say, speak } from '../../src/text/text.ts';
import { chapters, steps } from '../../steps/index.ts';
import { newAccount } from '../support/accounts/new-account.ts';
import { runSteps } from '../support/accounts/run-steps.ts';

const LANGUAGES = [
  {
    language: 'en',
    file: 'README.md',
    undo: 'docs/undo.md',
    heads: { steps: 'Step | Id | Why | Cost', undo: 'Step | Change | To undo' },
  },
  {
    language: 'ko',
    file: 'docs/README.ko.md',
    undo: 'docs/undo.ko.md',
    heads: { steps: '단계 | ID | 이유 | 비용', undo: '단계 | 변경 | 되돌리는 방법' },
  },
] as const;

function table(head: string, rows: string[]): string {
  const rule = head.replace(/[^|]+/g, ' --- ').trim();
  return [head, rule, ...rows].map((row) => `| ${row} |\n`).join('');
}

/** One row for each chapter and each of its steps, in order. */
const stepRows = (): string[] =>
  chapters.flatMap(({ id, title, steps }) => [
    `**${say(title)}** | \`${id}\` | | `,
    ...steps.map(({ id, title, why, cost, level = 'essential' }) => {
      const name = titleWithLevel({ title, level });
      return `${say(name)} | \`${id}\` | ${say(why)} | ${cost ? say(costWords(cost)) : ''}`;
    }),
  ]);

/** One row for each change to a fresh account that can be undone, those that belong together as one. Its links lead to AWS, unlike those in practice. */
async function undoRows(): Promise<string[]> {
  const { rows } = await runSteps(newAccount(), steps, { observeOnly: true, isReal: true });
  return rows.flatMap(({ title, changes }) =>
    toldTogether(changes).flatMap(({ change }) => {
      if (!change.undo) return [];
      const undo = say(change.undo);
      const url = 'url' in change ? change.url : undefined;
      return [`${say(title)} | ${say(change.summary)} | ${url ? `[${undo}](${url})` : undo}`];
    }),
  );
}

function expectCurrent(file: string, name: string, current: string): void {
  const place = new RegExp(`(?<=<!-- ${name}: [^>]*-->\\n)[\\s\\S]*?(?=<!-- /${name} -->)`);
  if (process.env.UPDATE_README) {
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(place, () => current),
    );
  }
  const [written] = place.exec(readFileSync(file, 'utf8')) ?? [];
  expect(written).toBe(current);
}

describe.each(LANGUAGES)(
  'the tables of $file and $undo are current; "npm run readme" updates them',
  ({ language, file, undo, heads }) => {
    afterEach(() => speak(undefined));

    it('for the changes', async () => {
      await speakIn(language);
      expectCurrent(file, 'steps', table(heads.steps, stepRows()));
    });

    it('for undoing them', async () => {
      await speakIn(language);
      expectCurrent(undo, 'undo', table(heads.undo, await undoRows()));
    });
  },
);

it('the README has the same sections, commands and tests in both languages', () => {
  const outline = (file: string) =>
    readFileSync(file, 'utf8').match(
      /^(#+ |```.*|(rootlock|npm)\b.*?(?= {2}|$))|`(node|npx|test\/|rootlock ).*?`/gm,
    );
  expect(outline('docs/README.ko.md')).toEqual(outline('README.md'));
});

const PICTURE = /!\[([^\]]*)\]\(([^)]*pictures\/[^)]+)\)/g;

it('each picture is in the README of its language, with its title as alternative text', () => {
  const shown = LANGUAGES.flatMap(({ file, language }) =>
    [...readFileSync(file, 'utf8').matchAll(PICTURE)].map(([, words, link = '']) => {
      const picture = join(dirname(file), link);
      expect(picture).toMatch(new RegExp(`\\.${language}\\.svg$`));
      expect(readFileSync(picture, 'utf8')).toContain(`<title>${words}</title>`);
      return picture;
    }),
  );
  const all = readdirSync('docs/pictures').map((name) => `docs/pictures/${name}`);
  expect(shown.sort()).toEqual(all.sort());
});

/** The address of a heading within its page, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

it('each file, section, command and version that the documents name exists', () => {
  const { scripts, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const docs = readdirSync('docs').filter((name) => name.endsWith('.md'));
  const documents = ['README.md', 'CONTRIBUTING.md', ...docs.map((name) => `docs/${name}`)];
  for (const file of documents) {
    const text = readFileSync(file, 'utf8');
    for (const [, link = ''] of text.matchAll(/\]\((?!https:|#)([^)]+)\)/g)) {
      expect(readFileSync(join(dirname(file), link), 'utf8')).not.toBe('');
    }
    const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
    for (const [, anchor = ''] of text.matchAll(/\]\(#([^)]+)\)/g)) {
      expect(anchors, file).toContain(anchor);
    }
    for (const [, test = ''] of text.matchAll(/`(test\/[a-z/-]+\.test\.ts)`/g)) {
      expect(readFileSync(test, 'utf8')).not.toBe('');
    }
    for (const [, script = ''] of text.matchAll(/npm run ([\w:-]+)/g)) {
      expect(Object.keys(scripts)).toContain(script);
    }
    for (const [, named] of text.matchAll(/rootlock-(\d[\d.]*)\.tgz/g)) {
      expect(named).toBe(version);
    }
  }
});

/** Commands that fetch `rootlock` from a registry. Whoever has that name there would get a root session. */
const FETCHES =
  /\b(npx|bunx|npm (i|install|add|exec|x|init|create)|(pnpm|yarn) (dlx|add)|bun (x|add))( -\S+?)*[ =]["']?rootlock(?![-\w.*]*\.tgz)/;

it('no document and no sentence has Rootlock fetched from a registry, since it is in none', () => {
  for (const wrong of ['npx rootlock', 'npx --yes rootlock@latest status', 'npm i -g rootlock']) {
    expect(wrong).toMatch(FETCHES);
  }
  const folders = ['src', 'steps', 'docs', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  const files = [...readdirSync('.'), ...folders].filter((file) => /\.(md|ts|tsx|mjs)$/.test(file));
  expect(files).toEqual(
    expect.arrayContaining(['README.md', 'src/cli/help.ts', 'src/auth/sign-in-menu.ts']),
  );
  for (const file of files) expect(readFileSync(file, 'utf8'), file).not.toMatch(FETCHES);
});

import markdownit from 'markdown-it';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { ControlId } from '../../../../src/engine/step.ts';
import type { LookedAt } from '../../../../src/reports/controls-report/answer-controls.ts';
import { withMaskedAddresses } from '../../../../src/reports/controls-report/mask-addresses.ts';
import { reportHtml } from '../../../../src/reports/controls-report/report-html.ts';
import { reportLines } from '../../../../src/reports/controls-report/report-lines.ts';
import { reportMarkdown } from '../../../../src/reports/controls-report/report-markdown.ts';
import { t } from '../../../../src/text/text.ts';
import { sampleReport } from '../../../support/reports/controls-report.ts';
import { ACCOUNT, row } from '../../../support/reports/sample-rows.ts';

const HASH = 'a'.repeat(64);

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><style>@import 'https://evil.example'</style>",
  '</pre></article></main></body><h1>All green</h1>',
  '&lt;b&gt; &#60;b&#62;',
  '![x](https://evil.example/x.png) [y](javascript:alert(1)) <https://evil.example>',
  'https://evil.example www.evil.example kim@evil.example @kim #1',
  '`code` ``` ~~~ **bold** _it_ | cell | <!-- hidden',
  '\\<img src=x> \\[y](https://evil.example) \\`a\\`',
  '\n\n# Heading\n\n- item\n\n| a |\n| - |\n',
  '\u202ekcatta\u001b[2J\u0000',
];

/** Hostile texts wherever the account or its owner can put one. */
function hostileReport() {
  const all = HOSTILE.join(' ');
  const text = t('{all}', { all });
  const one = (id: string, control: ControlId, state: Parameters<typeof row>[0]) => ({
    step: { id, title: text, controls: [control] },
    row: row(state, { status: text, message: text, fix: [text], evidence: { [all]: [all], all } }),
    looked: { reads: [{ service: 'iam', operation: 'ListUsers', times: 1, regions: [] }], at: 0 },
  });
  const looked: LookedAt = {
    steps: [
      one('a', 'root-mfa', 'secure'),
      one('b', 'trail', 'pending'),
      one('c', 'budgets', 'blocked'),
    ],
    pages: [
      {
        id: 'people',
        title: text,
        controls: ['key-age'],
        signals: HOSTILE.map((name) => ({
          id: 'key-old',
          grade: 'do' as const,
          text: t('{name}', { name }),
          row: name,
          controls: ['key-age' as const],
        })),
        looked: { reads: [], at: 0 },
      },
    ],
  };
  const arn = `arn:aws:iam::123456789012:user/${all}`;
  return sampleReport(looked, {
    ...ACCOUNT,
    alias: all,
    endpoint: all,
    identity: { ...ACCOUNT.identity, arn },
  });
}

interface Node {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(nodesOf)];

describe('the HTML', () => {
  const errors: string[] = [];
  const code = reportHtml(hostileReport(), HASH);
  const nodes = nodesOf(
    parse(code, { onParseError: ({ code: error }) => errors.push(error) }) as Node,
  );
  const named = (name: string) => nodes.filter(({ nodeName }) => nodeName === name);
  const attributes = nodes.flatMap(({ attrs = [] }) => attrs);

  it('is well-formed, with nothing in it that the account could have made', () => {
    expect(errors).toEqual([]);
    for (const name of ['script', 'img', 'iframe', 'link', 'form', 'b#comment', '#comment']) {
      expect(named(name), name).toEqual([]);
    }
    expect(named('h1')).toHaveLength(1);
    expect(named('style')).toHaveLength(1);
    expect([...new Set(attributes.map(({ name }) => name))].sort()).toEqual([
      'charset',
      'class',
      'content',
      'href',
      'http-equiv',
      'id',
      'lang',
      'name',
      'rowspan',
      'scope',
    ]);
    expect(
      named('article').map(({ attrs }) => attrs?.find(({ name }) => name === 'id')?.value),
    ).toEqual([...new Set(hostileReport().controls.map(({ id }) => id))].sort(bySection));
  });

  it('loads nothing, leads nowhere else, and forbids both', () => {
    expect(
      attributes.filter(({ name, value }) => name === 'href' && !/^#[\w-]+$/.test(value)),
    ).toEqual([]);
    const style = named('style')
      .flatMap(nodesOf)
      .map(({ value = '' }) => value)
      .join('');
    expect(style).not.toMatch(/url\(|@import|https?:/);
    expect(attributes.map(({ value }) => value)).toContain(
      "default-src 'none'; style-src 'unsafe-inline'",
    );
  });

  it('says every text as it is, without what commands a screen or reorders it', () => {
    const words = named('#text')
      .map(({ value = '' }) => value)
      .join(' ');
    expect(words).toContain('<script>alert(1)</script>');
    expect(words).toContain('&lt;b&gt;');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    expect(code).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it('names the hash of its JSON', () => {
    expect(code).toContain(HASH);
  });
});

/** The ids in the order of the page: by section. */
const bySection = (a: string, b: string): number => order(a) - order(b);
const order = (id: string): number => {
  const controls = hostileReport().controls;
  const sections = ['root', 'people', 'records', 'defaults', 'money'];
  const at = controls.findIndex((one) => one.id === id);
  return sections.indexOf(controls[at]?.section ?? '') * 100 + at;
};

describe('the Markdown', () => {
  const code = reportMarkdown(hostileReport(), HASH);
  // As GitHub reads it: with links of bare addresses, and HTML.
  const tokens = markdownit({ html: true, linkify: true })
    .parse(code, {})
    .flatMap((token) => [token, ...(token.children ?? [])]);
  const ofType = (pattern: RegExp) => tokens.filter(({ type }) => pattern.test(type));

  it('has no HTML, link, picture or fence that the account could have made', () => {
    expect(ofType(/html|link|image|fence|^hr$|blockquote/).map(({ content }) => content)).toEqual(
      [],
    );
  });

  it('has the headings and tables of any other report', () => {
    const empty = markdownit().parse(
      reportMarkdown(sampleReport({ steps: [], pages: [] }), HASH),
      {},
    );
    for (const type of ['heading_open', 'table_open', 'tr_open', 'td_open']) {
      expect(ofType(new RegExp(`^${type}$`)).length, type).toBe(
        empty.filter((token) => token.type === type).length,
      );
    }
  });

  it('says every text as it is', () => {
    const words = tokens.map(({ content }) => content).join(' ');
    for (const text of [
      '<script>alert(1)</script>',
      '`code` ``` ~~~ **bold** _it_ | cell |',
      '\\<img src=x>',
      'www.evil.example',
    ]) {
      expect(words).toContain(text);
    }
  });
});

it('a sentence that names a thousand users is cut in what people read', () => {
  const names = Array.from({ length: 1000 }, (_, n) => `person-${n}`).join(', ');
  const status = t('without MFA: {names}', { names });
  const step = { id: 'a', title: t('MFA'), controls: ['everyones-mfa' as const] };
  const report = sampleReport({
    steps: [{ step, row: row('pending', { status, message: status }) }],
    pages: [],
  });
  expect(report.controls.find(({ id }) => id === 'everyones-mfa')?.value).toContain('person-999');
  const forms = [
    reportHtml(report, HASH),
    reportMarkdown(report, HASH),
    reportLines(report, '').join('\n'),
  ];
  for (const form of forms) {
    expect(form).toContain('person-1,');
    expect(form).not.toContain('person-99,');
  }
});

describe('masking', () => {
  it('leaves of an address what its owner recognises, wherever it stands', () => {
    const seen = {
      arn: 'arn:aws:sts::123456789012:assumed-role/Admin/kim.lee@example.com',
      texts: ['mails go to <kim@example.com>, and to lee+aws@example.co.kr.'],
      none: [1, null, true, 'no address: a @ b'],
    };
    expect(withMaskedAddresses(seen)).toEqual({
      arn: 'arn:aws:sts::123456789012:assumed-role/Admin/k…@example.com',
      texts: ['mails go to <k…@example.com>, and to l…@example.co.kr.'],
      none: seen.none,
    });
  });
});

describe('the summary for a terminal', () => {
  it('counts each answer, and does nothing to the terminal', () => {
    const lines = reportLines(hostileReport(), 'Account 1234.', 80);
    expect(lines.slice(0, 3)).toEqual(['Account 1234.', 'Looked at 2026-11-30 00:10 UTC.', '']);
    expect(lines).toEqual(expect.arrayContaining(['Shown by AWS: 1', 'Not done: 2']));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u202e]/);
  });
});

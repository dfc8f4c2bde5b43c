import { afterEach, describe, expect, it } from 'vitest';
import { inKorean, particle } from '../../../src/locale/ko.ts';
import { say, speak } from '../../../src/text/text.ts';
import { forwardPattern, signInAlerts, trailAlerts } from '../../../steps/alerts/alerts.ts';
import { transformerOf } from '../../../steps/alerts/mail.ts';

const alerts = [...signInAlerts, ...trailAlerts('rootlock-trail-123456789012')];
const languages = [
  ['English', undefined],
  ['Korean', { translation: inKorean, ending: particle }],
] as const;

afterEach(() => speak(undefined));

describe.each(languages)('a mail in %s', (_, language) => {
  const mails = () => {
    speak(language);
    return alerts.map((alert) => ({ ...alert, ...transformerOf(alert.lines) }));
  };

  it('is one quoted string on each line, as EventBridge asks', () => {
    for (const { InputTemplate, lines, id } of mails()) {
      const quoted = InputTemplate.split('\n');
      expect(quoted, id).toHaveLength(lines.length);
      for (const line of quoted) expect(line, id).toMatch(/^"[^"\\]+"$/);
    }
  });

  it('fits into a template, of 8192 bytes', () => {
    for (const { InputTemplate, id } of mails())
      expect(Buffer.byteLength(InputTemplate), id).toBeLessThan(8192);
  });

  it('has a path for each field that it says, and no other', () => {
    for (const { InputTemplate, InputPathsMap, id } of mails()) {
      const said = [...InputTemplate.matchAll(/<([^<>]*)>/g)].map(([, name = '']) => name);
      expect(Object.keys(InputPathsMap).sort(), id).toEqual([...new Set(said)].sort());
    }
  });

  it('says no field whose letters a stranger chooses', () => {
    const paths = mails().flatMap(({ InputPathsMap }) => Object.values(InputPathsMap));
    const strangers = paths.filter((path) =>
      /userAgent|error|Arn|arn|path|policy|tags|description|\$\.detail$|requestParameters$/i.test(
        path,
      ),
    );
    expect(strangers).toEqual([]);
  });

  it('begins with what has happened, and ends with where to read on', () => {
    for (const { InputTemplate, title, id } of mails()) {
      const lines = InputTemplate.split('\n');
      expect(lines[0], id).toBe(`"${say(title)}"`);
      expect(lines.at(-1), id).toContain(language ? 'docs/alerts.ko.md' : 'docs/alerts.md');
      expect(lines.at(-1), id).toContain(say(title));
    }
  });
});

describe('the alerts', () => {
  it('have ids of their own, which fit into the name of a rule', () => {
    const ids = alerts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z-]{1,40}$/);
  });

  it('have patterns that EventBridge takes, of 4096 bytes at most', () => {
    const everywhere = signInAlerts.filter(({ arrives }) => arrives === 'everywhere');
    const patterns = [...alerts.map(({ pattern }) => pattern), forwardPattern(everywhere)];
    for (const pattern of patterns) expect(JSON.stringify(pattern).length).toBeLessThan(4096);
  });
});

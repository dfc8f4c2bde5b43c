import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { Secret } from '/work/wt/fill/src/engine/secret.ts';
import { authenticatorLabel } from '/work/wt/fill/steps/iam/authenticator-label.ts';
import { enrolling, SEED } from '/work/wt/fill/test/support/tui/enrolling.ts';
import { DARK, LIGHT, SOLARIZED } from '/work/wt/fill/test/support/tui/scan-qr.ts';
it('dumps', { timeout: 600000 }, async () => {
  const list: string[] = [];
  for (let n = 1; n <= 64; n++) {
    for (const [what, label] of [['name', authenticatorLabel('n'.repeat(n), 'acme')], ['raw', 'n'.repeat(n)]] as const) {
      const s = await enrolling({ columns: 80, rows: 24 }, { label });
      await s.settled();
      const cells: string[] = [];
      for (let y = 0; y < 24; y++) for (let x = 0; x < 80; x++) {
        const c = s.cells().getLine(y)?.getCell(x);
        cells.push(JSON.stringify([c?.getChars() ?? '', c?.isFgPalette() ? c.getFgColor() : -1, c?.isBgPalette() ? c.getBgColor() : -1]));
      }
      writeFileSync(`/tmp/fill/qr/${what}-${n}.json`, `[${cells.join()}]`);
      list.push(`${what}-${n}\t${label}\totpauth://totp/${encodeURI(label)}?secret=${SEED}`);
      await s.close();
    }
  }
  writeFileSync('/tmp/fill/qr/list.tsv', list.join('\n'));
});

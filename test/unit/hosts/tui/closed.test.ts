import { expect, it, vi } from 'vitest';
import { looked } from '../../../support/tui/asking.ts';
import { rows } from '../../../support/tui/sample-account.ts';

it('a closed screen stays closed if an event comes late', async () => {
  const { tui, close } = looked();
  await close();
  vi.useFakeTimers();
  try {
    tui.emit({ type: 'rows', rows });
    await vi.advanceTimersByTimeAsync(1);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

import { printReceipt } from '../../reports/receipt.ts';
import { stateFolder } from '../../state/folder.ts';
import { readReceipt } from '../../state/receipt-file.ts';
import { document } from '../../text/text.ts';
import type { Run } from './index.ts';

/** Prints every write that the last run sent. */
export const run: Run = async ({ practice, json }, terminal) => {
  const lines = readReceipt(stateFolder(), practice !== undefined);
  terminal.print(json ? document(lines) : printReceipt(lines));
  return 0;
};

import { printReceipt } from '../../reports/receipt.ts';
import { stateFolder } from '../../state/folder.ts';
import { readReceipts } from '../../state/receipt-file.ts';
import { document } from '../../text/text.ts';
import type { Run } from './index.ts';

/** Prints every write that was sent from this computer, account by account. */
export const run: Run = async ({ practice, json }, terminal) => {
  const lines = readReceipts(stateFolder(), practice !== undefined);
  terminal.print(json ? document(lines) : printReceipt(lines));
  return 0;
};

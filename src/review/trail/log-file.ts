import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Text, t } from '../../text/text.ts';
import { NoJson, RecordSplitter } from './split-records.ts';

/** So much of one file is read, unzipped. CloudTrail's own files are kilobytes; anybody may put another one there. */
export const MOST_BYTES = 20_000_000;

/** How the reading of a file ended. `fault`: why it ended too soon, or shows nothing. */
export interface FileEnd {
  events: number;
  /** Unzipped. */
  bytes: number;
  fault?: Text;
}

/** Gives each event of a log file while the file comes in. A damaged one gives those before the damage. */
export async function readLogFile(
  body: Readable,
  take: (record: unknown) => void,
): Promise<FileEnd> {
  const end: FileEnd = { events: 0, bytes: 0 };
  let damage: Text | undefined;
  const splitter = new RecordSplitter();
  const decoder = new TextDecoder();
  const unzipped = createGunzip();
  pipeline(body, unzipped, () => undefined);
  try {
    for await (const chunk of unzipped as AsyncIterable<Uint8Array>) {
      end.bytes += chunk.length;
      for (const text of splitter.push(decoder.decode(chunk, { stream: true }))) {
        take(JSON.parse(text));
        end.events++;
      }
      if (end.bytes > MOST_BYTES) break;
    }
  } catch (error) {
    damage = faultOf(error, end.bytes);
  }
  if (damage) return { ...end, fault: damage };
  if (end.bytes > MOST_BYTES) {
    const most = MOST_BYTES / 1_000_000;
    return { ...end, fault: t('only its first {most} MB are read', { most }) };
  }
  if (!splitter.isEnded) return { ...end, fault: t('it is damaged: it ends in the middle') };
  return end.events > 0 ? end : { ...end, fault: t('it holds no events of CloudTrail') };
}

/** Codes of zlib, else the connection has ended. */
function faultOf(error: unknown, bytes: number): Text {
  if (error instanceof SyntaxError || error instanceof NoJson) {
    return t('it is damaged: this is no JSON');
  }
  // A bug of ours.
  if (error instanceof TypeError || error instanceof RangeError) throw error;
  const code = String((error as { code?: unknown })?.code);
  if (code === 'Z_DATA_ERROR' && bytes === 0) return t('it is damaged: it is no gzip file');
  if (code === 'Z_BUF_ERROR') return t('it is damaged: it ends in the middle');
  if (code.startsWith('Z_')) return t('it is damaged: it cannot be unzipped');
  return t('the connection ended in the middle of it');
}

import { afterAll, beforeAll, expect, it } from 'vitest';
import { speakIn } from '../../../src/locale/language.ts';
import { say, speak } from '../../../src/text/text.ts';
import { hardeningChanges } from '../../../steps/trail/bucket-hardening.ts';

beforeAll(() => speakIn('ko'));
afterAll(() => speak(undefined));

it('places in the S3 console are in Korean, their tabs too', () => {
  const calls = hardeningChanges(
    { name: 'logs', region: 'us-east-1', kind: 'existing', settings: null, lifecycle: null },
    {
      delivery: {
        partition: 'aws',
        account: '111122223333',
        trail: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/t',
        prefix: '',
      },
      days: 365,
    },
  );
  const places = calls.map(({ undo }) => (undo ? say(undo) : ''));
  expect([...new Set(places)]).toEqual([
    'S3 콘솔 > logs > 권한',
    'S3 콘솔 > logs > 속성(Properties)',
    'S3 콘솔 > logs > 관리(Management). 그때까지 삭제된 파일은 되돌릴 수 없습니다.',
  ]);
});

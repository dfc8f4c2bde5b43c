import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/engine/secret.ts';
import { t } from '../../../src/text/text.ts';
import { converse } from '../../support/hosts/conversation.ts';
import { codes } from '../../support/hosts/samples.ts';

const sixDigits = ([first, second]: [string, string]) =>
  [first, ...(second ? [second] : [])].every((code) => /^\d{6}$/.test(code))
    ? undefined
    : t('Enter 6 digits.');

describe('two codes in sentences', () => {
  it('the key stands as text in groups of four, with the name it will have', async () => {
    const { host, replies, hears } = converse();
    const answer = host.ask('a.codes', { ...codes, seed: new Secret('ABCDEFGHIJ') });
    await hears('add an account with a setup key, time-based.\nName: AWS:jun@acme\nKey, without');
    await hears(
      'the spaces:\nABCD EFGH IJ\nRootlock cannot clear it from this screen: clear the screen',
    );
    await replies('Type the code', '123 456');
    await replies('Now type the next code.', '234567');
    expect(await answer).toEqual(['123456', '234567']);
  });

  it('a device without a key of ours has none to show', async () => {
    const { host, replies, said } = converse();
    const answer = host.ask('a.codes', codes);
    await replies('Type the code', '123456');
    await replies('Now type the next code.', '234567');
    await answer;
    expect(said()).toContain('Device: AWS:jun@acme\n');
    expect(said()).not.toContain('key');
    expect(said()).not.toContain('practice');
  });

  it('says in practice how to have it done', async () => {
    const { host, replies, hears } = converse();
    const simulate = async (): Promise<[string, string]> => ['123456', '234567'];
    const answer = host.ask('a.codes', { ...codes, simulate });
    await hears('Practice: type :practice and it is done.');
    await replies('Type the code', '123456');
    await replies('Now type the next code.', '234567');
    expect(await answer).toEqual(['123456', '234567']);
  });

  it('says how long the next code takes', async () => {
    const { host, replies, hears } = converse();
    const answer = host.ask('a.codes', codes);
    await replies('Type the code', '123456');
    await hears('A new code comes in 13 s.');
    await replies('', '234567');
    await answer;
  });

  it('a first code that is refused is asked for again before any second', async () => {
    const { host, replies } = converse();
    const answer = host.ask('a.codes', { ...codes, validate: sixDigits });
    await replies('Type the code', '12345');
    await replies('Enter 6 digits.', '123456');
    await replies('Now type the next code.', '234567');
    expect(await answer).toEqual(['123456', '234567']);
  });

  it('what is odd about a code that is right is said before the second', async () => {
    const { host, replies, hears } = converse();
    const remark = ([first, second]: [string, string]) =>
      first === '123456' && second === '' ? t('The clock of this phone is ahead.') : undefined;
    const answer = host.ask('a.codes', { ...codes, remark });
    await replies('Type the code', '123456');
    await hears('The clock of this phone is ahead.\nNow type the next code.');
    await replies('', '234567');
    expect(await answer).toEqual(['123456', '234567']);
  });

  it('a second code that is refused is asked for again alone', async () => {
    const check = ([first, second]: [string, string]) =>
      first === second ? t('That is the same code again.') : undefined;
    const { host, replies } = converse();
    const answer = host.ask('a.codes', { ...codes, validate: check });
    await replies('Type the code', '123456');
    await replies('Now type the next code.', '123456');
    await replies('That is the same code again.', '234567');
    expect(await answer).toEqual(['123456', '234567']);
  });

  it('both are asked for again where the first has become too old meanwhile', async () => {
    let old = false;
    const check = ([first, second]: [string, string]) => {
      old ||= second !== '';
      const isAsked = second === '' || second === '345678';
      return old && first === '123456' && isAsked ? t('The first is too old.') : undefined;
    };
    const { host, replies } = converse();
    const answer = host.ask('a.codes', { ...codes, validate: check });
    await replies('Type the code', '123456');
    await replies('Now type the next code.', '345678');
    await replies('Type the code', '456789');
    await replies('Now type the next code.', '567890');
    expect(await answer).toEqual(['456789', '567890']);
  });

  it('Enter alone starts again with the first', async () => {
    const { host, replies } = converse();
    const answer = host.ask('a.codes', codes);
    await replies('Type the code', '123456');
    await replies('Now type the next code.', '');
    await replies('Type the code', '345678');
    await replies('Now type the next code.', '456789');
    expect(await answer).toEqual(['345678', '456789']);
  });
});

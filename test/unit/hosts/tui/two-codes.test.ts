import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CODES, type } from '../../../../src/hosts/tui/two-codes.ts';
import { t } from '../../../../src/text/text.ts';
import { enrolling } from '../../../support/tui/enrolling.ts';
import { KEY } from '../../../support/tui/screen.ts';

describe('two codes', () => {
  it('show what is odd about the first, and count as right', async () => {
    const remark = () => t('The clock of this phone is ahead.');
    const { answer, type: keys, shows } = await enrolling({}, { remark });
    keys('123456');
    await shows('The clock of this phone is ahead.');
    await shows('matches');
    keys('123457');
    keys(KEY.enter);
    expect(await answer).toEqual(['123456', '123457']);
  });

  it('are handed back with Enter, and each that is right says so', async () => {
    const { answer, type: keys, shows } = await enrolling();
    keys('123456');
    await shows(/first code +123 456 +✓ matches/);
    keys('123457');
    await shows(/next code +123 457 +✓ matches/);
    keys(KEY.enter);
    expect(await answer).toEqual(['123456', '123457']);
  });

  it('may be pasted, both at once too', async () => {
    const { answer, paste, type: keys, shows } = await enrolling();
    paste('123 456 123 457\n');
    await shows(/next code +123 457/);
    keys(KEY.enter);
    expect(await answer).toEqual(['123456', '123457']);
  });

  it('a wrong first one is said at its last digit, and the next digit begins it anew', async () => {
    const { type: keys, shows } = await enrolling();
    keys('000000');
    await shows('! That is not a code of this key.');
    keys('1');
    await shows(/first code +1__ ___/);
  });

  it('the same code again leaves room for the next one', async () => {
    const { answer, type: keys, shows } = await enrolling();
    keys('123456123456');
    await shows('! That is the same code again.');
    await shows(/first code +123 456[\s\S]*next code +___ ___/);
    keys(`123457${KEY.enter}`);
    expect(await answer).toEqual(['123456', '123457']);
  });

  it('a second that does not follow becomes the first', async () => {
    const { answer, type: keys, shows } = await enrolling();
    keys('123456200000');
    await shows('! Not one after the other.');
    await shows(/first code +200 000[\s\S]*next code +___ ___/);
    keys(`200001${KEY.enter}`);
    expect(await answer).toEqual(['200000', '200001']);
  });

  it('fewer than six digits are not handed in', async () => {
    const { type: keys, shows } = await enrolling();
    keys(`123${KEY.enter}`);
    await shows('! Enter 6 digits.');
  });

  it('that are right leave nothing to read but what Enter does', async () => {
    const { answer, type: keys, shows, text } = await enrolling();
    expect(text()).toMatch(/then type two\s+codes/);
    expect(text()).not.toMatch(/Enter .*turn MFA on/i);
    keys('123456123457');
    await shows('Enter  Turn MFA on');
    expect(text()).not.toMatch(/type two|Open your|new in/);
    keys(KEY.enter);
    expect(await answer).toEqual(['123456', '123457']);
  });

  it('are no place for letters: 12s skips nothing', async () => {
    const { answer, type: keys, shows } = await enrolling();
    keys('12s');
    await shows('! Enter 6 digits.');
    await shows(/first code +12_ ___/);
    keys(KEY.skip);
    await expect(answer).rejects.toMatchObject({ to: 'skip' });
  });

  it('are edited as every field is', async () => {
    const { type: keys, shows } = await enrolling();
    keys(`1245${KEY.left}${KEY.left}3`);
    await shows(/first code +123 45_/);
    keys(`${KEY.start}${KEY.delete}`);
    await shows(/first code +234 5__/);
    keys(`1${KEY.last}6`);
    await shows(/first code +123 456 +✓ matches/);
    keys(`12${KEY.eraseLine}`);
    await shows(/next code +___ ___/);
    keys(`${KEY.backTab}${KEY.eraseLine}`);
    await shows(/first code +___ ___/);
  });

  it('a refused first code keeps its reason at Enter', async () => {
    const { type: keys, shows } = await enrolling();
    keys(`000000${KEY.enter}t`);
    await shows(/ABCD EFGH[\s\S]*! That is not a code of this key\./);
  });

  it('the time to the next code runs with the clock of AWS', async () => {
    let now = 1_800_000_013_000;
    const { shows } = await enrolling({}, { clock: () => now });
    await shows('new in 17 s');
    now += 5000;
    await shows('new in 12 s');
  });

  it('the practice phone is a key away', async () => {
    const pretend = async (): Promise<[string, string]> => ['111111', '111112'];
    const { answer, type: keys } = await enrolling({}, { simulate: pretend });
    keys('p');
    expect(await answer).toEqual(['111111', '111112']);
  });

  it('any keys give two codes of at most six digits, and a second only behind a full first', () => {
    const presses = fc.array(
      fc.oneof(
        fc.constantFrom('1', '2', '123456', 'x').map((text) => ({ text })),
        fc.constantFrom('up', 'down', 'backspace').map((key) => ({ key: key as 'up' })),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(presses, (all) => {
        const start = NO_CODES;
        const { codes } = all.reduce(
          (state, press) => type(state, press, () => true) ?? state,
          start,
        );
        for (const code of codes) expect(code).toMatch(/^\d{0,6}$/);
      }),
    );
  });
});

import type { Translations } from '../translations.ts';

/** Passwords and access keys that are not used, or that are old. */
export const stepsOldCredentials: Translations = {
  'Old credentials': '오래된 자격 증명',
  'Nobody misses a password or a key that is not used, but whoever finds it can use it. A key that works for years has been in many places.':
    '쓰지 않는 암호나 키는 없어도 아무도 불편하지 않지만, 손에 넣은 사람은 쓸 수 있습니다. 몇 년씩 쓴 키는 여러 곳에 남아 있습니다.',
  'unused for {days} days: {names}': '{days}일 동안 쓰지 않음: {names}',
  'keys older than {days} days: {names}': '{days}일이 넘은 키: {names}',
  'no unused password or key': '쓰지 않는 암호나 키 없음',
  '{status}. Look yourself whether these are used: {names}':
    '{status}. 쓰이는지 직접 확인할 것: {names}',
  'Which of these should go first? Each is asked about by itself.':
    '어느 것부터 없앨까요? 하나씩 따로 묻습니다.',
  '{what}, {since}': '{what}, {since}',
  'After how many days is an access key to be renewed?': '액세스 키를 며칠마다 교체할까요?',
  'never used since {day}': '{day} 이후 사용한 적 없음',
  'the password of {user}': '{user} 사용자의 암호',
  'the access key {id} of {user}': '{user} 사용자의 액세스 키 {id}',
  'Remove the unused password of {user}': '{user} 사용자의 쓰지 않는 암호 제거',
  'Deactivate the unused access key {id} of {user}':
    '{user} 사용자의 쓰지 않는 액세스 키 {id} 비활성화',
  'Renew the access keys older than {days} days: {names}':
    '{days}일이 넘은 액세스 키 교체: {names}',
  'One after the other, in another terminal or after this run:':
    '하나씩, 다른 터미널에서 하거나 이 실행이 끝난 뒤에 합니다:',
  'For {name}: {command}': '{name} 사용자: {command}',
  'It makes the new key, proves it, and switches the old one off once nothing uses it. People need no key: {command}':
    '새 키를 만들어 작동을 확인하고, 아무 프로그램도 예전 키를 쓰지 않게 되면 비활성화합니다. 사람에게는 키가 필요 없습니다: {command}',
  'This takes days or weeks. Carry on; Rootlock looks again at each run.':
    '며칠에서 몇 주가 걸립니다. 계속 진행하면 Rootlock이 실행될 때마다 다시 확인합니다.',
};

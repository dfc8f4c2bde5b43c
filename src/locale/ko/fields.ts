import type { Translations } from '../translations.ts';

/** Questions of the screen that the owner types into: codes, passwords, numbers, text, and the QR code. */
export const fields: Translations = {
  'first code': '첫 코드',
  'next code': '다음 코드',
  matches: '맞음',
  'new in {n} s': '새 코드까지 {n}초',
  'QR code': 'QR 코드',
  'type the key instead': '키를 직접 입력',
  'turn MFA on': 'MFA 켜기',
  size: '크기',
  invert: '색 반전',
  'run it': '실행',

  'Type this key into your app by hand, without the spaces, as {label}.':
    '인증 앱에 이 키를 공백 없이 {label} 이름으로 직접 입력하십시오.',
  'Keep a copy in your password manager if you want to add a second phone later.':
    '나중에 휴대폰을 하나 더 추가하려면 이 키를 암호 관리 앱에도 보관하십시오.',
  'This terminal cannot draw a QR code. Type this key into your app, as {label}:':
    '이 터미널은 QR 코드를 그릴 수 없습니다. 인증 앱에 이 키를 {label} 이름으로 입력하십시오.',
  'Too small here for the QR code. Type this key into your app, as {label}.':
    '화면이 작아 QR 코드를 보여 줄 수 없습니다. 인증 앱에 이 키를 {label} 이름으로 입력하십시오.',
  '1 Open your authenticator app.': '1 인증 앱을 여십시오.',
  '2 Scan this. It shows as {label}': '2 QR 코드를 스캔하십시오. 앱에 표시되는 이름: {label}',
  'The QR code needs a terminal of {columns} columns and {rows} lines.':
    'QR 코드를 보려면 터미널이 가로 {columns}칸, 세로 {rows}줄이어야 합니다.',
  'A larger one needs a terminal of {columns} columns and {rows} lines.':
    '더 크게 보려면 터미널이 가로 {columns}칸, 세로 {rows}줄이어야 합니다.',

  'Enter to accept, or type another': 'Enter: 이 값 사용, 또는 새로 입력',
  '{min} to {max}': '{min}부터 {max}까지',
  'what you type is not shown': '입력하는 글자는 보이지 않음',

  'Saved. Set this password': '저장했습니다. 이 암호로 설정',
  'Make another one': '다른 암호 만들기',
  'Type one of my own': '직접 정해서 입력',
  "Save it in your password manager now. It won't be shown again.":
    '지금 암호 관리 앱에 저장하십시오. 이 암호는 여기서만 보이고 다시 볼 수 없습니다.',
  'Save the password first, then press k.': '먼저 암호를 저장한 뒤 k를 누르십시오.',
  'saved, set it': '저장함',
  another: '다른 암호',
  'your own': '직접 입력',
  password: '암호',
  'once more': '한 번 더',
  'The two are not the same.': '두 암호가 서로 다릅니다.',
};

import type { Translations } from '../translations.ts';

/** The administrator's MFA: enrolling devices, and their codes. */
export const stepsMfa: Translations = {
  'Administrator MFA': '관리자 MFA',
  'With MFA, nobody gets in with a leaked password alone.':
    'MFA를 켜면 암호가 새어 나가도 그 암호만으로는 아무도 들어올 수 없습니다.',
  'off for {names}': '꺼짐({names})',
  'no administrator signs in with a password': '암호로 로그인하는 관리자 없음',
  'on for {names}': '켜짐({names})',
  'Which MFA device will you use?': '어떤 MFA 디바이스를 쓸까요?',
  'an authenticator app on a phone': '휴대폰의 인증 앱',
  'a hardware TOTP token with a serial number': '일련번호가 있는 하드웨어 TOTP 토큰',
  'Name it, choose the passkey or security key, and follow the page.':
    '이름을 정하고 패스키 또는 보안 키를 고른 뒤 화면의 안내를 따르십시오.',
  'a passkey or security key, in the AWS console': '패스키 또는 보안 키(AWS 콘솔에서 등록)',
  'Serial number? It is on the back of the token.':
    '일련번호를 입력하십시오. 토큰 뒷면에 있습니다.',
  'Enter at least 9 letters and digits.': '영문자와 숫자를 9자 이상 입력하십시오.',
  '{name} could become an administrator with: {because}':
    '{name} 사용자는 다음 권한으로 스스로 관리자가 될 수 있습니다: {because}',
  '{name} might be able to become an administrator, depending on: {because}':
    '{name} 사용자는 다음에 따라 스스로 관리자가 될 수도 있습니다: {because}',
  'Set up one more authenticator app for {owner}': '{owner} 사용자의 인증 앱 하나 더 등록',
  'Turn on MFA for {name}': '{name} 사용자의 MFA 켜기',
  'IAM console > Users > {name} > Security credentials > Remove':
    'IAM 콘솔 > 사용자 > {name} > 보안 자격 증명 > 제거',
  'Let {name} follow the page, with the device at hand.':
    '{name} 사용자가 디바이스를 들고 화면의 안내를 따르게 합니다.',

  'Set up an authenticator app for {user}': '{user} 사용자의 인증 앱 등록',
  'Delete the old entry {label} in your app: it no longer works. Then add this one.':
    '앱에서 전에 추가한 {label} 항목을 삭제하십시오. 이제 쓸 수 없는 항목입니다. 그런 다음 이 항목을 추가하십시오.',
  "Enter the app's code, wait for it to change, enter the new one.":
    '인증 앱의 코드를 입력하고, 코드가 바뀌면 새 코드도 입력하십시오.',
  'Set up a hardware TOTP token for {user}': '{user} 사용자의 하드웨어 TOTP 토큰 등록',
  'Set up the hardware TOTP token {serial} for {user}':
    '{user} 사용자의 하드웨어 TOTP 토큰 {serial} 등록',
  'Resync {serial}, if AWS refuses its codes at sign-in':
    '{serial} 재동기화(로그인할 때 코드가 거부되면)',
  'Enter a code of the device, wait for it to change, enter the new one.':
    '디바이스의 코드를 입력하고, 코드가 바뀌면 새 코드도 입력하십시오.',
  'AWS refused these two codes. Enter two new ones in a row.':
    'AWS가 두 코드를 거부했습니다. 새 코드 두 개를 이어서 입력하십시오.',
  'AWS created an MFA device for {user}, but the reply with its key got lost.':
    'AWS가 {user} 사용자의 MFA 디바이스를 만들었지만, 키가 담긴 응답이 중간에 사라졌습니다.',
  'AWS created an MFA device for {user}, but the reply with its key arrived damaged.':
    'AWS가 {user} 사용자의 MFA 디바이스를 만들었지만, 키가 담긴 응답이 손상되었습니다.',
  'Run Rootlock again: it removes that device and creates a new one.':
    'Rootlock을 다시 실행하십시오. 그 디바이스를 제거하고 새로 만듭니다.',
  '{user} has eight MFA devices, the most that AWS allows.':
    '{user} 사용자의 MFA 디바이스가 8개입니다. AWS에서는 8개까지만 등록할 수 있습니다.',
  'Remove one that you no longer use: IAM console > Users > {user} > Security credentials.':
    '쓰지 않는 디바이스를 제거하십시오: IAM 콘솔 > 사용자 > {user} > 보안 자격 증명.',

  'Enter 6 digits.': '숫자 6자리를 입력하십시오.',
  "That code doesn't match. Are you reading the entry you just added?":
    '코드가 맞지 않습니다. 방금 추가한 항목의 코드인지 확인하십시오.',
  'That is the same code. Wait {seconds} s for a new one.':
    '같은 코드입니다. {seconds}초 뒤에 나오는 새 코드를 입력하십시오.',
  'That is the same code. Wait for a new one.': '같은 코드입니다. 새 코드를 기다리십시오.',
  'These codes did not follow one another. Wait for the next code, then enter two in a row.':
    '이어서 나온 코드가 아닙니다. 다음 코드를 기다렸다가 두 개를 이어서 입력하십시오.',
  'These codes are too old by now. Enter two new ones without a pause.':
    '시간이 지난 코드입니다. 새 코드 두 개를 바로 이어서 입력하십시오.',
  '{clock} AWS accepts these codes, and expects the same difference from now on. Better set the clock to automatic first, then enter two new codes.':
    '{clock} AWS는 이 코드를 받아들이고 앞으로도 같은 차이를 기준으로 확인합니다. 먼저 시간 자동 설정을 켠 뒤 새 코드 두 개를 입력하는 것이 좋습니다.',
  'The clock of this computer is about {seconds} s behind, and so is the code.':
    '이 컴퓨터의 시계가 약 {seconds}초 느려서 코드도 늦습니다.',
  'The clock of this computer is about {seconds} s ahead, and so is the code.':
    '이 컴퓨터의 시계가 약 {seconds}초 빨라서 코드도 빠릅니다.',
  "This code is about {seconds} s old. If it is the newest, your phone's clock is behind.":
    '약 {seconds}초 지난 코드입니다. 방금 나온 코드라면 휴대폰 시계가 느린 것입니다.',
  "Your phone's clock is about {seconds} s ahead.": '휴대폰 시계가 약 {seconds}초 빠릅니다.',
  'You can add a second device only in the AWS console, signed in with the first one.':
    '두 번째 디바이스는 첫 번째 디바이스로 로그인한 AWS 콘솔에서만 등록할 수 있습니다.',
};

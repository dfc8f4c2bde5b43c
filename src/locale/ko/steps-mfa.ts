import type { Translations } from '../translations.ts';

/** The administrator's MFA: enrolling devices, and their codes. */
export const stepsMfa: Translations = {
  'Administrator MFA': '관리자 MFA',
  'With MFA, a leaked password alone opens nothing.':
    'MFA를 켜면 암호가 새어 나가도 그것만으로는 들어올 수 없습니다.',
  'off for {names}': '꺼짐: {names}',
  'no administrator signs in with a password': '암호로 로그인하는 관리자 없음',
  'on for {names}': '켜짐: {names}',
  'Which MFA device will you use?': '본인임을 무엇으로 확인할까요?',
  'an authenticator app on your phone': '휴대폰의 인증 앱',
  'a hardware token with a serial number': '일련번호가 있는 하드웨어 토큰',
  'a passkey or security key, in the AWS console': '패스키 또는 보안 키 (AWS 콘솔에서 등록)',
  'Serial number, on the back of the token?': '토큰 뒷면의 일련번호를 입력하십시오.',
  '9 letters and digits or more, please.': '영문자와 숫자를 9자 이상 입력하십시오.',
  '{name} could become an administrator, by: {because}':
    '{name} 사용자는 스스로 관리자가 될 수 있습니다. 수단: {because}',
  '{name} may be able to become an administrator. It depends on: {because}':
    '{name} 사용자는 관리자가 될 수 있을지도 모릅니다. 다음에 따라 달라집니다: {because}',
  'Enrol one more authenticator app for {owner}': '{owner} 사용자의 인증 앱 하나 더 등록',
  'Switch MFA on for {name}': '{name} 사용자의 MFA 켜기',
  'IAM console, Users, {name}, Security credentials, Remove':
    'IAM 콘솔 > 사용자 > {name} > 보안 자격 증명 > 제거',
  'Open the page below, signed in as root or as an administrator.':
    '루트 사용자나 관리자로 로그인해서 아래 페이지를 엽니다.',
  '{name} follows the page, with the device at hand.':
    '{name} 사용자가 디바이스를 준비해 화면의 안내를 따릅니다.',

  'Enrol an authenticator app for {user}': '{user} 사용자의 인증 앱 등록',
  'Delete the older entry {label} in the app: its key is gone. Then add this one.':
    '앱에서 전에 추가한 {label} 항목을 지우십시오. 그 키는 이제 쓸 수 없습니다. 그런 다음 이 항목을 추가하십시오.',
  'Add this key to your authenticator app, then type two codes, one after the other.':
    '이 키를 인증 앱에 추가한 뒤, 이어서 나오는 코드 두 개를 차례로 입력하십시오.',
  'Enrol the hardware token {serial} for {user}': '{user} 사용자의 하드웨어 토큰 {serial} 등록',
  'Set the clock of {serial} right, if its codes are refused at sign-in':
    '{serial} 재동기화 (로그인할 때 코드가 거부되면)',
  'Type two codes of the device, one after the other.':
    '디바이스에 이어서 나오는 코드 두 개를 차례로 입력하십시오.',
  'AWS refused these two codes. Two new ones, please, one after the other.':
    'AWS가 두 코드를 거부했습니다. 새로 나오는 코드 두 개를 차례로 입력하십시오.',
  'AWS made an MFA device for {user}, but the answer with its key was lost on the way.':
    'AWS가 {user} 사용자의 MFA 디바이스를 만들었지만, 키가 담긴 응답이 중간에 사라졌습니다.',
  'AWS made an MFA device for {user}, but the answer with its key arrived damaged.':
    'AWS가 {user} 사용자의 MFA 디바이스를 만들었지만, 키가 담긴 응답이 손상되었습니다.',
  'Run Rootlock again: it removes that device and makes a new one.':
    'Rootlock을 다시 실행하십시오. 그 디바이스를 삭제하고 새로 만듭니다.',
  '{user} has eight MFA devices, as many as AWS takes.':
    '{user} 사용자의 MFA 디바이스가 8개로 AWS의 한도에 이르렀습니다.',
  'Remove one that is lost: IAM console, Users, {user}, Security credentials.':
    '잃어버린 디바이스를 제거하십시오: IAM 콘솔 > 사용자 > {user} > 보안 자격 증명.',

  '6 digits, please.': '숫자 6자리를 입력하십시오.',
  'That code does not match. Are you reading the entry that you just added?':
    '이 키의 코드가 아닙니다. 방금 추가한 항목의 코드인지 확인하십시오.',
  'That is the same code again. Wait for a new one: {seconds} s.':
    '같은 코드입니다. 새 코드를 기다리십시오: {seconds}초.',
  'That is the same code again. Wait for a new one.': '같은 코드입니다. 새 코드를 기다리십시오.',
  'These two are not one after the other. Wait for the next code, then type two in a row.':
    '이어서 나온 코드가 아닙니다. 다음 코드를 기다렸다가 두 개를 이어서 입력하십시오.',
  'These codes are too old by now. Two new ones, please, without a pause.':
    '시간이 지난 코드입니다. 새 코드 두 개를 멈추지 말고 입력하십시오.',
  '{clock} AWS takes these codes and counts on the same drift later: better set it to automatic first, then type two new codes.':
    '{clock} AWS는 이 코드를 받아들이고 앞으로도 같은 차이를 기준으로 확인합니다. 먼저 시간 자동 설정을 켠 뒤 새 코드 두 개를 입력하는 것이 좋습니다.',
  'The clock of this computer is about {seconds} s behind, and the code goes by it.':
    '이 컴퓨터의 시계가 약 {seconds}초 느려서 코드도 늦습니다.',
  'The clock of this computer is about {seconds} s ahead, and the code goes by it.':
    '이 컴퓨터의 시계가 약 {seconds}초 빨라서 코드도 빠릅니다.',
  "This code is about {seconds} s old. If it is the newest, your phone's clock is behind.":
    '약 {seconds}초 지난 코드입니다. 방금 나온 코드라면 휴대폰 시계가 느린 것입니다.',
  "Your phone's clock is about {seconds} s ahead.": '휴대폰 시계가 약 {seconds}초 빠릅니다.',
  'AWS takes your second device only from the console, where you sign in with the first.':
    '두 번째 디바이스는 첫 번째 디바이스로 로그인한 AWS 콘솔에서만 등록할 수 있습니다.',
};

import type { Translations } from '../translations.ts';

/** The host that speaks in sentences: `--plain`. */
export const plain: Translations = {
  'The AWS CLI cannot do any of this.': '모두 AWS CLI로 할 수 없는 일입니다.',
  'Type :back, :skip, :quit or :help at any question. Quitting is always safe.':
    '모든 질문에 :back, :skip, :quit, :help를 입력할 수 있습니다. 언제 그만두어도 안전합니다.',

  'In your authenticator app, add an account with a setup key, time-based.':
    '인증 앱에서 계정을 추가하고, 설정 키 입력과 시간 기준을 고르십시오.',
  'Name: {label}': '이름: {label}',
  'Key, without the spaces:': '키(띄어쓰기 없이 입력):',
  'Device: {label}': '디바이스: {label}',
  'Practice: type :practice and it is done. Do not open the real page.':
    '연습: :practice를 입력하면 대신 해 줍니다. 실제 페이지는 열지 마십시오.',
  'Practice: type :practice and it is done.': '연습: :practice를 입력하면 대신 해 줍니다.',
  'A new code comes in {seconds} s.': '{seconds}초 뒤에 새 코드가 나옵니다.',
  'Type the code that you see now.': '지금 보이는 코드를 입력하십시오.',
  'Now type the next code. Press Enter alone to start over.':
    '이제 다음 코드를 입력하십시오. Enter만 누르면 처음부터 다시 합니다.',

  'Make one for me': '자동으로 만들기',
  'Type my own': '직접 정해서 입력',
  'This is the password. Save it in your password manager now. Rootlock sets it only after that.':
    '암호는 아래와 같습니다. 지금 암호 관리 앱에 저장하십시오. 저장을 확인한 뒤에 이 암호로 설정합니다.',
  'Rootlock cannot clear it from this screen: clear the screen yourself once you have saved it.':
    '이 화면에 나온 것은 Rootlock이 지울 수 없습니다. 저장한 뒤 직접 화면을 지우십시오.',
  'Type kept once it is in your password manager, or :back for another.':
    '암호 관리 앱에 저장했으면 "저장"(또는 kept)을, 다른 암호를 원하면 :back을 입력하십시오.',
  kept: '저장',
  'This terminal cannot hide what you type: clear the screen yourself afterwards.':
    '이 터미널은 입력하는 글자를 가릴 수 없습니다. 끝나면 직접 화면을 지우십시오.',
  'Type the password.': '암호를 입력하십시오.',
  'Type it once more.': '한 번 더 입력하십시오.',
  'The two passwords do not match. Start again.':
    '두 암호가 서로 다릅니다. 처음부터 다시 입력하십시오.',

  'Type the whole word yes to agree, or no.':
    '동의하면 "예"(또는 yes), 아니면 "아니요"(또는 no)를 끝까지 입력하십시오.',
  'Type yes or no. Enter means {answer}.':
    '"예"(또는 y), "아니요"(또는 n)를 입력하십시오. Enter만 누르면 "{answer}"입니다.',
  yes: '예',
  no: '아니요',
  '{range}.': '{range}.',
  'Press Enter to accept {value}.': 'Enter만 누르면 {value}[으로/로] 합니다.',
  'Paste or type it.': '붙여넣거나 입력하십시오.',
  'Press Enter to run it. Rootlock continues when it ends.':
    'Enter를 누르면 실행합니다. 그 프로그램이 끝나면 Rootlock이 이어집니다.',
  'Press Enter once it is done, or type {words}.':
    '다 했으면 Enter를 누르십시오. 다음을 입력해도 됩니다: {words}.',
  'Type it, or type {words}.': '입력하십시오. 다음을 입력해도 됩니다: {words}.',
  '{words} or {last}': '{words}, {last}',
  'Not there yet.': '아직 반영되지 않았습니다.',
  '{why} Rootlock checks again.': '{why} Rootlock이 다시 확인합니다.',

  'Type a number from 1 to {last}.': '1부터 {last}까지의 번호를 입력하십시오.',
  '{range} Press Enter to accept {number}.': '{range} Enter만 누르면 {number}번입니다.',
  'Do it for me (practice)': '대신 해 주기(연습)',
  'Quit. What is done stays done; the next run continues from there':
    '끝내기. 한 일은 그대로 남고, 다음에 실행하면 이어집니다',
  'Back to the previous question': '이전 질문으로 돌아가기',
  'Skip this step for now': '지금은 이 단계 건너뛰기',
  ':cli: Show these changes as AWS CLI commands.': ':cli: 이 변경을 AWS CLI 명령어로 보기.',
  ':practice: Do it for me.': ':practice: 대신 해 주기(연습).',
  ':help: Show this again.': ':help: 이 안내 다시 보기.',

  'Cost: {cost}': '비용: {cost}',
  'Now: {summary}': '지금 하는 일: {summary}',
  'Rootlock keeps checking, and goes on by itself once it is done.':
    'Rootlock이 계속 확인하다가 끝난 것이 보이면 저절로 이어서 진행합니다.',
  'Not there yet ({looks} checks). Press Enter to check now.':
    '{looks}번 확인했지만 아직 반영되지 않았습니다. Enter를 누르면 바로 다시 확인합니다.',
  'Sent: {service} {operation}': '보냄: {service} {operation}',
  'Read: {service} {operation}': '조회: {service} {operation}',
  '{call}, {ms} ms, request {requestId}, refused: {error}':
    '{call}, {ms}ms, 요청 {requestId}, 거부됨: {error}',
  '{call}, {ms} ms, request {requestId}': '{call}, {ms}ms, 요청 {requestId}',
};

import type { Translations } from '../translations.ts';

/** The host that speaks in sentences: `--plain`. */
export const plain: Translations = {
  'None of this is a call that the AWS CLI can make.':
    '여기에는 AWS CLI로 할 수 있는 호출이 없습니다.',
  'Type :back, :skip, :quit or :help at any question. Quitting is always safe.':
    '모든 질문에 :back, :skip, :quit, :help를 입력할 수 있습니다. 언제 그만두어도 안전합니다.',

  'In your authenticator app, add an account by hand: by setup key, based on time.':
    '인증 앱에서 계정을 직접 추가하십시오. 설정 키 입력, 시간 기준을 고르면 됩니다.',
  'Its name: {label}': '이름: {label}',
  'Its key, without the blanks:': '키(띄어쓰기 없이 입력):',
  'The device: {label}': '디바이스: {label}',
  'Practice: type :practice and it is done. Do not open the real page.':
    '연습: :practice를 입력하면 대신 해 줍니다. 실제 페이지는 열지 마십시오.',
  'Type :practice, :skip or :quit.': ':practice, :skip, :quit 중 하나를 입력하십시오.',
  'In practice, type :practice: the practice owner does it.':
    '연습에서는 :practice를 입력하면 연습용 소유자가 대신 해 줍니다.',
  'A new code comes in {seconds} s.': '{seconds}초 뒤에 새 코드가 나옵니다.',
  'Type the code that it shows now.': '지금 보이는 코드를 입력하십시오.',
  'Now the next code. Enter alone starts again with the first.':
    '이제 다음 코드를 입력하십시오. Enter만 누르면 첫 코드부터 다시 합니다.',

  'Make one for me': '새로 만들어 주기',
  'Type my own': '직접 정해서 입력',
  'This is the password. Put it into your password manager now; it is set only after that.':
    '암호는 아래와 같습니다. 지금 암호 관리 앱에 저장하십시오. 저장한 다음에야 이 암호로 설정합니다.',
  'Rootlock cannot take it off the screen here: clear the screen yourself once you have it.':
    '이 화면에서는 Rootlock이 지울 수 없습니다. 옮겨 적거나 저장한 뒤 직접 화면을 지우십시오.',
  'Type kept once it is in your password manager, or :back for another.':
    '암호 관리 앱에 저장했으면 "저장"(또는 kept)을, 다른 암호를 원하면 :back을 입력하십시오.',
  kept: '저장',
  'This terminal cannot hide what you type: clear the screen yourself afterwards.':
    '이 터미널은 입력하는 글자를 가릴 수 없습니다. 끝나면 직접 화면을 지우십시오.',
  'Type the password.': '암호를 입력하십시오.',
  'Type it once more.': '한 번 더 입력하십시오.',
  'These two are not the same. Once more from the start.':
    '두 암호가 서로 다릅니다. 처음부터 다시 입력하십시오.',

  'Type the whole word yes to agree, or no.':
    '동의하면 "예"(또는 yes), 아니면 "아니요"(또는 no)를 끝까지 입력하십시오.',
  'Type yes or no. Enter means {answer}.':
    '"예"(또는 y), "아니요"(또는 n)를 입력하십시오. Enter만 누르면 "{answer}"입니다.',
  yes: '예',
  no: '아니요',
  '{range}.': '{range}.',
  'Enter takes {value}.': 'Enter만 누르면 {value}[으로/로] 합니다.',
  'Paste or type it.': '붙여넣거나 입력하십시오.',
  'Press Enter to run it. This program goes on when it has ended.':
    'Enter를 누르면 실행합니다. 그 프로그램이 끝나면 Rootlock이 이어집니다.',
  'Press Enter once it is done, or type :skip or :quit.':
    '다 했으면 Enter를 누르십시오. :skip이나 :quit을 입력해도 됩니다.',
  'Not there yet.': '아직 확인되지 않습니다.',

  'Type a number from 1 to {last}.': '1부터 {last}까지의 번호를 입력하십시오.',
  '{range} Enter takes {number}.': '{range} Enter만 누르면 {number}번입니다.',
  'Let the practice owner answer': '연습용 소유자가 대신 해 주기',
  'Quit. What is done stays done, the next run goes on from there':
    '끝내기. 한 일은 그대로 남고, 다음에 실행하면 이어집니다',
  'Back to the question before': '이전 질문으로 돌아가기',
  'Skip this step for now': '이 단계는 지금 건너뛰기',
  ':cli: Show these changes as commands of the AWS CLI.':
    ':cli: 이 변경을 AWS CLI 명령어로 보여 줍니다.',
  ':practice: Let the practice owner answer.': ':practice: 연습용 소유자가 대신 답합니다.',
  ':help: Say this again.': ':help: 이 안내를 다시 보여 줍니다.',

  'Cost: {cost}': '비용: {cost}',
  'Now: {summary}': '지금 하는 일: {summary}',
  'Rootlock keeps looking, and goes on once AWS shows it.':
    'Rootlock이 계속 살펴보다가 AWS에서 확인되면 이어서 진행합니다.',
  'Not there yet, looked {looks} times. Enter looks at once.':
    '{looks}번 살펴보았지만 아직 확인되지 않습니다. Enter를 누르면 바로 다시 봅니다.',
  'Sent: {service} {operation}': '보냄: {service} {operation}',
  'Looked: {service} {operation}': '조회: {service} {operation}',
  '{call}, {ms} ms, request {requestId}, refused: {error}':
    '{call}, {ms}ms, 요청 {requestId}, 거부됨: {error}',
  '{call}, {ms} ms, request {requestId}': '{call}, {ms}ms, 요청 {requestId}',
};

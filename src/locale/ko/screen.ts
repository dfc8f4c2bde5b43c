import type { Translations } from '../translations.ts';

/** The screen: lists, cards, footers. A letter takes two columns, so these are short. */
export const screen: Translations = {
  'no account yet': '아직 계정 없음',
  '{done} of {counted}': '{done}/{counted}',
  '  … {n} more rows ↓ PgDn': '  … {n}행 더 있음 ↓ PgDn',
  '  … {n} rows above ↑ PgUp': '  … 위에 {n}행 ↑ PgUp',
  '… {n} more lines: PgDn': '… {n}줄 더 있음: PgDn',
  '… {n} more lines ↓ PgDn': '… {n}줄 더 있음 ↓ PgDn',
  '… {n} lines above ↑ PgUp': '… 위에 {n}줄 ↑ PgUp',
  '… {n} lines above: PgUp': '… 위에 {n}줄: PgUp',
  '{n} optional': '선택 {n}개',
  '{n} left': '{n}개 남음',
  'In detail:': '자세히:',
  optional: '선택',
  recommended: '권장',
  'you, in the browser': '직접, 브라우저에서',
  '… {n} more ↓': '… {n}개 더 ↓',
  '… {n} more ↑': '… {n}개 더 ↑',
  '{title}: {now}': '{title}: {now}',
  'State: {state}': '상태: {state}',
  'Now: {now}': '현재: {now}',
  done: '완료',
  'in progress': '진행 중',
  'in progress, {n} of {all}': '진행 중, {all}개 중 {n}번째',
  now: '변경 전',
  'comes next': '다음',
  // biome-ignore lint/suspicious/noThenProperty: it is a text and no function, and nobody awaits translations
  then: '변경 후',

  close: '닫기',
  scroll: '스크롤',
  back: '뒤로',
  'stop after this call': '이 호출만 마치고 멈추기',
  help: '도움말',
  'do it for me (practice)': '대신 해 주기(연습)',
  commands: '명령어',
  skip: '건너뛰기',
  quit: '끝내기',
  confirm: '확인',
  continue: '계속',
  'make this change': '이대로 변경',
  'make these {n} changes': '변경 {n}개 적용',
  'no, go back': '아니요, 뒤로',
  'the plan above is for the last valid answer': '위 계획에는 이 값이 반영되지 않았습니다',
  choose: '선택',
  Yes: '예',
  No: '아니요',
  'Choose one with the arrow keys first.': '먼저 화살표 키로 하나를 고르십시오.',
  'Press y for yes or n for no, then Enter.': 'y(예)나 n(아니요)을 누른 뒤 Enter를 누르십시오.',

  'The root user owns the account. It signs in with the email address of the account, and no permission can limit it. Use it only for tasks that require it.':
    '루트 사용자는 계정의 소유자입니다. 계정을 만들 때 쓴 이메일 주소로 로그인하며, 어떤 권한으로도 제한할 수 없습니다. 루트 사용자만 할 수 있는 일에만 쓰십시오.',
  'An IAM user is a person or a program with its own name and permissions. You can limit it, or remove it without harm to the account.':
    'IAM 사용자는 자기 이름과 권한을 가진 사람이나 프로그램입니다. 할 수 있는 일을 제한할 수 있고, 삭제해도 계정에는 문제가 없습니다.',
  'MFA asks for a second proof besides the password: a code from an app on your phone, or a passkey. Then nobody gets in with a leaked password alone.':
    'MFA는 암호 말고도 한 가지를 더 확인합니다. 휴대폰 앱의 코드나 패스키입니다. 그래서 암호가 새어 나가도 그 암호만으로는 들어올 수 없습니다.',
  'Leaving is safe at every question. What is done stays done, and the next run looks at the account and goes on from there.':
    '어느 질문에서든 나가도 안전합니다. 한 일은 그대로 남고, 다음에 실행하면 계정을 살펴보고 이어서 진행합니다.',
  'you do this in the AWS console': 'AWS 콘솔에서 직접 할 일',
  'skip this step for now': '지금은 이 단계 건너뛰기',
  'the AWS CLI commands of what is shown': '지금 보이는 변경의 AWS CLI 명령어',
  'open a chapter or a step of the list, and fold it': '목록의 챕터나 단계를 열고 접기',
  'every change that is planned, in the list of steps': '단계 목록에서 변경 계획 모두 보기',
  Words: '용어',
  Marks: '기호',
  Keys: '단축키',
  'open an address, or copy it': '주소 열기 또는 복사',
  'Where you write text, letters are text: Ctrl-S skips, Ctrl-L shows the commands, Ctrl-G this.':
    '글자를 입력하는 곳에서는 Ctrl-S로 건너뛰고, Ctrl-L로 명령어를, Ctrl-G로 이 도움말을 봅니다.',
  'No call: only you can do this.': 'AWS 호출 없음: 직접 해야 합니다.',
  'Nothing is left to change.': '바꿀 것이 없습니다.',

  finish: '마치기',
  'every change': '모든 변경',
  'the list': '목록',
  'start {step}': '{step} 시작',
  'Nothing is left to do here.': '여기서는 더 할 일이 없습니다.',
  'You left this out with --skip.': '--skip으로 건너뛴 단계입니다.',
  'This cannot start yet.': '아직 시작할 수 없습니다.',
  'This ends the run. What is done stays done; run Rootlock again to go on.':
    '여기서 마칩니다. 한 일은 그대로 남으며, Rootlock을 다시 실행하면 이어서 진행합니다.',
  'Costs {costs}. Optional steps may cost extra.':
    '비용: {costs}. 선택 단계에는 요금이 더 붙을 수 있습니다.',
  'Costs {costs}. Everything else is free.': '비용: {costs}. 나머지는 모두 무료입니다.',

  'Practice: press p and it is done. Do not open the real page.':
    '연습: p를 누르면 대신 해 줍니다. 실제 페이지는 열지 마십시오.',
  'check now': '지금 확인',

  'Stopping after this call. What is done stays done.':
    '이 호출만 마치고 멈춥니다. 한 일은 그대로 남습니다.',
  'Finding out who is signed in.': '로그인된 사용자를 확인하고 있습니다.',
  'Looking at the account. Nothing is changed.':
    '계정을 살펴보고 있습니다. 아무것도 바꾸지 않습니다.',
  'Looking at the account: {step}. Nothing is changed.':
    '계정을 살펴보고 있습니다: {step}. 아무것도 바꾸지 않습니다.',
  'Looking at the account: {step} and {n} more. Nothing is changed.':
    '계정을 살펴보고 있습니다: {step} 외 {n}개. 아무것도 바꾸지 않습니다.',
  'After that: {step}.': '그다음: {step}.',
  'Making the changes.': '변경하고 있습니다.',
  '{call}: {ms} ms': '{call}: {ms}ms',
};

import type { Translations } from '../translations.ts';

/** What every step asks and says. */
export const engine: Translations = {
  '(your answer)': '(입력할 값)',
  'Leave? The QR code and its key are discarded. If your app has added them already, delete that entry.':
    '나갈까요? 방금 본 QR 코드와 키는 버려집니다. 앱에 이미 추가했다면 그 항목을 삭제하십시오.',
  'Make these changes?': '이대로 변경할까요?',
  'The price: {price}. Make these changes?': '비용: {price}. 이대로 변경할까요?',
  'This changes access or existing settings. Read it twice. Make these changes?':
    '액세스나 기존 설정을 바꾸는 변경입니다. 한 번 더 읽어 보십시오. 이대로 변경할까요?',
  'Make this change?': '이렇게 변경할까요?',
  'Rootlock has not changed this account before: {id} at {endpoint}, which is not AWS, signed in as {arn}. Is it yours?':
    'Rootlock이 처음 변경하는 계정입니다: AWS가 아닌 {endpoint}의 {id}(로그인: {arn}). 본인의 계정이 맞습니까?',
  'Rootlock has not changed this account before: {id}, signed in as {arn}. Is it yours?':
    'Rootlock이 처음 변경하는 계정입니다: {id}(로그인: {arn}). 본인의 계정이 맞습니까?',
  '{summary}? Type {word} to confirm.': '{summary}. 확인하려면 다음을 입력하십시오: {word}',
  'That does not match. Type {word}.': '일치하지 않습니다. 다음을 입력하십시오: {word}',
  'AWS has taken the change, and can need ten minutes to show it.':
    'AWS가 변경을 받아들였지만, 보이기까지 10분쯤 걸릴 수 있습니다.',
  'Run Rootlock again then: it looks whether AWS shows it.':
    '그때 Rootlock을 다시 실행하면 AWS에 보이는지 확인합니다.',
  'AWS does not show the change yet.': '변경한 내용이 아직 AWS에 반영되지 않았습니다.',
  'Wait a minute, then run Rootlock again. It continues where it stopped.':
    '1분쯤 기다렸다가 Rootlock을 다시 실행하십시오. 멈춘 곳에서 이어집니다.',
  unknown: '알 수 없음',
  'Confirmed by you on {day}.': '{day}에 직접 확인함.',
  'After {step}.': '"{step}" 다음 차례.',
  'Take both: {command}': '둘 다 하기: {command}',
  'AWS takes a while to record what you did. Run Rootlock again later.':
    'AWS에 기록되기까지 시간이 걸립니다. 나중에 Rootlock을 다시 실행하십시오.',
  'Started. Run Rootlock again in a few days to finish.':
    '시작했습니다. 며칠 뒤 Rootlock을 다시 실행해 마치십시오.',
  'Where would you like to start?': '어느 단계부터 할까요?',
  'What next?': '다음은 어느 단계를 할까요?',
  'Some steps are left. Continue with one, or finish for now?':
    '남은 단계가 있습니다. 계속할까요, 지금은 마칠까요?',
  'Your account is locked down. Press Enter to finish, or look at a step.':
    '계정이 안전하게 설정되었습니다. Enter를 눌러 마치거나 단계를 살펴보십시오.',
  'The chosen steps are done. Press Enter to finish, or look at a step.':
    '고른 단계를 모두 마쳤습니다. Enter를 눌러 마치거나 단계를 살펴보십시오.',
  'Nothing more can be done now. Press Enter to finish, or look at a step.':
    '지금 할 수 있는 일은 모두 마쳤습니다. Enter를 눌러 마치거나 단계를 살펴보십시오.',
  'Welcome.': '환영합니다.',
  'Welcome back.': '이어서 진행합니다.',
  'In about {minutes} minutes this {account} is locked down.':
    '약 {minutes}분이면 이 {account}을 안전하게 설정할 수 있습니다.',
  'This {account} is locked down in {minutes} minutes or less.':
    '{minutes}분 안에 이 {account}을 안전하게 설정할 수 있습니다.',
  'About {minutes} minutes of work are left for this {account}.':
    '이 {account}의 설정을 마치기까지 약 {minutes}분 남았습니다.',
  'Up to {minutes} minutes of work are left for this {account}.':
    '이 {account}의 설정을 마치기까지 최대 {minutes}분 남았습니다.',
  account: '계정',
  'account on the paid plan': '유료 플랜 계정',
  'To rehearse signing in too: {command}': '로그인도 연습하려면: {command}',
  '{time} Nothing is changed before you say so. Leave and come back at any time.':
    '{time} 허락하기 전에는 아무것도 바꾸지 않으며, 언제든 나갔다가 다시 올 수 있습니다.',
  'Finish for now': '지금은 여기까지',
  Finish: '끝내기',
  'The answer to "{id}" is not valid. {why}': '"{id}"에 대한 답을 쓸 수 없습니다. {why}',
  'Change the answer, then run Rootlock again.': '답을 바꾼 뒤, Rootlock을 다시 실행하십시오.',
  'Answer yes or no.': '예 또는 아니요로 답하십시오.',
  'Enter a whole number from {min} to {max}': '{min}부터 {max}까지의 정수를 입력하십시오',
  'Enter a number from {min} to {max}, with {decimals} decimals at most':
    '{min}부터 {max}까지의 수를 소수점 아래 {decimals}자리까지 입력하십시오',
  'Choose one of these: {values}.': '다음 중 하나를 고르십시오: {values}.',
  'Enter text.': '글자를 입력하십시오.',
  'Use one line, without control or invisible characters.':
    '제어 문자와 보이지 않는 문자 없이 한 줄로 입력하십시오.',
  '{name} is already taken. Choose another name.':
    '{name}[은/는] 이미 쓰이는 이름입니다. 다른 이름을 입력하십시오.',
  'Skipped: no answer to {ids}.': '답이 없어 건너뛰었습니다: {ids}.',
};

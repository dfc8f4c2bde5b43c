import type { Translations } from '../translations.ts';

/** Errors of the program, the state folder, the receipt and the end of a run. */
export const program: Translations = {
  'Account {account}': '계정 {account}',
  'Account {account} at {endpoint}': '계정 {account} ({endpoint})',
  'No change was sent to AWS.': 'AWS에 보낸 변경이 없습니다.',
  'Error: {error}': '오류: {error}',
  'Request id: {requestId}': '요청 ID: {requestId}',
  'The reply of AWS is unknown.': 'AWS의 응답을 알 수 없습니다.',

  '{file} is damaged, or written by a newer Rootlock.':
    '{file} 파일이 손상되었거나 더 새로운 Rootlock에서 만들어졌습니다.',
  'Update Rootlock, or move the file away: it only holds your earlier answers.':
    'Rootlock을 업데이트하거나 파일을 다른 곳으로 옮기십시오. 전에 한 답만 들어 있습니다.',
  'Update Rootlock, or move the file away: CloudTrail has the same calls.':
    'Rootlock을 업데이트하거나 파일을 다른 곳으로 옮기십시오. 같은 호출은 CloudTrail에도 기록되어 있습니다.',
  '{file} cannot be read or written ({code}).': '{file} 파일을 읽거나 쓸 수 없습니다({code}).',
  'Free some space, or make the folder yours and writable, then run Rootlock again.':
    '디스크 공간을 비우거나 그 폴더를 쓸 수 있게 권한을 고친 뒤 Rootlock을 다시 실행하십시오.',
  'Something else has that name: move it away, then run Rootlock again.':
    '같은 이름의 다른 것이 있습니다. 다른 곳으로 옮긴 뒤 Rootlock을 다시 실행하십시오.',
  '{file} is a link, and Rootlock does not overwrite its target.':
    '{file} 파일은 링크입니다. Rootlock은 링크가 가리키는 파일을 덮어쓰지 않습니다.',
  'Move the link away, then run Rootlock again.':
    '그 링크를 다른 곳으로 옮긴 뒤 Rootlock을 다시 실행하십시오.',
  'Meanwhile, another Rootlock has continued with this account.':
    '그사이 다른 Rootlock이 이 계정의 작업을 이어받았습니다.',
  'Finish that one first, then run Rootlock again.':
    '그쪽을 먼저 끝낸 뒤 Rootlock을 다시 실행하십시오.',
  'Another Rootlock is working on this account.': '다른 Rootlock이 이 계정에서 작업하고 있습니다.',

  '{file}, line {line}, column {column}: not JSON ({what}).':
    '{file}, {line}행 {column}열: JSON이 아닙니다({what}).',
  '{file}: {what}': '{file}: {what}',
  '"{id}" is no answer: only a sign-in in the browser shows it. Leave it out.':
    '"{id}"에는 답할 수 없습니다. 브라우저에서 로그인해야만 알 수 있는 값이니 빼십시오.',
  '"{stray}" belongs to no step. Possible ids: {ids}.':
    '"{stray}"에 해당하는 단계가 없습니다. 쓸 수 있는 ID: {ids}.',
  '"{stray}" answers no question of this step. Possible ids: {ids}.':
    '"{stray}"에 해당하는 질문이 이 단계에 없습니다. 쓸 수 있는 ID: {ids}.',
  '"{id}" must be a number, without quotes.': '"{id}"에는 따옴표 없이 숫자를 써야 합니다.',
  '"{id}" must be true or false, without quotes.':
    '"{id}"에는 따옴표 없이 true나 false를 써야 합니다.',
  '"{id}" must be text in quotes.': '"{id}"에는 따옴표로 묶은 글자를 써야 합니다.',
  '{file}: {what} Example: {example}': '{file}: {what} 예: {example}',
  '{place} must be twelve digits in quotes.':
    '{place}[은/는] 따옴표로 묶은 숫자 열두 자리여야 합니다.',
  '{place} must be text, a number, true or false.':
    '{place}[은/는] 글자, 숫자, true, false 중 하나여야 합니다.',
  '{place} must be an object.': '{place}[은/는] 객체여야 합니다.',
  '{place} does not belong here.': '{place}[은/는] 여기에 쓸 수 없습니다.',
  '{place} is missing.': '{place}[이/가] 빠졌습니다.',
  'an object': '객체',
  '{file} is nested too deeply. Example: {example}':
    '파일의 중첩이 너무 깊습니다: {file}. 예: {example}',
  '{file} is too large for answers. Example: {example}':
    '답변 파일이 너무 큽니다: {file}. 예: {example}',
  'The answers file {file} cannot be read ({code}).':
    '답변 파일 {file}[을/를] 읽을 수 없습니다({code}).',
  'The answers are for the account {account}, but this is {id}.':
    '답변 파일은 계정 {account}용인데, 지금 계정은 {id}입니다.',

  'Stopped. What was done stays done. To go on: {command}':
    '멈췄습니다. 한 일은 그대로 남아 있습니다. 이어서 하려면: {command}',
  'This is a bug in Rootlock. What is done stays done. Please report it with the text below:':
    'Rootlock의 버그입니다. 한 일은 그대로 남아 있습니다. 아래 내용과 함께 알려 주십시오.',
  'Sure?': '정말 할까요?',

  '{why} Sign in again to continue with the same step. Signed in?':
    '{why} 다시 로그인하면 같은 단계부터 이어집니다. 로그인했습니까?',

  'Nothing was changed.': '아무것도 바꾸지 않았습니다.',
  'Rootlock cannot ask questions here: run it in a terminal, or with --answers.':
    '여기서는 질문할 수 없습니다. 터미널에서 실행하거나 --answers를 쓰십시오.',
  'To continue without a terminal, the answers file needs: {ids}.':
    '터미널 없이 이어서 하려면 답변 파일에 다음이 필요합니다: {ids}.',
  'Account {number}: {minutes} min.': '계정 {number}: {minutes}분.',
  '{minutes} min': '{minutes}분',
  'Your account is locked down.': '계정이 안전하게 설정되었습니다.',
  'Not locked down yet: {done} of {counted} steps are done.':
    '아직 설정이 남았습니다: {counted}단계 중 {done}단계 완료.',
  'The chosen step is done.': '고른 단계를 마쳤습니다.',
  'The chosen steps are done.': '고른 단계를 모두 마쳤습니다.',
  '{done} of {counted} chosen steps are done.': '고른 {counted}단계 중 {done}단계를 마쳤습니다.',
  '{counts}. {changes}.': '{counts}. {changes}.',
  '{changes}.': '{changes}.',
  'Nothing was changed': '변경 없음',
  '1 change, undoable': '변경 1건, 되돌릴 수 있음',
  '1 change, permanent': '변경 1건, 되돌릴 수 없음',
  '{changes} changes, all undoable': '변경 {changes}건, 모두 되돌릴 수 있음',
  '{changes} changes, all undoable but {permanent}':
    '변경 {changes}건, {permanent}건을 제외하고 모두 되돌릴 수 있음',
  '{name} is for one service. Unset it: AWS_ENDPOINT_URL is for all of them.':
    '{name}[은/는] 서비스 하나에만 쓰는 변수입니다. 해제하고, 모든 서비스에는 AWS_ENDPOINT_URL을 쓰십시오.',
  'The output could not be written to its end ({code}).': '출력을 끝까지 쓸 수 없었습니다({code}).',
  'Free some space, then run the same command again. What is done stays done.':
    '디스크 공간을 비운 뒤 같은 명령을 다시 실행하십시오. 한 일은 그대로 남습니다.',
  'On a real account, from now on': '실제 계정이라면, 앞으로',
  'Keep safe, away from this computer': '이 컴퓨터가 아닌 곳에 안전하게 보관할 것',
  'To go on:': '이어서 하려면:',
  'Check again any time:': '언제든 다시 확인하려면:',
  'Every call that was made:': '보낸 모든 호출을 보려면:',
  'Left to do': '남은 일',
  'To go on: {command}': '이어서 하려면: {command}',
  'Check again any time: {command}': '언제든 다시 확인하려면: {command}',

  'You are signed in to the account {other}, but this run is about {id}.':
    '계정 {other}에 로그인했지만, 지금 작업하는 계정은 {id}입니다.',
  'Sign in to {id}, then run Rootlock again.': '{id}에 로그인한 뒤 Rootlock을 다시 실행하십시오.',

  'BROWSER is set to open no browser.': 'BROWSER 설정에 따라 브라우저를 열지 않습니다.',
  'The browser that BROWSER names did not start: {command}':
    'BROWSER에 지정된 브라우저가 시작되지 않았습니다: {command}',
  'The browser did not start.': '브라우저가 시작되지 않았습니다.',
  'No browser was found on this computer.': '이 컴퓨터에서 브라우저를 찾지 못했습니다.',
  'You are connected over SSH: the browser is on your own computer.':
    'SSH로 접속 중입니다. 브라우저는 직접 쓰는 컴퓨터에 있습니다.',
  'CloudShell has no browser of its own: open another tab.':
    'CloudShell에는 자체 브라우저가 없습니다. 브라우저에서 새 탭을 여십시오.',
  'This container has no browser.': '이 컨테이너에는 브라우저가 없습니다.',
  'This computer has no desktop to open a browser on.':
    '이 컴퓨터에는 브라우저를 열 데스크톱 환경이 없습니다.',
};

import type { Translations } from '../translations.ts';

/** What all hosts say: the account, the states, the changes, the counts. */
export const sentences: Translations = {
  'root user': '루트 사용자',
  'user {name}': '사용자 {name}',
  'role {name}': '역할 {name}',
  'PRACTICE, nothing is real': '연습용(실제 계정 아님)',
  'at {endpoint}, which is not AWS': 'AWS가 아닌 {endpoint}',
  'access key': '액세스 키',
  session: '세션',
  'session ends {time}': '세션 {time}까지',
  'Account {parts}.': '계정 {parts}.',
  secure: '안전함',
  'confirmed by you': '직접 확인',
  blocked: '막힘',
  skipped: '건너뜀',
  waiting: '대기',
  'to do': '할 일',
  'not looked at yet': '아직 확인하지 않음',
  '{title} (optional)': '{title}(선택)',
  '{title} (recommended)': '{title}(권장)',
  '{name}: {state}; {now}': '{name}: {state}. {now}',
  'So far: {now}': '현재: {now}',
  'What to do: {text}': '해결 방법: {text}',
  '{label}: {now}, will be {then}': '{label}: 변경 전 {now}, 변경 후 {then}',
  'Careful: this changes access or existing settings.':
    '주의: 액세스나 기존 설정을 바꾸는 변경입니다.',
  'This cannot be undone.': '되돌릴 수 없습니다.',
  'To undo: {undo}': '되돌리려면: {undo}',
  'Optional: {summary}': '선택 사항: {summary}',
  'Later: {summary}': '나중에 할 일: {summary}',
  'You do this: {summary}': '직접 할 일: {summary}',
  'Done for you. Waiting for AWS to show it…': '대신 했습니다. AWS에 반영되기를 기다립니다…',
  'You do this in the AWS console: {summary}': 'AWS 콘솔에서 직접 할 일: {summary}',
  "You do this and confirm it (AWS can't report it): {summary}":
    '직접 하고 확인할 일(AWS에서 조회할 수 없음): {summary}',
  'From now on': '앞으로',
  '{n} {state}': '{state} {n}개',
  '{counts}; optional: {others}': '{counts}, 선택 단계 중 {others}',

  'You have to do this in a terminal: {message}': '터미널에서 직접 해야 합니다: {message}',
  'Run Rootlock in a terminal. It continues from here.':
    '터미널에서 Rootlock을 실행하십시오. 여기서 이어집니다.',
  'Add "{id}" with your answer to the answers file.':
    '답변 파일에 "{id}" 항목과 답을 추가하십시오.',
  'Nobody can answer "{id}" here: {message}': '여기서는 "{id}"에 답할 수 없습니다: {message}',
  '{value} Or accept the default with --yes.': '{value} 기본값을 쓰려면 --yes를 붙이십시오.',
  '{title} ({done} of {counted} done):': '{title}({done}/{counted} 완료):',
  '{title}:': '{title}:',
};

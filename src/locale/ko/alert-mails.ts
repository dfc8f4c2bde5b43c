import type { Translations } from '../translations.ts';

/** The mails of the alerts. */
export const alertMails: Translations = {
  'Account: {account}': '계정: {account}',
  'When: {when} (UTC)': '시각: {when} (UTC, 한국 시간은 +9시간)',
  'From: IP address {ip}, AWS region {region}': '접속 위치: IP 주소 {ip}, AWS 리전 {region}',
  'Who: {who}': '누가: {who}',
  'MFA used: {answer}': 'MFA 사용(Yes: 예, No: 아니요): {answer}',
  'What: {call} ({service})': '무엇을: {call} ({service})',
  'For: {whom}': '대상: {whom}',
  'Trail: {trail}': '추적: {trail}',
  'Bucket: {bucket}': '버킷: {bucket}',
  'Step by step: {file}, under: {title}': '자세한 순서: {file}, 제목: {title}',
  'docs/alerts.md of Rootlock': 'Rootlock의 docs/alerts.ko.md',

  'The root user has signed in': '루트 사용자가 로그인했습니다',
  'If it was not you, somebody has the password of the root user: change it now.':
    '본인이 아니라면 누군가 루트 사용자의 암호를 알고 있습니다. 지금 암호를 변경하십시오.',
  'Somebody could not sign in as the root user': '누군가 루트 사용자로 로그인하지 못했습니다',
  'If it was not you, somebody is trying: check that the root user has MFA.':
    '본인이 아니라면 누군가 로그인을 시도하고 있습니다. 루트 사용자에 MFA가 있는지 확인하십시오.',
  'The root user has done something': '루트 사용자가 작업을 했습니다',
  'If it was not you: delete the access keys of the root user, change its password.':
    '본인이 아니라면 루트 사용자의 액세스 키를 삭제하고 암호를 변경하십시오.',
  'An IAM user has signed in without MFA': 'IAM 사용자가 MFA 없이 로그인했습니다',
  'Give the user an MFA device. If it was not them: take away their password first.':
    '이 사용자에게 MFA 디바이스를 할당하십시오. 사용자 본인이 아니라면 먼저 암호를 삭제하십시오.',
  'A sign-in has failed': '로그인에 실패했습니다',
  'One is a typing error. Many are somebody who tries: check that the user has MFA.':
    '한 번이라면 오타일 수 있습니다. 여러 번이면 누군가 로그인을 시도하는 것입니다. 사용자에게 MFA가 있는지 확인하십시오.',
  'AWS has noticed an unusual sign-in': 'AWS가 평소와 다른 로그인을 발견했습니다',
  'AWS says no more here. Look for ConsoleLogin in the event history of CloudTrail.':
    'AWS는 더 알려 주지 않습니다. CloudTrail의 이벤트 기록에서 ConsoleLogin을 찾아보십시오.',
  'Somebody has made or changed a user, a password or a key':
    '누군가 사용자, 암호 또는 키를 만들거나 바꿨습니다',
  'If nobody you know did it: deactivate what was made, then ask who this was.':
    '아는 사람이 한 일이 아니라면 만들어진 것을 비활성화한 다음, 누가 했는지 확인하십시오.',
  'Somebody has taken an MFA device from a user': '누군가 사용자의 MFA 디바이스를 제거했습니다',
  'If it was not for a new device: give the user another one now.':
    '새 디바이스로 바꾸려던 것이 아니라면 지금 사용자에게 다른 디바이스를 할당하십시오.',
  'Somebody has given rights': '누군가 권한을 부여했습니다',
  'If nobody you know did it: take the rights away again, then ask who this was.':
    '아는 사람이 한 일이 아니라면 권한을 회수한 다음, 누가 했는지 확인하십시오.',
  'The trail has been stopped or changed': '추적이 중지되었거나 변경되었습니다',
  'If it was not you: start it again now, by Rootlock or in the console.':
    '본인이 아니라면 지금 Rootlock이나 콘솔에서 추적을 다시 시작하십시오.',
  'The bucket of the log files has been changed': '로그 파일의 버킷이 변경되었습니다',
  'If it was not you: run Rootlock, which sets it right again.':
    '본인이 아니라면 Rootlock을 다시 실행하십시오. Rootlock이 바로잡습니다.',
};

import type { Translations } from '../translations.ts';

/** Somebody leaves: keys, password, sessions, MFA devices, rights, and last the user. */
export const stepsLeave: Translations = {
  'kim leaves: nothing works any more, deleted last':
    'kim이 떠날 때(아무것도 쓸 수 없게 하고, 삭제는 마지막)',
  'the policy for somebody who leaves': '떠나는 사람을 처리하는 데 필요한 정책',
  'person: they leave, so nothing of theirs works any more':
    'person: 떠나는 사람의 것을 모두 쓸 수 없게 하기',

  'Who leaves? Users: {listed}': '누가 떠납니까? 사용자: {listed}',
  'There are no users in this account, so nobody can leave.':
    '이 계정에는 사용자가 없어 떠날 사람도 없습니다.',
  'To try it: {program} person kim --leave --practice=busy':
    '연습해 보기: {program} person kim --leave --practice=busy',
  'There is no user {name}. {question}': '{name} 사용자가 없습니다. {question}',
  'There is no user {name}. Did you mean {meant}?':
    '{name} 사용자가 없습니다. {meant} 사용자를 말씀하셨습니까?',
  'There is no user {name}.': '{name} 사용자가 없습니다.',
  'The root user cannot leave: it is the account itself. Change its password instead.':
    '루트 사용자는 계정 자체라서 떠날 수 없습니다. 대신 암호를 바꾸십시오.',
  'You are signed in as {name}: Rootlock takes nobody’s own way in.':
    '지금 {name} 사용자로 로그인되어 있습니다. Rootlock은 자기 자신이 들어올 길을 없애지 않습니다.',
  'Sign in as the root user or as another administrator, then run this again.':
    '루트 사용자나 다른 관리자로 로그인한 다음 다시 실행하십시오.',
  '{name} is the last administrator besides the root user.':
    '{name} 사용자는 루트 사용자를 빼면 마지막 관리자입니다.',
  'Nobody can tell whether {name} is the last administrator besides the root user.':
    '{name} 사용자가 루트 사용자를 빼면 마지막 관리자인지 알 수 없습니다.',
  'Make somebody else an administrator first: {program}{options}':
    '먼저 다른 사람을 관리자로 만드십시오: {program}{options}',

  'What {name} leaves': '{name} 사용자가 남기는 것',
  '{name} leaves.': '{name} 사용자가 떠납니다.',
  'Nobody gets in as {name} any more. A session of a role that is open goes on until it ends.':
    '이제 아무도 {name} 사용자로 들어올 수 없습니다. 열려 있는 역할 세션은 끝날 때까지 계속됩니다.',
  'Something of {name} still works: {done} of {counted} steps are done.':
    '{name} 사용자의 것 중 아직 쓸 수 있는 것이 있습니다. {counted}단계 중 {done}단계를 마쳤습니다.',
  'To look after': '더 살펴볼 것',

  'Keys and certificates': '키와 인증서',
  'A key works from anywhere, without a password and mostly without MFA.':
    '키는 어디서나 암호 없이, 대개 MFA도 없이 쓸 수 있습니다.',
  'there is no user {name}': '{name} 사용자 없음',
  'active: {on}': '{on}개 활성',
  'active: {on} of {all}': '{all}개 중 {on}개 활성',
  'all are inactive': '모두 비활성',
  'the access key {id}': '액세스 키 {id}',
  'the signing certificate {id}': '서명 인증서 {id}',
  'the SSH key {id}': 'SSH 키 {id}',
  'the credential for {service} {id}': '{service} 전용 자격 증명 {id}',
  'Deactivate {what} of {name}': '{name} 사용자의 {what} 비활성화',
  'IAM console > Users > {name} > Security credentials > Activate':
    'IAM 콘솔 > 사용자 > {name} > 보안 자격 증명 > 활성화',
  'Take back the earlier end of the sessions of {name}: a new one follows':
    '{name} 사용자의 세션을 전에 종료한 정책 지우기(새로 종료함)',

  Password: '암호',
  'Without a password, nobody signs in to the AWS console as this user.':
    '암호가 없으면 아무도 이 사용자로 AWS 콘솔에 로그인할 수 없습니다.',
  'Remove the password of {name}': '{name} 사용자의 암호 제거',
  '{command} sets a new password': '새 암호 설정: {command}',

  'Open sessions': '열려 있는 세션',
  'A session that is open goes on for up to 36 hours, also without its key or password.':
    '열려 있는 세션은 키나 암호를 없애도 최대 36시간 동안 계속됩니다.',
  'may be open': '열려 있을 수 있음',
  'ended; new ones cannot be opened': '종료됨, 새로 열 수 없음',
  '{ended}; roles that trust {name}: {roles}': '{ended}. {name} 사용자를 신뢰하는 역할: {roles}',
  'trusts {name} by name. End its sessions: IAM console > Roles > {role} > Revoke sessions.':
    '{name} 사용자를 이름으로 신뢰합니다. 이 역할의 세션 종료: IAM 콘솔 > 역할 > {role} > 세션 취소(Revoke sessions).',
  'trusts every user with rights to it. If {name} used it, end its sessions: IAM console > Roles > {role} > Revoke sessions.':
    '권한이 있는 모든 사용자를 신뢰합니다. {name} 사용자가 쓴 적이 있으면 이 역할의 세션 종료: IAM 콘솔 > 역할 > {role} > 세션 취소(Revoke sessions).',
  'End every session of {name} that is open': '{name} 사용자의 열려 있는 세션 모두 종료',
  'sessions from before now': '지금보다 먼저 열린 세션',
  accepted: '허용',
  refused: '거부',
  'IAM console > Users > {name} > Permissions > {policy} > Remove':
    'IAM 콘솔 > 사용자 > {name} > 권한 > {policy} > 제거',

  'A device that somebody else holds should prove nothing any more.':
    '떠난 사람에게 남은 디바이스로 더는 MFA를 통과할 수 없어야 합니다.',
  'Tag the MFA device {device} as left by {name}, to delete it later':
    'MFA 디바이스 {device}에 {name} 사용자가 남긴 것이라는 태그 달기(나중에 삭제)',
  'Remove the MFA device {device} from {name}': '{name} 사용자의 MFA 디바이스 {device} 제거',
  'IAM console > Users > {name} > Security credentials > Assign MFA device: with the device at hand':
    'IAM 콘솔 > 사용자 > {name} > 보안 자격 증명 > MFA 디바이스 할당(그 디바이스를 가지고)',

  'Groups and policies': '그룹과 정책',
  'Whoever may do nothing harms nothing, should a way in ever open again.':
    '아무 권한이 없으면, 들어올 길이 다시 열려도 해를 끼칠 수 없습니다.',
  'IAM console > User groups > {group} > Add users':
    'IAM 콘솔 > 사용자 그룹 > {group} > 사용자 추가',
  'Detach the policy {policy} from {name}': '{name} 사용자에게서 {policy} 정책 분리',
  'IAM console > Users > {name} > Add permissions': 'IAM 콘솔 > 사용자 > {name} > 권한 추가',

  'What is inactive can be activated again, by whoever may. What is deleted cannot.':
    '비활성으로 둔 것은 권한이 있는 사람이 다시 활성화할 수 있습니다. 삭제한 것은 그럴 수 없습니다.',
  '{name} is still there': '{name} 아직 있음',
  'Delete {name} for good, with all that is left': '{name} 사용자와 남은 것을 모두 영구히 삭제',
  'the policy {policy}': '{policy} 정책',
  'the MFA device {device}': 'MFA 디바이스 {device}',
  'nobody’s': '주인 없음',
};

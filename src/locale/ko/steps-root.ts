import type { Translations } from '../translations.ts';

/** The root user's MFA and access keys. */
export const stepsRoot: Translations = {
  'Root user MFA': '루트 사용자 MFA',
  'AWS requires MFA of every root user within 35 days. Without it, a leaked password is the whole account.':
    'AWS는 모든 루트 사용자에게 35일 안에 MFA를 켜도록 요구합니다. MFA가 없으면 암호 하나만 새어 나가도 계정 전체를 잃습니다.',
  'no root password: nobody can sign in as root':
    '루트 암호 없음(아무도 루트 사용자로 로그인할 수 없음)',
  'off: you turn it on': '꺼짐(직접 켜야 함)',
  'on, with an authenticator app': '켜짐(인증 앱)',
  'on, with a passkey or a hardware TOTP token': '켜짐(패스키 또는 하드웨어 TOTP 토큰)',
  'Turn on MFA for the root user': '루트 사용자의 MFA 켜기',
  'the same page > Multi-factor authentication (MFA) > Remove':
    '같은 페이지 > 멀티 팩터 인증(MFA) > 제거',
  'Under "Multi-factor authentication (MFA)", choose "Assign MFA device".':
    '"멀티 팩터 인증(MFA)"에서 "MFA 디바이스 할당"(Assign MFA device)을 선택합니다.',
  'Name it, choose a passkey or "Authenticator app", and follow the page.':
    '이름을 입력하고 패스키나 "인증 관리자 앱"(Authenticator app)을 선택한 뒤 화면의 안내를 따릅니다.',
  'Do it again with a second device that you keep somewhere else.':
    '다른 곳에 보관할 두 번째 디바이스도 같은 방법으로 등록합니다.',
  'Give root a strong password that is used nowhere else, unless it has one':
    '루트 사용자의 암호를 다른 곳에서 쓰지 않는 강력한 암호로 바꾸기(이미 그렇다면 그대로 두기)',
  'Passwords that leak elsewhere are tried on AWS, and this one opens the whole account.':
    '다른 곳에서 새어 나간 암호는 누군가 AWS에서도 써 봅니다. 루트 사용자의 암호가 뚫리면 계정 전체를 잃습니다.',
  'Next to "Account details", choose "Actions", and change the password: 20 characters or more.':
    '"계정 세부 정보"(Account details) 옆에서 "작업"(Actions)을 선택해 20자 이상의 암호로 변경합니다.',
  'If you change it, AWS signs root out: sign in again when Rootlock asks.':
    '암호를 변경하면 루트 사용자가 로그아웃됩니다. Rootlock이 물으면 다시 로그인합니다.',
  'Add a second MFA device for the root user, in case you lose your phone':
    '루트 사용자에게 두 번째 MFA 디바이스 등록(휴대폰을 잃어버릴 때를 대비해)',
  'Choose "Assign MFA device" again, for a device that you keep somewhere else.':
    '"MFA 디바이스 할당"(Assign MFA device)을 다시 선택해, 다른 곳에 보관할 디바이스를 등록합니다.',

  'Root access keys': '루트 액세스 키',
  'A root access key opens the whole account; no permission can limit it.':
    '루트 액세스 키가 있으면 계정 전체를 쓸 수 있고, 어떤 권한으로도 막을 수 없습니다.',
  'Only the root user can list and delete its own access keys.':
    '루트 액세스 키는 루트 사용자만 조회하고 삭제할 수 있습니다.',
  none: '없음',
  'a signing certificate': '서명 인증서 있음',
  'at least one': '하나 이상 있음',
  '{first}; {second}': '{first} / {second}',
  'last used {day}, {service}': '마지막 사용 {day}, {service}',
  'never used': '사용한 적 없음',
  '{key} (inactive, {use})': '{key}(비활성, {use})',
  'Your administrators sign in with roles, so AWS cannot prove that one of them gets in.':
    '관리자가 역할로 로그인하므로, 실제로 로그인되는지 AWS에서 확인할 수 없습니다.',
  'Check that an administrator can sign in with MFA, then delete the keys as root:':
    '관리자가 MFA로 로그인되는지 직접 확인한 뒤, 루트 사용자로 키를 삭제하십시오:',
  'Something else used a root key in the last 30 days, or may have. What now?':
    '최근 30일 안에 다른 곳에서 루트 액세스 키를 사용했거나 사용했을 수 있습니다. 어떻게 할까요?',
  'deactivate it now, delete it on a later run if nothing breaks':
    '지금은 비활성화하고, 문제가 없으면 다음에 실행할 때 삭제',
  'delete it now, permanently': '지금 영구 삭제(되돌릴 수 없음)',
  'Prove that you can sign in without the root access keys before they are deleted':
    '루트 액세스 키를 삭제하기 전에 키 없이 로그인되는지 확인하기',
  'Turn on MFA for the root user: the step "Root user MFA" shows how.':
    '루트 사용자의 MFA를 켜십시오. 방법은 "루트 사용자 MFA" 단계에 있습니다.',
  'Sign in as the administrator with MFA in a private window. It counts for 30 days.':
    '시크릿 창에서 관리자로, MFA를 써서 로그인하십시오. 이 로그인은 30일 동안 인정됩니다.',
  "Check that you can read root's mailbox, and that its phone number is yours":
    '루트 사용자의 메일함을 읽을 수 있는지, 전화번호가 본인 것인지 확인하기',
  'If you lose the password or an MFA device, this mailbox and phone are your last way back in.':
    '암호나 MFA 디바이스를 잃어버리면, 이 메일함과 전화가 계정을 되찾는 마지막 수단입니다.',
  'Check that the email address and the phone number on it are right, and yours.':
    '그 페이지의 이메일 주소와 전화번호가 맞는지, 그 메일을 읽을 수 있는지 확인합니다.',
  'Check that you can still sign in as root or as the administrator if you lose one device':
    '디바이스 하나를 잃어도 루트 사용자나 관리자로 로그인할 수 있는지 확인하기',
  'If one phone holds the MFA of both root and the administrator, its loss can lock you out.':
    '휴대폰 하나에 루트 사용자와 관리자의 MFA가 모두 있으면, 휴대폰을 잃어버릴 때 로그인하지 못하게 될 수 있습니다.',
  'If so, add a second device for root on that page, such as a passkey in the browser.':
    '그렇다면 그 페이지에서 루트 사용자에게 두 번째 디바이스를 등록합니다. 예를 들면 브라우저의 패스키입니다.',
  'Delete the access keys and signing certificates of the root user':
    '루트 사용자의 액세스 키와 서명 인증서 삭제',
  'Under "Access keys", look at "Last used": is a key still in use?':
    '"액세스 키"에서 "마지막 사용"(Last used)을 보고, 아직 쓰이는 키가 있는지 확인합니다.',
  'If so, deactivate it and wait a few days. If not, choose "Actions" > "Delete".':
    '있으면 먼저 비활성화하고 며칠 기다립니다. 없으면 "작업" > "삭제"를 선택합니다.',
  'as root: aws iam update-access-key --access-key-id {id} --status Active':
    '루트 사용자로: aws iam update-access-key --access-key-id {id} --status Active',
  'Deactivate the root access key {key}': '루트 액세스 키 비활성화: {key}',
  'Deactivate the root access key {key}, the one you are signed in with':
    '지금 로그인에 쓰고 있는 루트 액세스 키 비활성화: {key}',
  'other uses': '다른 사용',
  'cannot be ruled out': '있을 수 있음',
  'cannot be ruled out: CloudTrail is not readable in {regions}':
    '있을 수 있음({regions}의 CloudTrail을 읽을 수 없음)',
  'none in CloudTrail, which does not record data access':
    'CloudTrail에는 없음(데이터 액세스는 기록되지 않음)',
  'stop working': '더는 쓸 수 없음',
  'Permanently delete the root access key {key}': '루트 액세스 키 영구 삭제: {key}',
  'Permanently delete the root access key {key}, the one you are signed in with':
    '지금 로그인에 쓰고 있는 루트 액세스 키 영구 삭제: {key}',
  active: '활성',
  inactive: '비활성',
  'inactive, deleted on a later run': '비활성, 다음에 실행할 때 삭제',
  deleted: '삭제됨',
  'Permanently delete the signing certificate {id} of the root user':
    '루트 사용자의 서명 인증서 영구 삭제: {id}',
  'signs calls as root': '루트 사용자로 호출에 서명할 수 있음',
};

import type { Translations } from '../translations.ts';

/** The root user's MFA and access keys. */
export const stepsRoot: Translations = {
  'Root user MFA': '루트 사용자 MFA',
  'AWS requires it of every root user within 35 days. Without it, a leaked password is the whole account.':
    'AWS는 모든 루트 사용자에게 35일 안에 MFA를 켜도록 요구합니다. MFA가 없으면 암호 하나만 새어 나가도 계정 전체를 잃습니다.',
  'no root password: nobody can sign in as root':
    '루트 암호 없음: 아무도 루트 사용자로 로그인할 수 없음',
  'off. Only you can switch it on, in the AWS console': '꺼짐. AWS 콘솔에서 본인만 켤 수 있음',
  'on, with an authenticator app': '켜짐, 인증 앱',
  'on, with a passkey or a hardware token': '켜짐, 패스키 또는 하드웨어 토큰',
  'Switch MFA on for the root user': '루트 사용자의 MFA 켜기',
  'the same page, Multi-factor authentication (MFA), Remove':
    '같은 페이지 > 멀티 팩터 인증(MFA) > 제거',
  'Under "Multi-factor authentication (MFA)" choose "Assign MFA device".':
    '"멀티 팩터 인증(MFA)"에서 "MFA 디바이스 할당"(Assign MFA device)을 선택합니다.',
  'Name it, choose a passkey or "Authenticator app", and follow the page.':
    '이름을 입력하고 패스키나 "인증 관리자 앱"(Authenticator app)을 선택한 뒤 화면의 안내를 따릅니다.',
  'Do it once more with a second device, kept somewhere else.':
    '다른 곳에 보관할 두 번째 디바이스도 같은 방법으로 등록합니다.',
  'Give the root user a second MFA device, so that a lost phone is no lost account':
    '루트 사용자에게 두 번째 MFA 디바이스 등록 (휴대폰을 잃어도 계정을 잃지 않도록)',
  'Choose "Assign MFA device" once more, for a device that you keep somewhere else.':
    '"MFA 디바이스 할당"(Assign MFA device)을 한 번 더 선택해, 다른 곳에 보관할 디바이스를 등록합니다.',

  'Root access keys': '루트 액세스 키',
  'Whoever holds a root access key holds the account; no permission can limit it.':
    '루트 액세스 키를 손에 넣은 사람은 계정 전체를 손에 넣습니다. 어떤 권한으로도 막을 수 없습니다.',
  none: '없음',
  'a signing certificate': '서명 인증서 있음',
  'there are some': '있음',
  '{first}; {second}': '{first} / {second}',
  'last used {day}, {service}': '마지막 사용 {day}, {service}',
  'never used': '사용한 적 없음',
  '{key}: inactive, {use}': '{key}: 비활성, {use}',
  'Administrators come in by roles: AWS cannot show that one of them gets in.':
    '관리자가 역할로 들어옵니다. 실제로 로그인되는지는 AWS에서 확인할 수 없습니다.',
  'See for yourself that an administrator signs in with MFA, then delete the keys as root:':
    '관리자가 MFA로 로그인되는 것을 직접 확인한 뒤, 루트 사용자로 키를 삭제하십시오:',
  'Something else used a root key in the last 30 days, or may have. What now?':
    '최근 30일 안에 다른 곳에서 루트 액세스 키를 사용했거나 사용했을 수 있습니다. 어떻게 할까요?',
  'deactivate it; delete it on a later run, when nothing broke':
    '비활성화하고, 문제가 없으면 다음에 실행할 때 삭제',
  'delete it at once: there is no way back': '지금 바로 삭제 (되돌릴 수 없음)',
  'Prove another way in first: the root access keys stay until then':
    '먼저 다른 로그인 방법을 확인하기 (그때까지 루트 액세스 키는 그대로 둠)',
  'Switch MFA on for the root user: the step Root user MFA shows how.':
    '루트 사용자의 MFA를 켜십시오. 방법은 "루트 사용자 MFA" 단계에 있습니다.',
  'Sign in as the administrator with MFA, in a private window: a sign-in counts for 30 days.':
    '시크릿 창에서 관리자로 MFA를 써서 로그인하십시오. 로그인은 30일 동안 인정됩니다.',
  "You can read root's mailbox, and its phone number is yours":
    '루트 사용자의 메일함을 열 수 있고 전화번호가 본인 것임을 확인',
  'The mailbox and the phone are the last way back, if the password or an MFA device is lost.':
    '메일함과 전화는 암호나 MFA 디바이스를 잃어버렸을 때 계정을 되찾는 마지막 수단입니다.',
  'Look at the page below: are the e-mail address and the phone number right, and yours?':
    '아래 페이지에서 이메일 주소와 전화번호가 맞는지, 본인 것인지 봅니다.',
  'Root and the administrator do not depend on the same device':
    '루트 사용자와 관리자의 MFA가 같은 디바이스에 있지 않음을 확인',
  'If one phone holds both, a lost phone is a lost account.':
    '휴대폰 하나에 둘 다 있으면, 휴대폰을 잃어버릴 때 계정도 잃습니다.',
  'If it does: give root a second device, a passkey in the browser for instance, on the page below.':
    '둘 다 있다면 아래 페이지에서 루트 사용자에게 두 번째 디바이스를 등록합니다. 예를 들면 브라우저의 패스키입니다.',
  'Delete the access keys and signing certificates of the root user':
    '루트 사용자의 액세스 키와 서명 인증서 삭제',
  'Under "Access keys", look at "Last used": does something else still use one?':
    '"액세스 키"에서 "마지막 사용"(Last used)을 봅니다. 아직 다른 곳에서 쓰는 키가 있는지 확인합니다.',
  'If so, deactivate it first and wait some days. Else choose "Actions", "Delete".':
    '있으면 먼저 비활성화하고 며칠 기다립니다. 없으면 "작업" > "삭제"를 선택합니다.',
  'as root: aws iam update-access-key --access-key-id {id} --status Active':
    '루트 사용자로: aws iam update-access-key --access-key-id {id} --status Active',
  'Deactivate the root access key {key}': '루트 액세스 키 비활성화 ({key})',
  'Deactivate the root access key {key}: the one you are signed in with':
    '지금 로그인에 쓰고 있는 루트 액세스 키 비활성화 ({key})',
  'other uses': '다른 사용',
  'not ruled out': '사용하지 않는다고 확인할 수 없음',
  'not ruled out: CloudTrail cannot be read in {regions}':
    '사용하지 않는다고 확인할 수 없음({regions}의 CloudTrail을 읽을 수 없음)',
  'CloudTrail shows none, and does not record reads of data':
    'CloudTrail에는 없음(데이터 읽기는 기록되지 않음)',
  'no longer work': '더는 되지 않음',
  'Delete the root access key {key}': '루트 액세스 키 삭제 ({key})',
  'Delete the root access key {key}: the one you are signed in with':
    '지금 로그인에 쓰고 있는 루트 액세스 키 삭제 ({key})',
  active: '활성',
  inactive: '비활성',
  'inactive, to be deleted on a later run': '비활성, 다음에 실행할 때 삭제',
  gone: '삭제됨',
  'Delete the signing certificate {id} of the root user': '루트 사용자의 서명 인증서 삭제 ({id})',
  'signs calls as root': '루트 사용자로 호출에 서명할 수 있음',
};

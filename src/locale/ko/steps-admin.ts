import type { Translations } from '../translations.ts';

/** The administrator: group, user, password, and the sign-in that proves them. */
export const stepsAdmin: Translations = {
  free: '무료',

  'Administrator group': '관리자 그룹',
  'Permissions on a group are easy to see, and to remove in one place.':
    '권한을 그룹에 두면 누구에게 어떤 권한이 있는지 한눈에 보이고, 한 곳에서 없앨 수 있습니다.',
  'none, and not needed: {other} is already an administrator':
    '없음, 필요 없음: {other}[이/가] 이미 관리자',
  'Name of the user group?': '사용자 그룹 이름을 무엇으로 할까요?',
  'Create the group {name}': '{name} 그룹 만들기',
  'IAM console > User groups > {name} > Delete': 'IAM 콘솔 > 사용자 그룹 > {name} > 삭제',
  'Give the group {name} full access (AdministratorAccess)':
    '{name} 그룹에 전체 액세스 권한(AdministratorAccess) 주기',
  'Give the group {name} and its members {members} full access (AdministratorAccess)':
    '{name} 그룹과 그 구성원 {members}에게 전체 액세스 권한(AdministratorAccess) 주기',
  'IAM console > User groups > {name} > Permissions > AdministratorAccess > Remove':
    'IAM 콘솔 > 사용자 그룹 > {name} > 권한 > AdministratorAccess > 제거',

  Administrator: '관리자',
  'Do not do your daily work as root: no permission can limit the root user.':
    '루트 사용자는 어떤 권한으로도 제한할 수 없습니다. 평소 작업은 다른 사용자로 하십시오.',
  'IAM Identity Center: {role}': 'IAM Identity Center 역할: {role}',
  'role {role}': '{role} 역할',
  'none, so you do everything as root': '없음(모든 일을 루트 사용자로 함)',
  'Username for the administrator? Your first name is fine.':
    '관리자의 사용자 이름을 무엇으로 할까요? 본인의 영문 이름이면 됩니다.',
  '{name} no longer counts: AWS has put this user under quarantine':
    '{name}: AWS가 격리해서 더는 관리자가 아님',
  '{name}, but limited by: {because}': '{name}: 관리자이지만 다음 때문에 제한됨: {because}',
  '{name} is limited by a Deny, a condition or a permissions boundary. Choose another name.':
    '{name}[은/는] 거부(Deny), 조건 또는 권한 경계로 제한되어 있습니다. 다른 이름을 입력하십시오.',
  'access keys': '액세스 키',
  'MFA devices': 'MFA 디바이스',
  'there is one': '있음',
  'Create the user {name}, without a password yet': '{name} 사용자 만들기(암호는 나중에)',
  'IAM console > Users > {name} > Delete': 'IAM 콘솔 > 사용자 > {name} > 삭제',
  'Make the existing user {name} an administrator: add to the group {group}':
    '이미 있는 {name} 사용자를 관리자로 만들기: {group} 그룹에 추가',
  'Add {name} to the group {group}': '{name} 사용자를 {group} 그룹에 추가',
  'IAM console > User groups > {group} > Users > {name} > Remove':
    'IAM 콘솔 > 사용자 그룹 > {group} > 사용자 > {name} > 제거',
  'Enter a name.': '이름을 입력하십시오.',
  'Use at most {longest} characters.': '{longest}자를 넘을 수 없습니다.',
  'Use only A-Z, a-z, 0-9 and these: + = , . @ _ -':
    '영문자와 숫자, 다음 문자만 쓸 수 있습니다: + = , . @ _ -',
  '"{name}" would be mistaken for the root user. Choose another name.':
    '"{name}"[은/는] 루트 사용자와 혼동됩니다. 다른 이름을 입력하십시오.',
  '{name} is already an administrator. Choose another name.':
    '{name}[은/는] 이미 관리자입니다. 다른 이름을 입력하십시오.',
  'yours does not exist yet; others: {names}': '본인이 쓸 관리자는 아직 없음. 다른 관리자: {names}',
  'Are you the administrator {name}?': '관리자 {name}[이/가] 본인입니까?',
  'yes, I am {name}': '예, 본인입니다({name})',
  'no, create an administrator for me': '아니요, 새 관리자를 만듭니다',
  'Which administrator are you?': '어느 관리자가 본인입니까?',
  'I sign in with the role {name}': '{name} 역할로 로그인합니다',
  'none of these, create one for me': '이 중에 없음, 새 관리자를 만듭니다',
  'Say which administrator you are: {choices}, or none of them':
    '어느 관리자가 본인인지 답하기: {choices}, 또는 이 중에 없음',
  'The page below lists them. Rootlock asks before it creates anything.':
    '아래 페이지에 목록이 있습니다. Rootlock은 무엇이든 만들기 전에 묻습니다.',

  'Administrator password': '관리자 암호',
  'With a password and an MFA code, you sign in as the administrator instead of as root.':
    '이 암호와 MFA 코드가 있으면 루트 사용자 대신 관리자로 로그인할 수 있습니다.',
  'not needed: you sign in with a role': '필요 없음(역할로 로그인함)',
  'none for {owner} yet': '아직 없음({owner})',
  'set for {owner}, never used': '설정됨({owner}), 사용한 적 없음',
  'set for {owner}, last used {day}': '설정됨({owner}), 마지막 사용 {day}',
  'sign in as {owner}': '{owner} 로그인 주소',
  'in a terminal': '터미널에서',
  '{program} {words}': '{program} {words}',
  'IAM dashboard': 'IAM 대시보드',
  'use root': '루트 사용자',
  'only for tasks that require the root user': '루트 사용자만 할 수 있는 일에만 사용',
  "root's mailbox and phone (they can reset everything), its second MFA device":
    '루트 사용자의 메일함과 전화(모두 재설정할 수 있음), 두 번째 MFA 디바이스',
  'Set a password for {owner}. Rootlock did not create this user: is it you?':
    '{owner} 사용자의 암호 설정. Rootlock이 만들지 않은 사용자입니다. 본인입니까?',
  'Set a password for {owner}': '{owner} 사용자의 암호 설정',
  'Set a new password for {owner}, in case you lost the old one':
    '{owner} 사용자의 암호를 새로 설정(전에 정한 암호를 모를 때)',
  'Must the user create a new password at the first sign-in? Not needed if it is you.':
    '처음 로그인할 때 새 암호를 만들게 할까요? 본인이 쓰는 사용자라면 필요 없습니다.',
  'IAM console > Users > {name} > Security credentials > Manage console access':
    'IAM 콘솔 > 사용자 > {name} > 보안 자격 증명 > 콘솔 액세스 관리(Manage console access)',
  'Password for {name}': '{name} 사용자의 암호',
  'The reply of AWS got lost, so the new password of {user} may or may not be set.':
    'AWS의 응답이 중간에 사라져 {user} 사용자의 새 암호가 설정되었는지 알 수 없습니다.',
  'Keep both the new and the old password until you have signed in with one of them.':
    '둘 중 하나로 로그인할 때까지 새 암호와 이전 암호를 모두 보관하십시오.',
  'Or run Rootlock again and set another one.':
    '또는 Rootlock을 다시 실행하여 다른 암호를 설정하십시오.',
  'Meanwhile, somebody else set a password for {user}. Yours was not set.':
    '그사이 다른 사람이 {user} 사용자의 암호를 설정했습니다. 입력한 암호는 설정되지 않았습니다.',
  'Find out who: CloudTrail console > Event history > CreateLoginProfile.':
    '누가 설정했는지 확인하십시오: CloudTrail 콘솔 > 이벤트 기록 > CreateLoginProfile',
  'Then run Rootlock again: it offers to set a new password.':
    '그런 다음 Rootlock을 다시 실행하면 새 암호를 설정할 수 있습니다.',
  'AWS refused it: {why} Another password for {name}':
    'AWS가 거부했습니다. {why} {name} 사용자의 다른 암호',
  'Use at least {shortest} characters.': '{shortest}자 이상이어야 합니다.',
  'Use at most 128 characters.': '128자를 넘을 수 없습니다.',
  'AWS does not allow one of these characters.':
    'AWS에서 쓸 수 없는 문자가 있습니다. 한글 입력 상태인지 확인하십시오.',
  'Add an uppercase letter.': '영문 대문자를 넣으십시오.',
  'Add a lowercase letter.': '영문 소문자를 넣으십시오.',
  'Add a number.': '숫자를 넣으십시오.',
  'Add a symbol, one of {symbols}': '다음 기호 중 하나를 넣으십시오: {symbols}',

  'Proof of sign-in': '로그인 확인',
  'Before the root keys are deleted, prove that you can get in without them: sign in once as the administrator.':
    '루트 액세스 키를 삭제하기 전에, 그 키 없이도 들어올 수 있는지 확인합니다. 관리자로 한 번 로그인하십시오.',
  'which one are you: {names}?': '누가 본인인지 답해야 함: {names}',
  'not known yet which administrator you are': '어느 관리자가 본인인지 아직 모름',
  'you sign in with a role, which Rootlock cannot see':
    '역할로 로그인함(Rootlock은 그 로그인을 볼 수 없음)',
  '{owner} signed in with MFA on {day} (CloudTrail)': '{owner}: {day}에 MFA로 로그인(CloudTrail)',
  '{owner} signed in; CloudTrail does not show yet whether with MFA':
    '{owner}: 로그인함. MFA를 썼는지는 아직 CloudTrail에 나오지 않음',
  'You have signed in, and CloudTrail does not show it yet: wait here, or press Enter and carry on.':
    '로그인했지만 아직 CloudTrail에 나오지 않습니다. 여기서 기다리거나, Enter를 눌러 계속하십시오.',
  'Sign in as {owner}, an IAM user of the account {id}, with the password and an MFA code.':
    '계정 {id}의 IAM 사용자 {owner}[으로/로], 암호와 MFA 코드를 입력해 로그인합니다.',
  'Rootlock sees who signed in, and keeps the session only if you say so. CloudTrail may take 15 minutes to show MFA.':
    'Rootlock은 누가 로그인했는지 확인하고, 동의할 때만 세션을 저장합니다. MFA를 쓴 기록이 CloudTrail에 나오기까지 15분쯤 걸릴 수 있습니다.',
  'Or sign in to the console on any device, at {url}, and press Enter here.':
    '아니면 아무 기기에서나 {url} 주소로 콘솔에 로그인한 뒤, 여기서 Enter를 누릅니다.',
  'none yet; the password was used on {day}': '아직 없음. 암호는 {day}에 사용됨',
  '{owner} has not signed in with MFA yet': '아직 없음({owner})',
  'Sign in as {owner}': '{owner} 사용자로 로그인하기',
  'Sign in as {owner}, with the password and an MFA code.':
    '{owner} 사용자로, 암호와 MFA 코드를 입력해 로그인합니다.',
  '{name} failed to sign in at {when}': '{when}에 {name}[이/가] 로그인에 실패함',
  '{name} signed in at {when} without MFA': '{when}에 {name}[이/가] MFA 없이 로그인함',
  'another user named {name} signed in at {when}':
    '{when}에 이름이 {name}인 다른 사용자가 로그인함',
  '{name} signed in at {when}, before the password was set':
    '{when}에 {name}[이/가] 로그인함(지금 암호를 설정하기 전)',
  '{name} signed in at {when} with an MFA device that no longer exists':
    '{when}에 {name}[이/가] 지금은 없는 MFA 디바이스로 로그인함',
  '{name} signed in at {when}, before the MFA device was set up':
    '{when}에 {name}[이/가] 로그인함(지금 MFA 디바이스를 등록하기 전)',
  'none yet: {seen}': '아직 없음. {seen}',
  'Seen so far: {seen}. That is no proof.':
    '지금까지 확인된 것: {seen}. 이것으로는 확인되지 않습니다.',
  'These credentials cannot look up sign-ins in {regions}.':
    '현재 자격 증명으로는 {regions}의 로그인 기록을 조회할 수 없습니다.',
  'These credentials cannot list the regions, so Rootlock looks up sign-ins only in the usual ones.':
    '현재 자격 증명으로는 리전 목록을 조회할 수 없어, 로그인 기록을 흔히 쓰이는 리전에서만 찾습니다.',
  'There are too many sign-ins to read them all, so Rootlock reads the newest: sign in now.':
    '로그인 기록이 너무 많아 최근 기록만 확인합니다. 지금 로그인하십시오.',
  'Come back here. CloudTrail may take 15 minutes to record it.':
    '여기로 돌아옵니다. CloudTrail에 기록되기까지 15분쯤 걸릴 수 있습니다.',
  'You cannot sign in? Go back, and choose Administrator MFA or Administrator password to fix it.':
    '로그인이 안 되면 뒤로 가서 "관리자 MFA"나 "관리자 암호" 단계를 선택해 해결하십시오.',
  'You can sign in with the administrator role and MFA':
    '관리자 역할로, MFA를 써서 로그인할 수 있음을 확인',
  'Sign in with the role in a private window, and check that AWS asks for MFA.':
    '시크릿 창에서 그 역할로 로그인하고, MFA를 요구하는지 확인합니다.',
  'Rootlock cannot see this sign-in, so it does not touch the root access keys.':
    'Rootlock은 이 로그인을 볼 수 없으므로 루트 액세스 키를 건드리지 않습니다.',
  '{name} is an administrator, but is denied: {denied}.':
    '{name} 사용자는 관리자이지만 다음이 거부됩니다: {denied}.',
  '{name} is an administrator, but how far depends on: {keys}.':
    '{name} 사용자는 관리자이지만 할 수 있는 일이 다음에 따라 달라집니다: {keys}.',
  'Check the policies and the permissions boundary of this user, and the policies of the organization.':
    '이 사용자의 정책과 권한 경계, 조직의 정책을 확인하십시오.',
  'Allow it, or make another user the administrator, then run Rootlock again.':
    '허용하거나 다른 사용자를 관리자로 만든 뒤, Rootlock을 다시 실행하십시오.',
  'IAM Identity Center': 'IAM Identity Center',
};

import type { Translations } from '../translations.ts';

/** The administrator: group, user, password, and the sign-in that proves them. */
export const stepsAdmin: Translations = {
  free: '무료',

  'Administrator group': '관리자 그룹',
  'Permissions on a group are easy to see, and to remove in one place.':
    '권한을 그룹에 두면 누가 무엇을 할 수 있는지 한눈에 보이고, 거둘 때도 한 곳에서 거둡니다.',
  'none, and none needed: {other} is an administrator': '없어도 됨. 이미 있는 관리자: {other}',
  'Name of the group?': '그룹 이름을 무엇으로 할까요?',
  'Create the group {name}': '{name} 그룹 만들기',
  'IAM console, User groups, {name}, Delete': 'IAM 콘솔 > 사용자 그룹 > {name} > 삭제',
  'Give the group {name} all rights (AdministratorAccess)':
    '{name} 그룹에 모든 권한(AdministratorAccess) 주기',
  'Give the group {name}, and so its members {members}, all rights (AdministratorAccess)':
    '{name} 그룹과 그 구성원 {members}에게 모든 권한(AdministratorAccess) 주기',
  'IAM console, User groups, {name}, Permissions, AdministratorAccess, Remove':
    'IAM 콘솔 > 사용자 그룹 > {name} > 권한 > AdministratorAccess > 제거',

  Administrator: '관리자',
  'Nobody should do daily work as root: no permission can limit the root user.':
    '루트 사용자는 어떤 권한으로도 제한할 수 없습니다. 평소 작업은 다른 사용자로 해야 합니다.',
  'by IAM Identity Center: {role}': 'IAM Identity Center로 들어옴: {role}',
  'by the role {role}': '역할로 들어옴: {role}',
  'none, so everything is done as root': '없음: 모두 루트 사용자로 함',
  'Username for the administrator? Your first name is fine.':
    '관리자의 사용자 이름을 무엇으로 할까요? 본인의 영문 이름이면 됩니다.',
  '{name} is one no more: AWS has put them under quarantine':
    '{name}: AWS가 격리해서 더는 관리자가 아님',
  '{name} is one on paper alone. In the way: {because}':
    '{name}: 이름뿐인 관리자. 막는 것: {because}',
  'A Deny, a condition or a permissions boundary limits {name}: another name, please.':
    '{name}[은/는] 거부(Deny), 조건 또는 권한 경계로 제한되어 있습니다. 다른 이름을 입력하십시오.',
  'access keys': '액세스 키',
  'MFA devices': 'MFA 디바이스',
  'there is one': '있음',
  'Create the user {name}, without a password for now': '{name} 사용자 만들기 (암호는 나중에)',
  'IAM console, Users, {name}, Delete': 'IAM 콘솔 > 사용자 > {name} > 삭제',
  'Make {name}, who is here already, an administrator: add to the group {group}':
    '이미 있는 {name} 사용자를 관리자로 만들기: {group} 그룹에 추가',
  'Add {name} to the group {group}': '{name} 사용자를 {group} 그룹에 추가',
  'IAM console, User groups, {group}, Users, {name}, Remove':
    'IAM 콘솔 > 사용자 그룹 > {group} > 사용자 > {name} > 제거',
  'A name, please.': '이름을 입력하십시오.',
  'At most {longest} characters, please.': '{longest}자를 넘을 수 없습니다.',
  'Only letters without accents, digits and + = , . @ _ - please.':
    '영문자, 숫자와 + = , . @ _ - 만 쓸 수 있습니다.',
  '{name} is an administrator already: another name, please.':
    '{name}[은/는] 이미 관리자입니다. 다른 이름을 입력하십시오.',
  'none of yours yet, only {names}': '본인의 관리자 없음. 있는 관리자: {names}',
  'Is {name} you?': '{name}[이/가] 본인입니까?',
  'yes, {name} is me': '예, {name}[이/가] 본인입니다',
  'no: make me an administrator of my own': '아니요, 본인의 관리자를 따로 만듭니다',
  'Which of the administrators are you?': '관리자 중 본인은 누구입니까?',
  'I come in by the role {name}': '{name} 역할로 들어옵니다',
  'none of these: make me one of my own': '이 중에 없음: 본인의 관리자를 따로 만듭니다',
  'You say which administrator you are: {choices}, or none of them':
    '관리자 중 본인이 누구인지 답하기: {choices}, 또는 이 중에 없음',
  'The page below shows who they are. Rootlock asks before it makes anything.':
    '아래 페이지에서 누가 있는지 볼 수 있습니다. Rootlock은 무엇이든 만들기 전에 묻습니다.',

  'Administrator password': '관리자 암호',
  'With it, and the code of the MFA device, you sign in as the administrator instead of as root.':
    '이 암호와 MFA 디바이스의 코드로, 루트 사용자 대신 관리자로 로그인합니다.',
  'no administrator of yours signs in with a password': '본인이 암호로 로그인하는 관리자 없음',
  'none for {owner}': '{owner}: 암호 없음',
  'set for {owner}, never used': '{owner}: 설정됨, 사용한 적 없음',
  'set for {owner}, last used {day}': '{owner}: 설정됨, 마지막 사용 {day}',
  'sign in as {owner}': '{owner} 로그인 주소',
  'in a terminal': '터미널에서',
  'use root': '루트 사용자',
  'only for what AWS demands of root': '꼭 루트 사용자여야 하는 일에만 사용',
  'keep safe': '지켜야 할 것',
  "root's mailbox and phone (they can reset everything) and the second MFA device: not in this computer":
    '루트 사용자의 메일함과 전화(모든 것을 재설정할 수 있음), 두 번째 MFA 디바이스: 이 컴퓨터가 아닌 곳에',
  'Give {owner}, whom Rootlock did not create, a password. Is this you?':
    'Rootlock이 만들지 않은 {owner} 사용자의 암호 설정. 본인입니까?',
  'Give {owner} a password': '{owner} 사용자의 암호 설정',
  'Give {owner} a new password, in case you no longer have the one that was set':
    '{owner} 사용자의 암호를 새로 설정 (전에 정한 암호를 모를 때)',
  'Should AWS ask for a new password at the first sign-in? Not needed if it is for you alone.':
    '처음 로그인할 때 AWS가 새 암호를 요구하게 할까요? 혼자 쓰는 사용자라면 필요 없습니다.',
  'IAM console, Users, {name}, Security credentials, Manage console access':
    'IAM 콘솔 > 사용자 > {name} > 보안 자격 증명 > 콘솔 액세스 관리(Manage console access)',
  'The password of {name}': '{name} 사용자의 암호',
  'Nobody knows whether AWS has set the new password of {user}: the answer was lost.':
    'AWS의 응답이 중간에 사라져 {user} 사용자의 새 암호가 설정되었는지 알 수 없습니다.',
  'Keep the new password and the one before it until you have signed in with one of them.':
    '둘 중 하나로 로그인할 때까지 새 암호와 이전 암호를 모두 보관하십시오.',
  'Or run Rootlock again, and set another one.':
    '또는 Rootlock을 다시 실행하여 다른 암호를 설정하십시오.',
  'Somebody else has given {user} a password meanwhile. Yours was not set.':
    '그사이 다른 사람이 {user} 사용자의 암호를 설정했습니다. 입력한 암호는 설정되지 않았습니다.',
  'Find out who it was: CloudTrail, Event history, CreateLoginProfile.':
    '누가 설정했는지 확인하십시오: CloudTrail > 이벤트 기록 > CreateLoginProfile',
  'Then run Rootlock again: it offers to set a new password.':
    '그런 다음 Rootlock을 다시 실행하면 새 암호를 설정할 수 있습니다.',
  'AWS refused it: {why} Another password of {name}':
    'AWS가 거부했습니다. {why} {name} 사용자의 다른 암호',
  'At least {shortest} characters, please.': '{shortest}자 이상이어야 합니다.',
  'At most 128 characters, please.': '128자를 넘을 수 없습니다.',
  'A character in it is one that AWS does not take.':
    'AWS가 받지 않는 문자가 있습니다. 한글 입력 상태인지 확인하십시오.',
  'A capital letter is missing.': '영문 대문자가 있어야 합니다.',
  'A small letter is missing.': '영문 소문자가 있어야 합니다.',
  'A digit is missing.': '숫자가 있어야 합니다.',
  'A symbol is missing, one of {symbols}': '다음 기호 중 하나가 있어야 합니다: {symbols}',

  'Proof of sign-in': '로그인 확인',
  'Before the root keys are deleted, prove that you can get in without them: sign in once as the administrator.':
    '로그인은 실제로 해 보아야 믿을 수 있습니다. 루트 액세스 키를 없애기 전에, 관리자로 로그인한 기록이 AWS에 있어야 합니다.',
  'which of them are you: {names}?': '본인은 누구입니까: {names}',
  'it is not known which administrator you are': '관리자 중 본인이 누구인지 아직 모름',
  'you come in by a role: Rootlock cannot see you sign in':
    '본인이 역할로 들어옴: Rootlock은 그 로그인을 볼 수 없음',
  '{owner} signed in with MFA on {day}, says CloudTrail':
    '{owner}: {day}에 MFA로 로그인 (CloudTrail 기록)',
  'none yet; the password was used on {day}': '아직 없음. 암호는 {day}에 사용됨',
  '{owner} has not signed in with MFA yet': '{owner}: MFA 로그인 아직 없음',
  'Sign in as {owner}': '{owner} 사용자로 로그인하기',
  'Open the page below in a private window, so that you stay signed in as root elsewhere.':
    '아래 페이지를 시크릿 창에서 엽니다. 그래야 다른 창의 루트 사용자 로그인이 유지됩니다.',
  'Sign in as {owner}, with the password and a code of the MFA device.':
    '{owner} 사용자로 로그인합니다. 암호와 MFA 디바이스의 코드를 입력합니다.',
  '{name} tried to sign in at {when}, and AWS refused': '{when}에 {name} 로그인 시도, AWS가 거부함',
  '{name} signed in at {when} without MFA': '{when}에 {name}[이/가] MFA 없이 로그인함',
  'another user named {name} signed in at {when}':
    '{when}에 이름이 {name}인 다른 사용자가 로그인함',
  '{name} signed in at {when}, before the password was set':
    '{when}에 {name}[이/가] 로그인함(지금 암호를 설정하기 전)',
  '{name} signed in at {when} with a device that is no longer there':
    '{when}에 {name}[이/가] 지금은 없는 MFA 디바이스로 로그인함',
  '{name} signed in at {when}, before the MFA device was there':
    '{when}에 {name}[이/가] 로그인함(지금 MFA 디바이스를 등록하기 전)',
  'none yet: {seen}': '아직 없음. {seen}',
  'Seen so far: {seen}. That does not count.': '지금까지 확인된 것: {seen}. 증거가 되지 않습니다.',
  'AWS does not let these credentials look up sign-ins in {regions}.':
    '현재 자격 증명으로는 {regions}의 로그인 기록을 조회할 수 없습니다.',
  'AWS does not let these credentials list the regions: sign-ins are looked up in the usual ones only.':
    '현재 자격 증명으로는 리전 목록을 조회할 수 없어, 로그인 기록을 흔히 쓰이는 리전에서만 찾습니다.',
  'There are so many sign-ins that only the newest are looked through: sign in now.':
    '로그인 기록이 너무 많아 최근 기록만 확인합니다. 지금 로그인하십시오.',
  'Come back here. CloudTrail takes some minutes to show it; Rootlock keeps looking.':
    '여기로 돌아옵니다. CloudTrail에 나타나기까지 몇 분 걸립니다. Rootlock이 계속 확인합니다.',
  'You cannot get in? Go back, and choose Administrator MFA or Administrator password: both offer a way.':
    '로그인이 안 되면 뒤로 가서 "관리자 MFA"나 "관리자 암호" 단계를 선택하십시오. 두 단계에서 모두 해결할 수 있습니다.',
  'You can sign in through the administrator role, with MFA':
    '관리자 역할로, MFA를 써서 로그인할 수 있음을 확인',
  'Sign in through it in a private window, and see that it asks for MFA.':
    '시크릿 창에서 그 역할로 로그인하고, MFA를 요구하는지 봅니다.',
  'Rootlock cannot see this. So it leaves the root access keys alone afterwards.':
    'Rootlock은 이 로그인을 볼 수 없습니다. 그래서 이후에도 루트 액세스 키를 건드리지 않습니다.',
  '{name} is an administrator, but is not allowed to: {denied}.':
    '{name} 사용자는 관리자이지만 할 수 없는 일이 있습니다: {denied}.',
  '{name} is an administrator, but what they may do depends on: {keys}.':
    '{name} 사용자는 관리자이지만, 할 수 있는 일이 다음에 따라 달라집니다: {keys}.',
  'Look at their policies, permissions boundary, and the policies of an organization.':
    '그 사용자의 정책과 권한 경계, 조직의 정책을 확인하십시오.',
  'Allow it, or make another user the administrator, then run Rootlock again.':
    '허용하거나 다른 사용자를 관리자로 만든 뒤, Rootlock을 다시 실행하십시오.',
};

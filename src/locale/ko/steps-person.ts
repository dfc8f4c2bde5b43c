import type { Translations } from '../translations.ts';

/** A way in for somebody: user, group, MFA, password, and what to hand over. */
export const stepsPerson: Translations = {
  'Name of the new user? A first name is fine.':
    '새 사용자의 이름을 무엇으로 할까요? 영문 이름이면 됩니다.',
  '{listed} and {more} more': '{listed} 외 {more}명',
  'Whose way in? Users so far: {all}. A new name makes a new user.':
    '누가 들어올 길입니까? 지금 있는 사용자: {all}. 새 이름을 쓰면 새 사용자를 만듭니다.',
  'The way in of {name}': '{name} 사용자가 들어올 길',
  'A way in for {name}.': '{name} 사용자가 들어올 길을 만듭니다.',
  'Give the group {name} the policy of the same name': '{name} 그룹에 같은 이름의 정책 연결',
  'in {groups}, but something denies {name} everything':
    '{groups} 그룹에 속함, 그러나 {name} 사용자에게 모든 일이 거부됨',
  'in {groups}, but AWS has quarantined {name}':
    '{groups} 그룹에 속함, 그러나 AWS에서 {name} 사용자를 격리함',
  rights: '권한',
  'none: a policy or the permissions boundary of {name} denies everything. IAM console > Users > {name} > Permissions.':
    '없음: {name} 사용자의 정책이나 권한 경계에서 모든 일이 거부됩니다. IAM 콘솔 > 사용자 > {name} > 권한.',
  'fewer: AWS found an access key of {name} somewhere public, and denies much until it is gone.':
    '줄어듦: {name} 사용자의 액세스 키가 공개된 곳에서 발견되어, 키를 없앨 때까지 많은 일이 거부됩니다.',
  '{name} can sign in.': '{name} 사용자가 로그인할 수 있습니다.',
  '{name} is not ready yet: {done} of {counted} steps are done.':
    '{name} 사용자는 아직 준비되지 않았습니다. {counted}단계 중 {done}단계를 마쳤습니다.',
  'To hand over to {name}': '{name} 사용자에게 전할 것',

  User: '사용자',
  'A user of their own can be limited, and removed without harm to anybody else.':
    '각자 자기 사용자를 쓰면, 다른 사람에게 해를 주지 않고 그 사용자만 제한하거나 삭제할 수 있습니다.',
  '{name} exists': '{name} 있음',
  'none yet': '아직 없음',

  'What they may do': '할 수 있는 일',
  'Rights come from a group: everybody in it has the same, and leaving it takes them away.':
    '권한은 그룹에서 옵니다. 그룹에 있는 사람은 모두 권한이 같고, 그룹에서 빠지면 그 권한도 없어집니다.',
  'in {groups}': '{groups}에 있음',
  'in no group, so nothing yet': '그룹에 없어서 아직 아무것도 할 수 없음',
  'What does {name} do?': '{name} 사용자는 무슨 일을 합니까?',
  'develops: all services, but no people or rights': '개발: 모든 서비스(사용자와 권한 관리는 빼고)',
  'security: sees settings, changes nothing': '보안: 설정을 보기만 함',
  'billing: bills, budgets and payment methods': '결제: 청구서, 예산, 결제 수단',
  'reads: sees all, data too, changes nothing': '읽기: 데이터까지 모두 보기만 함',
  'as in the group {name}': '{name} 그룹과 같은 일',
  "what another of AWS's policies allows": 'AWS의 다른 정책이 허용하는 일',
  "Which of AWS's policies? A part of its name is enough.":
    '어느 AWS 정책입니까? 이름의 일부만 써도 됩니다.',
  'Type a part of its name, for instance: s3 read': '이름의 일부를 입력하십시오. 예: s3 read',
  'AWS has no policy with that in its name.': '이름에 그 글자가 있는 AWS 정책이 없습니다.',
  'Type more of it. It is in: {names}, and {more} more.':
    '조금 더 입력하십시오. 그 글자가 들어 있는 정책: {names} 외 {more}개',
  'Type more of it. It is in: {names}.': '조금 더 입력하십시오. 그 글자가 들어 있는 정책: {names}',
  'Take {name} out of what was before: {groups}?':
    '{name} 사용자를 전에 있던 그룹에서 뺄까요? {groups}',
  '{name} is in {groups}. Change that?': '{name} 사용자는 지금 {groups}에 있습니다. 바꿀까요?',
  'Give the group {name} {policy}': '{name} 그룹에 {policy} 정책 주기',
  'Give the group {name} and its members {members} {policy}':
    '{name} 그룹과 그 구성원 {members}에게 {policy} 정책 주기',
  'IAM console > User groups > {name} > Permissions > {policy} > Remove':
    'IAM 콘솔 > 사용자 그룹 > {name} > 권한 > {policy} > 제거',
  'Take {name} out of the group {group}': '{name} 사용자를 {group} 그룹에서 빼기',
  'IAM console > User groups > {group} > Users > Add users':
    'IAM 콘솔 > 사용자 그룹 > {group} > 사용자 > 사용자 추가(Add users)',
  'policy of the group': '그룹의 정책',
  'access key {key}': '액세스 키 {key}',
  works: '쓸 수 있음',
  'works only with an MFA code': 'MFA 코드가 있어야 쓸 수 있음',

  'Their MFA': 'MFA',
  'off, and required by the group': '꺼짐(그룹이 MFA를 요구함)',
  'Which MFA device will {name} use?': '{name} 사용자는 어떤 MFA 디바이스를 씁니까?',
  'not now: {name} sets it up at the first sign-in':
    '지금 안 함: {name} 사용자가 처음 로그인할 때 직접 등록',
  '{name} sets up MFA at the first sign-in': '{name} 사용자가 처음 로그인할 때 MFA를 등록',
  'Until then, {name} can do nothing else: the group requires MFA.':
    '그때까지 {name} 사용자는 다른 일을 할 수 없습니다. 그룹이 MFA를 요구합니다.',
  'Nothing makes {name} do it: until then, the password alone is enough to get in.':
    '{name} 사용자가 꼭 등록하게 하는 것은 없습니다. 등록할 때까지는 암호만으로 들어올 수 있습니다.',
  'The text to send to {name} says how. Run this again to see whether it is done.':
    '{name} 사용자에게 보낼 글에 방법이 있습니다. 등록했는지는 이 명령을 다시 실행하면 보입니다.',

  'Their password': '암호',
  'It is for the first sign-in: from then on, nobody but they should know it.':
    '처음 로그인할 때 쓰는 암호입니다. 그 뒤에는 본인만 알아야 합니다.',
  'set, must be changed at the next sign-in': '설정됨, 다음 로그인 때 바꿔야 함',
  set: '설정됨',
  'sign-in page': '로그인 페이지',
  username: '사용자 이름',
  'the one that you have saved, for the first sign-in: send it some other way':
    '저장해 둔 첫 로그인용 암호. 다른 방법으로 따로 전하십시오',
  'their own': '본인의 암호',
  'Set a new password for {name}, if the old one is lost':
    '{name} 사용자의 암호를 새로 설정(전의 암호를 모를 때)',
  'Set a password for {name}, a user that was there before: is it a person?':
    '{name} 사용자의 암호 설정. 전부터 있던 사용자입니다. 사람이 쓰는 사용자입니까?',
  'Must {name} choose another password at the first sign-in?':
    '{name} 사용자가 처음 로그인할 때 암호를 바꾸게 할까요?',
  'must be changed at the first sign-in': '첫 로그인 때 바꾸기',
  'no: users may not change their passwords here':
    '하지 않음: 이 계정에서는 사용자가 암호를 바꿀 수 없음',

  'You can sign in to our AWS account now.': '이제 우리 AWS 계정에 로그인할 수 있습니다.',
  'Page: {url}': '페이지: {url}',
  'Username: {name}': '사용자 이름: {name}',
  'Password: you get it another way. AWS asks you to choose one of your own at once.':
    '암호: 다른 방법으로 따로 알려 드립니다. 로그인하면 AWS가 바로 새 암호를 정하라고 합니다.',
  'Password: you get it another way.': '암호: 다른 방법으로 따로 알려 드립니다.',
  'MFA: AWS asks for a code of the device that we set up together.':
    'MFA: 함께 등록한 디바이스의 코드를 AWS가 물어봅니다.',
  'MFA: set it up right after signing in. Your name at the top right > Security credentials > Assign MFA device. Then sign out, and in again.':
    'MFA: 로그인하면 바로 등록하십시오. 오른쪽 위의 이름 > 보안 자격 증명 > MFA 디바이스 할당. 그런 다음 로그아웃했다가 다시 로그인하십시오.',
};

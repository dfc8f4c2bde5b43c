import type { Translations } from '../translations.ts';

/** The page People of the review. */
export const reviewPeople: Translations = {
  today: '오늘',
  yesterday: '어제',
  '{days} days ago': '{days}일 전',
  '{use}, made today': '{use}, 오늘 만듦',
  '{use}, 1 day old': '{use}, 1일 됨',
  '{use}, {days} days old': '{use}, {days}일 됨',
  '{use}, age not known': '{use}, 만든 날짜 알 수 없음',
  'used {ago}': '{ago} 사용',
  'no use yet': '미사용',
  '{days} d ago': '{days}일 전',
  '{days} d, {use}': '{days}일, {use}',
  '{n}: {keys}': '{n}개: {keys}',
  '{kind}+{n}': '{kind}+{n}',
  'last use not known': '마지막 사용 알 수 없음',
  'not read yet': '아직 읽지 못함',
  'not known: {why}': '알 수 없음: {why}',
  'read when you open the user': '사용자를 열면 읽음',

  user: '사용자',
  administrator: '관리자',
  'may become one': '될 수 있음',
  perhaps: '아마 가능',
  groups: '그룹',
  'own policies': '직접 연결된 정책',
  'other keys': '다른 키',
  boundary: '권한 경계',
  tags: '태그',
  MFA: 'MFA',
  '<root>': '<루트 사용자>',
  app: '인증 앱',
  passkey: '패스키',
  token: '토큰',
  'SSH keys: {count}': 'SSH 키 {count}개',
  'service keys: {count}': '서비스 키 {count}개',
  'certificates: {count}': '인증서 {count}개',
  '1 user and root': '루트와 사용자 1명',
  '{count} users and root': '루트와 사용자 {count}명',
  'Nobody: not even the root user could be read.':
    '아무도 읽지 못했습니다. 루트 사용자도 읽지 못했습니다.',

  'newer than the credential report': '자격 증명 보고서보다 나중에 만들어짐',
  'the credential report does not say': '자격 증명 보고서에 나오지 않음',
  'the credential report has no ids': '자격 증명 보고서에는 ID가 없음',
  'not in the credential report': '자격 증명 보고서에 없음',
  'AWS does not say': 'AWS가 알려 주지 않음',
  'AWS does not give its text': 'AWS가 내용을 알려 주지 않음',
  'not in the list of AWS': 'AWS의 목록에 없음',
  'A list of AWS ended half way.': 'AWS의 목록이 중간에 끝났습니다.',
  'Neither the users nor the credential report can be read.':
    '사용자 목록도 자격 증명 보고서도 읽을 수 없습니다.',

  ARN: 'ARN(리소스 이름)',
  made: '만든 날짜',
  'password last used': '암호 마지막 사용',
  'password set': '암호 설정',
  'perhaps passkeys and tokens, which no list of AWS has':
    '패스키와 토큰도 있을 수 있음(AWS의 어떤 목록에도 없음)',
  'at least one, of a kind that is not known': '하나 이상, 종류는 알 수 없음',
  state: '상태',
  'last used': '마지막 사용',
  service: '서비스',
  region: '리전',
  kind: '종류',
  id: '식별자',
  expires: '만료',
  never: '없음',
  'Access keys': '액세스 키',
  'Other keys': '다른 키',
  'SSH key': 'SSH 키',
  key: '키',
  '{kind} of {service}': '{service} {kind}',
  'signing certificate': '서명 인증서',
  Policies: '정책',
  'Policy {name}, inline': '{name} 정책(인라인)',
  'Policy {name}, attached': '{name} 정책(연결됨)',
  'Policy {name}, by the group {group}': '{name} 정책({group} 그룹을 통해)',
  'Policies of the group {group}': '{group} 그룹의 정책',
  'Boundary {name}': '{name} 권한 경계',
  '{title}: not JSON, as AWS gives it': '{title}: JSON이 아니므로 AWS가 준 그대로',

  'the root user has no MFA': '루트 사용자에게 MFA가 없습니다',
  'the root user has MFA': '루트 사용자에게 MFA가 있습니다',
  'the root user has an access key or a signing certificate':
    '루트 사용자에게 액세스 키나 서명 인증서가 있습니다',
  'the root user has no access key': '루트 사용자에게 액세스 키가 없습니다',
  'you are signed in as the root user, which counts as a use':
    '지금 루트 사용자로 로그인한 것도 사용으로 칩니다',
  'the root user was used {ago}': '루트 사용자를 사용했습니다({ago})',
  '{name} has a password and no MFA': '{name} 사용자에게 암호는 있지만 MFA가 없습니다',
  'the password of {name} was last used {days} days ago':
    '{name} 사용자의 암호를 마지막으로 쓴 지 {days}일이 지났습니다',
  'the password of {name} was never used, and set {days} days ago':
    '{name} 사용자의 암호를 설정한 지 {days}일이 지났지만 한 번도 쓰지 않았습니다',
  'an access key of {name} was last used {days} days ago':
    '{name} 사용자의 액세스 키를 마지막으로 쓴 지 {days}일이 지났습니다',
  'an access key of {name} was never used, and made {days} days ago':
    '{name} 사용자의 액세스 키를 만든 지 {days}일이 지났지만 한 번도 쓰지 않았습니다',
  'an access key of {name} is {days} days old':
    '{name} 사용자의 액세스 키를 만든 지 {days}일이 지났습니다',
  '{name} has {count} active access keys': '{name} 사용자에게 활성 액세스 키가 {count}개 있습니다',
  'AWS found an access key of {name} somewhere public: delete it, and follow its support case':
    'AWS가 공개된 곳에서 {name} 사용자의 액세스 키를 찾았습니다. 키를 삭제하고 AWS 지원 사례를 따르십시오',
  'AWS keeps {name} in quarantine until its support case ends':
    'AWS 지원 사례가 끝날 때까지 {name} 사용자는 격리되어 있습니다',
  '{name} has policies of their own: {policies}':
    '{name} 사용자에게 직접 연결된 정책이 있습니다: {policies}',
  '{name} may become administrator, by {why}':
    '{name} 사용자는 스스로 관리자가 될 수 있습니다: {why}',
  'perhaps {name} may become administrator: it hangs on {why}':
    '{name} 사용자는 스스로 관리자가 될 수도 있습니다. 다음에 달려 있습니다: {why}',
  'whoever holds an access key of {name} may do everything: delete it, or narrow its rights in the IAM console':
    '{name} 사용자의 액세스 키를 가진 사람은 무엇이든 할 수 있습니다. IAM 콘솔에서 키를 삭제하거나 권한을 줄이십시오',
  'nobody has two access keys, or one that is {days} days old':
    '액세스 키가 둘이거나 만든 지 {days}일이 지난 사용자 없음',
  'the root user was not used for {days} days': '루트 사용자를 {days}일 동안 쓰지 않음',
  'everybody with a password has MFA: {count}':
    '암호가 있는 모든 사용자에게 MFA가 있습니다({count}명)',

  'what changed since the credential report': '자격 증명 보고서 이후에 바뀐 것',
  'AWS made it {minutes} minutes ago, and makes a new one after four hours.':
    'AWS가 {minutes}분 전에 만들었고, 네 시간이 지나야 새로 만듭니다.',
  'SSH keys, kinds of MFA and ids of access keys': 'SSH 키, MFA 종류, 액세스 키 ID',
  'They are read when you open a user.': '사용자를 열 때 읽습니다.',
  'who may become administrator by being somebody else first':
    '먼저 다른 사용자가 되어 관리자가 될 수 있는 사용자',
  'There are too many users, groups and roles to compare each with each.':
    '사용자, 그룹, 역할이 너무 많아 하나하나 비교하지 않았습니다.',
  'people of IAM Identity Center, and others who come in by a role':
    'IAM Identity Center 사용자와 역할로 들어오는 사람',
  'They are no IAM users.': 'IAM 사용자가 아닙니다.',
};

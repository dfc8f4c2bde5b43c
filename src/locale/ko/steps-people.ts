import type { Translations } from '../translations.ts';

/** People: MFA of everybody, the policy that requires it, and policies attached to users. */
export const stepsPeople: Translations = {
  'Create the policy {name}': '{name} 정책 만들기',
  'IAM console > Policies > {name} > Delete': 'IAM 콘솔 > 정책 > {name} > 삭제',
  'Require MFA of everybody in the group {group}': '{group} 그룹의 모든 사용자에게 MFA 요구',

  'MFA of everybody': '모든 사용자의 MFA',
  'A leaked password opens what its owner may do, also of people who are no administrators.':
    '암호가 새어 나가면 관리자가 아닌 사람의 암호라도 그 사람이 할 수 있는 모든 일이 열립니다.',
  'nobody signs in with a password': '암호로 로그인하는 사용자 없음',
  'on for everybody with a password: {count}': '암호가 있는 모든 사용자에게 켜짐({count}명)',
  'IAM console > Users > the user > Security credentials > Remove':
    'IAM 콘솔 > 사용자 > 해당 사용자 > 보안 자격 증명 > 제거',
  'They do it themselves: signed in, at the top right, "Security credentials", "Assign MFA device".':
    '각자 직접 합니다. 로그인한 뒤 오른쪽 위에서 "보안 자격 증명", "MFA 디바이스 할당"(Assign MFA device)을 선택합니다.',
  'Or you do it with them: choose the user on the page below, "Security credentials", "Assign MFA device".':
    '또는 함께 합니다. 아래 페이지에서 사용자를 고르고 "보안 자격 증명", "MFA 디바이스 할당"(Assign MFA device)을 선택합니다.',
  'Or set it up here, one after the other: {program} person NAME{options}':
    '또는 여기서 한 사람씩 설정합니다: {program} person 이름{options}',
  'Somebody who no longer needs to sign in: take the password away there, with "Manage console access".':
    '더는 로그인할 필요가 없는 사람이라면 같은 곳의 "콘솔 액세스 관리"(Manage console access)에서 암호를 없애십시오.',

  'MFA required': 'MFA 요구',
  'A device helps only if it is asked for. A policy on the groups of people denies everything but setting up MFA until they have signed in with it.':
    '디바이스는 MFA를 요구할 때만 도움이 됩니다. 사람이 속한 그룹에 정책을 연결하면, MFA로 로그인하기 전에는 MFA 설정 외의 모든 일이 거부됩니다.',
  'required in {names}': '{names} 그룹에서 요구함',
  'not required in {names}': '{names} 그룹에서 요구하지 않음',
  '{status}; in no group: {names}': '{status} / 그룹에 없음: {names}',
  'not required in {names}; no device yet: {people}':
    '{names} 그룹에서 요구하지 않음 / 아직 디바이스 없음: {people}',
  'no group of people but administrators': '관리자 외에 사람이 속한 그룹 없음',
  'A policy of the usual name says something else. What should this one be called?':
    '보통 쓰는 이름의 정책에 다른 내용이 들어 있습니다. 이 정책의 이름은 무엇으로 할까요?',
  'Require MFA of everybody in {group}, and stop programs that use the keys of {names}':
    '{group} 그룹의 모든 사용자에게 MFA 요구({names} 사용자의 키를 쓰는 프로그램은 멈춤)',
  'Require MFA of the administrators in {group}: stay signed in elsewhere meanwhile':
    '{group} 그룹의 관리자에게 MFA 요구(그동안 다른 곳에 로그인해 두십시오)',
  'Who should try it first? Once that person has signed in with MFA, the others follow.':
    '누가 먼저 시험해 볼까요? 그 사람이 MFA로 로그인하면 다른 사람에게도 요구합니다.',
  'nobody: require it of everybody at once': '아무도 없음: 모두에게 한꺼번에 요구',
  'Who in {group} should try it first?': '{group} 그룹에서 누가 먼저 시험해 볼까요?',
  'Require MFA of {member} alone, who tries it first':
    '먼저 시험해 볼 {member} 사용자에게만 MFA 요구',
  '{user} signs in again, with MFA': '{user} 사용자가 MFA로 다시 로그인',
  '{user} has signed in again with MFA, and can work':
    '{user} 사용자가 MFA로 다시 로그인했고 일할 수 있음',
  '{user} signs out, signs in with an MFA code, and opens a page of their work.':
    '{user} 사용자가 로그아웃하고 MFA 코드로 로그인한 뒤, 업무에 쓰는 페이지를 엽니다.',
  'It does not work? Take it back, {command}': '되지 않으면 되돌리십시오. {command}',
  'CloudTrail may take 15 minutes to record it. Wait here, or skip it and run Rootlock again.':
    'CloudTrail에 기록될 때까지 15분쯤 걸릴 수 있습니다. 여기서 기다리거나, 건너뛰고 나중에 Rootlock을 다시 실행하십시오.',
  'CloudTrail does not tell Rootlock, so your word counts.':
    'CloudTrail로는 알 수 없으므로 직접 확인해 주십시오.',
  'Go on only if that works. If you go back, it is taken back.':
    '잘 될 때만 계속하십시오. 뒤로 가면 되돌립니다.',
  'required of {members} first; not in {names} yet':
    '{members} 사용자에게 먼저 요구함 / {names} 그룹에는 아직 요구하지 않음',
  '{member}, who tried it first': '먼저 시험해 본 {member}',
  'signed in with MFA at {when}': '{when}에 MFA로 로그인함',
  '{names} without MFA': 'MFA 없는 {names}',
  'everything that the group allows': '그룹이 허용하는 모든 일',
  'only setting up MFA (checked by the policy simulator)':
    'MFA 설정만 가능(정책 시뮬레이터로 확인함)',
  'programs with the key {id} of {user}': '{user} 사용자의 키 {id}[을/를] 쓰는 프로그램',
  running: '실행 중',
  'stopped, until they use GetSessionToken with a code':
    'MFA 코드로 GetSessionToken을 호출하게 고칠 때까지 멈춤',
  'as root: {command}': '루트 사용자로: {command}',
  'Move {machines} out of {groups}: users of programs cannot have MFA':
    '{machines}[을/를] {groups} 그룹에서 빼기: 프로그램용 사용자는 MFA를 쓸 수 없음',
  'Create another group with the same policies, and add the users of programs to it.':
    '같은 정책을 가진 다른 그룹을 만들고 프로그램용 사용자를 넣습니다.',
  'Then remove them from the group of people: nothing stops meanwhile.':
    '그런 다음 사람이 속한 그룹에서 제거합니다. 그동안 아무것도 멈추지 않습니다.',
  'the list of user groups': '사용자 그룹 목록',
  "AWS's policy simulator does not confirm that the policy does what it should for {names}.":
    'AWS의 정책 시뮬레이터에서 이 정책이 {names}에게 제대로 작동하는지 확인되지 않습니다.',
  'Look for a Deny in their policies, in their permissions boundary, or in the organization.':
    '그 사용자의 정책, 권한 경계, 조직에 Deny가 있는지 살펴보십시오.',
  'Then run Rootlock again.': '그런 다음 Rootlock을 다시 실행하십시오.',

  'Limit {group} to some addresses, or until a day':
    '{group} 그룹을 몇몇 주소로, 또는 어느 날까지로 제한',
  'How should {group} be limited?': '{group} 그룹을 어떻게 제한할까요?',
  'only from some addresses, of your office for example': '몇몇 주소에서만(예: 사무실)',
  'only until a day, for somebody who helps for a while': '어느 날까지만(예: 잠시 돕는 사람)',
  'From which addresses? Separate them by commas.':
    '어떤 주소에서 허용할까요? 쉼표로 구분하십시오.',
  'Enter an address.': '주소를 입력하십시오.',
  '{address} is no address or network, such as 203.0.113.0/24.':
    '{address}[은/는] 주소나 네트워크가 아닙니다(예: 203.0.113.0/24).',
  'AWS never sees {address}: enter the address that the internet sees.':
    'AWS에는 {address}[이/가] 보이지 않습니다. 인터넷에서 보이는 주소를 입력하십시오.',
  'Until which day, as YYYY-MM-DD? It ends at its end in UTC.':
    '어느 날까지 허용할까요(YYYY-MM-DD)? 그날이 UTC로 끝날 때 끝납니다.',
  'Enter a day as YYYY-MM-DD, such as 2027-12-31.':
    '날짜를 YYYY-MM-DD로 입력하십시오(예: 2027-12-31).',
  'That day is over.': '이미 지난 날입니다.',

  'Rights by groups': '그룹을 통한 권한',
  'Who may do what is told by the groups, if nobody has rights of their own: nothing is forgotten when somebody changes jobs.':
    '사용자에게 직접 준 권한이 없으면 그룹만 보고도 누가 무엇을 할 수 있는지 알 수 있고, 일이 바뀔 때 빠뜨리는 것이 없습니다.',
  'nobody has policies of their own': '직접 연결된 정책이 있는 사용자 없음',
  'policies of their own: {names}': '정책이 직접 연결됨: {names}',
  'Which group should give {user} these policies instead: {policies}?':
    '어떤 그룹을 통해 {user} 사용자에게 다음 정책을 줄까요? {policies}',
  '{group} has users of programs in it. Choose another group for {user}.':
    '{group} 그룹에는 프로그램용 사용자가 있습니다. {user} 사용자에게는 다른 그룹을 고르십시오.',
  '{group} has people in it, who may have to use MFA. Choose another group for {user}.':
    '{group} 그룹에는 MFA를 써야 할 수 있는 사람이 있습니다. {user} 사용자에게는 다른 그룹을 고르십시오.',
  '{group} would have more than 10 policies. Choose another group.':
    '{group} 그룹의 정책이 10개를 넘게 됩니다. 다른 그룹을 고르십시오.',
  '{user} is in 10 groups already. Choose one of these: {groups}':
    '{user} 사용자는 이미 10개 그룹에 속해 있습니다. 다음 중에서 고르십시오: {groups}',
  'Add {user} to the group {group}': '{group} 그룹에 {user} 사용자 추가',
  'IAM console > User groups > {name} > Users > Remove':
    'IAM 콘솔 > 사용자 그룹 > {name} > 사용자 > 제거',
  'Give the group {group} the policy {policy}': '{group} 그룹에 {policy} 정책 연결',
  'IAM console > User groups > {name} > Permissions > Remove':
    'IAM 콘솔 > 사용자 그룹 > {name} > 권한 > 제거',
  'without it': '없음',
  'has {policy}': '{policy} 있음',
  'Detach {policy} from {user}, who has it by a group':
    '{user} 사용자에게서 {policy} 정책 분리(그룹을 통해 이미 있음)',
  'IAM console > Users > {name} > Add permissions: the text stands in the group':
    'IAM 콘솔 > 사용자 > {name} > 권한 추가(내용은 그룹에 있음)',
};

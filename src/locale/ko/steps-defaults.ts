import type { Translations } from '../translations.ts';

/** Safe defaults: of S3, of EC2, and what watches over the account. */
export const stepsDefaults: Translations = {
  'S3 public access': 'S3 퍼블릭 액세스',
  'Most leaks from S3 come from a bucket that somebody made public by mistake. With this, nobody can.':
    'S3에서 새는 데이터는 대부분 누군가 실수로 공개한 버킷에서 나옵니다. 이 설정을 켜면 아무도 버킷을 공개할 수 없습니다.',
  'blocked for the whole account': '계정 전체에서 차단됨',
  'not blocked; public now: {names}': '차단되지 않음. 지금 공개된 버킷: {names}',
  'not blocked; perhaps public: {names}': '차단되지 않음. 공개되었을 수 있는 버킷: {names}',
  'not blocked; no bucket is public by its policy or access list':
    '차단되지 않음. 정책이나 액세스 제어 목록으로 공개된 버킷은 없음',
  'Block public access to all buckets of this account, also to those made later':
    '이 계정의 모든 버킷에서 퍼블릭 액세스 차단하기(나중에 만드는 버킷 포함)',
  'S3 console > Block Public Access settings for this account > Edit':
    'S3 콘솔 > 이 계정의 퍼블릭 액세스 차단 설정 > 편집',
  'public by its policy': '버킷 정책으로 공개됨',
  'public by its access list': '액세스 제어 목록으로 공개됨',
  'single files may be public': '일부 파일이 공개되었을 수 있음',
  'unknown: no permission to read it': '알 수 없음(읽을 권한 없음)',
  'closed to the public': '공개되지 않음',

  'EC2 defaults': 'EC2 기본값',
  'New volumes are encrypted, new instances keep their credentials from forged requests, and no disk becomes public by mistake.':
    '새 볼륨은 암호화되고, 새 인스턴스는 위조된 요청에 자격 증명을 내주지 않으며, 실수로 공개되는 디스크가 없습니다.',
  'safe in all {n} regions': '리전 {n}개 모두 안전함',
  'safe in {n} of {all} regions': '리전 {all}개 중 {n}개에서 안전함',
  'not safe yet in any of {n} regions': '리전 {n}개 모두 아직 안전하지 않음',
  'not safe yet in {n} of {all} regions': '리전 {all}개 중 {n}개가 아직 안전하지 않음',
  'Your organization decides for {regions}': '조직에서 정하는 리전: {regions}',
  'The serial console is on in {regions}': '직렬 콘솔이 켜져 있는 리전: {regions}',
  'In all {n} regions: {what}': '리전 {n}개 모두: {what}',
  'In {regions}: {what}': '{regions}: {what}',
  '{before}; {after}': '{before}, {after}',
  'nothing else': '그 밖의 변경 없음',
  'encrypt new EBS volumes': '새 EBS 볼륨 암호화하기',
  'make IMDSv2 the default for new instances': '새 인스턴스가 IMDSv2로만 자격 증명을 내주게 하기',
  'block public snapshots': '스냅샷을 공개하지 못하게 하기',
  'block new public images (AMIs)': '이미지(AMI)를 더는 공개하지 못하게 하기',
  'instances with IMDSv1': 'IMDSv1을 쓰는 인스턴스',
  'unchanged; new ones use IMDSv2': '그대로 둠. 새로 만들면 IMDSv2만 씀',
  'public snapshots': '공개된 스냅샷',
  'no longer public': '더는 공개되지 않음',
  'public images': '공개된 이미지',
  'stay public; new ones cannot be': '그대로 둠. 더는 공개할 수 없음',
  'EC2 console, in each region > Settings > Data protection and security > Manage':
    '리전마다 EC2 콘솔 > 설정 > 데이터 보호 및 보안 > 관리',

  'Role for AWS Support': 'AWS Support용 역할',
  'When something goes wrong, somebody must be able to open a case with AWS Support without being root. Administrators with MFA may use this role, and give it to others.':
    '문제가 생기면 루트 사용자가 아닌 사람이 AWS Support에 문의할 수 있어야 합니다. MFA가 있는 관리자가 이 역할을 쓰고, 다른 사람에게 줄 수 있습니다.',
  'your support role': 'AWS Support용 역할',
  'Switch role in the console: {role}': '콘솔의 역할 전환: {role}',
  'Create the role {name}, which administrators with MFA may use':
    'MFA가 있는 관리자가 쓸 수 있는 {name} 역할 만들기',
  'Let only people of this account who have MFA use the role {name}':
    '이 계정에서 MFA가 있는 사람만 {name} 역할을 쓰게 하기',
  'Let the role {name} open cases with AWS Support, and nothing else':
    '{name} 역할로는 AWS Support에 문의만 할 수 있게 하기',
  'The role {name} is there already, with rights of its own: {policies}':
    '{name} 역할이 이미 있고 다른 권한이 있습니다: {policies}',
  'Delete it if nobody uses it. Or attach {policy} to another role: that will do.':
    '아무도 쓰지 않으면 삭제하십시오. 또는 다른 역할에 {policy} 정책을 연결하면 됩니다.',
  'IAM console > Roles > {name} > Permissions > Remove': 'IAM 콘솔 > 역할 > {name} > 권한 > 제거',

  'IAM Access Analyzer': 'IAM 액세스 분석기',
  'It finds what people outside the account can reach: buckets, roles, keys, queues. Its findings are listed in the IAM console.':
    '계정 밖에서 접근할 수 있는 버킷, 역할, 키, 대기열을 찾습니다. 찾은 것은 IAM 콘솔에 표시됩니다.',
  'on in all {n} regions': '리전 {n}개 모두 켜짐',
  'on in {n} of {all} regions': '리전 {all}개 중 {n}개만 켜짐',
  'find what people outside the account can reach': '계정 밖에서 접근할 수 있는 것 찾기',
  'IAM console, in each region > Access Analyzer > Analyzers > {name} > Delete':
    '리전마다 IAM 콘솔 > 액세스 분석기 > 분석기 > {name} > 삭제',
  'the analyzer {name} in {region} does not work: {why}':
    '{region} 리전의 {name} 분석기가 작동하지 않음: {why}',
  'it is disabled': '비활성화됨',
  'AWS could not make it': 'AWS가 만들지 못함',
  'AWS does not say in what state it is': 'AWS가 상태를 알려 주지 않음',
  'its state is {status}': '{status} 상태',
  'Delete {name}: IAM console, in {region} > Access Analyzer > Analyzers. Then run Rootlock again.':
    '{region} 리전의 IAM 콘솔 > 액세스 분석기 > 분석기에서 {name}[을/를] 삭제하고 Rootlock을 다시 실행하십시오.',
  '{before}; the account {account} decides for {regions}':
    '{before}. {account} 계정에서 정하는 리전: {regions}',
  '{where}. Before: {settings}': '{where}. 변경 전: {settings}',

  'GuardDuty threat detection': 'GuardDuty 위협 탐지',
  'It watches every region for stolen keys, crypto miners and unusual calls, and lists its findings in its console.':
    '도난당한 키, 암호화폐 채굴, 평소와 다른 호출을 모든 리전에서 감시하고, 찾은 것을 콘솔에 표시합니다.',
  '30 days free; then a few cents to a few dollars a month in each region':
    '30일 무료, 그 뒤 리전마다 월 몇 센트에서 몇 달러',
  'What else should it watch? Each has its own price, after 30 days free.':
    '그 밖에 무엇을 감시할까요? 항목마다 요금이 있고 30일은 무료입니다.',
  'nothing else: only API calls, network flows and DNS lookups':
    '없음(API 호출, 네트워크 흐름, DNS 조회만)',
  'also reads and writes of files in S3': 'S3 파일 읽기와 쓰기도',
  'switch on GuardDuty without the parts that have their own price: S3, EKS, RDS, Lambda, AI, malware scans':
    'GuardDuty만 켜기(요금이 따로 붙는 S3, EKS, RDS, Lambda, AI, 맬웨어 검사는 끔)',
  'switch on GuardDuty with S3, without the other parts that have their own price: EKS, RDS, Lambda, AI, malware scans':
    'GuardDuty와 S3만 켜기(요금이 따로 붙는 EKS, RDS, Lambda, AI, 맬웨어 검사는 끔)',
  'GuardDuty console, in each region > Settings > Suspend or disable GuardDuty':
    '리전마다 GuardDuty 콘솔 > 설정 > GuardDuty 일시 중지 또는 비활성화',
  'resume GuardDuty, which somebody suspended': '누군가 일시 중지한 GuardDuty 다시 시작하기',
  'looks at': '감시 대상',
  nothing: '없음',
  'the base': '기본 항목',
  'the base, {features}': '기본 항목, {features}',
  'The FREE plan of this account does not include GuardDuty.':
    '이 계정의 무료 플랜에서는 GuardDuty를 쓸 수 없습니다.',
  'Skip this step: it is optional. On the paid plan you can come back to it.':
    '선택 단계이므로 건너뛰십시오. 유료 플랜에서는 다시 시작할 수 있습니다.',
};

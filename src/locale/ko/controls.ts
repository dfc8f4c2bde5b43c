import type { Translations } from '../translations.ts';

/** What benchmarks ask of an account. */
export const controls: Translations = {
  'Contact details of the account': '계정의 연락처 정보',
  'Alternate contacts, security first': '대체 연락처, 특히 보안 담당자',
  'No access key of the root user': '루트 사용자의 액세스 키 없음',
  'MFA of the root user': '루트 사용자의 MFA',
  'Hardware MFA of the root user': '루트 사용자의 하드웨어 MFA',
  'An authenticator app is MFA, but not hardware.': '인증 앱은 MFA이지만 하드웨어가 아닙니다.',
  'No daily work as the root user': '루트 사용자로 일상 작업을 하지 않음',
  'On the first day, you set up the account as root.':
    '계정을 만든 날에는 루트 사용자로 설정합니다.',
  'Long passwords that are not reused': '길고 재사용하지 않는 암호',
  'MFA of everybody with a password': '암호가 있는 모든 사용자의 MFA',
  'No credentials unused for 45 days': '45일 동안 쓰지 않은 자격 증명 없음',
  'Access keys no older than 90 days, one for each user':
    '만든 지 90일이 지나지 않은 액세스 키, 사용자마다 하나',
  'Users get permissions only through groups': '그룹을 통해서만 받는 사용자 권한',
  'No policy that allows everything': '모든 것을 허용하는 정책 없음',
  'Administrators may do everything: somebody has to.':
    '관리자는 모든 것을 할 수 있습니다. 누군가는 그래야 합니다.',
  'A role for AWS Support': 'AWS Support를 위한 역할',
  'Roles for instances, no keys': '인스턴스에는 키 대신 역할',
  'IAM Access Analyzer in every region': '모든 리전의 IAM 액세스 분석기',
  'Root access managed by the organization': '조직이 관리하는 루트 액세스',
  'No public access to S3': 'S3 퍼블릭 액세스 차단',
  'A trail of all regions with all management events':
    '모든 리전의 모든 관리 이벤트를 기록하는 추적',
  'Validation of log files': '로그 파일 검증',
  'A record of who reads the log files': '로그 파일을 누가 읽는지에 대한 기록',
  'Alarms for what changes the security of the account': '계정 보안에 영향을 주는 변경에 대한 경보',
  'EBS volumes are encrypted by default': '기본으로 암호화되는 EBS 볼륨',
  'No network ACL lets the internet reach administration ports':
    '인터넷에서 관리 포트로 들어오게 하는 네트워크 ACL 없음',
  'The default network ACL allows everything: security groups decide.':
    '기본 네트워크 ACL은 모든 것을 허용합니다. 보안 그룹이 결정합니다.',
  'No security group lets the internet reach administration ports':
    '인터넷에서 관리 포트로 들어오게 하는 보안 그룹 없음',
  'Default security groups that let nothing through': '아무것도 통과시키지 않는 기본 보안 그룹',
  'Instances give credentials through IMDSv2 only': 'IMDSv2로만 자격 증명을 주는 인스턴스',
  'Budgets that warn of costs': '비용을 알려 주는 예산',
  'Alerts of unusual costs': '이례적인 비용에 대한 알림',
  'Threat detection by GuardDuty': 'GuardDuty의 위협 탐지',
  'A regular review of who may do what': '권한의 정기 검토',
};

import type { Translations } from '../translations.ts';

/** The command `export`: what is in place, as Terraform, CloudFormation or a script. */
export const exports: Translations = {
  'what is in place, as Terraform, CloudFormation or a script; reads only':
    '갖춰진 것을 Terraform, CloudFormation, 스크립트로(읽기만 함)',
  'for "terraform plan", which imports what is there': '"terraform plan"으로 있는 것을 가져오기',
  'a template for each region': '리전마다 템플릿 하나',
  'export: Terraform, which imports what is there': 'export: 있는 것을 가져오는 Terraform',
  'export: CloudFormation, with the files to import by': 'export: CloudFormation과 가져오기용 파일',
  'export: commands of the AWS CLI': 'export: AWS CLI 명령',
  'Name a folder and one form: {program} export <folder> --terraform, --cloudformation or --script':
    '폴더와 형식 하나를 쓰십시오: {program} export <folder> --terraform, --cloudformation, --script 중 하나',
  'Written: {n} files in {folder}': '{folder}에 파일 {n}개를 썼습니다',
  'Nothing of it is in place yet.': '아직 갖춰진 것이 없습니다.',
  '{folder} is no folder that can be read.': '{folder}[은/는] 읽을 수 있는 폴더가 아닙니다.',
  '{file} exists. Name another folder, or remove it first.':
    '{file}[이/가] 이미 있습니다. 다른 폴더를 쓰거나 먼저 지우십시오.',
  'What Rootlock found in place in account {account}.':
    'Rootlock이 계정 {account}에서 갖춰진 것으로 본 내용입니다.',
  'What Rootlock found in place in {region}': '{region}에 갖춰진 것',
  'That is a practice account: nothing of it is real.':
    '연습용 계정입니다. 실제인 것은 하나도 없습니다.',
  'Passwords, MFA devices, access keys and other secrets are not in it.':
    '암호, MFA 디바이스, 액세스 키와 다른 비밀은 들어 있지 않습니다.',
  'Names and email addresses are in it. Give it only to whoever may know them.':
    '이름과 이메일 주소가 들어 있습니다. 알아도 되는 사람에게만 주십시오.',
  'Not in it: {told}': '들어 있지 않은 것: {told}',
  'Could not be read, so it is not in it: {what} ({why})':
    '읽을 수 없어서 들어 있지 않은 것: {what}({why})',
  '{what} ({why})': '{what}({why})',
  'Next, in that folder: terraform init, then terraform plan. It should replace and destroy nothing.':
    '다음은 그 폴더에서 terraform init, 그리고 terraform plan입니다. 바꿔 만들거나 지우는 것이 없어야 합니다.',
  'Next, in the CloudFormation console of each region: Create stack > With existing resources.':
    '다음은 각 리전의 CloudFormation 콘솔에서 스택 생성 > 기존 리소스 사용입니다.',
  'Run it only if something of it is gone: the commands make all of it again.':
    '없어진 것이 있을 때만 실행하십시오. 이 명령은 모두 다시 만듭니다.',
  'These commands are for the account {account}.': '이 명령은 계정 {account}의 것입니다.',
  'Calls that failed:': '실패한 호출:',
  'CloudFormation would run a text in it as a command':
    'CloudFormation이 그 안의 글을 명령으로 실행합니다',
  'this account cannot use that region': '이 계정은 그 리전을 쓸 수 없습니다',
  'CloudFormation has no such resource': 'CloudFormation에 그런 리소스가 없습니다',
  'CloudFormation takes no threshold below {least}':
    'CloudFormation은 {least}보다 작은 임계값을 받지 않습니다',
  'Terraform cannot say all of it': 'Terraform이 그 전부를 나타내지 못합니다',
  'Terraform cannot import it, and sets once more what is set':
    'Terraform이 가져올 수 없어 같은 값을 다시 설정합니다',
  'Terraform cannot import them': 'Terraform이 가져올 수 없습니다',
  'nobody has confirmed it yet': '아직 아무도 확인하지 않았습니다',
  'another account has it': '다른 계정의 것입니다',
  'another account decides it': '다른 계정이 정합니다',
  'your organization decides it': '조직이 정합니다',
  'Rootlock does not read them': 'Rootlock이 읽지 않습니다',
  '{what} in {region}': '{region}의 {what}',
  '{what} of the bucket {name}': '버킷 {name}의 {what}',
  'which regions are on': '어느 리전이 켜져 있는지',
  'users, user groups, roles and policies': '사용자, 사용자 그룹, 역할, 정책',
  'the password policy': '암호 정책',
  'the account alias': '계정 별칭',
  'Block Public Access of S3 for the account': '계정의 S3 퍼블릭 액세스 차단',
  'the security contact': '보안 연락처',
  'the billing contact': '결제 연락처',
  'the operations contact': '운영 연락처',
  'the rules of the alerts': '알림의 규칙',
  'the rule {name} in {region}': '{region}의 규칙 {name}',
  'the target {id} of the rule {name}': '규칙 {name}의 대상 {id}',
  'the topics of the alerts': '알림의 주제',
  'the topic {name}': '주제 {name}',
  'the subscriptions of {name}': '{name}의 구독',
  'the subscription of {address} to {name}': '{name}에 대한 {address}의 구독',
  'the access control lists': '액세스 제어 목록',
  'the encryption': '암호화',
  'the versioning': '버전 관리',
  'the rules that delete old files': '오래된 파일을 지우는 규칙',
  'the bucket policy': '버킷 정책',
  'the access log': '액세스 로그',
  'the buckets of the log files': '로그 파일의 버킷',
  'the cost anomaly alerts': '비용 이상 알림',
  'the defaults of EC2': 'EC2 기본값',
  'the encryption of new EBS volumes': '새 EBS 볼륨의 암호화',
  'the metadata defaults of new instances': '새 인스턴스의 메타데이터 기본값',
  'Block public access for EBS snapshots': 'EBS 스냅샷의 퍼블릭 액세스 차단',
  'Block public access for AMIs': 'AMI의 퍼블릭 액세스 차단',
  'the analyzers of IAM Access Analyzer': 'IAM Access Analyzer의 분석기',
  'the protection plans of GuardDuty': 'GuardDuty의 보호 플랜',
  'the detectors of GuardDuty': 'GuardDuty의 탐지기',
  'GuardDuty in {region}': '{region}의 GuardDuty',
  'the log group of the trail': '추적의 로그 그룹',
  'the log group {name}': '로그 그룹 {name}',
  'the metric filters of the trail': '추적의 지표 필터',
  'the metric filter {name}': '지표 필터 {name}',
  'the alarms of the trail': '추적의 경보',
  'the budgets': '예산',
  'the budget {name}': '예산 {name}',
  'the trail': '추적',
  'the trail {name}': '추적 {name}',
  'the Insights of the trail {name}': '추적 {name}의 Insights',
};

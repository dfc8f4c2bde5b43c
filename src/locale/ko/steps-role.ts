import type { Translations } from '../translations.ts';

/** A role for a machine of EC2: the command, the role, its rights, its instance profile, and an instance that gets it. */
export const stepsRole: Translations = {
  'a role for a machine of EC2: rights without any key': 'EC2 인스턴스의 역할: 키 없이 권한 주기',
  'the role web, for instances that are launched with it': '새로 시작할 인스턴스에 줄 역할 web',
  'given to an instance that runs already': '이미 실행 중인 인스턴스에 주기',
  'role: what acts as it: ec2': 'role: 역할을 쓰는 서비스: ec2',
  'role: the instance that gets it': 'role: 역할을 받을 인스턴스',
  '{given} is not the id of an instance: i- and then 8 or 17 of 0-9 and a-f.':
    '{given}[은/는] 인스턴스 ID가 아닙니다. i- 뒤에 0-9와 a-f로 된 8자나 17자가 옵니다.',
  'Say what acts as the role: add --for ec2': '역할을 쓰는 서비스도 함께 쓰십시오: --for ec2',

  'The role {name} for EC2': 'EC2용 역할 {name}',
  'A role for EC2: {name}.': 'EC2용 역할 {name}[을/를] 만듭니다.',
  'The role {name} is ready: no key is needed.':
    '{name} 역할이 준비되었습니다. 키는 필요 없습니다.',
  'The role {name} is not ready yet: {done} of {counted} steps are done.':
    '{name} 역할은 아직 준비되지 않았습니다. {counted}단계 중 {done}단계를 마쳤습니다.',
  'To launch an instance with the role {name}': '{name} 역할로 인스턴스를 시작하려면',
  'Name of the new role? What the program is called is fine.':
    '새 역할의 이름을 무엇으로 할까요? 프로그램의 영문 이름이면 됩니다.',
  'Which role? For EC2 so far: {all}. A new name makes a new role.':
    '어느 역할입니까? 지금 있는 EC2용 역할: {all}. 새 이름을 쓰면 새 역할을 만듭니다.',
  'Which running instance in {region} is to have the role {name}?':
    '{region}에서 실행 중인 어느 인스턴스에 {name} 역할을 줄까요?',
  'none now: it is chosen at the launch': '지금 안 함: 인스턴스를 시작할 때 고름',
  '{instance}, without a role': '{instance}, 역할 없음',
  '{instance}, with the profile {profile}': '{instance}, 프로파일 {profile}',

  Careful: '주의',
  'Whoever gets into an instance with this role has all rights of the account, or a way to them: {policies}':
    '이 역할이 있는 인스턴스에 들어오는 사람은 계정의 모든 권한을 갖거나 얻을 수 있습니다: {policies}',
  Role: '역할',
  'An instance acts as a role: AWS gives it credentials that end by themselves.':
    '인스턴스는 역할로 일합니다. 저절로 만료되는 자격 증명을 AWS가 줍니다.',
  '{name} exists, limited by {boundary}': '{name} 있음, {boundary}[으로/로] 제한됨',
  '{name} exists, and its trust has conditions': '{name} 있음, 신뢰 정책에 조건이 있음',
  'Create the role {name}, which EC2 alone may act as': 'EC2만 쓸 수 있는 {name} 역할 만들기',
  'For another role: {command}': '다른 역할을 쓰려면: {command}',
  'The role {name} is there already, and AWS manages it.':
    '{name} 역할은 이미 있고, AWS가 관리합니다.',
  'The role {name} is there already, and EC2 may not act as it.':
    '{name} 역할이 이미 있지만, EC2는 쓸 수 없는 역할입니다.',
  'The role {name} is there already, and not for EC2 alone: {others} may act as it.':
    '{name} 역할이 이미 있지만, EC2만 쓰는 역할이 아닙니다. 다음도 쓸 수 있습니다: {others}',
  'Or, if it is yours: IAM console > Roles > {name} > Trust relationships > Edit: ec2.amazonaws.com alone.':
    '자기 역할이면: IAM 콘솔 > 역할 > {name} > 신뢰 관계 > 편집에서 ec2.amazonaws.com만 남기십시오.',

  'What the role may do': '역할이 할 수 있는 일',
  'Whoever gets into the instance may do the same: give it what its program needs.':
    '인스턴스에 들어온 사람은 누구나 같은 일을 할 수 있습니다. 프로그램에 필요한 만큼만 주십시오.',
  'What does the program on the instance do as {name}?':
    '인스턴스의 프로그램이 {name} 역할로 무엇을 합니까?',
  'reads files in S3, those of all buckets': 'S3의 파일 읽기(모든 버킷)',
  'Systems Manager: a shell without SSH, no open port':
    'Systems Manager: SSH와 열린 포트 없이 셸 쓰기',
  'sends logs and metrics to CloudWatch': 'CloudWatch로 로그와 지표 보내기',
  'pulls container images from ECR': 'ECR에서 컨테이너 이미지 가져오기',
  '{policies}: all rights, or a way to them': '{policies}: 모든 권한, 또는 그 권한을 얻을 길',
  'Give the role {name} {policy}': '{name} 역할에 {policy} 정책 주기',
  'Give the role {name}, which the profile {profiles} hands to instances, {policy}':
    '{profiles} 프로파일로 인스턴스가 쓰는 {name} 역할에 {policy} 정책 주기',
  'IAM console > Roles > {name} > Permissions > {policy} > Remove':
    'IAM 콘솔 > 역할 > {name} > 권한 > {policy} > 제거',
  'whoever gets into the instance': '인스턴스에 들어온 사람',
  'whoever gets into {instance}': '{instance}에 들어온 사람',
  'no rights': '권한 없음',
  'all rights, or a way to them': '모든 권한, 또는 그 권한을 얻을 길',

  'Instance profile': '인스턴스 프로파일',
  'EC2 takes a role by an instance profile: at the launch, or while an instance runs.':
    'EC2는 인스턴스 프로파일로 역할을 받습니다. 시작할 때도, 실행 중에도 줄 수 있습니다.',
  '{name} exists, without a role': '{name} 있음, 역할 없음',
  'in the console': '콘솔에서',
  'Launch an instance > Advanced details > IAM instance profile > {profile}':
    '인스턴스 시작 > 고급 세부 정보 > IAM 인스턴스 프로파일 > {profile}',
  'by the AWS CLI': 'AWS CLI로',
  'none: the AWS CLI and programs on the instance find the role by themselves':
    '필요 없음: 인스턴스의 AWS CLI와 프로그램이 역할을 스스로 찾습니다',
  'The instance profile {name} is there already, with another role in it: {other}':
    '인스턴스 프로파일 {name}[이/가] 이미 있고, 다른 역할이 들어 있습니다: {other}',
  'Create the instance profile {name}': '{name} 인스턴스 프로파일 만들기',
  'Put the role {name} into it': '{name} 역할을 프로파일에 넣기',
  'Put the role {name} into the instance profile of that name, which was there before':
    '전부터 있던 같은 이름의 인스턴스 프로파일에 {name} 역할 넣기',
  'IAM console > Roles > {name} > Delete: the profile goes with it':
    'IAM 콘솔 > 역할 > {name} > 삭제: 프로파일도 함께 삭제됨',

  'Running instance': '실행 중인 인스턴스',
  'An instance that runs already can be given the role, without a restart.':
    '이미 실행 중인 인스턴스에도 다시 시작하지 않고 역할을 줄 수 있습니다.',
  'none chosen: choose the profile at the launch, or use --instance':
    '고르지 않음: 시작할 때 프로파일을 고르거나 --instance를 쓰십시오',
  '{instance} acts as {role}': '{instance}[이/가] {role} 역할로 일함',
  '{instance} has the profile {former}': '{instance}에 {former} 프로파일이 있음',
  '{instance} has no role': '{instance}에 역할이 없음',
  '{has}. {imds}': '{has}. {imds}',
  'It answers to IMDSv1 too: a forged request can take the credentials of its role':
    'IMDSv1도 쓸 수 있어서, 위조된 요청으로 역할의 자격 증명을 가져갈 수 있음',
  'metadata service': '메타데이터 서비스',
  'EC2 console > Instances > {id} > Actions > Instance settings > Modify instance metadata options > IMDSv2: Required':
    'EC2 콘솔 > 인스턴스 > {id} > 작업 > 인스턴스 설정 > 인스턴스 메타데이터 옵션 수정 > IMDSv2: 필수',
  'There is no instance {id} in {region}.': '{region}에 {id} 인스턴스가 없습니다.',
  'Check its id in the EC2 console. If it is in another region, name that with --region.':
    'EC2 콘솔에서 ID를 확인하십시오. 다른 리전에 있으면 --region으로 리전을 지정하십시오.',
  '{instance} is just changing. Run this again in a minute.':
    '{instance}[이/가] 바뀌는 중입니다. 1분 뒤 다시 실행하십시오.',
  '{instance} has another profile, which AWS replaces only while it runs.':
    '{instance}에 다른 프로파일이 있습니다. AWS에서는 실행 중일 때만 바꿀 수 있습니다.',
  'Start it, and run this again.': '인스턴스를 시작하고 다시 실행하십시오.',
  'Give {instance} the role {role}': '{instance}에 {role} 역할 주기',
  'Give {instance} the role {role}, and take the profile {former} from it':
    '{instance}에 {role} 역할을 주고 {former} 프로파일 떼기',
  'EC2 console > Instances > {id} > Actions > Security > Modify IAM role':
    'EC2 콘솔 > 인스턴스 > {id} > 작업 > 보안 > IAM 역할 수정',
};

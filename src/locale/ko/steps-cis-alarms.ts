import type { Translations } from '../translations.ts';

/** The alarms of CIS, and the way of the events to CloudWatch Logs. */
export const stepsCisAlarms: Translations = {
  'CIS alarms': 'CIS 경보',
  'An audit by the CIS benchmark asks for 15 CloudWatch alarms, and counts no other alert. CIS 5.16 (Security Hub) costs extra and is left out.':
    'CIS 벤치마크로 감사할 때는 CloudWatch 경보 15개만 인정하고 다른 알림은 인정하지 않습니다. CIS 5.16인 Security Hub는 유료라서 뺐습니다.',
  '$2 to $6 a month, and $0.50 to $0.76 for each GB of events':
    '월 $2~6, 이벤트 1GB마다 $0.50~0.76',
  'Keep events in CloudWatch Logs for how many days? The bucket keeps its own copy.':
    'CloudWatch Logs에 이벤트를 며칠 동안 보관할까요? 버킷에는 사본이 따로 남습니다.',
  'AWS takes one of these: {days}.': 'AWS에서 쓸 수 있는 값: {days}.',
  'another account has the trail, or its log group': '추적이나 로그 그룹이 다른 계정에 있음',
  'none: the trail does not reach CloudWatch Logs': '없음(추적이 CloudWatch Logs로 전송하지 않음)',
  'none: the log group {name} is gone': '없음({name} 로그 그룹이 없음)',
  'none: events do not reach the log group': '없음(이벤트가 로그 그룹에 오지 않음)',
  'all {all} alarms': '경보 {all}개 모두',
  '{n} of {all} alarms': '경보 {all}개 중 {n}개',
  '{alarms}, and nobody is told': '{alarms}, 알림을 받는 사람 없음',
  '{alarms}, from {name}': '{alarms}, {name} 로그 그룹 기준',
  'Have these alarms made in the account that owns the trail, or its log group':
    '추적이나 그 로그 그룹을 소유한 계정에서 이 경보를 만들게 하기',
  'Ask whoever manages that account: Rootlock makes these alarms there too.':
    '그 계정을 관리하는 사람에게 요청하십시오. Rootlock은 거기서도 이 경보를 만듭니다.',
  'A trail of this account would do as well. AWS charges for its copy of the events.':
    '이 계정에 추적을 따로 두어도 됩니다. 그 이벤트 사본에는 AWS 요금이 붙습니다.',
  'Create the log group {name} in {region}': '{region} 리전에 {name} 로그 그룹 만들기',
  'Delete events from the log group {name} after {days} days':
    '{name} 로그 그룹에서 {days}일이 지난 이벤트 삭제하기',
  'Send the events of the trail {trail} to the log group {name} as well':
    '{trail} 추적의 이벤트를 {name} 로그 그룹으로도 보내기',
  'log group of CloudWatch': 'CloudWatch 로그 그룹',
  'Create the role {role}, which lets CloudTrail reach CloudWatch Logs':
    'CloudTrail이 CloudWatch Logs에 쓸 때 맡는 {role} 역할 만들기',
  'Let CloudTrail alone, for this trail, use the role {role}':
    '이 추적의 CloudTrail만 {role} 역할을 쓰게 하기',
  'Let the role {role} write to {group}, and nothing else':
    '{role} 역할이 {group}에 쓰기만 하게 하기',
  'Make {name} deliver to CloudWatch Logs again: {error}':
    '{name} 추적이 CloudWatch Logs로 다시 전송하게 하기: {error}',
  'Open the trail {name} and look at "CloudWatch Logs".':
    '{name} 추적을 열고 "CloudWatch Logs"를 보십시오.',
  'Check that the log group is there, and that the role may write to it.':
    '로그 그룹이 있는지, 그 역할로 거기에 쓸 수 있는지 확인하십시오.',
  'The error goes away once AWS delivers the next events.':
    'AWS가 다음 이벤트를 전송하면 오류가 사라집니다.',
  'CloudWatch console > Log groups > {name} > Delete':
    'CloudWatch 콘솔 > 로그 그룹 > {name} > 삭제',
  'CloudWatch console > Log groups > {name} > Edit retention':
    'CloudWatch 콘솔 > 로그 그룹 > {name} > 보존 설정 편집(Edit retention)',
  'CloudWatch console > Log groups > {group} > Metric filters > {name} > Delete':
    'CloudWatch 콘솔 > 로그 그룹 > {group} > 지표 필터 > {name} > 삭제',
  'CloudWatch console > Alarms > {name} > Delete': 'CloudWatch 콘솔 > 경보 > {name} > 삭제',
  'Count in {group}: {what}': '{group}에서 집계하기: {what}',
  'Set an alarm for: {what}': '경보 만들기: {what}',
  'Count and alarm: {what}': '집계하고 경보 보내기: {what}',
  'CloudWatch console > Alarms > {name} > Delete; Log groups > {group} > Metric filters > {name} > Delete':
    'CloudWatch 콘솔 > 경보 > {name} > 삭제, 로그 그룹 > {group} > 지표 필터 > {name} > 삭제',
  '{what} (CIS {control}). What to do: docs/alerts.md of Rootlock':
    '{what} (CIS {control}). 할 일: Rootlock의 docs/alerts.ko.md',
  'Refused calls': 'AWS가 거부한 호출',
  'Sign-ins without MFA': 'MFA 없는 로그인',
  'Use of the root user': '루트 사용자 사용',
  'Changes to IAM policies': 'IAM 정책 변경',
  'Changes to trails': '추적 변경',
  'Failed sign-ins': '실패한 로그인',
  'KMS keys that are switched off or deleted': '비활성화되거나 삭제되는 KMS 키',
  'Changes to S3 bucket policies': 'S3 버킷 정책 변경',
  'Changes to AWS Config': 'AWS Config 변경',
  'Changes to security groups': '보안 그룹 변경',
  'Changes to network ACLs': '네트워크 ACL 변경',
  'Changes to network gateways': '네트워크 게이트웨이 변경',
  'Changes to route tables': '라우팅 테이블 변경',
  'Changes to VPCs': 'VPC 변경',
  'Changes to the organization': '조직 변경',
};
